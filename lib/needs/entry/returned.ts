import 'server-only';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { read } from '#db/client';
import { account, need, needVersion, review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { listNeeds, vocabulary, type NeedView } from '#lib/needs/store/queries';
import { commentsOn, type Comment } from '#lib/needs/comments/queries';
import { articlesOfKey } from '#lib/convention/provision';
import { differingFields } from '#lib/needs/model/fields';
import { fieldsOf, vocabularyCodes, validateNeed } from '#lib/needs/model/schema';
import { workingNeeds } from '#lib/needs/model/scope';

export type ReturnedNeed = Readonly<{
  need: NeedView;
  /** Who returned or reopened the need, when and why. */
  by: string;
  at: string;
  reason: string;
  /** The comments on it that are not resolved. */
  comments: readonly Comment[];
  /** Complete, and something was changed or answered since: ready to be submitted again. */
  corrected: boolean;
}>;

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** As many as can be submitted at once. */
const maximumNeeds = 500;

/** Returns all needs that wait for the actor's correction in open reviews, the longest waiting first. */
export async function returnedNeeds(actor: Actor): Promise<ReturnedNeed[]> {
  const needs = await listNeeds(actor, 'own', {
    where: and(eq(need.status, 'returned'), isNull(review.closedAt)),
    orderBy: [asc(need.updatedAt), asc(need.id)],
    limit: maximumNeeds,
  });
  if (needs.length === 0) return [];
  const codes = vocabularyCodes(await vocabulary(actor));
  const returns = await read()
    .select({
      needId: needVersion.needId,
      by: account.name,
      row: needVersion,
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
  const comments = await commentsOn(
    actor,
    needs.map(({ id }) => id),
  );
  return needs
    .flatMap((need) => {
      const returned = lastReturn.get(need.id);
      if (!returned) return [];
      const { row, by } = returned;
      const own = comments.filter(({ needId }) => needId === need.id);
      const isChanged = differingFields(fieldsOf(contentOf(row)), fieldsOf(need)).length > 0;
      const isAnswered = own.some((each) => isAnswer(each, row));
      const isComplete = validateNeed(need, need.cycle, codes).length === 0;
      return [
        {
          need,
          by,
          at: row.at,
          reason: row.reason ?? '',
          comments: own.filter(({ resolved }) => !resolved),
          corrected: isComplete && (isChanged || isAnswered),
        },
      ];
    })
    .toSorted((a, b) => compareTexts(a.at, b.at));
}

type ReturnVersion = typeof needVersion.$inferSelect;

const contentOf = (row: ReturnVersion) => ({ ...row, articles: articlesOfKey(row.provision) });

/** Whether somebody else than who returned the need said or resolved something since. */
const isAnswer = ({ authorId, at, resolved }: Comment, row: ReturnVersion): boolean =>
  (at > row.at && authorId !== row.actorId) || (resolved !== null && resolved.at > row.at);
