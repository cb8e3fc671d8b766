import { categoryName, categoryShortName, type Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { regionCodes, regionShortName } from '#lib/convention/regions';
import type { Translate } from '#lib/text/i18n';
import type { Listed } from '#lib/notes/addresses';
import type { Chart } from '#lib/documents/model/document';
import { membersOf, within, type Reading } from '#lib/notes/model/evaluate';
import type { Dimension, Narrowing } from '#lib/notes/model/vocabulary';
import { percent } from '#lib/counting/summaries/figures';

/**
 * The tables and figures that a note can hold: the register's own, from the same count as its
 * sentences.
 */
export const exhibitNames = [
  'states-by-region',
  'needs-by-article',
  'by-category',
  'share-of-states',
  'region-articles',
  'matrix',
  'categories-by-region',
  'types',
  'category-by-article',
] as const;
export type ExhibitName = (typeof exhibitNames)[number];
export const isTable = (name: string): boolean => name === 'matrix';

/** One number of an exhibit, with what it counts. */
export type Cell = Readonly<{ n: number | null; list: Listed; in: Narrowing; percent?: boolean }>;
type Row = Readonly<{ code: string; header: string; cells: readonly Cell[]; sum?: boolean }>;
type Grid = Readonly<{
  columns: readonly Readonly<{ code: string; name: string }>[];
  rows: readonly Row[];
  /** Which columns are drawn, by their places; none for a table. */
  drawn: readonly number[];
  kind: Chart['kind'];
  percent: boolean;
  axis: string;
  /** Whether the series are regional groups, which have colours of their own. */
  regions?: boolean;
}>;

export type Naming = Readonly<{ locale: Locale; t: Translate; termName: (code: string) => string }>;

/** An exhibit as rows and columns of numbers, each with what it counts. */
export function grid(
  name: ExhibitName,
  narrowing: Narrowing,
  reading: Reading,
  { locale, t, termName }: Naming,
): Grid {
  const found = reading.ask(narrowing, 'now');
  const column = (code: 'summaries' | 'states' | 'needs' | 'mentions' | 'share' | 'total') => ({
    code,
    name: t(`notes.exhibits.${code}`),
  });
  const needs = (n: number, own: Narrowing): Cell => ({ n, list: 'needs', in: own });
  const shareOf = (n: number, of: number, own: Narrowing, list: Listed = 'needs'): Cell => ({
    n: percent(n, of),
    list,
    in: own,
    percent: true,
  });
  const articleName = (article: string) => t('notes.exhibits.article', { article });
  const regionColumns = regionCodes.map((region) => ({
    code: region,
    name: regionShortName(region, locale),
  }));
  const everyRegion = regionCodes.map((_, at) => at);
  const total = (cells: readonly Cell[]): Row => ({
    code: 'total',
    header: t('notes.exhibits.total'),
    cells,
    sum: true,
  });
  switch (name) {
    case 'states-by-region':
      return {
        columns: [column('summaries'), column('states')],
        drawn: [0, 1],
        kind: 'bars',
        percent: false,
        axis: t('notes.exhibits.number'),
        rows: [
          ...found.regions.map(({ region, summaries, statesWithNeeds }): Row => ({
            code: region,
            header: regionShortName(region, locale),
            cells: [
              { n: summaries, list: 'completed', in: { ...narrowing, regions: [region] } },
              { n: statesWithNeeds, list: 'states', in: { ...narrowing, regions: [region] } },
            ],
          })),
          total([
            { n: found.totals.summaries, list: 'completed', in: narrowing },
            { n: found.totals.statesWithNeeds, list: 'states', in: narrowing },
          ]),
        ],
      };
    case 'needs-by-article':
      return {
        columns: [column('needs'), column('states')],
        drawn: [0, 1],
        kind: 'bars',
        percent: false,
        axis: t('notes.exhibits.number'),
        rows: found.articles.map(({ article, needs: n, states }): Row => ({
          code: article,
          header: articleName(article),
          cells: [
            needs(n, { ...narrowing, article }),
            { n: states, list: 'states', in: { ...narrowing, article } },
          ],
        })),
      };
    case 'by-category':
      return {
        columns: [column('needs'), column('share')],
        drawn: [1],
        kind: 'bars',
        percent: true,
        axis: t('notes.exhibits.percent'),
        rows: [
          ...members(reading, 'category', narrowing).map(({ code, n, own }): Row => ({
            code,
            header: categoryName(code as Category, locale),
            cells: [needs(n, own), shareOf(n, found.totals.needs, own)],
          })),
          total([
            needs(found.totals.needs, narrowing),
            shareOf(found.totals.needs, found.totals.needs, narrowing),
          ]),
        ],
      };
    case 'share-of-states':
      return {
        columns: [column('states'), column('summaries'), column('share')],
        drawn: [2],
        kind: 'bars',
        percent: true,
        axis: t('notes.exhibits.percent'),
        rows: found.regions.map(({ region, summaries, statesWithNeeds, shareOfStates }): Row => {
          const own = { ...narrowing, regions: [region] };
          return {
            code: region,
            header: regionShortName(region, locale),
            cells: [
              { n: statesWithNeeds, list: 'states', in: own },
              { n: summaries, list: 'completed', in: own },
              { n: shareOfStates.percent, list: 'states', in: own, percent: true },
            ],
          };
        }),
      };
    case 'region-articles':
      return {
        columns: [column('needs'), column('share')],
        drawn: [1],
        kind: 'bars',
        percent: true,
        axis: t('notes.exhibits.percent'),
        rows: found.articles.map(({ article, needs: n }): Row => ({
          code: article,
          header: articleName(article),
          cells: [
            needs(n, { ...narrowing, article }),
            shareOf(n, found.totals.needs, { ...narrowing, article }),
          ],
        })),
      };
    case 'types':
      return {
        columns: [column('mentions'), column('share')],
        drawn: [1],
        kind: 'bars',
        percent: true,
        axis: t('notes.exhibits.percent'),
        rows: (() => {
          const { mentions, types } = found.types.find(({ region }) => region === null)!;
          return types.map(({ type, mentions: n }): Row => ({
            code: type,
            header: termName(type),
            cells: [needs(n, { ...narrowing, type }), shareOf(n, mentions, { ...narrowing, type })],
          }));
        })(),
      };
    case 'categories-by-region':
      return {
        columns: [...regionColumns, column('total')],
        drawn: everyRegion,
        kind: 'stacked',
        percent: false,
        axis: t('notes.exhibits.needs'),
        regions: true,
        rows: found.categories
          .filter(({ category, needs: n }) => category !== 'other' || n > 0)
          .map(({ category, needs: n, byRegion }): Row => ({
            code: category,
            header: categoryName(category, locale),
            cells: [
              ...byRegion.map((each) =>
                needs(each.needs, { ...narrowing, category, regions: [each.region] }),
              ),
              needs(n, { ...narrowing, category }),
            ],
          })),
      };
    case 'category-by-article':
      return {
        columns: [...regionColumns, column('total')],
        drawn: everyRegion,
        kind: 'stacked',
        percent: false,
        axis: t('notes.exhibits.needs'),
        regions: true,
        rows: found.articles.map(({ article, needs: n, byRegion }): Row => ({
          code: article,
          header: articleName(article),
          cells: [
            ...byRegion.map((each) =>
              needs(each.needs, { ...narrowing, article, regions: [each.region] }),
            ),
            needs(n, { ...narrowing, article }),
          ],
        })),
      };
    case 'matrix': {
      const matrix = found.matrices.find(({ region }) => region === null)!;
      const shown = members(reading, 'category', narrowing).map(({ code }) => code as Category);
      return {
        columns: [
          ...shown.map((category) => ({
            code: category,
            name: categoryShortName(category, locale),
          })),
          column('total'),
        ],
        drawn: [],
        kind: 'bars',
        percent: false,
        axis: '',
        rows: [
          ...matrix.rows.map((row): Row => ({
            code: row.articles,
            header: rowName(t, row.articles),
            cells: [
              ...shown.map((category) =>
                needs(row.cells[category] ?? 0, { ...narrowing, row: row.articles, category }),
              ),
              needs(row.total, { ...narrowing, row: row.articles }),
            ],
          })),
          total([
            ...shown.map((category) =>
              needs(matrix.columns[category] ?? 0, { ...narrowing, category }),
            ),
            needs(matrix.total, narrowing),
          ]),
        ],
      };
    }
  }
}

const members = (reading: Reading, over: Dimension, narrowing: Narrowing) =>
  membersOf(reading, over, narrowing).map((each) => ({
    ...each,
    own: within(narrowing, over, each.code),
  }));

/** A row of a matrix in words: an article, several together, or the chapter as a whole. */
function rowName(t: Translate, row: string): string {
  if (row.startsWith('general'))
    return t('notes.exhibits.general', {
      chapter: row.slice('general-'.length),
      one: row === 'general' ? 'yes' : 'no',
    });
  const articles = row.split(';');
  return articles.length === 1
    ? t('notes.exhibits.article', { article: row })
    : t('notes.exhibits.together', { articles: articles.join(', ') });
}
