import { categoryName, type Category } from '#lib/convention/categories';
import { isChapter } from '#lib/convention/chapters';
import { regionCodes, regionShortName } from '#lib/convention/regions';
import type { ListKind } from '#lib/notes/model/list-addresses';
import type { BarChart } from '#lib/documents/figures/figure';
import { membersOf, withMember, type NoteCounts } from '#lib/notes/model/evaluate';
import type { Dimension, ValueFilter } from '#lib/notes/model/vocabulary';
import type { Wording } from '#lib/notes/text/wording';
import { percent } from '#lib/counting/figures/figures';

/** The tables and figures that a note can hold, from the same count as its sentences. */
const exhibitNames = [
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
export const isTableExhibit = (name: string): boolean => name === 'matrix';

/** One number of an exhibit, with the list and filter of what it counts. */
export type ExhibitCell = Readonly<{
  n: number | null;
  list: ListKind;
  in: ValueFilter;
  percent?: boolean;
}>;
type ExhibitRow = Readonly<{
  code: string;
  header: string;
  cells: readonly ExhibitCell[];
  sum?: boolean;
}>;
type ExhibitGrid = Readonly<{
  columns: readonly Readonly<{ code: string; name: string }>[];
  rows: readonly ExhibitRow[];
  /** Indexes of the columns that the chart draws; none for a table. */
  drawn: readonly number[];
  kind: BarChart['kind'];
  percent: boolean;
  axis: string;
  /** Whether the series are regional groups, which have fixed colours. */
  regions?: boolean;
}>;

export type NamingContext = Readonly<{
  wording: Wording;
  termName: (code: string) => string;
}>;

const namedColumn = (
  { wording: { t } }: NamingContext,
  code: 'summaries' | 'states' | 'needs' | 'mentions' | 'share' | 'total',
) => ({ code, name: t(`notes.exhibits.${code}`) });

const needsCell = (n: number, own: ValueFilter): ExhibitCell => ({ n, list: 'needs', in: own });

const shareCell = (n: number, of: number, own: ValueFilter): ExhibitCell => ({
  n: percent(n, of),
  list: 'needs',
  in: own,
  percent: true,
});

const articleName = ({ wording }: NamingContext, article: string) =>
  wording.t('notes.exhibits.article', { article: wording.article(article) });

const regionColumns = ({ wording: { locale } }: NamingContext) =>
  regionCodes.map((region) => ({ code: region, name: regionShortName(region, locale) }));

const regionIndexes = regionCodes.map((_, at) => at);

const totalRow = (
  { wording: { t } }: NamingContext,
  cells: readonly ExhibitCell[],
): ExhibitRow => ({
  code: 'total',
  header: t('notes.exhibits.total'),
  cells,
  sum: true,
});

/** What the grid of an exhibit is built from. */
type GridInput = Readonly<{
  narrowing: ValueFilter;
  reading: NoteCounts;
  /** The count within the filter. */
  found: ReturnType<NoteCounts['count']>;
  naming: NamingContext;
}>;

/** For each regional group its summaries and its States with needs. */
function statesByRegion({ narrowing: filter, found, naming }: GridInput): ExhibitGrid {
  return {
    columns: [namedColumn(naming, 'summaries'), namedColumn(naming, 'states')],
    drawn: [0, 1],
    kind: 'bars',
    percent: false,
    axis: naming.wording.t('notes.exhibits.number'),
    rows: [
      ...found.regions.map(({ region, summaries, statesWithNeeds }): ExhibitRow => ({
        code: region,
        header: regionShortName(region, naming.wording.locale),
        cells: [
          { n: summaries, list: 'completed', in: { ...filter, regions: [region] } },
          { n: statesWithNeeds, list: 'states', in: { ...filter, regions: [region] } },
        ],
      })),
      totalRow(naming, [
        { n: found.totals.summaries, list: 'completed', in: filter },
        { n: found.totals.statesWithNeeds, list: 'states', in: filter },
      ]),
    ],
  };
}

/** For each article its needs and the States that have them. */
function needsByArticle({ narrowing: filter, found, naming }: GridInput): ExhibitGrid {
  return {
    columns: [namedColumn(naming, 'needs'), namedColumn(naming, 'states')],
    drawn: [0, 1],
    kind: 'bars',
    percent: false,
    axis: naming.wording.t('notes.exhibits.number'),
    rows: found.articles.map(({ article, needs: n, states }): ExhibitRow => ({
      code: article,
      header: articleName(naming, article),
      cells: [
        needsCell(n, { ...filter, article }),
        { n: states, list: 'states', in: { ...filter, article } },
      ],
    })),
  };
}

/** For each category its needs, and their share in all. */
function byCategory({ narrowing: filter, reading: counts, found, naming }: GridInput): ExhibitGrid {
  return {
    columns: [namedColumn(naming, 'needs'), namedColumn(naming, 'share')],
    drawn: [1],
    kind: 'bars',
    percent: true,
    axis: naming.wording.t('notes.exhibits.percent'),
    rows: [
      ...memberFilters(counts, 'category', filter).map(({ code, n, own }): ExhibitRow => ({
        code,
        header: categoryName(code as Category, naming.wording.locale),
        cells: [needsCell(n, own), shareCell(n, found.totals.needs, own)],
      })),
      totalRow(naming, [
        needsCell(found.totals.needs, filter),
        shareCell(found.totals.needs, found.totals.needs, filter),
      ]),
    ],
  };
}

/** For each regional group how many of the States reviewed have needs. */
function shareOfStates({ narrowing: filter, found, naming }: GridInput): ExhibitGrid {
  return {
    columns: [
      namedColumn(naming, 'states'),
      namedColumn(naming, 'summaries'),
      namedColumn(naming, 'share'),
    ],
    drawn: [2],
    kind: 'bars',
    percent: true,
    axis: naming.wording.t('notes.exhibits.percent'),
    rows: found.regions.map(({ region, summaries, statesWithNeeds, shareOfStates }): ExhibitRow => {
      const own = { ...filter, regions: [region] };
      return {
        code: region,
        header: regionShortName(region, naming.wording.locale),
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
function regionArticles({ narrowing: filter, found, naming }: GridInput): ExhibitGrid {
  return {
    columns: [namedColumn(naming, 'needs'), namedColumn(naming, 'share')],
    drawn: [1],
    kind: 'bars',
    percent: true,
    axis: naming.wording.t('notes.exhibits.percent'),
    rows: found.articles.map(({ article, needs: n }): ExhibitRow => ({
      code: article,
      header: articleName(naming, article),
      cells: [
        needsCell(n, { ...filter, article }),
        shareCell(n, found.totals.needs, { ...filter, article }),
      ],
    })),
  };
}

/** For each type of assistance how often it is mentioned. */
function typesGrid({ narrowing: filter, found, naming }: GridInput): ExhibitGrid {
  const { mentions, types } = found.types.find(({ region }) => region === null)!;
  return {
    columns: [namedColumn(naming, 'mentions'), namedColumn(naming, 'share')],
    drawn: [1],
    kind: 'bars',
    percent: true,
    axis: naming.wording.t('notes.exhibits.percent'),
    rows: types.map(({ type, mentions: n }): ExhibitRow => ({
      code: type,
      header: naming.termName(type),
      cells: [needsCell(n, { ...filter, type }), shareCell(n, mentions, { ...filter, type })],
    })),
  };
}

/**
 * For each category the shares of the regional groups in its needs; in editions from before their
 * numbers.
 */
function categoriesByRegion({ narrowing: filter, found, naming }: GridInput): ExhibitGrid {
  const { t, isProse: isShared } = naming.wording;
  const cell = (n: number, of: number, own: ValueFilter) =>
    isShared ? shareCell(n, of, own) : needsCell(n, own);
  return {
    columns: [...regionColumns(naming), namedColumn(naming, isShared ? 'needs' : 'total')],
    drawn: regionIndexes,
    kind: 'stacked',
    percent: isShared,
    axis: isShared ? t('notes.exhibits.percent') : t('notes.exhibits.needs'),
    regions: true,
    rows: found.categories
      .filter(({ category, needs: n }) => category !== 'other' || n > 0)
      .map(({ category, needs: n, byRegion }): ExhibitRow => ({
        code: category,
        header: categoryName(category, naming.wording.locale),
        cells: [
          ...byRegion.map((each) =>
            cell(each.needs, n, { ...filter, category, regions: [each.region] }),
          ),
          needsCell(n, { ...filter, category }),
        ],
      })),
  };
}

/** For each article its needs in each regional group. */
function categoryByArticle({ narrowing: filter, found, naming }: GridInput): ExhibitGrid {
  return {
    columns: [...regionColumns(naming), namedColumn(naming, 'total')],
    drawn: regionIndexes,
    kind: 'stacked',
    percent: false,
    axis: naming.wording.t('notes.exhibits.needs'),
    regions: true,
    rows: found.articles.map(({ article, needs: n, byRegion }): ExhibitRow => ({
      code: article,
      header: articleName(naming, article),
      cells: [
        ...byRegion.map((each) =>
          needsCell(each.needs, { ...filter, article, regions: [each.region] }),
        ),
        needsCell(n, { ...filter, article }),
      ],
    })),
  };
}

/** Articles by categories. */
function matrixGrid({ narrowing: filter, reading: counts, found, naming }: GridInput): ExhibitGrid {
  const matrix = found.matrices.find(({ region }) => region === null)!;
  const shown = memberFilters(counts, 'category', filter).map(({ code }) => code as Category);
  return {
    columns: [
      ...shown.map((category) => ({
        code: category,
        name: naming.wording.categoryShort(category),
      })),
      namedColumn(naming, 'total'),
    ],
    drawn: [],
    kind: 'bars',
    percent: false,
    axis: '',
    rows: [
      ...matrix.rows.map((row): ExhibitRow => ({
        code: row.articles,
        header: matrixRowName(naming.wording, row.articles),
        cells: [
          ...shown.map((category) =>
            needsCell(row.cells[category] ?? 0, { ...filter, row: row.articles, category }),
          ),
          needsCell(row.total, { ...filter, row: row.articles }),
        ],
      })),
      totalRow(naming, [
        ...shown.map((category) =>
          needsCell(matrix.columns[category] ?? 0, { ...filter, category }),
        ),
        needsCell(matrix.total, filter),
      ]),
    ],
  };
}

const gridBuilders = {
  'states-by-region': statesByRegion,
  'needs-by-article': needsByArticle,
  'by-category': byCategory,
  'share-of-states': shareOfStates,
  'region-articles': regionArticles,
  matrix: matrixGrid,
  'categories-by-region': categoriesByRegion,
  types: typesGrid,
  'category-by-article': categoryByArticle,
} as const satisfies Record<ExhibitName, (source: GridInput) => ExhibitGrid>;

/** Returns an exhibit as rows and columns of numbers, each with what it counts. */
export const exhibitGrid = (
  name: ExhibitName,
  filter: ValueFilter,
  counts: NoteCounts,
  naming: NamingContext,
): ExhibitGrid =>
  gridBuilders[name]({
    narrowing: filter,
    reading: counts,
    found: counts.count(filter, 'now'),
    naming,
  });

const memberFilters = (counts: NoteCounts, over: Dimension, filter: ValueFilter) =>
  membersOf(counts, over, filter).map((each) => ({
    ...each,
    own: withMember(filter, over, each.code),
  }));

/** The header of a matrix row: an article, several together, or the chapter as a whole. */
function matrixRowName({ t, ...wording }: Wording, row: string): string {
  if (row.startsWith('general')) {
    const chapter = row.slice('general-'.length);
    return t('notes.exhibits.general', {
      chapter: isChapter(chapter) ? wording.chapters([chapter]) : '',
      one: row === 'general' ? 'yes' : 'no',
    });
  }
  const articles = row.split(';');
  return articles.length === 1
    ? t('notes.exhibits.article', { article: wording.article(row) })
    : t('notes.exhibits.together', { articles: wording.articles(articles) });
}
