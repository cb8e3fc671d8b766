import {
  holds,
  needsOf,
  quoted,
  summariesOf,
  under,
  type WitnessQuery,
} from '#bin/witness/query-sql';
import type { RunQuery, Row } from '#bin/witness/rows';
import { claimColumns } from '#bin/witness/assistance-sql';

/** The members of each vocabulary, in the order of the response to be checked. */
export type Lists = Readonly<{
  regions: readonly string[];
  categories: readonly string[];
  articles: readonly string[];
  types: readonly string[];
  tags: readonly string[];
  topics: readonly string[];
  subcategories: Readonly<Record<string, readonly string[]>>;
}>;

type Match = Readonly<Record<string, string>>;
type Source = Readonly<{
  lists: Lists;
  /** Counts needs and distinct States by these columns, among the needs that meet a condition. */
  numbers: (columns: string, where?: string) => Promise<Row[]>;
  /** The number of all needs. */
  total: number;
}>;

/** 100 × n / of, rounded half up on exact integers. */
const share = (n: number, of: number) => ({
  n,
  of,
  percent: of === 0 ? null : Number((200n * BigInt(n) + BigInt(of)) / (2n * BigInt(of))),
});

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

/** Returns a number of the row with these values; 0 where there is no such row. */
function numberIn(rows: readonly Row[], match: Match, column = 'n_needs'): number {
  const row = rows.find((each) =>
    Object.entries(match).every(([name, value]) => each[name] === value),
  );
  return Number(row?.[column] ?? 0);
}

/** The needs by category; `other` only where it occurs. */
function byCategory({ categories }: Lists, rows: readonly Row[], match: Match = {}) {
  const counts = categories.map(
    (category) => [category, numberIn(rows, { ...match, category })] as const,
  );
  return Object.fromEntries(
    counts.filter(([category, needs]) => category !== 'other' || needs > 0),
  );
}

const needsByRegion = ({ regions }: Lists, rows: readonly Row[], match: Match = {}) =>
  regions.map((region) => ({ region, needs: numberIn(rows, { ...match, region }) }));

const needsAndStatesByRegion = ({ regions }: Lists, rows: readonly Row[], match: Match = {}) =>
  regions.map((region) => ({
    region,
    needs: numberIn(rows, { ...match, region }),
    states: numberIn(rows, { ...match, region }, 'n_states'),
  }));

/** The needs that meet a condition: their number, their States, by category and by region. */
async function recountWhere({ lists, numbers }: Source, where: string) {
  const [all] = await numbers('', where);
  return {
    needs: Number(all!.n_needs),
    states: Number(all!.n_states),
    byCategory: byCategory(lists, await numbers('category', where)),
    byRegion: needsAndStatesByRegion(lists, await numbers('region', where)),
  };
}

async function recountRegions({ lists, numbers, total }: Source, completed: readonly Row[]) {
  const rows = await numbers('region');
  return lists.regions.map((region) => {
    const summaries = numberIn(completed, { region }, 'n_summaries');
    const needs = numberIn(rows, { region });
    const statesWithNeeds = numberIn(rows, { region }, 'n_states');
    return {
      region,
      summaries,
      statesWithNeeds,
      needs,
      shareOfNeeds: share(needs, total),
      shareOfStates: share(statesWithNeeds, summaries),
    };
  });
}

async function recountCategories({ lists, numbers, total }: Source) {
  const rows = await numbers('category');
  const ofRegion = await numbers('category, region');
  const ofSubcategory = await numbers('category, subcategory');
  return lists.categories.map((category) => {
    const needs = numberIn(rows, { category });
    return {
      category,
      needs,
      states: numberIn(rows, { category }, 'n_states'),
      share: share(needs, total),
      byRegion: needsByRegion(lists, ofRegion, { category }).map((each) => ({
        ...each,
        share: share(each.needs, needs),
      })),
      subcategories: (lists.subcategories[category] ?? []).map((subcategory) => {
        const own = numberIn(ofSubcategory, { category, subcategory });
        return { subcategory, needs: own, share: share(own, needs) };
      }),
    };
  });
}

const recountArticles = (source: Source) =>
  Promise.all(
    source.lists.articles.map(async (article) => ({
      article,
      ...(await recountWhere(source, under(article))),
    })),
  );

/** Recounts the matrix of each region; `rows` has the needs by region, row and category. */
async function recountMatrices({ lists, numbers }: Source, rows: readonly Row[]) {
  const columns = await numbers('category, region');
  return lists.regions.map((region) => {
    const ofRegion = rows.filter((row) => row.region === region);
    const total = sumOf(ofRegion.map((row) => Number(row.n_needs)));
    const keys = [...new Set(ofRegion.map((row) => String(row.articles)))];
    return {
      region,
      total,
      columns: byCategory(lists, columns, { region }),
      rows: keys.map((key) => {
        const ofRow = ofRegion.filter((row) => row.articles === key);
        const needs = sumOf(ofRow.map((row) => Number(row.n_needs)));
        return {
          articles: key,
          cells: byCategory(lists, ofRow),
          total: needs,
          share: share(needs, total),
        };
      }),
    };
  });
}

