import { articleTitle } from '#lib/convention/articles';
import { categoryShortName, type Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { articlesOfKey } from '#lib/convention/provision';
import { regionCodes, regionName, regionShortName, type Region } from '#lib/convention/regions';
import type { FigureContext } from '#lib/counting/summary-figures/context';
import type { Heading } from '#lib/documents/figures/figure';
import { formatList } from '#lib/text/format';

type Linking = Pick<FigureContext, 'locale' | 'query' | 'without'>;

/** `5 · Preventive anti-corruption policies and practices`. */
export const articleText = (article: string, locale: Locale): string =>
  `${article} · ${articleTitle(Number(article), locale)}`;

export const regionHeading = (
  { locale, query, without }: Linking,
  region: Region,
): Heading & Readonly<{ href: string }> => ({
  text: regionName(region, locale),
  href: `/${locale}/summaries/regions/${region}${without?.('region') ?? query}`,
  region,
});

export const articleHeading = (
  { locale, query, without }: Linking,
  article: string,
): Heading & Readonly<{ href: string }> => ({
  text: articleText(article, locale),
  href: `/${locale}/summaries/articles/${article}${without?.('article') ?? query}`,
});

export const categoryHeading = (
  { locale, query, without }: Linking,
  category: Category,
): Heading & Readonly<{ href: string }> => ({
  text: categoryShortName(category, locale),
  href: `/${locale}/summaries/categories/${category}${without?.('category') ?? query}`,
});

/** `Articles 5 and 6`, or that the need is about the chapter as a whole. */
export function provisionHeading({ locale, t }: FigureContext, key: string): Heading {
  const articles = articlesOfKey(key);
  if (articles.length === 0) return { text: t('provisions.generalNeeds') };
  const list = formatList(locale, articles.map(String));
  return { text: t('provisions.articles', { count: articles.length, list }) };
}

export const textHeadings = (...texts: readonly string[]): Heading[] =>
  texts.map((text) => ({ text }));

/** The headings of five columns, one for each regional group. */
export const regionColumns = (locale: Locale): Heading[] =>
  regionCodes.map((region) => ({ text: regionShortName(region, locale), region }));
