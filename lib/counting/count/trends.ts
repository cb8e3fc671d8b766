import { articlesOfChapter } from '#lib/convention/articles';
import { categoryCodes, type Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import { articlesOfKey } from '#lib/convention/provision';
import type { Facts } from '#lib/counting/facts/facts';
import { countedNeeds, countedReviews, type Filter } from '#lib/counting/filter/filter';

/** The summaries completed in a year or half-year (`2019`, `2019-2`) and their needs. */
export type Period = Readonly<{
  period: string;
  since: string;
  until: string;
  summaries: number;
  needs: number;
  summariesByRegion: Readonly<Record<Region, number>>;
  byRegion: Readonly<Record<Region, number>>;
  byCategory: Readonly<Record<Category, number>>;
  /** A need counts under each of its articles. */
  byArticle: Readonly<Record<string, number>>;
}>;

export type PeriodLength = 'year' | 'half';

/** Returns the number of the period of a date such as 20190731. */
function periodNumber(date: number, span: PeriodLength): number {
  const year = Math.floor(date / 10_000);
  if (span === 'year') return year;
  const month = Math.floor(date / 100) % 100;
  return 2 * year + (month > 6 ? 1 : 0);
}

function periodAt(period: number, span: PeriodLength) {
  if (span === 'year')
    return { period: String(period), since: `${period}-01-01`, until: `${period}-12-31` };
  const year = Math.floor(period / 2);
  return period % 2 === 0
    ? { period: `${year}-1`, since: `${year}-01-01`, until: `${year}-06-30` }
    : { period: `${year}-2`, since: `${year}-07-01`, until: `${year}-12-31` };
}

const zeros = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

/**
 * Counts summaries and needs by period of completion, from the first period to the last, including
 * empty ones between.
 */
export function trends(facts: Facts, filter: Filter, span: PeriodLength): Period[] {
  const { region } = countedReviews(facts, filter);
  const counted = countedNeeds(facts, filter);
  const periodOfReview = facts.reviews.map(({ completedOn }, row) =>
    region[row]! < 0 ? -1 : periodNumber(completedOn, span),
  );
  const usedPeriods = periodOfReview.filter((number) => number >= 0);
  if (usedPeriods.length === 0) return [];
  const first = usedPeriods.reduce((a, b) => Math.min(a, b));
  const last = usedPeriods.reduce((a, b) => Math.max(a, b));
  const articles = filter.chapters
    .flatMap((chapter: Chapter) => articlesOfChapter(chapter))
    .map(String);
  const periods = Array.from({ length: last - first + 1 }, (_, i) => ({
    ...periodAt(first + i, span),
    summaries: 0,
    needs: 0,
    summariesByRegion: zeros(regionCodes),
    byRegion: zeros(regionCodes),
    byCategory: zeros(categoryCodes),
    byArticle: zeros(articles),
  }));
  periodOfReview.forEach((number, row) => {
    if (number < 0) return;
    const period = periods[number - first]!;
    period.summaries += 1;
    period.summariesByRegion[regionCodes[region[row]!]!] += 1;
  });
  const articlesOf = facts.provision.dictionary.texts.map((text) =>
    articlesOfKey(text.split(' ', 2)[1]!),
  );
  for (let i = 0; i < facts.size; i += 1) {
    if (counted[i] === 0) continue;
    const review = facts.review.values[i]!;
    const period = periods[periodOfReview[review]! - first]!;
    period.needs += 1;
    period.byRegion[regionCodes[region[review]!]!] += 1;
    period.byCategory[categoryCodes[facts.category.values[i]!]!] += 1;
    for (const article of articlesOf[facts.provision.values[i]!]!) period.byArticle[article]! += 1;
  }
  return periods;
}
