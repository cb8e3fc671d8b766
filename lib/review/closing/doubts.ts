import type { SecondCodingProgress } from '#lib/review/coding/review-queries';
import type { Category } from '#lib/convention/categories';
import type { NeedOfReview } from '#lib/needs/store/review-needs';
import type { ReviewView } from '#lib/needs/reviews/queries';
import { unansweredArticles, type ChapterStatus } from '#lib/needs/reviews/review-status';
import type { DoubtKind } from '#lib/needs/reviews/vocabulary';
import type { Count } from '#lib/counting/count/count-types';

/**
 * Something that keeps a review from being closed. `subject`: the code or id of the article,
 * chapter, topic or need in doubt.
 */
export type Doubt = Readonly<{
  doubt: DoubtKind;
  subject: string;
  need?: NeedOfReview;
  article?: number;
  topic?: string;
  count?: number;
  /** What the summary lacks. */
  lacks?: 'date' | 'symbol' | 'both';
}>;

type ReviewFacts = Readonly<{
  review: Pick<ReviewView, 'symbol' | 'completedOn'>;
  chapters: readonly ChapterStatus[];
  needs: readonly NeedOfReview[];
  /** Ids of needs with an unanswered request. */
  openRequests: ReadonlySet<string>;
  /** Open comments by need. */
  openComments: ReadonlyMap<string, readonly unknown[]>;
  topics: Count['topics'];
  secondCoding: SecondCodingProgress | undefined;
  /** The minimum agreement of second codings in category, in percent. */
  minAgreement: number;
}>;

/** A topic needs this many needs before a missing category means anything. */
const minNeedsOfTopic = 10;

/**
 * Topics of a need under which no other counted need has its category: a legislative need under a
 * topic that has none. `counted`: whether the need itself is counted.
 */
function unusualTopics(
  { category, topics }: NeedOfReview['content'],
  counted: boolean,
  topicCounts: Count['topics'],
): string[] {
  if (category === null) return [];
  const ownCount = counted ? 1 : 0;
  return topics.filter((code) =>
    topicCounts.some(
      ({ topic, needs, byCategory }) =>
        topic === code &&
        needs >= minNeedsOfTopic &&
        (byCategory[category satisfies Category] ?? 0) <= ownCount,
    ),
  );
}

function lackOf({ completedOn, symbol }: ReviewFacts['review']): NonNullable<Doubt['lacks']> {
  if (completedOn === null && !symbol) return 'both';
  return completedOn === null ? 'date' : 'symbol';
}

/** All doubts about a review, in the order in which people would settle them. */
export function findDoubts({
  review,
  chapters,
  needs,
  openRequests,
  openComments,
  topics,
  secondCoding,
  minAgreement,
}: ReviewFacts): Doubt[] {
  const doubtsOfNeeds = (doubt: DoubtKind, isDoubtful: (need: NeedOfReview) => boolean): Doubt[] =>
    needs.filter(isDoubtful).map((need) => ({ doubt, subject: need.id, need }));
  return [
    ...(review.completedOn === null || !review.symbol
      ? [{ doubt: 'undated', subject: 'review', lacks: lackOf(review) } as const]
      : []),
    ...chapters.flatMap((chapter) =>
      unansweredArticles(chapter).map(
        (article) => ({ doubt: 'unanswered', subject: String(article), article }) as const,
      ),
    ),
    ...doubtsOfNeeds('undecided', ({ status }) => status !== 'approved'),
    ...doubtsOfNeeds('request', ({ id }) => openRequests.has(id)),
    ...doubtsOfNeeds('comment', ({ id }) => (openComments.get(id)?.length ?? 0) > 0),
    ...doubtsOfNeeds('no-quote', ({ content }) => content.quote === null),
    ...needs.flatMap((need) =>
      unusualTopics(
        need.content,
        need.countedVersion !== null && review.completedOn !== null,
        topics,
      ).map((topic) => ({ doubt: 'coding', subject: `${need.id}~${topic}`, need, topic }) as const),
    ),
    ...(secondCoding &&
    secondCoding.toSettle > 0 &&
    secondCoding.sameCategory * 100 < minAgreement * secondCoding.coded
      ? [{ doubt: 'second-coding', subject: 'review', count: secondCoding.toSettle } as const]
      : []),
  ];
}
