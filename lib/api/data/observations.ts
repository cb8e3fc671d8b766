import { articles as conventionArticles } from '#lib/convention/articles';
import { categoryCodes, categoryName } from '#lib/convention/categories';
import { chapterCodes, chapterTitle } from '#lib/convention/chapters';
import { locales, type Locale } from '#lib/convention/names';
import { regionCodes, regionName } from '#lib/convention/regions';
import { conventionStates } from '#lib/convention/states';
import type { Count } from '#lib/counting/count/count-types';

/** The code of a dimension for all of its values together. */
const all = '_T';
/** The world in the M49 of the Statistics Division. */
const world = '001';

/** The structure that SDMX-CSV names in each row. */
export const structure = { agency: 'NR', id: 'DSD_NEEDS', version: '1.0.0' } as const;
export const structureId = `${structure.agency}:${structure.id}(${structure.version})`;

/** A number of needs: of an area, under an article, of a category, at a time. */
type Observation = Readonly<{
  area: string;
  article: string;
  category: string;
  needs: number;
}>;

/**
 * The needs of a count by area, article and category, each with its totals. A need has one or more
 * articles, so that numbers of articles do not add up.
 */
export function observationsOf(count: Count): Observation[] {
  const totals = [
    { area: world, article: all, category: all, needs: count.totals.needs },
    ...count.regions.map(({ region, needs }) => {
      return { area: region, article: all, category: all, needs };
    }),
  ];
  const byCategory = count.categories.flatMap(({ category, needs, byRegion }) => [
    { area: world, article: all, category, needs },
    ...byRegion.map(({ region, needs: ofRegion }) => {
      return { area: region, article: all, category, needs: ofRegion };
    }),
  ]);
  const byArticle = count.articles.flatMap((counted) => [
    { area: world, article: counted.article, category: all, needs: counted.needs },
    ...counted.byRegion.map(({ region, needs }) => {
      return { area: region, article: counted.article, category: all, needs };
    }),
    ...Object.entries(counted.byCategory).map(([category, needs]) => {
      return { area: world, article: counted.article, category, needs };
    }),
  ]);
  return [...totals, ...byCategory, ...byArticle];
}

const names = (nameIn: (locale: Locale) => string) =>
  Object.fromEntries(locales.map((locale) => [locale, nameIn(locale)]));

const total = {
  id: all,
  names: { ar: 'المجموع', en: 'Total', es: 'Total', fr: 'Total', ru: 'Всего', zh: '合计' },
};
const worldNames = { ar: 'العالم', en: 'World', es: 'Mundo', fr: 'Monde', ru: 'Мир', zh: '世界' };

type Code = Readonly<{ id: string; names: Readonly<Record<string, string>>; m49?: string[] }>;

/**
 * The codes of each dimension. A regional group is no region of M49, so its code names the M49 codes
 * of its States.
 */
export const codeLists: Readonly<Record<'AREA' | 'ARTICLE' | 'CATEGORY' | 'OBS_STATUS', readonly Code[]>> = {
  AREA: [
    { id: world, names: worldNames },
    ...regionCodes.map((region) => ({
      id: region,
      names: names((locale) => regionName(region, locale)),
      m49: conventionStates.flatMap((state) =>
        state.region === region && state.m49 !== null ? [state.m49] : [],
      ),
    })),
  ],
  ARTICLE: [
    total,
    {
      id: 'general',
      names: {
        ar: 'الفصل عموماً',
        en: 'The chapter in general',
        es: 'El capítulo en general',
        fr: 'Le chapitre en général',
        ru: 'Глава в целом',
        zh: '整章',
      },
    },
    ...conventionArticles.map(({ article, title }) => ({ id: String(article), names: { ...title } })),
  ],
  CATEGORY: [
    total,
    ...categoryCodes.map((category) => ({
      id: category,
      names: names((locale) => categoryName(category, locale)),
    })),
  ],
  OBS_STATUS: [
    {
      id: 'A',
      names: {
        ar: 'قيمة عادية',
        en: 'Normal value',
        es: 'Valor normal',
        fr: 'Valeur normale',
        ru: 'Обычное значение',
        zh: '正常值',
      },
    },
  ],
};

/** The names of the columns of SDMX-CSV 2.0 for this structure. */
export const sdmxColumns = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'REF_AREA',
  'ARTICLE',
  'CATEGORY',
  'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS',
] as const;

/** A row of SDMX-CSV; `period` is the day of the cut-off. */
export const sdmxRow = (
  { area, article, category, needs }: Observation,
  period: string,
): readonly string[] => [
  'datastructure',
  structureId,
  'I',
  area,
  article,
  category,
  period,
  String(needs),
  'A',
];

export const chapterList = chapterCodes.map((chapter) => ({
  id: chapter,
  names: names((locale) => chapterTitle(chapter, locale)),
}));
