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

const column = (
  { t }: Naming,
  code: 'summaries' | 'states' | 'needs' | 'mentions' | 'share' | 'total',
) => ({ code, name: t(`notes.exhibits.${code}`) });

const needs = (n: number, own: Narrowing): Cell => ({ n, list: 'needs', in: own });

const shareOf = (n: number, of: number, own: Narrowing): Cell => ({
  n: percent(n, of),
  list: 'needs',
  in: own,
  percent: true,
});

const articleName = ({ t }: Naming, article: string) => t('notes.exhibits.article', { article });

const regionColumns = ({ locale }: Naming) =>
  regionCodes.map((region) => ({ code: region, name: regionShortName(region, locale) }));

const everyRegion = regionCodes.map((_, at) => at);

const total = ({ t }: Naming, cells: readonly Cell[]): Row => ({
  code: 'total',
  header: t('notes.exhibits.total'),
  cells,
  sum: true,
});

/** What an exhibit is made from. */
type Source = Readonly<{
  narrowing: Narrowing;
  reading: Reading;
  /** What the reading counts within the narrowing. */
  found: ReturnType<Reading['ask']>;
  naming: Naming;
}>;

/** For each regional group its summaries and its States with needs. */
function statesByRegion({ narrowing, found, naming }: Source): Grid {
  return {
    columns: [column(naming, 'summaries'), column(naming, 'states')],
    drawn: [0, 1],
    kind: 'bars',
    percent: false,
    axis: naming.t('notes.exhibits.number'),
    rows: [
      ...found.regions.map(({ region, summaries, statesWithNeeds }): Row => ({
        code: region,
        header: regionShortName(region, naming.locale),
        cells: [
          { n: summaries, list: 'completed', in: { ...narrowing, regions: [region] } },
          { n: statesWithNeeds, list: 'states', in: { ...narrowing, regions: [region] } },
        ],
      })),
      total(naming, [
        { n: found.totals.summaries, list: 'completed', in: narrowing },
        { n: found.totals.statesWithNeeds, list: 'states', in: narrowing },
      ]),
    ],
  };
}

/** For each article its needs and the States that have them. */
function needsByArticle({ narrowing, found, naming }: Source): Grid {
  return {
    columns: [column(naming, 'needs'), column(naming, 'states')],
    drawn: [0, 1],
    kind: 'bars',
    percent: false,
    axis: naming.t('notes.exhibits.number'),
    rows: found.articles.map(({ article, needs: n, states }): Row => ({
      code: article,
      header: articleName(naming, article),
      cells: [
        needs(n, { ...narrowing, article }),
        { n: states, list: 'states', in: { ...narrowing, article } },
      ],
    })),
  };
}

/** For each category its needs, and their share in all. */
function byCategory({ narrowing, reading, found, naming }: Source): Grid {
  return {
    columns: [column(naming, 'needs'), column(naming, 'share')],
    drawn: [1],
    kind: 'bars',
    percent: true,
    axis: naming.t('notes.exhibits.percent'),
    rows: [
      ...members(reading, 'category', narrowing).map(({ code, n, own }): Row => ({
        code,
        header: categoryName(code as Category, naming.locale),
        cells: [needs(n, own), shareOf(n, found.totals.needs, own)],
      })),
      total(naming, [
        needs(found.totals.needs, narrowing),
        shareOf(found.totals.needs, found.totals.needs, narrowing),
      ]),
    ],
  };
}

/** For each regional group how many of the States reviewed have needs. */
function shareOfStates({ narrowing, found, naming }: Source): Grid {
  return {
    columns: [column(naming, 'states'), column(naming, 'summaries'), column(naming, 'share')],
    drawn: [2],
    kind: 'bars',
    percent: true,
    axis: naming.t('notes.exhibits.percent'),
    rows: found.regions.map(({ region, summaries, statesWithNeeds, shareOfStates }): Row => {
      const own = { ...narrowing, regions: [region] };
      return {
        code: region,
        header: regionShortName(region, naming.locale),
        cells: [
          { n: statesWithNeeds, list: 'states', in: own },
          { n: summaries, list: 'completed', in: own },
          { n: shareOfStates.percent, list: 'states', in: own, percent: true },
        ],
      };
    }),
  };
}