const recountTypes = ({ lists, numbers }: Source) =>
  Promise.all(
    lists.regions.map(async (region) => {
      const mentions = await Promise.all(
        lists.types.map(async (type) => {
          const [all] = await numbers('', `region = ${quoted(region)} and ${holds('types', type)}`);
          return Number(all!.n_needs);
        }),
      );
      const total = sumOf(mentions);
      return {
        region,
        mentions: total,
        types: lists.types.map((type, i) => ({
          type,
          mentions: mentions[i]!,
          share: share(mentions[i]!, total),
        })),
      };
    }),
  );

const recountTags = (source: Source) =>
  Promise.all(
    source.lists.tags.map(async (tag) => {
      const counts = await recountWhere(source, holds('tags', tag));
      const byArticle = await Promise.all(
        source.lists.articles.map(async (article) => {
          const [all] = await source.numbers('', `${holds('tags', tag)} and ${under(article)}`);
          const needs = Number(all!.n_needs);
          return { article, needs, share: share(needs, counts.needs) };
        }),
      );
      return { tag, ...counts, share: share(counts.needs, source.total), byArticle };
    }),
  );

const recountTopics = (source: Source) =>
  Promise.all(
    source.lists.topics.map(async (topic) => {
      const counts = await recountWhere(source, holds('topics', topic));
      return { topic, ...counts, share: share(counts.needs, source.total) };
    }),
  );

async function recountStatuses({ lists, numbers, total }: Source) {
  const rows = await numbers('status');
  const ofRegion = await numbers('status, region');
  const ofCategory = await numbers('status, category');
  const ofArticle = await Promise.all(
    lists.articles.map(async (article) => ({
      article,
      rows: await numbers('status, region', under(article)),
    })),
  );
  return ['unmet', 'planned', 'current', 'met'].map((status) => {
    const needs = numberIn(rows, { status });
    return {
      status,
      needs,
      states: numberIn(rows, { status }, 'n_states'),
      share: share(needs, total),
      byRegion: needsAndStatesByRegion(lists, ofRegion, { status }),
      byCategory: byCategory(lists, ofCategory, { status }),
      byArticle: ofArticle.map(({ article, rows: own }) => {
        const byRegion = needsByRegion(lists, own, { status });
        return { article, needs: sumOf(byRegion.map((each) => each.needs)), byRegion };
      }),
    };
  });
}

const recountClaims = ({ lists, numbers }: Source) =>
  Promise.all(
    claimColumns.map(async (claim) => {
      const byRegion = needsByRegion(lists, await numbers('region', `${claim} = 1`));
      return { claim, needs: sumOf(byRegion.map((each) => each.needs)), byRegion };
    }),
  );

/**
 * Recounts the whole response of the summary API by plain SQL over `need_version`, one GROUP BY for
 * each kind of number.
 */
export async function recount(ask: RunQuery, question: WitnessQuery, lists: Lists, today: string) {
  const needs = `(${needsOf(question, today)}) x`;
  const summaries = `(${summariesOf(question, today)}) x`;
  const numbers = (columns: string, where = 'true') =>
    ask(
      `select ${columns}${columns ? ', ' : ''}count(*) as n_needs, count(distinct state_id) as n_states from ${needs} where ${where}${columns ? ` group by ${columns}` : ''}`,
    );
  const completed = await ask(
    `select region, count(*) as n_summaries from ${summaries} group by region`,
  );
  const rowKey =
    question.chapters.length > 1
      ? `case when provision = 'general' then 'general-' || chapter else provision end`
      : 'provision';
  const rows = await ask(
    `select region, ${rowKey} as articles, category, count(*) as n_needs from ${needs} group by region, ${rowKey}, category`,
  );
  const [all] = await numbers('');
  const total = Number(all!.n_needs);
  const source = { lists, numbers, total };
  return {
    totals: {
      summaries: sumOf(completed.map((row) => Number(row.n_summaries))),
      statesWithNeeds: Number(all!.n_states),
      needs: total,
    },
    regions: await recountRegions(source, completed),
    categories: await recountCategories(source),
    articles: await recountArticles(source),
    matrices: await recountMatrices(source, rows),
    types: await recountTypes(source),
    tags: await recountTags(source),
    topics: await recountTopics(source),
    statuses: await recountStatuses(source),
    claims: await recountClaims(source),
  };
}
