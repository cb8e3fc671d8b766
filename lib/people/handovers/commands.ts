import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, ne, or } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { account } from '#db/schema';
import { handover } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';
import { closeAccount, lockAccountsOfState } from '#lib/people/accounts/close-account';
import { linkValidityDays, giveLink, type OneTimeLink } from '#lib/people/accounts/one-time-links';
import { runCommand } from '#lib/base/run-command';
import { done, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { attachLetter } from '#lib/people/handovers/attach-letter';
import type { Handover, Successor } from '#lib/people/handovers/schema';
import { mailRecipients, queueMail } from '#lib/people/mail/queue';
import { moveAutosaves } from '#lib/people/accounts/move-autosaves';

type Link = Pick<OneTimeLink, 'token' | 'isMailed'>;
type ResolvedSuccessor = Readonly<{ id: string; name: string; email: string; link: Link }>;

/** Creates a focal point and the link that invites them. */
async function createSuccessor(
  tx: Writer,
  actor: Actor,
  { name, email }: { name: string; email: string },
): Promise<Outcome<ResolvedSuccessor>> {
  const [existing] = await tx
    .select({ id: account.id })
    .from(account)
    .where(eq(account.email, email));
  if (existing) return invalid('email', 'emailNotPossible');
  const id = randomUUID();
  await tx.insert(account).values({
    id,
    email,
    name,
    role: 'focal-point',
    stateId: actor.stateId,
    active: true,
    createdAt: new Date().toISOString(),
  });
  await recordChange(tx, {
    actorId: actor.accountId!,
    verb: 'invite',
    entity: 'account',
    entityId: id,
    data: { role: 'focal-point' },
  });
  return done({ id, name, email, link: await giveLink(tx, actor, id, 'invitation') });
}

/**
 * Finds the successor in the same State, and makes a contributor a focal point. One's own account
 * and those of other States are answered like unknown ones.
 */
async function promoteSuccessor(
  tx: Writer,
  { accountId, stateId }: Actor,
  successorId: string,
): Promise<Outcome<ResolvedSuccessor>> {
  const [resolved] = await tx
    .select({ id: account.id, name: account.name, email: account.email, role: account.role })
    .from(account)
    .where(
      and(
        eq(account.id, successorId),
        ne(account.id, accountId!),
        eq(account.stateId, stateId!),
        eq(account.active, true),
        inArray(account.role, ['focal-point', 'contributor']),
      ),
    );
  if (!resolved) return invalid('successor', 'unknownSuccessor');
  if (resolved.role === 'contributor') {
    await tx.update(account).set({ role: 'focal-point' }).where(eq(account.id, resolved.id));
    await recordChange(tx, {
      actorId: accountId!,
      verb: 'promote',
      entity: 'account',
      entityId: resolved.id,
      data: { role: 'focal-point' },
    });
  }
  return done({ ...resolved, link: { token: '' } });
}

const resolveSuccessor = (tx: Writer, actor: Actor, successor: Successor) =>
  'accountId' in successor
    ? promoteSuccessor(tx, actor, successor.accountId)
    : createSuccessor(tx, actor, successor);

/** The State of a focal point, who may hand over. */
export const mayHandOver = ({ role, stateId }: Actor): Outcome<string> =>
  role === 'focal-point' && stateId ? done(stateId) : forbidden('role');

/**
 * A focal point hands over to a successor and their account is closed at once. Autosaved entries go
 * to the successor; drafts and returned needs belong to the State. Their name stays in the history.
 */
export async function handOver(
  actor: Actor,
  { successor, letter, file }: Handover,
): Promise<Outcome<OneTimeLink>> {
  const allowed = mayHandOver(actor);
  if (!allowed.ok) return allowed;
  const stateId = allowed.value;
  const accountId = actor.accountId!;
  return runCommand(async (tx) => {
    await lockAccountsOfState(tx, stateId);
    const resolved = await resolveSuccessor(tx, actor, successor);
    if (!resolved.ok) return resolved;
    const { id: toAccountId, name, email, link } = resolved.value;
    if (!(await closeAccount(tx, accountId))) return notFound;
    await moveAutosaves(tx, accountId, toAccountId);
    const attached = await attachLetter(tx, actor, file);
    if (!attached.ok) return attached;
    const id = randomUUID();
    await tx.insert(handover).values({
      id,
      stateId,
      fromAccountId: accountId,
      toAccountId,
      letter,
      letterId: attached.value,
      at: new Date().toISOString(),
    });
    const recipients = await mailRecipients(
      tx,
      or(eq(account.stateId, stateId), eq(account.role, 'administrator')),
    );
    await queueMail(tx, accountId, recipients, { kind: 'handed-over', data: { handover: id } });
    await recordChange(tx, {
      actorId: accountId,
      verb: 'hand-over',
      entity: 'account',
      entityId: accountId,
      data: { handoverId: id, toAccountId, letter, letterId: attached.value },
    });
    return done({
      ...link,
      email,
      name,
      reviewId: null,
      days: linkValidityDays.invitation,
      purpose: 'invitation' as const,
    });
  });
}
