import 'server-only';
import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { account, session, state } from '#db/schema';
import { sessionHash } from '#db/session-hash';
import { revokeLinks } from '#lib/people/accounts/one-time-links';

/** Ends the sessions of an account, but for the one with this id, if it is given. */
export const endSessions = (tx: Writer, accountId: string, except = '') =>
  tx
    .update(session)
    .set({ endedAt: new Date().toISOString() })
    .where(
      and(
        eq(session.accountId, accountId),
        isNull(session.endedAt),
        ne(session.id, sessionHash(except)),
      ),
    );

/**
 * Closes an account and ends its sessions and links; its name stays. False if it was closed
 * already.
 */
export async function closeAccount(tx: Writer, accountId: string): Promise<boolean> {
  const [closed] = await tx
    .update(account)
    .set({ active: false })
    .where(and(eq(account.id, accountId), eq(account.active, true)))
    .returning({ id: account.id });
  await endSessions(tx, accountId);
  await revokeLinks(tx, accountId);
  return closed !== undefined;
}

/**
 * Locks the accounts of a State, so that two people who leave at the same time cannot count on each
 * other.
 */
export const lockAccountsOfState = (tx: Writer, stateId: string) =>
  tx
    .update(state)
    .set({ code: sql`${state.code}` })
    .where(eq(state.id, stateId));

/** Whether the State has another focal point who can sign in. Lock the accounts of the State before. */
export async function hasOtherFocalPoint(
  tx: Writer,
  stateId: string,
  accountId: string,
): Promise<boolean> {
  const [other] = await tx
    .select({ id: account.id })
    .from(account)
    .where(
      and(
        eq(account.role, 'focal-point'),
        eq(account.stateId, stateId),
        eq(account.active, true),
        isNotNull(account.passwordHash),
        ne(account.id, accountId),
      ),
    )
    .limit(1);
  return other !== undefined;
}
