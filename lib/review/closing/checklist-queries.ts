import 'server-only';
import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, need, review } from '#db/schema';
import { waiver } from '#db/schema/decisions';
import { systemActor, type Actor } from '#lib/base/actor';
import { secondCodingOf } from '#lib/review/coding/review-queries';
import { commentsOn } from '#lib/needs/comments/queries';
import { chaptersOfCycle } from '#lib/convention/chapters';
import { today } from '#lib/text/dates';
import { needsOfReview } from '#lib/needs/store/of-review';
import { deskOf } from '#lib/needs/reviews/desk';
import { doubtsOf, type Doubt } from '#lib/review/closing/doubts';
import type { ReviewSeen } from '#lib/needs/reviews/queries';
import { currentSettings } from '#lib/people/settings/queries';
import { summary } from '#lib/counting/summaries/queries';

export type Waiver = Readonly<{
  id: string;
  reason: string;
  by: string;
  at: string;
  expiresOn: string;
}>;
export type Checked = Doubt &
  Readonly<{ /** Why it need not be settled; null: it must be. */ waived: Waiver | null }>;

/**
 * The waivers of a review that were not taken back, by doubt and subject; those that have expired
 * waive nothing any more.
 */
async function waiversOf(
  reviewId: string,
  day: string,
  from: Reader | Writer,
): Promise<Map<string, Waiver>> {
  const rows = await from
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
 * Whether a review is one whose completeness the actor answers for: its reviewers and the
 * administrator.
 */
export const answersFor = (actor: Actor, { id }: Pick<ReviewSeen, 'id'>): boolean =>
  actor.role === 'administrator' || (actor.role === 'reviewer' && actor.reviewIds.includes(id));

/** Requests that nobody has answered yet. */
const openRequests = async (reviewId: string, from: Reader | Writer): Promise<Set<string>> =>
  new Set(
    (
      await from
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
 * All that is doubtful about a review before it is closed, computed anew each time; empty for
 * whoever does not answer for it.
 */
export async function checklistOf(
  actor: Actor,
  seen: ReviewSeen,
  from: Reader | Writer = read(),
): Promise<Checked[]> {
  if (!answersFor(actor, seen)) return [];
  // What is doubtful is so whoever looks, so all needs and numbers are taken in, not only those
  // that this reader sees.
  const everything = systemActor(actor.accountId!, actor.name);
  const needs = (await needsOfReview(everything, seen, from)).filter(
    ({ status }) => status !== 'withdrawn',
  );
  const desk = await deskOf(everything, seen, from);
  const waivers = await waiversOf(seen.id, today(), from);
  const asked = await openRequests(seen.id, from);
  const comments = await commentsOn(
    everything,
    needs.map(({ id }) => id),
    { open: true },
    from,
  );
  const count = await summary(everything, {
    cycle: seen.cycle,
    chapters: chaptersOfCycle(seen.cycle),
    cutoff: null,
    regions: [],
  });
  const second = await secondCodingOf(everything, seen.id, from);
  const { 'second-coding': least } = await currentSettings(actor, from);
  const doubts = doubtsOf({
    review: seen,
    desk: desk.chapters,
    needs,
    asked,
    commented: Map.groupBy(comments, ({ needId }) => needId),
    topics: count.topics,
    second,
    leastAlike: least === 'none' ? 0 : Number.parseInt(least, 10),
  });
  return doubts.map((doubt) => ({
    ...doubt,
    waived: waivers.get(`${doubt.doubt} ${doubt.subject}`) ?? null,
  }));
}
