import { articlesOfChapter } from '#lib/convention/articles';
import { categoryCodes } from '#lib/convention/categories';
import { chapterCodes, type Chapter } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import { articlesOfKey, compareProvisions, rowKey } from '#lib/convention/provision';
import {
  RegionCategoryCounts,
  distinctStates,
  sum,
  type StateMarks,
} from '#lib/counting/count/region-category-counts';
import type { Facts } from '#lib/counting/facts/facts';
import { share } from '#lib/counting/figures/figures';
import { splitSet, type Filter } from '#lib/counting/filter/filter';
import type { ByRegion, Count, Matrix } from '#lib/counting/count/count-types';
import { countByStatus } from '#lib/counting/count/statuses';
import { tally } from '#lib/counting/count/tally';

/**
 * Returns the codes of a vocabulary, each with its needs and the sets (`a;b`) that contain it;
 * after them, sorted, retired codes that counted needs still have. The order never depends on that
 * of the needs.
 */
function codesWithCounts(
  vocabulary: readonly string[],
  sets: readonly string[],
  countsOf: (set: number) => RegionCategoryCounts,
) {
  const codes = new Map<string, number[]>(vocabulary.map((code) => [code, []]));
  for (const code of new Set(sets.flatMap(splitSet).sort()))
    if (!codes.has(code)) codes.set(code, []);
  sets.forEach((set, at) => {
    for (const code of splitSet(set)) codes.get(code)!.push(at);
  });
  return [...codes]
    .map(([code, setNumbers]) => ({
      code,
      setNumbers,
      counts: setNumbers.reduce(
        (total, set) => total.add(countsOf(set).cells),
        new RegionCategoryCounts(),
      ),
    }))
    .filter(({ counts }, at) => at < vocabulary.length || counts.total > 0);
}

/**
 * Returns the provisions of the chapters in the order of matrix rows; `at` is their number in the
 * column.
 */
function provisionsOf({ provision }: Facts, chapters: readonly Chapter[]) {
  return provision.dictionary.texts
    .flatMap((text, at) => {
      const [chapter, key = ''] = text.split(' ') as [Chapter, string];
      return chapters.includes(chapter)
        ? [{ at, row: rowKey(key, chapter, chapters.length > 1), articles: articlesOfKey(key) }]
        : [];
    })
    .sort((a, b) => compareProvisions(a.row, b.row));
}

type Tally = ReturnType<typeof tally>;
type CountedProvision = ReturnType<typeof provisionsOf>[number] &
  Readonly<{
    counts: RegionCategoryCounts;
    /** The needs under the provision, by set of tags. */
    needsByTags: readonly number[];
  }>;
type ArticleProvisions = Readonly<{ article: string; provisions: readonly CountedProvision[] }>;

/** The input of every part of a count. */
type CountInput = Readonly<{
  facts: Facts;
  tables: Tally;
  /** All counted needs. */
  allNeeds: RegionCategoryCounts;
  /** The counted needs by set of tags. */
  byTags: readonly RegionCategoryCounts[];
  provisions: readonly CountedProvision[];
  byArticle: readonly ArticleProvisions[];
}>;

/** Sums up the needs by provision, by set of tags and in total. */
function countInput(facts: Facts, filter: Filter): CountInput {
  const tables = tally(facts, filter);
  const chapters = chapterCodes.filter((chapter) => filter.chapters.includes(chapter));
  const allNeeds = new RegionCategoryCounts();
  const byTags = facts.tags.dictionary.texts.map(() => new RegionCategoryCounts());
  const provisions = provisionsOf(facts, chapters).map((provision) => {
    const counts = new RegionCategoryCounts();
    const needsByTags = byTags.map((ofTags, g) => {
      const both = new RegionCategoryCounts().add(
        tables.byTagsAndProvision,
        g * tables.provisionCount + provision.at,
      );
      for (const target of [counts, ofTags, allNeeds]) target.add(both.cells);
      return both.total;
    });
    return { ...provision, counts, needsByTags };
  });
  // A need counts under each of its articles.
  const byArticle = chapters
    .flatMap((chapter) => articlesOfChapter(chapter))
    .map((article) => ({
      article: String(article),
      provisions: provisions.filter((provision) => provision.articles.includes(article)),
    }));
  return { facts, tables, allNeeds, byTags, provisions, byArticle };
}

const statesOf = ({ tables }: CountInput, marks: StateMarks, columns: readonly number[]) =>
  distinctStates(marks, columns, tables.stateRegion);

const byRegion = (counts: RegionCategoryCounts, states: { byRegion: Int32Array }): ByRegion =>
  regionCodes.map((region, r) => ({
    region,
    needs: counts.ofRegion(r),
    states: states.byRegion[r]!,
  }));

function categoriesIn(input: CountInput) {
  const { facts, tables, allNeeds } = input;
  const subcategoryCodes = facts.subcategory.dictionary.texts;
  const bySubcategory = subcategoryCodes.map((_, s) =>
    new RegionCategoryCounts().add(tables.bySubcategory, s),
  );
  return categoryCodes.map((category, c) => {
    const own = allNeeds.ofCategory(c);
    const ofCode = bySubcategory.map((counts) => counts.ofCategory(c));
    const inForce = facts.vocabulary.subcategories
      .filter((term) => term.category === category)
      .map(({ code }) => code);
    const met = subcategoryCodes.filter((code, s) => code !== '' && ofCode[s]! > 0).sort();
    return {
      category,
      needs: own,
      states: statesOf(input, tables.stateCategory, [c]).all,
      share: share(own, allNeeds.total),
      byRegion: regionCodes.map((region, r) => ({
        region,
        needs: allNeeds.at(r, c),
        share: share(allNeeds.at(r, c), own),
      })),
      subcategories: [...new Set([...inForce, ...met])].map((subcategory) => {
        const n = ofCode[subcategoryCodes.indexOf(subcategory)] ?? 0;
        return { subcategory, needs: n, share: share(n, own) };
      }),
    };
  });
}

