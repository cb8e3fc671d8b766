import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { account } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { closeAccount, hasOtherFocalPoint, lockPeopleOf } from '#lib/people/accounts/closing';
import { validDays, writeLink, type Invited } from '#lib/people/accounts/links';
import { attempt } from '#lib/base/attempt';
import { done, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { moveAutosaves } from '#lib/people/accounts/move-autosaves';

/**
 * A focal point invites a contributor of the own State. Who has not joined yet gets a new link; who
 * was deactivated joins
 * anew, since the password of before is forgotten.
 */
export async function inviteContributor(
  actor: Actor,
  { email, name }: { email: string; name: string },
): Promise<Outcome<Invited>> {
  const { role, stateId } = actor;
  if (role !== 'focal-point' || !stateId) return forbidden('role');
  return attempt(async (tx) => {
    const [existing] = await tx.select().from(account).where(eq(account.email, email));
    const mayJoin =
      existing?.role === 'contributor' &&
      existing.stateId === stateId &&
      (existing.passwordHash === null || !existing.active);
    if (existing && !mayJoin) return invalid('email', 'emailTaken');
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
    const token = await writeLink(tx, actor, accountId, 'invitation');
    await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'invite',
      entity: 'account',
      entityId: accountId,
      data: { role: 'contributor' },
    });
    return done({ token, email, name, reviewId: null, days: validDays.invitation });
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
 * A focal point closes the account of a contributor of the own State; what they typed and did not
 * save goes over to the focal point.
 */
export async function deactivateContributor(
  actor: Actor,
  { accountId }: { accountId: string },
): Promise<Outcome<null>> {
  if (actor.role !== 'focal-point') return forbidden('role');
  return attempt(async (tx) => {
    const account_ = await otherAccount(tx, actor, accountId);
    if (account_?.role !== 'contributor' || account_.stateId !== actor.stateId) return notFound;
    const result = await closeAndLog(tx, actor, accountId);
    if (result.ok) await moveAutosaves(tx, accountId, actor.accountId!);
    return result;
  });
}

/**
 * The administrator closes any account but the own, and that of a State's only focal point, who
 * hands over instead.
 */
export async function deactivateAccount(
  actor: Actor,
  { accountId }: { accountId: string },
): Promise<Outcome<null>> {
  if (actor.role !== 'administrator') return forbidden('role');
  return attempt(async (tx) => {
    const account_ = await otherAccount(tx, actor, accountId);
    if (!account_) return notFound;
    if (account_.role === 'focal-point' && account_.passwordHash !== null) {
      await lockPeopleOf(tx, account_.stateId!);
      if (!(await hasOtherFocalPoint(tx, account_.stateId!, accountId)))
        return invalid('', 'lastFocalPoint');
    }
    return closeAndLog(tx, actor, accountId);
  });
}

/**
 * Opens a closed account again; the administrator alone does. The password is the one of before.
 */
export async function reactivateAccount(
  actor: Actor,
  { accountId }: { accountId: string },
): Promise<Outcome<null>> {
  if (actor.role !== 'administrator') return forbidden('role');
  return attempt(async (tx) => {
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
