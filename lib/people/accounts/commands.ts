import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import { recordChange, recordEvent } from '#db/change';
import { transaction, type Writer } from '#db/client';
import { account, invitation, review, session } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { endSessions } from '#lib/people/accounts/closing';
import { validDays, writeLink, type Invited } from '#lib/people/accounts/links';
import { hashPassword, verifyPassword } from '#lib/sessions/passwords';
import { tokenHash } from '#lib/people/accounts/tokens';
import type { InvitedRole } from '#lib/base/roles';
import { organisationNamed } from '#lib/people/organisations/organisations';
import { attempt } from '#lib/base/attempt';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { refuseConflict } from '#lib/people/reviewers/conflicts';
import { assign } from '#lib/people/reviewers/assign';

const now = () => new Date().toISOString();

/** The review that somebody is invited to, and its State. Who invites sees every review. */
async function findReview(tx: Writer, id: string) {
  const [found] = await tx
    .select({ id: review.id, stateId: review.stateId })
    .from(review)
    .where(eq(review.id, id));
  return found;
}

/**
 * Invites a person: a focal point of the State of a review, a reviewer of it, a provider of an
 * organisation, an adviser of a region, or staff. Inviting the same person again for
 * another review assigns it to them; while they have not signed up, they get a new link.
 */
export async function invite(
  actor: Actor,
  input: {
    email: string;
    name: string;
    role: InvitedRole;
    review: string;
    organisation?: string;
    region?: Region | '';
  },
): Promise<Outcome<Invited>> {
  if (actor.role !== 'administrator' && actor.role !== 'system') return forbidden('role');
  return attempt(async (tx) => {
    const invitedTo = input.review ? await findReview(tx, input.review) : undefined;
    if (input.review && !invitedTo) return notFound;
    if (input.role === 'focal-point' && !invitedTo) return invalid('role', 'focalPointNeedsReview');
    if (input.role === 'provider' && !input.organisation)
      return invalid('organisation', 'providerNeedsOrganisation');
    if (input.role === 'adviser' && !input.region) return invalid('region', 'adviserNeedsRegion');
    const stateId = input.role === 'focal-point' ? invitedTo!.stateId : null;
    const organisationId =
      input.role === 'provider'
        ? (await organisationNamed(tx, actor, input.organisation!)).id
        : null;
    const region = input.role === 'adviser' ? input.region || null : null;
    const [known] = await tx.select().from(account).where(eq(account.email, input.email));
    if (
      known &&
      (known.role !== input.role ||
        known.stateId !== stateId ||
        known.organisationId !== organisationId ||
        known.region !== region)
    )
      return invalid('email', 'emailTaken');
    if (known && (known.passwordHash !== null || !known.active) && input.role !== 'reviewer')
      return invalid('email', 'emailTaken');
    const accountId = known?.id ?? randomUUID();
    if (!known) {
      await tx.insert(account).values({
        id: accountId,
        email: input.email,
        name: input.name,
        role: input.role,
        stateId,
        organisationId,
        region,
        active: true,
        createdAt: now(),
      });
      await recordChange(tx, {
        actorId: actor.accountId!,
        verb: 'invite',
        entity: 'account',
        entityId: accountId,
        data: { role: input.role },
      });
    }
    const refused =
      invitedTo && input.role === 'reviewer'
        ? await refuseConflict(tx, actor, invitedTo.id, accountId, 'email')
        : undefined;
    if (refused) return refused;
    if (invitedTo && input.role === 'reviewer') await assign(tx, actor, invitedTo.id, accountId);
    const token = known?.passwordHash ? '' : await writeLink(tx, actor, accountId, 'invitation');
    return done({
      token,
      email: input.email,
      name: known?.name ?? input.name,
      reviewId: invitedTo?.id ?? null,
      days: validDays.invitation,
    });
  });
}

/** Makes a link by which the person chooses a new password; their sessions end when they do. */
export async function resetPassword(
  actor: Actor,
  { accountId }: { accountId: string },
): Promise<Outcome<Invited>> {
  if (actor.role !== 'administrator') return forbidden('role');
  return attempt(async (tx) => {
    const [person] = await tx
      .select()
      .from(account)
      .where(and(eq(account.id, accountId), ne(account.role, 'system')));
    if (!person) return notFound;
    const purpose = person.passwordHash ? 'reset' : 'invitation';
    const token = await writeLink(tx, actor, accountId, purpose);
    await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'reset-password',
      entity: 'account',
      entityId: accountId,
    });
    return done({
      token,
      email: person.email,
      name: person.name,
      reviewId: null,
      days: validDays[purpose],
    });
  });
}

/**
 * Takes up an invitation or a reset: sets name and password, uses the link up, ends other sessions.
 */
export async function acceptInvitation(
  _actor: Actor,
  { token, name, password }: { token: string; name: string; password: string },
): Promise<Outcome<{ email: string }>> {
  const passwordHash = await hashPassword(password);
  return attempt(async (tx) => {
    const [used] = await tx
      .update(invitation)
      .set({ usedAt: now() })
      .where(
        and(
          eq(invitation.tokenHash, tokenHash(token)),
          isNull(invitation.usedAt),
          gt(invitation.expiresAt, now()),
        ),
      )
      .returning({ accountId: invitation.accountId, purpose: invitation.purpose });
    if (!used) return notFound;
    const [person] = await tx
      .update(account)
      .set({ name, passwordHash })
      .where(eq(account.id, used.accountId))
      .returning({ email: account.email });
    await endSessions(tx, used.accountId);
    await recordChange(tx, {
      actorId: used.accountId,
      verb: used.purpose === 'reset' ? 'choose-password' : 'accept-invitation',
      entity: 'account',
      entityId: used.accountId,
    });
    return done({ email: person!.email });
  });
}

/** Changes the actor's own password; their other sessions end. */
export async function changePassword(
  actor: Actor,
  { current, password }: { current: string; password: string },
): Promise<Outcome<null>> {
  const { accountId } = actor;
  if (!accountId) return failed({ kind: 'unauthenticated' });
  const [own] = await transaction((tx) =>
    tx
      .select({ passwordHash: account.passwordHash })
      .from(account)
      .where(eq(account.id, accountId)),
  );
  if (!(await verifyPassword(current, own?.passwordHash)))
    return invalid('current', 'wrongPassword');
  const passwordHash = await hashPassword(password);
  return attempt(async (tx) => {
    await tx.update(account).set({ passwordHash }).where(eq(account.id, accountId));
    await endSessions(tx, accountId, actor.sessionId ?? '');
    await recordChange(tx, {
      actorId: accountId,
      verb: 'change-password',
      entity: 'account',
      entityId: accountId,
    });
    return done(null);
  });
}

/** Remembers the language that the actor chose. */
export async function rememberLanguage(
  actor: Actor,
  { language }: { language: Locale },
): Promise<Outcome<null>> {
  const { accountId } = actor;
  if (!accountId) return done(null);
  return attempt(async (tx) => {
    await tx.update(account).set({ locale: language }).where(eq(account.id, accountId));
    return done(null);
  });
}

/** Ends the actor's session. */
export async function endSession(actor: Actor): Promise<Outcome<null>> {
  const { sessionId, accountId } = actor;
  if (!sessionId) return done(null);
  return attempt(async (tx) => {
    await tx.update(session).set({ endedAt: now() }).where(eq(session.id, sessionId));
    await recordEvent(tx, 'sign-out', accountId);
    return done(null);
  });
}
