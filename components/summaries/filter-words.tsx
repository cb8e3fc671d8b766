import { categoryName, type Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { regionName, type Region } from '#lib/convention/regions';
import { formatChoice, formatDate, formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { NeedStatus } from '#lib/needs/met/vocabulary';
import { articlesOfKey } from '#lib/convention/provision';
import type { TargetGroup } from '#lib/needs/model/vocabulary';
import type { SummaryAsked } from '#lib/counting/summaries/asked';
import {
  narrowingNames,
  narrowings,
  type ManyOfANeed,
  type Narrowing,
} from '#lib/counting/summaries/vocabulary';

export type Words = Readonly<{
  locale: Locale;
  t: Translate;
  nameOf: (name: Narrowing, code: string) => string;
}>;
export type FilterPart = Readonly<{
  name: Narrowing | 'row' | 'with' | 'since' | 'cutoff' | 'chapter';
  value: string;
  said: string;
}>;

/** The name of a code; of a status as the pages say it. */
const named = ({ t, nameOf }: Words, name: Narrowing, code: string): string =>
  name === 'status' ? t(`matches.statuses.${code as NeedStatus}`) : nameOf(name, code);

const articlesSaid = ({ locale, t }: Words, codes: readonly string[]): string => {
  const numbers = codes.filter((code) => code !== 'general');
  const said =
    numbers.length > 0
      ? [t('seen.parts.articles', { count: numbers.length, list: formatChoice(locale, numbers) })]
      : [];
  return formatChoice(locale, numbers.length < codes.length ? [...said, t('seen.general')] : said);
};

/** One part of the filter in words: alternatives by "or". */
function said(words: Words, name: Narrowing, codes: readonly string[]): string {
  const { locale, t } = words;
  if (name === 'article') return articlesSaid(words, codes);
  const value = formatChoice(
    locale,
    codes.map((code) => named(words, name, code)),
  );
  return name === 'region' ? value : t(`seen.parts.${name}`, { value });
}

function rowSaid({ locale, t }: Words, row: string): string {
  const articles = articlesOfKey(row);
  if (articles.length > 0)
    return t('seen.parts.row', {
      count: articles.length,
      list: formatList(locale, articles.map(String)),
    });
  const [, chapter] = row.split('-', 2);
  return chapter ? t('provisions.general', { chapter }) : t('seen.general');
}

/** What narrows the summary, part by part in the order of the address. */
export function filterParts(words: Words, asked: SummaryAsked): FilterPart[] {
  const { locale, t } = words;
  const parts = narrowingNames.flatMap((name): FilterPart[] => {
    const codes = asked[narrowings[name]];
    return codes.length > 0
      ? [
          {
            name,
            value: formatChoice(
              locale,
              codes.map((code) =>
                name === 'article' && code === 'general'
                  ? t('seen.general')
                  : named(words, name, code),
              ),
            ),
            said: said(words, name, codes),
          },
        ]
      : [];
  });
  const rows =
    asked.rows.length > 0
      ? [
          formatChoice(
            locale,
            asked.rows.map((row) => rowSaid(words, row)),
          ),
        ]
      : [];
  const besides = asked.besides.map(({ of, code }: { of: ManyOfANeed; code: string }) =>
    of === 'target'
      ? t('seen.parts.target', { value: t(`targetGroups.${code as TargetGroup}`) })
      : said(words, of, [code]),
  );
  const since = asked.from ? formatDate(locale, asked.from) : null;
  return [
    ...(since
      ? [{ name: 'since' as const, value: since, said: t('seen.parts.since', { date: since }) }]
      : []),
    ...parts,
    ...rows.map((row) => ({ name: 'row' as const, value: row, said: row })),
    ...(besides.length > 0
      ? [
          {
            name: 'with' as const,
            value: formatList(locale, besides),
            said: besides.join(comma(locale)),
          },
        ]
      : []),
  ];
}

const commas: Readonly<Partial<Record<Locale, string>>> = { ar: '، ', zh: '，' };
export const comma = (locale: Locale): string => commas[locale] ?? ', ';

/**
 * Names of what stands in the Convention; codes of the vocabulary are named by whoever has read it.
 */
export function conventionName(locale: Locale, name: Narrowing, code: string): string | undefined {
  if (name === 'region') return regionName(code as Region, locale);
  return name === 'category' ? categoryName(code as Category, locale) : undefined;
}
