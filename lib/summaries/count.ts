import { articlesOfChapter } from '#lib/convention/articles';
import { categoryCodes, type Category } from '#lib/convention/categories';
import { chapterCodes, type Chapter, type Cycle } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import { articlesOfKey, compareProvisions, rowKey } from '#lib/needs/provision';
import type { Facts, ReviewFacts } from '#lib/summaries/facts';

export type Filter = Readonly<{
  cycle: Cycle;
  chapters: readonly Chapter[];
  /** `YYYYMMDD` as a whole number: summaries completed on or before it. Never later than today. */
  cutoff: number;
  /** Empty: all. */
  regions: readonly Region[];
  /** What the reader may see. */
  sees: (review: ReviewFacts) => boolean;
}>;

export type ByCategory = Readonly<Partial<Record<Category, number>>>;
export type Matrix = Readonly<{
  region: Region | null;
  rows: readonly Readonly<{ articles: string; cells: ByCategory; total: number }>[];
  columns: ByCategory;
  total: number;
}>;
export type Count = Readonly<{
  revision: number;
  totals: Readonly<{ summaries: number; statesWithNeeds: number; needs: number }>;
  regions: readonly Readonly<{ region: Region; summaries: number; statesWithNeeds: number; needs: number }>[];
  categories: readonly Readonly<{
    category: Category; needs: number; states: number;
    byRegion: readonly Readonly<{ region: Region; needs: number }>[];
    subcategories: readonly Readonly<{ subcategory: string; needs: number }>[];
  }>[];
  articles: readonly Readonly<{
    article: string; needs: number; states: number; byCategory: ByCategory;
    byRegion: readonly Readonly<{ region: Region; needs: number; states: number }>[];
  }>[];
  /** One for each region, and one (region null) for all. */
  matrices: readonly Matrix[];
}>;

const R = regionCodes.length;
const C = categoryCodes.length;
const other = categoryCodes.indexOf('other');

/** The six categories of the note, and `other` where it occurs. */
const byCategory = (numbers: ArrayLike<number>, from = 0): ByCategory =>
  Object.fromEntries(categoryCodes.flatMap((category, c) => (c !== other || numbers[from + c]! > 0 ? [[category, numbers[from + c]!]] : [])));

/** Distinct pairs of a State and something, counted once each. */
class Distinct {
  readonly #met: Uint8Array;
  readonly counts: Int32Array;
  readonly #kinds: number;
  constructor(states: number, kinds: number) {
    this.#met = new Uint8Array(states * kinds);
    this.counts = new Int32Array(kinds);
    this.#kinds = kinds;
  }
  meet(state: number, kind: number) {
    const at = state * this.#kinds + kind;
    if (this.#met[at] === 0) {
      this.#met[at] = 1;
      this.counts[kind]! += 1;
    }
  }
}

