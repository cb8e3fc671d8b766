import 'server-only';
import { eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client';
import { assignment, need, needVersion } from '#db/schema';

export type Involvement = Readonly<{
  /**
   * Authors of any version of the need, and everybody ever appointed to its review: they may know
   * the first coding.
   */
  all: ReadonlySet<string>;
  /** Whoever entered, edited or recoded it: the first coding is theirs. */
  firstCoders: ReadonlySet<string>;
}>;

const codingVerbs = ['enter', 'edit', 'recode'];

/** Who was involved in each of these needs (a few hundred at most). */
export async function involvementIn(
  from: Reader | Writer,
  needIds: readonly string[],
): Promise<ReadonlyMap<string, Involvement>> {
  const hands = new Map(
    needIds.map((id) => [id, { all: new Set<string>(), firstCoders: new Set<string>() }]),
  );
  if (needIds.length === 0) return hands;
  const ids = [...needIds];
  for (const { needId, verb, actorId } of await from
    .selectDistinct({
      needId: needVersion.needId,
      verb: needVersion.verb,
      actorId: needVersion.actorId,
    })
    .from(needVersion)
    .where(inArray(needVersion.needId, ids))) {
    hands.get(needId)!.all.add(actorId);
    if (codingVerbs.includes(verb)) hands.get(needId)!.firstCoders.add(actorId);
  }
  const appointed = await from
    .select({ needId: need.id, accountId: assignment.accountId })
    .from(need)
    .innerJoin(assignment, eq(assignment.reviewId, need.reviewId))
    .where(inArray(need.id, ids));
  for (const { needId, accountId } of appointed) hands.get(needId)!.all.add(accountId);
  return hands;
}
