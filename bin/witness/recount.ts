import { holds, needsOf, quoted, summariesOf, under, type Question } from '#bin/witness/counted';
import type { Ask, Row } from '#bin/witness/rows';
import { claimColumns } from '#bin/witness/standings';

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

const share = (n: number, of: number) => ({
  n,
  of,
  percent: of === 0 ? null : Number((200n * BigInt(n) + BigInt(of)) / (2n * BigInt(of))),
});

/**
 * Recounts the whole answer of the summary API by plain SQL over `need_version`, one GROUP BY for
 * each kind of number.
 */
export async function recount(ask: Ask, question: Question, lists: Lists, today: string) {
  const needs = `(${needsOf(question, today)}) x`;
  const summaries = `(${summariesOf(question, today)}) x`;
  const numbers = (columns: string, where = 'true') =>
    ask(
      `select ${columns}${columns ? ', ' : ''}count(*) as n_needs, count(distinct state_id) as n_states from ${needs} where ${where}${columns ? ` group by ${columns}` : ''}`,
    );
  const find = (rows: readonly Row[], match: Readonly<Record<string, string>>) =>
    rows.find((row) => Object.entries(match).every(([column, value]) => row[column] === value));
  const n = (rows: readonly Row[], match: Readonly<Record<string, string>>, what = 'n_needs') =>
    Number(find(rows, match)?.[what] ?? 0);
  const cells = (rows: readonly Row[], match: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      lists.categories
        .map((category) => [category, n(rows, { ...match, category })])
        .filter(([category, needed]) => category !== 'other' || Number(needed) > 0),
    );
  const byRegion = (rows: readonly Row[]) =>
    lists.regions.map((region) => ({
      region,
      needs: n(rows, { region }),
      states: n(rows, { region }, 'n_states'),
    }));

  const [all] = await numbers('');
  const total = Number(all!.n_needs);
  const completed = await ask(
    `select region, count(*) as n_summaries from ${summaries} group by region`,
  );
  const regions = await numbers('region');
  const categories = await numbers('category');
  const categoryRegion = await numbers('category, region');
  const subcategory = await numbers('category, subcategory');
  const rowKey =
    question.chapters.length > 1
      ? `case when provision = 'general' then 'general-' || chapter else provision end`
      : 'provision';
  const rows = await ask(
    `select region, ${rowKey} as articles, category, count(*) as n_needs from ${needs} group by region, ${rowKey}, category`,
  );
  const under_ = (code: string) => async (columns: string) => numbers(columns, code);

  const articles = await Promise.all(
    lists.articles.map(async (article) => {
      const where = under_(under(article));
      const [one] = await where('');
      return {
        article,
        needs: Number(one!.n_needs),
        states: Number(one!.n_states),
        byCategory: cells(await where('category')),
        byRegion: byRegion(await where('region')),
      };
    }),
  );
  const marked = async (column: 'tags' | 'topics', code: string) => {
    const where = under_(holds(column, code));
    const [one] = await where('');
    return {
      needs: Number(one!.n_needs),
      states: Number(one!.n_states),
      byCategory: cells(await where('category')),
      byRegion: byRegion(await where('region')),
    };
  };
  const tags = await Promise.all(
    lists.tags.map(async (tag) => {
      const found = await marked('tags', tag);
      const byArticle = await Promise.all(
        lists.articles.map(async (article) => {
          const [one] = await numbers('', `${holds('tags', tag)} and ${under(article)}`);
          return {
            article,
            needs: Number(one!.n_needs),
            share: share(Number(one!.n_needs), found.needs),
          };
        }),
      );
      return { tag, ...found, share: share(found.needs, total), byArticle };
    }),
  );
  const topics = await Promise.all(
    lists.topics.map(async (topic) => {
      const found = await marked('topics', topic);
      return { topic, ...found, share: share(found.needs, total) };
    }),
  );
  const types = await Promise.all(
    lists.regions.map(async (region) => {
      const mentions = await Promise.all(
        lists.types.map(async (type) =>
          Number(
            (await numbers('', `region = ${quoted(region)} and ${holds('types', type)}`))[0]!
              .n_needs,
          ),
        ),
      );
      const of = mentions.reduce((sum, m) => sum + m, 0);
      return {
        region,
        mentions: of,
        types: lists.types.map((type, i) => ({
          type,
          mentions: mentions[i]!,
          share: share(mentions[i]!, of),
        })),
      };
    }),
  );

  const regionNeeds = (found: readonly Row[], match: Readonly<Record<string, string>> = {}) =>
    lists.regions.map((region) => ({ region, needs: n(found, { ...match, region }) }));
  const [byStatus, statusRegion, statusCategory] = [
    await numbers('status'),
    await numbers('status, region'),
    await numbers('status, category'),
  ];
  const statusArticle = await Promise.all(
    lists.articles.map(
      async (article) => [article, await numbers('status, region', under(article))] as const,
    ),
  );
  const statuses = ['unmet', 'planned', 'current', 'met'].map((status) => {
    const own = n(byStatus, { status });
    return {
      status,
      needs: own,
      states: n(byStatus, { status }, 'n_states'),
      share: share(own, total),
      byRegion: lists.regions.map((region) => ({
        region,
        needs: n(statusRegion, { status, region }),
        states: n(statusRegion, { status, region }, 'n_states'),
      })),
      byCategory: cells(statusCategory, { status }),
      byArticle: statusArticle.map(([article, found]) => ({
        article,
        needs: regionNeeds(found, { status }).reduce((sum, each) => sum + each.needs, 0),
        byRegion: regionNeeds(found, { status }),
      })),
    };
  });
  const claims = await Promise.all(
    claimColumns.map(async (claim) => {
      const found = regionNeeds(await numbers('region', `${claim} = 1`));
      return { claim, needs: found.reduce((sum, each) => sum + each.needs, 0), byRegion: found };
    }),
  );

  return {
    totals: {
      summaries: completed.reduce((sum, row) => sum + Number(row.n_summaries), 0),
      statesWithNeeds: Number(all!.n_states),
      needs: total,
    },
    regions: lists.regions.map((region) => {
      const done = n(completed, { region }, 'n_summaries');
      const states = n(regions, { region }, 'n_states');
      return {
        region,
        summaries: done,
        statesWithNeeds: states,
        needs: n(regions, { region }),
        shareOfNeeds: share(n(regions, { region }), total),
        shareOfStates: share(states, done),
      };
    }),
    categories: lists.categories.map((category) => {
      const own = n(categories, { category });
      return {
        category,
        needs: own,
        states: n(categories, { category }, 'n_states'),
        share: share(own, total),
        byRegion: lists.regions.map((region) => ({
          region,
          needs: n(categoryRegion, { category, region }),
          share: share(n(categoryRegion, { category, region }), own),
        })),
        subcategories: (lists.subcategories[category] ?? []).map((code) => ({
          subcategory: code,
          needs: n(subcategory, { category, subcategory: code }),
          share: share(n(subcategory, { category, subcategory: code }), own),
        })),
      };
    }),
    articles,
    matrices: lists.regions.map((region) => {
      const own = rows.filter((row) => row.region === region);
      const whole = own.reduce((sum, row) => sum + Number(row.n_needs), 0);
      const keys = [...new Set(own.map((row) => String(row.articles)))];
      return {
        region,
        total: whole,
        columns: cells(categoryRegion, { region }),
        rows: keys.map((key) => {
          const mine = own.filter((row) => row.articles === key);
          const sum = mine.reduce((s, row) => s + Number(row.n_needs), 0);
          return { articles: key, cells: cells(mine), total: sum, share: share(sum, whole) };
        }),
      };
    }),
    types,
    tags,
    topics,
    statuses,
    claims,
  };
}
