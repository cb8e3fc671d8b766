import { articlesOfChapter } from '#lib/convention/articles';
import type { Chapter } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import { articlesOfKey } from '#lib/convention/provision';
import type { Facts, ReviewFacts } from '#lib/counting/facts/facts';

/** The numbers of one regional group. */
type RegionCompleteness = Readonly<{
  region: Region;
  reviews: number;
  completed: number;
  answered: number;
  of: number;
  byArticle: Readonly<Record<string, number>>;
}>;
export type Completeness = readonly Readonly<{
  region: Region;
  shown: RegionCompleteness | null;
}>[];

type SignedAnswer = Readonly<{ reviewId: string; article: number }>;

/** Returns which articles of these reviews are answered, by need or by a signed answer. */
export function answeredArticles(
  facts: Facts,
  reviews: readonly ReviewFacts[],
  signed: readonly SignedAnswer[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const answersByReview = new Map(reviews.map(({ id }) => [id, new Set<number>()]));
  for (const { reviewId, article } of signed) answersByReview.get(reviewId)?.add(article);
  const articlesOf = facts.provision.dictionary.texts.map((text) =>
    articlesOfKey(text.split(' ', 2)[1]!),
  );
  const answersByRow = facts.reviews.map(({ id }) => answersByReview.get(id));
  for (let i = 0; i < facts.size; i += 1) {
    const answers = answersByRow[facts.review.values[i]!];
    if (!answers) continue;
    for (const article of articlesOf[facts.provision.values[i]!]!) answers.add(article);
  }
  return answersByReview;
}

/** Whether the numbers of a region can be shown: those of a single review would show its State. */
export const isRegionShown = (reviews: readonly ReviewFacts[], region: Region): boolean =>
  reviews.filter((each) => each.region === region).length !== 1;

/**
 * Counts which articles of these chapters are answered in these reviews: by an approved need, or by
 * a signed answer that there is none. `until` is a date as a whole number: the last day on which a
 * summary counts as completed. A region with a single review is null, because it would show its
 * State.
 */
export function completeness(
  facts: Facts,
  reviews: readonly ReviewFacts[],
  chapters: readonly Chapter[],
  signed: readonly SignedAnswer[],
  until: number,
): Completeness {
  const articles = chapters.flatMap((chapter) => articlesOfChapter(chapter));
  const answersByReview = answeredArticles(facts, reviews, signed);
  return regionCodes.map((region) => {
    const reviewsOfRegion = reviews.filter((each) => each.region === region);
    if (!isRegionShown(reviews, region)) return { region, shown: null };
    const byArticle = Object.fromEntries(
      articles.map((article) => [
        String(article),
        reviewsOfRegion.filter(({ id }) => answersByReview.get(id)!.has(article)).length,
      ]),
    );
    const answered = Object.values(byArticle).reduce((sum, n) => sum + n, 0);
    const completed = reviewsOfRegion.filter(
      ({ completedOn }) => completedOn > 0 && completedOn <= until,
    ).length;
    return {
      region,
      shown: {
        region,
        reviews: reviewsOfRegion.length,
        completed,
        answered,
        of: reviewsOfRegion.length * articles.length,
        byArticle,
      },
    };
  });
}
