import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { read, transaction, type Writer } from '#db/client';
import { account, invitation, review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { endSessions } from '#lib/people/accounts/close-account';
import { linkValidityDays, giveLink, type OneTimeLink } from '#lib/people/accounts/one-time-links';
import { hashPassword, verifyPassword } from '#lib/sessions/passwords';
import { weaknessOf } from '#lib/sessions/weak-passwords';
import { forgetAttempts } from '#lib/sessions/rate-limits';
import { tokenHash } from '#lib/people/accounts/tokens';
import type { InvitedRole } from '#lib/base/roles';
import { findOrCreateOrganisation } from '#lib/people/organisations/organisations';
import { runCommand } from '#lib/base/run-command';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { refuseConflictOfInterest } from '#lib/people/reviewers/conflicts';
import { assignReviewer } from '#lib/people/reviewers/assign';

const now = () => new Date().toISOString();

/** The review of an invitation, with its State. Whoever may invite sees every review. */
async function findReview(tx: Writer, id: string) {
  const [row] = await tx
    .select({ id: review.id, stateId: review.stateId })
    .from(review)
    .where(eq(review.id, id));
  return row;
}

type InvitationInput = Readonly<{
  email: string;
  name: string;
  role: InvitedRole;
  review: string;
  organisation?: string;
  region?: Region | '';
}>;
/** What an account is limited to. */
type AccountScope = Pick<typeof account.$inferSelect, 'stateId' | 'organisationId' | 'region'>;

/** The State, organisation or region that the role of an invitation is limited to. */
async function scopeOfRole(
  tx: Writer,
  actor: Actor,
  { role, organisation, region }: InvitationInput,
  stateId: string | null,
): Promise<Outcome<AccountScope>> {
  const unlimited: AccountScope = { stateId: null, organisationId: null, region: null };
  switch (role) {
    case 'focal-point':
      if (stateId === null) return invalid('role', 'focalPointNeedsReview');
      return done({ ...unlimited, stateId });
    case 'provider': {
      if (!organisation) return invalid('organisation', 'providerNeedsOrganisation');
      const { id } = await findOrCreateOrganisation(tx, actor, organisation);
      return done({ ...unlimited, organisationId: id });
    }
    case 'adviser':
      if (!region) return invalid('region', 'adviserNeedsRegion');
      return done({ ...unlimited, region });
    default:
      return done(unlimited);
  }
}

/** Only reviewers are invited again once they have signed up. */
function mayInviteAgain(
  existing: typeof account.$inferSelect,
  role: InvitedRole,
  { stateId, organisationId, region }: AccountScope,
): boolean {
  const isSame =
    existing.role === role &&
    existing.stateId === stateId &&
    existing.organisationId === organisationId &&
    existing.region === region;
  const hasNotJoined = existing.passwordHash === null && existing.active;
  return isSame && (role === 'reviewer' || hasNotJoined);
}

async function createAccount(
  tx: Writer,
  actor: Actor,
  { email, name, role }: InvitationInput,
  scope: AccountScope,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insert(account)
    .values({ id, email, name, role, ...scope, active: true, createdAt: now() });
  await recordChange(tx, {
    actorId: actor.accountId!,
    verb: 'invite',
    entity: 'account',
    entityId: id,
    data: { role },
  });
  return id;
}

/**
 * Invites a person: a focal point of a State, a reviewer of a review, a provider of an
 * organisation, an adviser of a region, or staff. Inviting a reviewer again for another review
 * assigns it to them. Until somebody has signed up, they get a new link.
 */
export async function invite(actor: Actor, input: InvitationInput): Promise<Outcome<OneTimeLink>> {
  if (actor.role !== 'administrator' && actor.role !== 'system') return forbidden('role');
  return runCommand(async (tx) => {
    const invitedTo = input.review ? await findReview(tx, input.review) : undefined;
    if (input.review && !invitedTo) return notFound;
    const scope = await scopeOfRole(tx, actor, input, invitedTo?.stateId ?? null);
    if (!scope.ok) return scope;
    const [existing] = await tx.select().from(account).where(eq(account.email, input.email));
    if (existing && !mayInviteAgain(existing, input.role, scope.value))
      return invalid('email', 'emailTaken');
    const accountId = existing?.id ?? (await createAccount(tx, actor, input, scope.value));
    if (invitedTo && input.role === 'reviewer') {
      const refused = await refuseConflictOfInterest(tx, actor, invitedTo.id, accountId, 'email');
      if (refused) return refused;
      await assignReviewer(tx, actor, invitedTo.id, accountId);
    }
    const link = existing?.passwordHash
      ? { token: '' }
      : await giveLink(tx, actor, accountId, 'invitation');
    return done({
      ...link,
      email: input.email,
      name: existing?.name ?? input.name,
      reviewId: invitedTo?.id ?? null,
      days: linkValidityDays.invitation,
      purpose: 'invitation',
    });
  });
}

/** Creates a link for choosing a new password. The sessions end when it is used. */
export async function resetPassword(
  actor: Actor,
  { accountId }: { accountId: string },
): Promise<Outcome<OneTimeLink>> {
  if (actor.role !== 'administrator') return forbidden('role');
  return runCommand(async (tx) => {
    const [person] = await tx
      .select()
      .from(account)
      .where(and(eq(account.id, accountId), ne(account.role, 'system')));
    if (!person) return notFound;
    const purpose = person.passwordHash ? 'reset' : 'invitation';
    const link = await giveLink(tx, actor, accountId, purpose);
    await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'reset-password',
      entity: 'account',
      entityId: accountId,
    });
    return done({
      ...link,
      email: person.email,
      name: person.name,
      reviewId: null,
      days: linkValidityDays[purpose],
      purpose,
    });
  });
}

