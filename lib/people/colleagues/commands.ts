import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { recordChange, recordEvent } from '#db/change';
import type { Writer } from '#db/client';
import { account } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import {
  closeAccount,
  hasOtherFocalPoint,
  lockAccountsOfState,
} from '#lib/people/accounts/close-account';
import {
  linkValidityDays,
  giveLink,
  linkToken,
  type OneTimeLink,
} from '#lib/people/accounts/one-time-links';
import { environment } from '#lib/base/env';
import { runCommand } from '#lib/base/run-command';
import { done, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { moveAutosaves } from '#lib/people/accounts/move-autosaves';

type Invited = Readonly<{ email: string; name: string }>;

const invitationLink = (
  { email, name }: Invited,
  link: Pick<OneTimeLink, 'token' | 'isMailed'>,
): OneTimeLink => ({
  ...link,
  email,
  name,
  reviewId: null,
  days: linkValidityDays.invitation,
  purpose: 'invitation',
});

/**
 * Answers an address that already has an account. A focal point learns of those of their own State,
 * which they see anyway; any other is answered as if it had been invited, and the link opens nothing.
 * The log tells the administrator.
 */
async function refuseUnseen(
  tx: Writer,
  actor: Actor,
  existing: Readonly<{ id: string; stateId: string | null }>,
  invited: Invited,
): Promise<Outcome<OneTimeLink>> {
  if (existing.stateId === actor.stateId) return invalid('email', 'emailTaken');
  await recordEvent(tx, 'invitation-refused', actor.accountId, { account: existing.id });
  const link = environment().mail
    ? { token: '', isMailed: true }
    : { token: linkToken(randomUUID()) };
  return done(invitationLink(invited, link));
}

/**
 * A focal point invites a contributor of their own State. Somebody who has not joined yet gets a
 * new link; somebody who was deactivated joins again with a new password.
 */
export async function inviteContributor(
  actor: Actor,
  { email, name }: { email: string; name: string },
): Promise<Outcome<OneTimeLink>> {
  const { role, stateId } = actor;
  if (role !== 'focal-point' || !stateId) return forbidden('role');
  return runCommand(async (tx) => {
    const [existing] = await tx.select().from(account).where(eq(account.email, email));
    const mayJoin =
      existing?.role === 'contributor' &&
      existing.stateId === stateId &&
      (existing.passwordHash === null || !existing.active);
    if (existing && !mayJoin) return refuseUnseen(tx, actor, existing, { email, name });
    const accountId = existing?.id ?? randomUUID();
    if (existing)
      await tx
        .update(account)
        .set({ name, active: true, passwordHash: null })
        .where(eq(account.id, accountId));
    else
      await tx.insert(account).values({
        id: accountId,
        email,
        name,
        role: 'contributor',
        stateId,
        active: true,
        createdAt: new Date().toISOString(),
      });
    const link = await giveLink(tx, actor, accountId, 'invitation');
    await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'invite',
      entity: 'account',
      entityId: accountId,
      data: { role: 'contributor' },
    });
    return done(invitationLink({ email, name }, link));
  });
}

const otherAccount = async (tx: Writer, actor: Actor, accountId: string) =>
  (
    await tx
      .select()
      .from(account)
      .where(
        and(
          eq(account.id, accountId),
          ne(account.role, 'system'),
          ne(account.id, actor.accountId!),
        ),
      )
  )[0];

async function closeAndLog(tx: Writer, actor: Actor, accountId: string): Promise<Outcome<null>> {
  if (!(await closeAccount(tx, accountId))) return notFound;
  await recordChange(tx, {
    actorId: actor.accountId!,
    verb: 'deactivate',
    entity: 'account',
    entityId: accountId,
  });
  return done(null);
}

/**
 * A focal point closes the account of a contributor of their own State, and takes over the
 * contributor's autosaved entries.
 */
export async function deactivateContributor(
  actor: Actor,
  { accountId }: { accountId: string },
): Promise<Outcome<null>> {
  if (actor.role !== 'focal-point') return forbidden('role');
  return runCommand(async (tx) => {
    const person = await otherAccount(tx, actor, accountId);
    if (person?.role !== 'contributor' || person.stateId !== actor.stateId) return notFound;
    const result = await closeAndLog(tx, actor, accountId);
    if (result.ok) await moveAutosaves(tx, accountId, actor.accountId!);
    return result;
  });
}

/**
 * The administrator closes any account except their own and that of a State's only focal point, who
 * has to hand over instead.
 */
export async function deactivateAccount(
  actor: Actor,
  { accountId }: { accountId: string },
): Promise<Outcome<null>> {
  if (actor.role !== 'administrator') return forbidden('role');
  return runCommand(async (tx) => {
    const person = await otherAccount(tx, actor, accountId);
    if (!person) return notFound;
    if (person.role === 'focal-point' && person.passwordHash !== null) {
      await lockAccountsOfState(tx, person.stateId!);
      if (!(await hasOtherFocalPoint(tx, person.stateId!, accountId)))
        return invalid('', 'lastFocalPoint');
    }
    return closeAndLog(tx, actor, accountId);
  });
}

/** The administrator reopens a closed account, with its previous password. */
export async function reactivateAccount(
  actor: Actor,
  { accountId }: { accountId: string },
): Promise<Outcome<null>> {
  if (actor.role !== 'administrator') return forbidden('role');
  return runCommand(async (tx) => {
    const [opened] = await tx
      .update(account)
      .set({ active: true })
      .where(and(eq(account.id, accountId), eq(account.active, false), ne(account.role, 'system')))
      .returning({ id: account.id });
    if (!opened) return notFound;
    await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'reactivate',
      entity: 'account',
      entityId: accountId,
    });
    return done(null);
  });
}
