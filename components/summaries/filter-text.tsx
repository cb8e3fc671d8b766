import { categoryName, type Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { regionName, type Region } from '#lib/convention/regions';
import { formatChoice, formatDate, formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { NeedStatus } from '#lib/needs/fulfilment/vocabulary';
import { articlesOfKey } from '#lib/convention/provision';
import type { TargetGroup } from '#lib/needs/model/vocabulary';
import type { SummaryParameters } from '#lib/counting/filter/page-query';
import type { cellParameterNames } from '#lib/counting/filter/parameters';
import {
  filterParameters,
  filterLists,
  type MultiValuedParameter,
  type FilterParameter,
} from '#lib/counting/filter/vocabulary';

export type FilterNames = Readonly<{
  locale: Locale;
  t: Translate;
  nameOf: (name: FilterParameter, code: string) => string;
}>;
export type FilterPart = Readonly<{
  name: FilterParameter | (typeof cellParameterNames)[number] | 'cutoff' | 'chapter';
  value: string;
  /** The part as it stands in the sentence. */
  text: string;
}>;

/** The name of a code. */
const codeName = ({ t, nameOf }: FilterNames, name: FilterParameter, code: string): string =>
  name === 'status' ? t(`matches.statuses.${code as NeedStatus}`) : nameOf(name, code);

function articlesText({ locale, t }: FilterNames, codes: readonly string[]): string {
  const articles = codes.filter((code) => code !== 'general');
  const list = formatChoice(locale, articles);
  const parts = [
    ...(articles.length > 0 ? [t('seen.parts.articles', { count: articles.length, list })] : []),
    ...(articles.length < codes.length ? [t('seen.general')] : []),
  ];
  return formatChoice(locale, parts);
}

/** One part of the filter as it stands in the sentence: alternatives with "or". */
function partText(names: FilterNames, name: FilterParameter, codes: readonly string[]): string {
  const { locale, t } = names;
  if (name === 'article') return articlesText(names, codes);
  const list = codes.map((code) => codeName(names, name, code));
  const value = formatChoice(locale, list);
  return name === 'region' ? value : t(`seen.parts.${name}`, { value });
}

function rowText({ locale, t }: FilterNames, row: string): string {
  const articles = articlesOfKey(row);
  if (articles.length > 0)
    return t('seen.parts.row', {
      count: articles.length,
      list: formatList(locale, articles.map(String)),
    });
  const [, chapter] = row.split('-', 2);
  return chapter ? t('provisions.general', { chapter }) : t('seen.general');
}

/** The parts that the form of the filter has fields for. */
function formParts(names: FilterNames, asked: SummaryParameters): FilterPart[] {
  const { locale, t } = names;
  const valueName = (name: FilterParameter, code: string) =>
    name === 'article' && code === 'general' ? t('seen.general') : codeName(names, name, code);
  return filterParameters
    .map((name) => ({ name, codes: asked[filterLists[name]] }))
    .filter(({ codes }) => codes.length > 0)
    .map(({ name, codes }) => ({
      name,
      value: formatChoice(
        locale,
        codes.map((code) => valueName(name, code)),
      ),
      text: partText(names, name, codes),
    }));
}

/** The rows of a matrix that the filter is limited to. */
function rowParts(names: FilterNames, { rows }: SummaryParameters): FilterPart[] {
  if (rows.length === 0) return [];
  const text = formatChoice(
    names.locale,
    rows.map((row) => rowText(names, row)),
  );
  return [{ name: 'row', value: text, text }];
}

/** What each need must have besides, as the cell of a crossed table asks. */
function besidesParts(names: FilterNames, { besides }: SummaryParameters): FilterPart[] {
  if (besides.length === 0) return [];
  const { locale, t } = names;
  const texts = besides.map(({ of, code }: { of: MultiValuedParameter; code: string }) =>
    of === 'target'
      ? t('seen.parts.target', { value: t(`targetGroups.${code as TargetGroup}`) })
      : partText(names, of, [code]),
  );
  return [{ name: 'with', value: formatList(locale, texts), text: texts.join(comma(locale)) }];
}

/** The start of the period. */
function sinceParts({ locale, t }: FilterNames, { from }: SummaryParameters): FilterPart[] {
  if (!from) return [];
  const date = formatDate(locale, from);
  return [{ name: 'since', value: date, text: t('seen.parts.since', { date }) }];
}

/** That only published summaries are listed, also to those who see others. */
const publishedParts = ({ t }: FilterNames, { publishedOnly }: SummaryParameters): FilterPart[] =>
  publishedOnly
    ? [{ name: 'summaries', value: t('seen.parts.published'), text: t('seen.parts.published') }]
    : [];
/** What the States say of the assistance, and for how long needs have been unmet. */
function assistanceParts({ locale, t }: FilterNames, asked: SummaryParameters): FilterPart[] {
  const { claims = [], spans = [] } = asked;
  const said = formatChoice(
    locale,
    claims.map((claim) => t(`matches.claims.${claim}`)),
  );
  const unmet = formatChoice(
    locale,
    spans.map((span) => t(`unmet.spans.${span}`)),
  );
  return [
    ...(said
      ? [{ name: 'claim' as const, value: said, text: t('seen.parts.claim', { said }) }]
      : []),
    ...(unmet
      ? [{ name: 'unmet' as const, value: unmet, text: t('seen.parts.unmet', { span: unmet }) }]
      : []),
  ];
}

/** Returns the parts of the filter in the order of the address. */
export const filterParts = (names: FilterNames, asked: SummaryParameters): FilterPart[] => [
  ...sinceParts(names, asked),
  ...formParts(names, asked),
  ...rowParts(names, asked),
  ...besidesParts(names, asked),
  ...publishedParts(names, asked),
  ...assistanceParts(names, asked),
];

const commas: Readonly<Partial<Record<Locale, string>>> = { ar: '، ', zh: '，' };
export const comma = (locale: Locale): string => commas[locale] ?? ', ';

/**
 * Returns the name of a region or category; undefined for terms of the vocabulary, whose names the
 * caller has read.
 */
export function conventionName(
  locale: Locale,
  name: FilterParameter,
  code: string,
): string | undefined {
  if (name === 'region') return regionName(code as Region, locale);
  return name === 'category' ? categoryName(code as Category, locale) : undefined;
}
