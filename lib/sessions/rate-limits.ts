import 'server-only';
import { and, eq, lt, sql } from 'drizzle-orm';
import { transaction, type Writer } from '#db/client';
import { attempt } from '#db/schema';
import { globalSingleton } from '#lib/base/global-singleton';

/**
 * How many tries are free, and the seconds after which one of them is forgotten. Each further try
 * doubles the wait before the next one.
 */
type Limit = Readonly<{
  free: number;
  forgetAfter: number;
  /** Every wait lasts until one try is forgotten: never more than so many in a time. */
  isStrict?: true;
}>;
const limits = {
  /** Wrong passwords of one account from one network or one known device. */
  pair: { free: 5, forgetAfter: 180 },
  /** Wrong passwords from one network, whichever account is tried. */
  network: { free: 100, forgetAfter: 9 },
  /** Wrong passwords of one account from unknown devices, wherever they are: 10 in 15 minutes. */
  account: { free: 5, forgetAfter: 180, isStrict: true },
  /** Wrong codes of one account from unknown devices, or from one known device. */
  code: { free: 5, forgetAfter: 180, isStrict: true },
  /** Changes of one's own password. */
  password: { free: 10, forgetAfter: 90 },
  /** Passwords chosen by one-time links, from one network. */
  invitation: { free: 30, forgetAfter: 30 },
  /** Requests for a link by mail, from one network. */
  forgotten: { free: 10, forgetAfter: 90 },
  /** Links that are mailed to one address. */
  mailed: { free: 3, forgetAfter: 900 },
  /** One-time links created by one account. */
  link: { free: 200, forgetAfter: 5 },
} as const satisfies Record<string, Limit>;

export type LimitKind = keyof typeof limits;
export type LimitKey = Readonly<{ kind: LimitKind; of: string }>;

const longestWait = 900;
const secondsKept = 3600;
/** A try that another one overtakes is counted again, so often at most. */
const mostRounds = 20;

const keyOf = ({ kind, of }: LimitKey) => `${kind}:${of}`;

/** The seconds to wait after the last of so many tries. */
function waitAfter(count: number, { free, forgetAfter, isStrict }: Limit): number {
  if (count < free) return 0;
  return isStrict ? forgetAfter : Math.min(2 ** Math.min(count - free, 20), longestWait);
}

/** The row says when it may be deleted, so many seconds after the last try. */
const lastTryOf = (windowEndsAt: string) => Date.parse(windowEndsAt) - secondsKept * 1000;

/** Counts one try; the seconds to wait where it is too early, undefined where another overtook it. */
async function countOnce(tx: Writer, key: LimitKey, now: number): Promise<number | undefined> {
  const limit = limits[key.kind];
  const windowEndsAt = new Date(now + secondsKept * 1000).toISOString();
  const [row] = await tx
    .select()
    .from(attempt)
    .where(eq(attempt.key, keyOf(key)));
  if (!row) {
    const inserted = await tx
      .insert(attempt)
      .values({ key: keyOf(key), count: 1, windowEndsAt })
      .onConflictDoNothing()
      .returning();
    return inserted.length > 0 ? 0 : undefined;
  }
  const elapsed = Math.max(0, now - lastTryOf(row.windowEndsAt)) / 1000;
  const left = waitAfter(row.count, limit) - elapsed;
  if (left > 0) return Math.ceil(left);
  const count = Math.max(0, row.count - Math.floor(elapsed / limit.forgetAfter)) + 1;
  const updated = await tx
    .update(attempt)
    .set({ count, windowEndsAt })
    .where(
      and(
        eq(attempt.key, keyOf(key)),
        eq(attempt.count, row.count),
        eq(attempt.windowEndsAt, row.windowEndsAt),
      ),
    )
    .returning();
  return updated.length > 0 ? 0 : undefined;
}

/**
 * Counts a try by each key and returns the seconds to wait, 0 where it may go on. It is counted
 * before anything is checked, so that parallel tries cannot pass together. A try that has to wait
 * counts nowhere: it would keep others waiting for ever.
 */
export async function countAttempt(keys: readonly LimitKey[]): Promise<number> {
  const now = Date.now();
  await deleteOldAttempts(now);
  return transaction(async (tx) => {
    for (const [index, key] of keys.entries()) {
      let seconds: number | undefined;
      for (let round = 0; seconds === undefined && round < mostRounds; round += 1) {
        seconds = await countOnce(tx, key, now);
      }
      if (seconds === 0) continue;
      await uncount(tx, keys.slice(0, index));
      return seconds ?? 1;
    }
    return 0;
  });
}

/** Deletes the tries that no longer count, once a minute. */
async function deleteOldAttempts(now: number) {
  const last = globalSingleton('attempts-deleted', () => ({ at: 0 }));
  if (now - last.at < 60_000) return;
  last.at = now;
  await transaction((tx) =>
    tx.delete(attempt).where(lt(attempt.windowEndsAt, new Date(now).toISOString())),
  );
}

async function uncount(tx: Writer, keys: readonly LimitKey[]) {
  for (const key of keys) {
    await tx
      .update(attempt)
      .set({ count: sql`case when ${attempt.count} > 0 then ${attempt.count} - 1 else 0 end` })
      .where(eq(attempt.key, keyOf(key)));
  }
}

/** After a try that was right: takes it back, and all wrong ones by this account from there. */
export const settleAttempt = (keys: readonly LimitKey[]) =>
  transaction(async (tx) => {
    await uncount(tx, keys);
    for (const key of keys.filter(({ kind }) => kind === 'pair')) {
      await tx.delete(attempt).where(eq(attempt.key, keyOf(key)));
    }
  });

/** Forgets all tries at the password of an account, once its owner has chosen a new one. */
export async function forgetAttempts(tx: Writer, email: string) {
  const pairs = `${keyOf({ kind: 'pair', of: email })}|`;
  await tx.delete(attempt).where(eq(attempt.key, keyOf({ kind: 'account', of: email })));
  await tx.delete(attempt).where(eq(sql`substr(${attempt.key}, 1, ${pairs.length})`, pairs));
}