function articlesIn(input: CountInput) {
  const { tables, byArticle } = input;
  return byArticle.map(({ article, provisions }) => {
    const counts = new RegionCategoryCounts();
    for (const provision of provisions) counts.add(provision.counts.cells);
    const columns = provisions.map(({ at }) => at);
    const states = statesOf(input, tables.stateProvision, columns);
    return {
      article,
      needs: counts.total,
      states: states.all,
      byCategory: counts.byCategory(),
      byRegion: byRegion(counts, states),
      cells: regionCodes.map((region, r) => ({ region, byCategory: counts.byCategory(r) })),
    };
  });
}

/** By row: a need is in exactly one row of the matrix of its region. */
function matrixOf({ allNeeds, provisions }: CountInput, region: Region | null): Matrix {
  const r = region === null ? null : regionCodes.indexOf(region);
  const total = allNeeds.ofRegion(r);
  const rows = provisions.flatMap(({ row, counts }) => {
    const n = counts.ofRegion(r);
    return n === 0
      ? []
      : [{ articles: row, cells: counts.byCategory(r), total: n, share: share(n, total) }];
  });
  return { region, rows, columns: allNeeds.byCategory(r), total };
}

/** Counts how often each type is mentioned, by region and in total. */
function typesIn({ facts, tables }: CountInput) {
  const byType = codesWithCounts(facts.vocabulary.types, facts.types.dictionary.texts, (t) =>
    new RegionCategoryCounts().add(tables.byTypes, t),
  );
  return [...regionCodes, null].map((region) => {
    const r = region === null ? null : regionCodes.indexOf(region);
    const mentions = byType.map(({ counts }) => counts.ofRegion(r));
    const total = sum(mentions);
    return {
      region,
      mentions: total,
      types: byType.map(({ code }, i) => ({
        type: code,
        mentions: mentions[i]!,
        share: share(mentions[i]!, total),
      })),
    };
  });
}

function tagsIn(input: CountInput) {
  const { facts, tables, allNeeds, byTags, byArticle } = input;
  return codesWithCounts(facts.vocabulary.tags, facts.tags.dictionary.texts, (g) => byTags[g]!).map(
    ({ code: tag, setNumbers, counts }) => {
      const states = statesOf(input, tables.stateTags, setNumbers);
      return {
        tag,
        needs: counts.total,
        states: states.all,
        share: share(counts.total, allNeeds.total),
        byRegion: byRegion(counts, states),
        byCategory: counts.byCategory(),
        byArticle: byArticle.map(({ article, provisions }) => {
          const ofSets = ({ needsByTags }: CountedProvision) =>
            sum(setNumbers.map((g) => needsByTags[g]!));
          const n = sum(provisions.map(ofSets));
          return { article, needs: n, share: share(n, counts.total) };
        }),
      };
    },
  );
}

function topicsIn(input: CountInput) {
  const { facts, tables, allNeeds } = input;
  const byTopics = facts.topics.dictionary.texts.map((_, k) =>
    new RegionCategoryCounts().add(tables.byTopics, k),
  );
  return codesWithCounts(
    facts.vocabulary.topics,
    facts.topics.dictionary.texts,
    (k) => byTopics[k]!,
  ).map(({ code: topic, setNumbers, counts }) => {
    const states = statesOf(input, tables.stateTopics, setNumbers);
    return {
      topic,
      needs: counts.total,
      states: states.all,
      share: share(counts.total, allNeeds.total),
      byCategory: counts.byCategory(),
      byRegion: byRegion(counts, states),
    };
  });
}

/**
 * Counts all numbers of a page in one pass over the facts. Numbers shown together must come from
 * one call.
 */
export function count(facts: Facts, filter: Filter): Count {
  const input = countInput(facts, filter);
  const { tables, allNeeds, provisions, byArticle } = input;
  const needs = allNeeds.total;
  const summaries = sum(tables.summaries);
  const statesWithNeeds = statesOf(
    input,
    tables.stateCategory,
    categoryCodes.map((_, c) => c),
  );
  return {
    revision: facts.revision,
    totals: {
      summaries,
      statesWithNeeds: statesWithNeeds.all,
      needs,
      shareOfStates: share(statesWithNeeds.all, summaries),
    },
    regions: regionCodes.map((region, r) => ({
      region,
      summaries: tables.summaries[r]!,
      statesWithNeeds: statesWithNeeds.byRegion[r]!,
      needs: allNeeds.ofRegion(r),
      shareOfNeeds: share(allNeeds.ofRegion(r), needs),
      shareOfStates: share(statesWithNeeds.byRegion[r]!, tables.summaries[r]!),
    })),
    categories: categoriesIn(input),
    articles: articlesIn(input),
    matrices: [...regionCodes, null].map((region) => matrixOf(input, region)),
    types: typesIn(input),
    tags: tagsIn(input),
    topics: topicsIn(input),
    ...countByStatus(facts, tables, provisions, byArticle, needs),
  };
}