/** For each article its needs, and their share in all. */
function regionArticles({ narrowing, found, naming }: Source): Grid {
  return {
    columns: [column(naming, 'needs'), column(naming, 'share')],
    drawn: [1],
    kind: 'bars',
    percent: true,
    axis: naming.t('notes.exhibits.percent'),
    rows: found.articles.map(({ article, needs: n }): Row => ({
      code: article,
      header: articleName(naming, article),
      cells: [
        needs(n, { ...narrowing, article }),
        shareOf(n, found.totals.needs, { ...narrowing, article }),
      ],
    })),
  };
}

/** For each type of assistance how often it is mentioned. */
function typesGrid({ narrowing, found, naming }: Source): Grid {
  const { mentions, types } = found.types.find(({ region }) => region === null)!;
  return {
    columns: [column(naming, 'mentions'), column(naming, 'share')],
    drawn: [1],
    kind: 'bars',
    percent: true,
    axis: naming.t('notes.exhibits.percent'),
    rows: types.map(({ type, mentions: n }): Row => ({
      code: type,
      header: naming.termName(type),
      cells: [needs(n, { ...narrowing, type }), shareOf(n, mentions, { ...narrowing, type })],
    })),
  };
}

/** For each category its needs in each regional group. */
function categoriesByRegion({ narrowing, found, naming }: Source): Grid {
  return {
    columns: [...regionColumns(naming), column(naming, 'total')],
    drawn: everyRegion,
    kind: 'stacked',
    percent: false,
    axis: naming.t('notes.exhibits.needs'),
    regions: true,
    rows: found.categories
      .filter(({ category, needs: n }) => category !== 'other' || n > 0)
      .map(({ category, needs: n, byRegion }): Row => ({
        code: category,
        header: categoryName(category, naming.locale),
        cells: [
          ...byRegion.map((each) =>
            needs(each.needs, { ...narrowing, category, regions: [each.region] }),
          ),
          needs(n, { ...narrowing, category }),
        ],
      })),
  };
}

/** For each article its needs in each regional group. */
function categoryByArticle({ narrowing, found, naming }: Source): Grid {
  return {
    columns: [...regionColumns(naming), column(naming, 'total')],
    drawn: everyRegion,
    kind: 'stacked',
    percent: false,
    axis: naming.t('notes.exhibits.needs'),
    regions: true,
    rows: found.articles.map(({ article, needs: n, byRegion }): Row => ({
      code: article,
      header: articleName(naming, article),
      cells: [
        ...byRegion.map((each) =>
          needs(each.needs, { ...narrowing, article, regions: [each.region] }),
        ),
        needs(n, { ...narrowing, article }),
      ],
    })),
  };
}

/** Articles by categories. */
function matrixGrid({ narrowing, reading, found, naming }: Source): Grid {
  const matrix = found.matrices.find(({ region }) => region === null)!;
  const shown = members(reading, 'category', narrowing).map(({ code }) => code as Category);
  return {
    columns: [
      ...shown.map((category) => ({
        code: category,
        name: categoryShortName(category, naming.locale),
      })),
      column(naming, 'total'),
    ],
    drawn: [],
    kind: 'bars',
    percent: false,
    axis: '',
    rows: [
      ...matrix.rows.map((row): Row => ({
        code: row.articles,
        header: rowName(naming.t, row.articles),
        cells: [
          ...shown.map((category) =>
            needs(row.cells[category] ?? 0, { ...narrowing, row: row.articles, category }),
          ),
          needs(row.total, { ...narrowing, row: row.articles }),
        ],
      })),
      total(naming, [
        ...shown.map((category) =>
          needs(matrix.columns[category] ?? 0, { ...narrowing, category }),
        ),
        needs(matrix.total, narrowing),
      ]),
    ],
  };
}

const grids = {
  'states-by-region': statesByRegion,
  'needs-by-article': needsByArticle,
  'by-category': byCategory,
  'share-of-states': shareOfStates,
  'region-articles': regionArticles,
  matrix: matrixGrid,
  'categories-by-region': categoriesByRegion,
  types: typesGrid,
  'category-by-article': categoryByArticle,
} as const satisfies Record<ExhibitName, (source: Source) => Grid>;

/** An exhibit as rows and columns of numbers, each with what it counts. */
export const grid = (
  name: ExhibitName,
  narrowing: Narrowing,
  reading: Reading,
  naming: Naming,
): Grid => grids[name]({ narrowing, reading, found: reading.ask(narrowing, 'now'), naming });

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
