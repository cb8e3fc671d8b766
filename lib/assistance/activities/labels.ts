import {
  deliveryModes,
  fundingStatuses,
  genderMarkers,
  activityKinds,
  themeName,
  themes,
} from '#lib/assistance/activities/vocabulary';
import { activityStatuses } from '#lib/needs/fulfilment/vocabulary';
import { categories, categoryName, type Category } from '#lib/convention/categories';
import { locales, type Locale } from '#lib/convention/names';
import { regionCodes, regionName, regionShortName, type Region } from '#lib/convention/regions';
import { translator } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import { foldText } from '#lib/text/folding';
import { formerCategoryNames, formerLabelsOf } from '#lib/text/former-labels';
import type { Vocabulary } from '#lib/needs/store/queries';
import { targetGroups, type TargetGroup } from '#lib/needs/model/vocabulary';

type Topics = Pick<Vocabulary, 'topics'>;

/** The columns of a file of activities, in their order. */
export const activityColumns = [
  'ref',
  'theme',
  'kind',
  'title',
  'description',
  'language',
  'organisation',
  'partners',
  'recipients',
  'hosts',
  'areas',
  'regions',
  'articles',
  'categories',
  'topics',
  'from',
  'until',
  'period',
  'status',
  'delivery',
  'targetGroups',
  'gender',
  'numbers',
  'beneficiaries',
  'resolutions',
  'iati',
  'documents',
  'funding',
] as const;
export type ActivityColumn = (typeof activityColumns)[number];
export const requiredColumns = [
  'theme',
  'kind',
  'title',
  'status',
] as const satisfies readonly ActivityColumn[];

/** The columns that hold codes, which people write as labels in their own language. */
export const codedColumns = [
  'theme',
  'kind',
  'language',
  'status',
  'delivery',
  'gender',
  'funding',
  'regions',
  'categories',
  'topics',
  'targetGroups',
] as const satisfies readonly ActivityColumn[];
export type CodedColumn = (typeof codedColumns)[number];

export const columnLabel = (locale: Locale, column: ActivityColumn): string =>
  translator(locale)(`assistance.fields.${column}`);
const columnsByName = new Map(
  activityColumns.flatMap((column) =>
    [
      column,
      ...locales.map((locale) => columnLabel(locale, column)),
      ...formerLabelsOf('activities', column),
    ].map((name) => [foldText(name), column] as const),
  ),
);
/** Returns the column that a heading names, in any of the six languages or by its code. */
export const columnNamed = (name: string): ActivityColumn | undefined =>
  columnsByName.get(foldText(name));

const codesOf = (column: CodedColumn, { topics }: Topics): readonly string[] =>
  (
    {
      theme: themes,
      kind: activityKinds,
      language: locales,
      status: activityStatuses,
      delivery: deliveryModes,
      gender: genderMarkers,
      funding: fundingStatuses,
      regions: regionCodes,
      categories: categories.map(({ category }) => category),
      topics: topics.map(({ code }) => code),
      targetGroups,
    } as const satisfies Record<CodedColumn, readonly string[]>
  )[column];

/** Returns the label of a code in a language. */
export function labelOf(
  locale: Locale,
  column: CodedColumn,
  code: string,
  { topics }: Topics,
): string {
  const t = translator(locale);
  switch (column) {
    case 'theme':
      return themeName(code as (typeof themes)[number], locale);
    case 'kind':
      return t(`assistance.kinds.${code as (typeof activityKinds)[number]}`);
    case 'language':
      return languageNames[code as Locale];
    case 'status':
      return t(`assistance.statuses.${code as (typeof activityStatuses)[number]}`);
    case 'delivery':
      return t(`assistance.deliveries.${code as (typeof deliveryModes)[number]}`);
    case 'gender':
      return t(`assistance.genders.${code as (typeof genderMarkers)[number]}`);
    case 'funding':
      return t(`assistance.fundings.${code as (typeof fundingStatuses)[number]}`);
    case 'regions':
      return regionName(code as Region, locale);
    case 'categories':
      return categoryName(code as Category, locale);
    case 'topics':
      return topics.find((topic) => topic.code === code)?.names[locale] ?? code;
    case 'targetGroups':
      return t(`targetGroups.${code as TargetGroup}`);
  }
}

/** Finds the code of a label. */
export type FindCode = (column: CodedColumn, label: string) => string | undefined;

/**
 * Returns a function that finds codes by themselves or by their labels in any of the six languages.
 * A label of two codes stands for neither.
 */
export function codeFinder(vocabulary: Topics): FindCode {
  const codes = new Map<string, string | null>();
  const add = (column: CodedColumn, code: string, label: string) => {
    const key = `${column} ${foldText(label)}`;
    const known = codes.get(key);
    codes.set(key, known === undefined || known === code ? code : null);
  };
  for (const column of codedColumns) {
    for (const code of codesOf(column, vocabulary)) {
      add(column, code, code);
      if (column === 'categories')
        for (const label of formerCategoryNames[code] ?? []) add(column, code, label);
      for (const locale of locales) {
        add(column, code, labelOf(locale, column, code, vocabulary));
        if (column === 'regions') add(column, code, regionShortName(code as Region, locale));
      }
    }
  }
  return (column, label) => codes.get(`${column} ${foldText(label)}`) ?? undefined;
}

/** Returns the labels that a cell of this column may have. */
export const allowedLabels = (locale: Locale, column: CodedColumn, vocabulary: Topics): string[] =>
  codesOf(column, vocabulary)
    .filter((code) => column !== 'status' || code !== 'cancelled')
    .map((code) => labelOf(locale, column, code, vocabulary));