/** All numbers that a page needs, in one pass over the facts. Everything that is shown together comes from one call of it. */
export function count(facts: Facts, { cycle, chapters, cutoff, regions, sees }: Filter): Count {
  const states = new Map<string, number>();
  const summaries = new Int32Array(R);
  const reviewRegion = new Int32Array(facts.reviews.length).fill(-1);
  const reviewState = new Int32Array(facts.reviews.length);
  facts.reviews.forEach((review, row) => {
    const region = regionCodes.indexOf(review.region);
    const counts = review.cycle === cycle && review.completedOn > 0 && review.completedOn <= cutoff
      && (regions.length === 0 || regions.includes(review.region)) && sees(review);
    if (!counts) return;
    reviewRegion[row] = region;
    reviewState[row] = states.get(review.stateId) ?? states.set(review.stateId, states.size).size - 1;
    summaries[region]! += 1;
  });

  const chosen = chapterCodes.filter((chapter) => chapters.includes(chapter));
  const articles = chosen.flatMap((chapter) => articlesOfChapter(chapter));
  const A = articles.length;
  const rows = facts.provisions.texts.map((text) => {
    const [chapter, key] = text.split(' ') as [Chapter, string];
    return chosen.includes(chapter)
      ? { key: rowKey(key, chapter, chosen.length > 1), at: articlesOfKey(key).map((article) => articles.indexOf(article)) } : null;
  });

  const S = facts.subcategories.texts.length;
  const needsOf = { region: new Int32Array(R), category: new Int32Array(C), categoryRegion: new Int32Array(C * R), subcategory: new Int32Array(C * S),
    article: new Int32Array(A), articleCategory: new Int32Array(A * C), articleRegion: new Int32Array(A * R), cell: new Int32Array(rows.length * R * C) };
  const statesOf = { all: new Distinct(states.size, 1), region: new Distinct(states.size, R), category: new Distinct(states.size, C),
    article: new Distinct(states.size, A), articleRegion: new Distinct(states.size, A * R) };

  const { review, category, subcategory, provision } = { review: facts.review.values, category: facts.category.values, subcategory: facts.subcategory.values, provision: facts.provision.values };
  for (let i = 0; i < facts.size; i += 1) {
    const region = reviewRegion[review[i]!]!;
    const row = rows[provision[i]!];
    if (region < 0 || !row) continue;
    const state = reviewState[review[i]!]!;
    const c = category[i]!;
    needsOf.region[region]! += 1;
    needsOf.category[c]! += 1;
    needsOf.categoryRegion[c * R + region]! += 1;
    needsOf.subcategory[c * S + subcategory[i]!]! += 1;
    needsOf.cell[(provision[i]! * R + region) * C + c]! += 1;
    statesOf.all.meet(state, 0);
    statesOf.region.meet(state, region);
    statesOf.category.meet(state, c);
    for (const a of row.at) {
      needsOf.article[a]! += 1;
      needsOf.articleCategory[a * C + c]! += 1;
      needsOf.articleRegion[a * R + region]! += 1;
      statesOf.article.meet(state, a);
      statesOf.articleRegion.meet(state, a * R + region);
    }
  }

  const sum = (numbers: Iterable<number>) => { let total = 0; for (const n of numbers) total += n; return total; };
  const matrix = (region: Region | null): Matrix => {
    const wanted = region === null ? regionCodes.map((_, r) => r) : [regionCodes.indexOf(region)];
    const columns = new Int32Array(C);
    const filled = rows.flatMap((row, p) => {
      const cells = new Int32Array(C);
      for (const r of wanted) for (let c = 0; c < C; c += 1) cells[c]! += needsOf.cell[(p * R + r) * C + c]!;
      const total = sum(cells);
      if (!row || total === 0) return [];
      cells.forEach((n, c) => { columns[c]! += n; });
      return [{ articles: row.key, cells: byCategory(cells), total }];
    });
    return { region, rows: filled.sort((a, b) => compareProvisions(a.articles, b.articles)), columns: byCategory(columns), total: sum(columns) };
  };

  return {
    revision: facts.revision,
    totals: { summaries: sum(summaries), statesWithNeeds: statesOf.all.counts[0]!, needs: sum(needsOf.region) },
    regions: regionCodes.map((region, r) => ({ region, summaries: summaries[r]!, statesWithNeeds: statesOf.region.counts[r]!, needs: needsOf.region[r]! })),
    categories: categoryCodes.flatMap((name, c) => (c === other && needsOf.category[c] === 0 ? [] : [{
      category: name, needs: needsOf.category[c]!, states: statesOf.category.counts[c]!,
      byRegion: regionCodes.map((region, r) => ({ region, needs: needsOf.categoryRegion[c * R + r]! })),
      subcategories: facts.subcategories.texts.flatMap((code, s) => (code && needsOf.subcategory[c * S + s]! > 0 ? [{ subcategory: code, needs: needsOf.subcategory[c * S + s]! }] : [])),
    }])),
    articles: articles.map((article, a) => ({
      article: String(article), needs: needsOf.article[a]!, states: statesOf.article.counts[a]!, byCategory: byCategory(needsOf.articleCategory, a * C),
      byRegion: regionCodes.map((region, r) => ({ region, needs: needsOf.articleRegion[a * R + r]!, states: statesOf.articleRegion.counts[a * R + r]! })),
    })),
    matrices: [...regionCodes, null].map(matrix),
  };
}
