import 'server-only';
import { and, eq, gt, sql } from 'drizzle-orm';
import { transaction } from '#db/client';
import { attempt } from '#db/schema';

/** The number of wrong passwords that an account and a network may send within the time window. */
const limits = { account: 10, network: 100 } as const;
const windowMinutes = 15;

/**
 * Counts an attempt to sign in and returns the seconds to wait, 0 where it may go on. It is counted
 * before the password is checked, so that parallel attempts cannot pass together.
 */
export async function countAttempt(
  keys: Readonly<Record<keyof typeof limits, string>>,
): Promise<number> {
  const now = new Date();
  const windowEndsAt = new Date(now.getTime() + windowMinutes * 60_000).toISOString();
  return transaction(async (tx) => {
    let seconds = 0;
    for (const kind of ['account', 'network'] as const) {
      const isOver = sql`${attempt.windowEndsAt} <= ${now.toISOString()}`;
      const [row] = await tx
        .insert(attempt)
        .values({ key: `${kind}:${keys[kind]}`, count: 1, windowEndsAt })
        .onConflictDoUpdate({
          target: attempt.key,
          set: {
            count: sql`case when ${isOver} then 1 else ${attempt.count} + 1 end`,
            windowEndsAt: sql`case when ${isOver} then ${windowEndsAt} else ${attempt.windowEndsAt} end`,
          },
        })
        .returning();
      if (!row || row.count <= limits[kind]) continue;
      const millisecondsLeft = Date.parse(row.windowEndsAt) - now.getTime();
      seconds = Math.max(seconds, Math.ceil(millisecondsLeft / 1000));
    }
    return seconds;
  });
}

/** After the right password: uncounts this attempt, and all wrong ones of the account. */
export const forgetAttempts = (keys: Readonly<Record<keyof typeof limits, string>>) =>
  transaction(async (tx) => {
    await tx
      .update(attempt)
      .set({ count: 0 })
      .where(eq(attempt.key, `account:${keys.account}`));
    await tx
      .update(attempt)
      .set({ count: sql`${attempt.count} - 1` })
      .where(and(eq(attempt.key, `network:${keys.network}`), gt(attempt.count, 0)));
  });
