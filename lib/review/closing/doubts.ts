import type { ReviewCoded } from '#lib/review/coding/review-queries';
import type { Category } from '#lib/convention/categories';
import type { NeedOfReview } from '#lib/needs/store/of-review';
import type { ReviewSeen } from '#lib/needs/reviews/queries';
import { owed, type ChapterDesk } from '#lib/needs/reviews/turn';
import type { DoubtKind } from '#lib/needs/reviews/vocabulary';
import type { Count } from '#lib/counting/summaries/numbers';

/**
 * One thing that keeps a review from being closed. `subject`: the article, chapter, topic or need
 * that is doubted, by its code or id.
 */
export type Doubt = Readonly<{
  doubt: DoubtKind;
  subject: string;
  need?: NeedOfReview;
  article?: number;
  topic?: string;
  count?: number;
}>;

type Found = Readonly<{
  review: Pick<ReviewSeen, 'symbol' | 'completedOn'>;
  desk: readonly ChapterDesk[];
  needs: readonly NeedOfReview[];
  /** The needs with a request that nobody has answered. */
  asked: ReadonlySet<string>;
  /** The open comments of each need. */
  commented: ReadonlyMap<string, readonly unknown[]>;
  topics: Count['topics'];
  second: ReviewCoded | undefined;
  /** The least agreement of second codings in category, in percent. */
  leastAlike: number;
}>;

/** From how many needs on a topic says something by what it has none of. */
export const enoughOfTopic = 10;

/**
 * Topics of a need under which no other counted need has its category: a legislative need under a
 * topic that has none. `counted`: whether the need itself is among them.
 */
function strangeTopics(
  { category, topics }: NeedOfReview['content'],
  counted: boolean,
  all: Count['topics'],
): string[] {
  if (category === null) return [];
  const alone = counted ? 1 : 0;
  return topics.filter((code) =>
    all.some(
      ({ topic, needs, byCategory }) =>
        topic === code &&
        needs >= enoughOfTopic &&
        (byCategory[category satisfies Category] ?? 0) <= alone,
    ),
  );
}

/** All that is doubtful about a review, in the order in which one would settle it. */
export function doubtsOf({
  review,
  desk,
  needs,
  asked,
  commented,
  topics,
  second,
  leastAlike,
}: Found): Doubt[] {
  const ofNeed = (doubt: DoubtKind, doubtful: (need: NeedOfReview) => boolean): Doubt[] =>
    needs.filter(doubtful).map((need) => ({ doubt, subject: need.id, need }));
  return [
    ...(review.completedOn === null || !review.symbol
      ? [{ doubt: 'undated', subject: 'review' } as const]
      : []),
    ...desk.flatMap((chapter) =>
      owed(chapter).map(
        (article) => ({ doubt: 'unanswered', subject: String(article), article }) as const,
      ),
    ),
    ...ofNeed('undecided', ({ status }) => status !== 'approved'),
    ...ofNeed('request', ({ id }) => asked.has(id)),
    ...ofNeed('comment', ({ id }) => (commented.get(id)?.length ?? 0) > 0),
    ...ofNeed('no-quote', ({ content }) => content.quote === null),
    ...needs.flatMap((need) =>
      strangeTopics(
        need.content,
        need.countedVersion !== null && review.completedOn !== null,
        topics,
      ).map((topic) => ({ doubt: 'coding', subject: `${need.id}~${topic}`, need, topic }) as const),
    ),
    ...(second && second.toSettle > 0 && second.sameCategory * 100 < leastAlike * second.coded
      ? [{ doubt: 'second-coding', subject: 'review', count: second.toSettle } as const]
      : []),
  ];
}
