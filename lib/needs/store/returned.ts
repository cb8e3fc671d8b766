import 'server-only';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { read } from '#db/client';
import { account, need, needVersion, review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { listNeeds, vocabulary, type NeedView } from '#lib/needs/store/queries';
import { vocabularyCodes, validateNeed } from '#lib/needs/model/schema';
import { workingNeeds } from '#lib/needs/model/scope';

export type ReturnedNeed = Readonly<{
  need: NeedView;
  /** Who returned or reopened the need, when and why. */
  by: string;
  at: string;
  reason: string;
  /** Saved since then and complete: ready to be submitted again. */
  corrected: boolean;
}>;

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** As many as can be submitted at once. */
const maximumNeeds = 500;

/** Returns all needs that wait for the actor's correction, the longest waiting first. */
export async function returnedNeeds(actor: Actor): Promise<ReturnedNeed[]> {
  const needs = await listNeeds(actor, 'own', {
    where: eq(need.status, 'returned'),
    orderBy: [asc(need.updatedAt), asc(need.id)],
    limit: maximumNeeds,
  });
  if (needs.length === 0) return [];
  const codes = vocabularyCodes(await vocabulary(actor));
  const returns = await read()
    .select({
      needId: needVersion.needId,
      version: needVersion.version,
      by: account.name,
      at: needVersion.at,
      reason: needVersion.reason,
    })
    .from(needVersion)
    .innerJoin(need, eq(need.id, needVersion.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(account, eq(account.id, needVersion.actorId))
    .where(
      and(
        eq(need.status, 'returned'),
        workingNeeds(actor),
        inArray(needVersion.verb, ['return', 'reopen']),
      ),
    )
    .orderBy(desc(needVersion.version));
  const lastReturn = new Map(returns.toReversed().map((returned) => [returned.needId, returned]));
  return needs
    .flatMap((need) => {
      const returned = lastReturn.get(need.id);
      if (!returned) return [];
      const corrected =
        need.version > returned.version && validateNeed(need, need.cycle, codes).length === 0;
      return [{ need, by: returned.by, at: returned.at, reason: returned.reason ?? '', corrected }];
    })
    .toSorted((a, b) => compareTexts(a.at, b.at));
}
