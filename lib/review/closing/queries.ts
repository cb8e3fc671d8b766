import 'server-only';
import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, need, review } from '#db/schema';
import { waiver } from '#db/schema/decisions';
import { systemActor, type Actor } from '#lib/base/actor';
import { secondCodingProgress } from '#lib/review/coding/review-queries';
import { commentsOn } from '#lib/needs/comments/queries';
import { chaptersOfCycle } from '#lib/convention/chapters';
import { today } from '#lib/text/dates';
import { needsOfReview } from '#lib/needs/store/review-needs';
import { loadReviewStatus } from '#lib/needs/reviews/load-review-status';
import { findDoubts, type Doubt } from '#lib/review/closing/doubts';
import type { ReviewView } from '#lib/needs/reviews/queries';
import { currentSettings } from '#lib/people/settings/queries';
import { countForOptions } from '#lib/counting/summaries/queries';

type Waiver = Readonly<{
  id: string;
  reason: string;
  by: string;
  at: string;
  expiresOn: string;
}>;
export type ChecklistItem = Doubt &
  Readonly<{
    /** Null: the doubt has to be settled. */
    waiver: Waiver | null;
    /** Whether the actor may open the need in doubt; true where there is none. */
    isVisible: boolean;
  }>;

/** The current waivers of a review by doubt and subject, without expired ones. */
async function waiversOf(
  reviewId: string,
  day: string,
  connection: Reader | Writer,
): Promise<Map<string, Waiver>> {
  const rows = await connection
    .select({
      id: waiver.id,
      doubt: waiver.doubt,
      subject: waiver.subject,
      reason: waiver.reason,
      by: account.name,
      at: waiver.at,
      expiresOn: waiver.expiresOn,
    })
    .from(waiver)
    .innerJoin(account, eq(account.id, waiver.waivedBy))
    .where(and(eq(waiver.reviewId, reviewId), isNull(waiver.toSeq)))
    .orderBy(asc(waiver.at), asc(waiver.id));
  return new Map(
    rows
      .filter(({ expiresOn }) => expiresOn >= day)
      .map(({ doubt, subject, ...row }) => [`${doubt} ${subject}`, row]),
  );
}

/**
 * Whether the actor is responsible for the completeness of a review: its reviewers and the
 * administrator.
 */
export const isResponsibleFor = (actor: Actor, { id }: Pick<ReviewView, 'id'>): boolean =>
  actor.role === 'administrator' || (actor.role === 'reviewer' && actor.reviewIds.includes(id));

/** Ids of needs with an unanswered request. */
const openRequests = async (reviewId: string, connection: Reader | Writer): Promise<Set<string>> =>
  new Set(
    (
      await connection
        .select({ id: need.id })
        .from(need)
        .innerJoin(review, eq(review.id, need.reviewId))
        .where(
          and(
            eq(need.reviewId, reviewId),
            inArray(need.request, ['objection', 'withdrawal']),
            ne(need.status, 'withdrawn'),
          ),
        )
    ).map(({ id }) => id),
  );

/**
 * The doubts about a review before it is closed, computed anew each time; empty for actors who are
 * not responsible for it.
 */
export async function reviewChecklist(
  actor: Actor,
  target: ReviewView,
  connection: Reader | Writer = read(),
): Promise<ChecklistItem[]> {
  if (!isResponsibleFor(actor, target)) return [];
  // Doubts do not depend on the reader, so all needs and numbers are included, not only those that
  // the actor sees.
  const fullScope = systemActor(actor.accountId!, actor.name);
  const needs = (await needsOfReview(fullScope, target, connection)).filter(
    ({ status }) => status !== 'withdrawn',
  );
  const status = await loadReviewStatus(fullScope, target, connection);
  const waivers = await waiversOf(target.id, today(), connection);
  const requests = await openRequests(target.id, connection);
  const comments = await commentsOn(
    fullScope,
    needs.map(({ id }) => id),
    { open: true },
    connection,
  );
  const count = await countForOptions(fullScope, {
    cycle: target.cycle,
    chapters: chaptersOfCycle(target.cycle),
    cutoff: null,
    regions: [],
  });
  const secondCoding = await secondCodingProgress(fullScope, target.id, connection);
  const { 'second-coding': minAgreement } = await currentSettings(actor, connection);
  const doubts = findDoubts({
    review: target,
    chapters: status.chapters,
    needs,
    openRequests: requests,
    openComments: Map.groupBy(comments, ({ needId }) => needId),
    topics: count.topics,
    secondCoding,
    minAgreement: minAgreement === 'none' ? 0 : Number.parseInt(minAgreement, 10),
  });
  const visible = new Set((await needsOfReview(actor, target, connection)).map(({ id }) => id));
  return doubts.map((doubt): ChecklistItem => ({
    ...doubt,
    isVisible: !doubt.need || visible.has(doubt.need.id),
    waiver: waivers.get(`${doubt.doubt} ${doubt.subject}`) ?? null,
  }));
}
