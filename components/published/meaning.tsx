import { articlesText } from '#components/needs/need-facts';
import type { SummaryView } from '#components/summaries/summary-view';
import { categoryName } from '#lib/convention/categories';
import { regionName } from '#lib/convention/regions';
import { formatList } from '#lib/text/format';
import { articlesOfKey } from '#lib/convention/provision';
import type { Calculation, PublishedNumber } from '#lib/counting/published/vocabulary';

export type Naming = Pick<SummaryView, 'locale' | 't'> &
  Readonly<{ names: Readonly<Record<'subcategory' | 'type' | 'tag', (code: string) => string>> }>;

/** The articles of a count: each by itself, or several together. */
function provisionText(
  { locale, t }: Pick<Naming, 'locale' | 't'>,
  article: string,
  each: boolean,
): string {
  const articles = articlesOfKey(article);
  if (articles.length === 0) return t('provisions.generalNeeds');
  const list = { articles: articlesText(locale, t, articles) };
  if (each) return t('published.meaning.each', list);
  return t(articles.length > 1 ? 'published.meaning.together' : 'published.meaning.alone', list);
}

/** The filter of a count, part by part. */
function conditions(
  { locale, t, names }: Naming,
  { region, category, subcategory, tag, type, article, each, plus, since }: Calculation,
): string[] {
  return [
    ...(since ? [t('published.meaning.since')] : []),
    ...(region
      ? [
          formatList(
            locale,
            region.map((code) => regionName(code, locale)),
          ),
        ]
      : []),
    ...(category ? [categoryName(category, locale)] : []),
    ...(subcategory ? [names.subcategory(subcategory)] : []),
    ...(type ? [names.type(type)] : []),
    ...(tag ? [names.tag(tag)] : []),
    ...(article ? [provisionText({ locale, t }, article, Boolean(each))] : []),
    ...(plus ? [t('published.meaning.plus')] : []),
  ];
}

/** What a number counts, in the terms of the vocabulary. */
function countText(naming: Naming, calc: Calculation): string {
  const { t } = naming;
  const filters = conditions(naming, calc);
  return t('published.meaning.counted', {
    of: t(`published.of.${calc.of}`),
    conditions: filters.length > 0 ? filters.join(' · ') : t('published.meaning.all'),
  });
}

/** What a number of a note counts; for a percentage also its base. */
export const meaningOf = (naming: Naming, { calc: { num, den } }: PublishedNumber): string =>
  den
    ? naming.t('published.meaning.share', {
        part: countText(naming, num),
        base: countText(naming, den),
      })
    : countText(naming, num);
