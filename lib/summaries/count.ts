import { articlesOfChapter } from '#lib/convention/articles';
import { categoryCodes } from '#lib/convention/categories';
import { chapterCodes, type Chapter } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import { articlesOfKey, compareProvisions, rowKey } from '#lib/needs/provision';
import { Block, cellsOfBlock, distinctStates, sum } from '#lib/summaries/blocks';
import type { Facts } from '#lib/summaries/facts';
import { share } from '#lib/summaries/figures';
import { members, type Filter } from '#lib/summaries/filter';
import type { ByRegion, Count, Matrix } from '#lib/summaries/numbers';
import { tally } from '#lib/summaries/tally';

const R = regionCodes.length;
const C = categoryCodes.length;
const indexes = (length: number) => Array.from({ length }, (_, at) => at);
const everyRegion = indexes(R);

/** The codes of a vocabulary, and after them what needs bear that is in force no more. */
const codesOf = (vocabulary: readonly string[], sets: readonly string[]): string[] => [...new Set([...vocabulary, ...sets.flatMap(members)])];
const holding = (sets: readonly string[], code: string): number[] => sets.flatMap((set, at) => (members(set).includes(code) ? [at] : []));

/** All numbers that a page needs, in one pass over the facts. Everything that is shown together comes from one call of it. */
export function count(facts: Facts, filter: Filter): Count {
  const found = tally(facts, filter);
  const { P, G, K, stateRegion } = found;
  const chapters = chapterCodes.filter((chapter) => filter.chapters.includes(chapter));
  const articles = chapters.flatMap((chapter) => articlesOfChapter(chapter));
  const provisions = facts.provision.dictionary.texts.map((text): { row: string | null; articles: readonly number[] } => {
    const [chapter, key = ''] = text.split(' ') as [Chapter, string];
    return chapters.includes(chapter) ? { row: rowKey(key, chapter, chapters.length > 1), articles: articlesOfKey(key) } : { row: null, articles: [] };
  });
  const statesOf = (marks: Uint8Array, width: number, columns: readonly number[]) => distinctStates(marks, width, columns, stateRegion);
  const byRegion = (block: Block, states: { byRegion: Int32Array }): ByRegion =>
    regionCodes.map((region, r) => ({ region, needs: block.ofRegion(r), states: states.byRegion[r]! }));

  const all = new Block();
  const byProvision = provisions.map(() => new Block());
  for (let g = 0; g < G; g += 1) for (let p = 0; p < P; p += 1) byProvision[p]!.add(found.byTags, (g * P + p) * cellsOfBlock);
  for (const block of byProvision) all.add(block.cells, 0);
  const needs = all.total;

  const regions = () => {
    const states = statesOf(found.stateCategory, C, indexes(C));
    const summaries = sum(found.summaries);
    return {
      totals: { summaries, statesWithNeeds: states.all, needs, shareOfStates: share(states.all, summaries) },
      regions: regionCodes.map((region, r) => ({
        region, summaries: found.summaries[r]!, statesWithNeeds: states.byRegion[r]!, needs: all.ofRegion(r),
        shareOfNeeds: share(all.ofRegion(r), needs), shareOfStates: share(states.byRegion[r]!, found.summaries[r]!),
      })),
    };
  };

  const categories = categoryCodes.map((category, c) => {
    const own = all.ofCategory(c);
    const codes = facts.subcategory.dictionary.texts;
    const inForce = facts.vocabulary.subcategories.filter((term) => term.category === category).map(({ code }) => code);
    const met = codes.filter((code, s) => code !== '' && found.bySubcategory[s * C + c]! > 0);
    return {
      category, needs: own, states: statesOf(found.stateCategory, C, [c]).all, share: share(own, needs),
      byRegion: regionCodes.map((region, r) => ({ region, needs: all.at(r, c), share: share(all.at(r, c), own) })),
      subcategories: [...new Set([...inForce, ...met])].map((subcategory) => {
        const s = codes.indexOf(subcategory);
        const n = s < 0 ? 0 : found.bySubcategory[s * C + c]!;
        return { subcategory, needs: n, share: share(n, own) };
      }),
    };
  });

  /** By article: a need counts under each of its articles. */
  const ofArticle = (article: number) => provisions.flatMap((provision, p) => (provision.articles.includes(article) ? [p] : []));
  const byArticle = articles.map((article) => ({ article: String(article), at: ofArticle(article) }));

  /** By row: a need stands in exactly one row of its region's matrix. */
  const matrix = (region: Region | null): Matrix => {
    const chosen = region === null ? everyRegion : [regionCodes.indexOf(region)];
    const total = sum(chosen.map((r) => all.ofRegion(r)));
    const rows = provisions.flatMap(({ row }, p) => {
      const n = row === null ? 0 : sum(chosen.map((r) => byProvision[p]!.ofRegion(r)));
      return n === 0 ? [] : [{ articles: row!, cells: byProvision[p]!.byCategory(chosen), total: n, share: share(n, total) }];
    });
    return { region, rows: rows.sort((a, b) => compareProvisions(a.articles, b.articles)), columns: all.byCategory(chosen), total };
  };

  const typeCodes = codesOf(facts.vocabulary.types, facts.types.dictionary.texts);
  const types = (region: Region | null) => {
    const chosen = region === null ? everyRegion : [regionCodes.indexOf(region)];
    const mentions = typeCodes.map((type) => sum(holding(facts.types.dictionary.texts, type).map((t) => sum(chosen.map((r) => found.byTypes[t * R + r]!)))));
    const total = sum(mentions);
    return { region, mentions: total, types: typeCodes.map((type, i) => ({ type, mentions: mentions[i]!, share: share(mentions[i]!, total) })) };
  };

  const tag = (code: string) => {
    const sets = holding(facts.tags.dictionary.texts, code);
    const ofProvisions = provisions.map((_, p) => sets.reduce((block, g) => block.add(found.byTags, (g * P + p) * cellsOfBlock), new Block()));
    const block = ofProvisions.reduce((whole, part) => whole.add(part.cells, 0), new Block());
    const states = statesOf(found.stateTags, G, sets);
    return {
      tag: code, needs: block.total, states: states.all, share: share(block.total, needs), byRegion: byRegion(block, states), byCategory: block.byCategory(),
      byArticle: byArticle.map(({ article, at }) => { const n = sum(at.map((p) => ofProvisions[p]!.total)); return { article, needs: n, share: share(n, block.total) }; }),
    };
  };

  const topic = (code: string) => {
    const sets = holding(facts.topics.dictionary.texts, code);
    const block = sets.reduce((whole, k) => whole.add(found.byTopics, k * cellsOfBlock), new Block());
    const states = statesOf(found.stateTopics, K, sets);
    return { topic: code, needs: block.total, states: states.all, share: share(block.total, needs), byCategory: block.byCategory(), byRegion: byRegion(block, states) };
  };

  return {
    revision: facts.revision,
    ...regions(),
    categories,
    articles: byArticle.map(({ article, at }) => {
      const block = at.reduce((whole, p) => whole.add(byProvision[p]!.cells, 0), new Block());
      const states = statesOf(found.stateProvision, P, at);
      return { article, needs: block.total, states: states.all, byCategory: block.byCategory(), byRegion: byRegion(block, states), cells: regionCodes.map((region, r) => ({ region, byCategory: block.byCategory([r]) })) };
    }),
    matrices: [...regionCodes, null].map(matrix),
    types: [...regionCodes, null].map(types),
    tags: codesOf(facts.vocabulary.tags, facts.tags.dictionary.texts).map(tag),
    topics: codesOf(facts.vocabulary.topics, facts.topics.dictionary.texts).map(topic),
  };
}

