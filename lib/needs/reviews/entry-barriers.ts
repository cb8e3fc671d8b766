import 'server-only';
import { and, inArray, isNull } from 'drizzle-orm';
import { read } from '#db/client';
import { declaration } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';
import { chaptersOfCycle, type Chapter } from '#lib/convention/chapters';
import { mayEnter } from '#lib/needs/model/transitions';
import { listReviews, type ReviewView } from '#lib/needs/reviews/queries';
import type { EntryBarrier } from '#lib/needs/reviews/review-status';

/** What stands in the way of entering needs into a review. */
export type EntryTo = Readonly<{
  review: ReviewView;
  /** Chapters declared complete: nothing is entered into them. */
  declared: readonly Chapter[];
  /** Why nothing can be entered at all; undefined where something can. */
  barrier?: EntryBarrier;
}>;

/** Returns the declared chapters of these reviews, by review. */
async function declaredByReview(reviews: readonly ReviewView[]) {
  if (reviews.length === 0) return new Map<string, Chapter[]>();
  const rows = await read()
    .select({ reviewId: declaration.reviewId, chapter: declaration.chapter })
    .from(declaration)
    .where(
      and(
        inArray(
          declaration.reviewId,
          reviews.map(({ id }) => id),
        ),
        isNull(declaration.toSeq),
      ),
    );
  const byReview = Map.groupBy(rows, ({ reviewId }) => reviewId);
  return new Map([...byReview].map(([id, found]) => [id, found.map(({ chapter }) => chapter)]));
}

/** What stands in the way of entering needs into these reviews, which the actor sees. */
async function entriesTo(reviews: readonly ReviewView[]): Promise<EntryTo[]> {
  const byReview = await declaredByReview(reviews);
  return reviews.map((review) => {
    const declared = byReview.get(review.id) ?? [];
    const isComplete = chaptersOfCycle(review.cycle).every((each) => declared.includes(each));
    const complete = isComplete ? 'declared' : undefined;
    return { review, declared, barrier: review.closedAt ? 'closed' : complete };
  });
}

/** Returns what stands in the way of entering many needs at once into a review. */
export async function entryToReview(_actor: Actor, review: ReviewView): Promise<EntryTo> {
  const [entry] = await entriesTo([review]);
  return entry!;
}

/** Returns the reviews into which the actor enters needs, and what stands in the way of each. */
export const reviewsToEnter = async (actor: Actor): Promise<EntryTo[]> =>
  entriesTo((await listReviews(actor)).filter((review) => mayEnter(actor, review)));

/** Whether the actor can enter a need anywhere now. */
export const canEnterSomewhere = async (actor: Actor): Promise<boolean> =>
  (await reviewsToEnter(actor)).some(({ barrier }) => barrier === undefined);