/**
 * Accepts an invitation or a reset: sets name and password, uses up the link and ends other
 * sessions.
 */
export async function acceptInvitation(
  _actor: Actor,
  { token, name, password }: { token: string; name: string; password: string },
): Promise<Outcome<{ email: string; accountId: string }>> {
  // Hashing a password is slow by intent: whoever guesses tokens must not make the register do it.
  const isOpen = and(
    eq(invitation.tokenHash, tokenHash(token)),
    isNull(invitation.usedAt),
    gt(invitation.expiresAt, now()),
  );
  const [open] = await read()
    .select({ email: account.email })
    .from(invitation)
    .innerJoin(account, eq(account.id, invitation.accountId))
    .where(isOpen);
  if (!open) return notFound;
  const weakness = weaknessOf(password, open.email);
  if (weakness) return invalid('password', weakness);
  const passwordHash = await hashPassword(password);
  return runCommand(async (tx) => {
    const [used] = await tx
      .update(invitation)
      .set({ usedAt: now() })
      .where(isOpen)
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
    await forgetAttempts(tx, person!.email);
    return done({ email: person!.email, accountId: used.accountId });
  });
}

/** Changes the actor's password and ends their other sessions. */
export async function changePassword(
  actor: Actor,
  { current, password }: { current: string; password: string },
): Promise<Outcome<null>> {
  const { accountId } = actor;
  if (!accountId) return failed({ kind: 'unauthenticated' });
  const [stored] = await transaction((tx) =>
    tx
      .select({ passwordHash: account.passwordHash, email: account.email })
      .from(account)
      .where(eq(account.id, accountId)),
  );
  if (!(await verifyPassword(current, stored?.passwordHash)))
    return invalid('current', 'wrongPassword');
  const weakness = weaknessOf(password, stored!.email);
  if (weakness) return invalid('password', weakness);
  const passwordHash = await hashPassword(password);
  return runCommand(async (tx) => {
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

/** Stores the language that the actor chose. */
export async function rememberLanguage(
  actor: Actor,
  { language }: { language: Locale },
): Promise<Outcome<null>> {
  const { accountId } = actor;
  if (!accountId) return done(null);
  return runCommand(async (tx) => {
    await tx.update(account).set({ locale: language }).where(eq(account.id, accountId));
    return done(null);
  });
}
