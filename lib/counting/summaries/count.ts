import { articlesOfChapter } from '#lib/convention/articles';
import { categoryCodes } from '#lib/convention/categories';
import { chapterCodes, type Chapter } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import { articlesOfKey, compareProvisions, rowKey } from '#lib/convention/provision';
import { Block, distinctStates, sum, type Marks } from '#lib/counting/summaries/blocks';
import type { Facts } from '#lib/counting/summaries/facts';
import { share } from '#lib/counting/summaries/figures';
import { members, type Filter } from '#lib/counting/summaries/filter';
import type { ByRegion, Count, Matrix } from '#lib/counting/summaries/numbers';
import { statusNumbers } from '#lib/counting/summaries/statuses';
import { tally } from '#lib/counting/summaries/tally';

/**
 * Returns the codes of a vocabulary, each with its needs and the sets (`a;b`) that contain it;
 * after them, sorted, retired codes that counted needs still have. The order never depends on that
 * of the needs.
 */
function codesIn(
  vocabulary: readonly string[],
  sets: readonly string[],
  blockOf: (set: number) => Block,
) {
  const codes = new Map<string, number[]>(vocabulary.map((code) => [code, []]));
  for (const code of new Set(sets.flatMap(members).sort()))
    if (!codes.has(code)) codes.set(code, []);
  sets.forEach((set, at) => {
    for (const code of members(set)) codes.get(code)!.push(at);
  });
  return [...codes]
    .map(([code, holding]) => ({
      code,
      holding,
      block: holding.reduce((whole, set) => whole.add(blockOf(set).cells), new Block()),
    }))
    .filter(({ block }, at) => at < vocabulary.length || block.total > 0);
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

type Tallied = ReturnType<typeof tally>;
type CountedProvision = ReturnType<typeof provisionsOf>[number] &
  Readonly<{
    block: Block;
    /** The needs under the provision, by set of tags. */
    needsByTags: readonly number[];
  }>;
type ArticleProvisions = Readonly<{ article: string; of: readonly CountedProvision[] }>;

/** The input of every part of a count. */
type Counting = Readonly<{
  facts: Facts;
  found: Tallied;
  /** All counted needs. */
  all: Block;
  /** The counted needs by set of tags. */
  byTags: readonly Block[];
  provisions: readonly CountedProvision[];
  byArticle: readonly ArticleProvisions[];
}>;

/** Sums up the needs by provision, by set of tags and in total. */
function countingOf(facts: Facts, filter: Filter): Counting {
  const found = tally(facts, filter);
  const chapters = chapterCodes.filter((chapter) => filter.chapters.includes(chapter));
  const all = new Block();
  const byTags = facts.tags.dictionary.texts.map(() => new Block());
  const provisions = provisionsOf(facts, chapters).map((provision) => {
    const block = new Block();
    const needsByTags = byTags.map((ofTags, g) => {
      const both = new Block().add(
        found.byTagsAndProvision,
        g * found.provisionCount + provision.at,
      );
      for (const sum of [block, ofTags, all]) sum.add(both.cells);
      return both.total;
    });
    return { ...provision, block, needsByTags };
  });
  // A need counts under each of its articles.
  const byArticle = chapters
    .flatMap((chapter) => articlesOfChapter(chapter))
    .map((article) => ({
      article: String(article),
      of: provisions.filter((provision) => provision.articles.includes(article)),
    }));
  return { facts, found, all, byTags, provisions, byArticle };
}

const statesOf = ({ found }: Counting, marks: Marks, columns: readonly number[]) =>
  distinctStates(marks, columns, found.stateRegion);

const byRegion = (block: Block, states: { byRegion: Int32Array }): ByRegion =>
  regionCodes.map((region, r) => ({
    region,
    needs: block.ofRegion(r),
    states: states.byRegion[r]!,
  }));

function categoriesIn(counting: Counting) {
  const { facts, found, all } = counting;
  const subcategoryCodes = facts.subcategory.dictionary.texts;
  const bySubcategory = subcategoryCodes.map((_, s) => new Block().add(found.bySubcategory, s));
  return categoryCodes.map((category, c) => {
    const own = all.ofCategory(c);
    const ofCode = bySubcategory.map((block) => block.ofCategory(c));
    const inForce = facts.vocabulary.subcategories
      .filter((term) => term.category === category)
      .map(({ code }) => code);
    const met = subcategoryCodes.filter((code, s) => code !== '' && ofCode[s]! > 0).sort();
    return {
      category,
      needs: own,
      states: statesOf(counting, found.stateCategory, [c]).all,
      share: share(own, all.total),
      byRegion: regionCodes.map((region, r) => ({
        region,
        needs: all.at(r, c),
        share: share(all.at(r, c), own),
      })),
      subcategories: [...new Set([...inForce, ...met])].map((subcategory) => {
        const n = ofCode[subcategoryCodes.indexOf(subcategory)] ?? 0;
        return { subcategory, needs: n, share: share(n, own) };
      }),
    };
  });
}

function articlesIn(counting: Counting) {
  const { found, byArticle } = counting;
  return byArticle.map(({ article, of }) => {
    const block = of.reduce((whole, provision) => whole.add(provision.block.cells), new Block());
    const states = statesOf(
      counting,
      found.stateProvision,
      of.map(({ at }) => at),
    );
    return {
      article,
      needs: block.total,
      states: states.all,
      byCategory: block.byCategory(),
      byRegion: byRegion(block, states),
      cells: regionCodes.map((region, r) => ({ region, byCategory: block.byCategory(r) })),
    };
  });
}

/** By row: a need is in exactly one row of the matrix of its region. */
function matrixOf({ all, provisions }: Counting, region: Region | null): Matrix {
  const r = region === null ? null : regionCodes.indexOf(region);
  const total = all.ofRegion(r);
  const rows = provisions.flatMap(({ row, block }) => {
    const n = block.ofRegion(r);
    return n === 0
      ? []
      : [{ articles: row, cells: block.byCategory(r), total: n, share: share(n, total) }];
  });
  return { region, rows, columns: all.byCategory(r), total };
}

/** Counts how often each type is mentioned, by region and in total. */
function typesIn({ facts, found }: Counting) {
  const byType = codesIn(facts.vocabulary.types, facts.types.dictionary.texts, (t) =>
    new Block().add(found.byTypes, t),
  );
  return [...regionCodes, null].map((region) => {
    const r = region === null ? null : regionCodes.indexOf(region);
    const mentions = byType.map(({ block }) => block.ofRegion(r));
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

function tagsIn(counting: Counting) {
  const { facts, found, all, byTags, byArticle } = counting;
  return codesIn(facts.vocabulary.tags, facts.tags.dictionary.texts, (g) => byTags[g]!).map(
    ({ code: tag, holding, block }) => {
      const states = statesOf(counting, found.stateTags, holding);
      return {
        tag,
        needs: block.total,
        states: states.all,
        share: share(block.total, all.total),
        byRegion: byRegion(block, states),
        byCategory: block.byCategory(),
        byArticle: byArticle.map(({ article, of }) => {
          let n = 0;
          for (const provision of of) for (const g of holding) n += provision.needsByTags[g]!;
          return { article, needs: n, share: share(n, block.total) };
        }),
      };
    },
  );
}

function topicsIn(counting: Counting) {
  const { facts, found, all } = counting;
  const byTopics = facts.topics.dictionary.texts.map((_, k) => new Block().add(found.byTopics, k));
  return codesIn(facts.vocabulary.topics, facts.topics.dictionary.texts, (k) => byTopics[k]!).map(
    ({ code: topic, holding, block }) => {
      const states = statesOf(counting, found.stateTopics, holding);
      return {
        topic,
        needs: block.total,
        states: states.all,
        share: share(block.total, all.total),
        byCategory: block.byCategory(),
        byRegion: byRegion(block, states),
      };
    },
  );
}

/**
 * Counts all numbers of a page in one pass over the facts. Numbers shown together must come from
 * one call.
 */
export function count(facts: Facts, filter: Filter): Count {
  const counting = countingOf(facts, filter);
  const { found, all, provisions, byArticle } = counting;
  const needs = all.total;
  const summaries = sum(found.summaries);
  const statesWithNeeds = statesOf(
    counting,
    found.stateCategory,
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
      summaries: found.summaries[r]!,
      statesWithNeeds: statesWithNeeds.byRegion[r]!,
      needs: all.ofRegion(r),
      shareOfNeeds: share(all.ofRegion(r), needs),
      shareOfStates: share(statesWithNeeds.byRegion[r]!, found.summaries[r]!),
    })),
    categories: categoriesIn(counting),
    articles: articlesIn(counting),
    matrices: [...regionCodes, null].map((region) => matrixOf(counting, region)),
    types: typesIn(counting),
    tags: tagsIn(counting),
    topics: topicsIn(counting),
    ...statusNumbers(facts, found, provisions, byArticle, needs),
  };
}
