import 'server-only';
import { and, eq, gt, sql } from 'drizzle-orm';
import { transaction } from '#db/client';
import { attempt } from '#db/schema';

/** How many wrong passwords an account and a network may send within the window. */
const limits = { account: 10, network: 100 } as const;
const windowMinutes = 15;

/**
 * Counts this try under each key first, so that parallel tries cannot pass together; returns the
 * seconds to wait, 0 if it may go on.
 */
export async function countAttempt(
  keys: Readonly<Record<keyof typeof limits, string>>,
): Promise<number> {
  const now = new Date();
  const ends = new Date(now.getTime() + windowMinutes * 60_000).toISOString();
  return transaction(async (tx) => {
    let seconds = 0;
    for (const kind of ['account', 'network'] as const) {
      const over = sql`${attempt.windowEndsAt} <= ${now.toISOString()}`;
      const [row] = await tx
        .insert(attempt)
        .values({ key: `${kind}:${keys[kind]}`, count: 1, windowEndsAt: ends })
        .onConflictDoUpdate({
          target: attempt.key,
          set: {
            count: sql`case when ${over} then 1 else ${attempt.count} + 1 end`,
            windowEndsAt: sql`case when ${over} then ${ends} else ${attempt.windowEndsAt} end`,
          },
        })
        .returning();
      if (row && row.count > limits[kind])
        seconds = Math.max(
          seconds,
          Math.ceil((Date.parse(row.windowEndsAt) - now.getTime()) / 1000),
        );
    }
    return seconds;
  });
}

/** A right password takes back what this try counted, and all wrong ones of the account. */
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
