import { articlesText } from '#components/needs/need-facts';
import type { Shown } from '#components/summaries/shown';
import { categoryName } from '#lib/convention/categories';
import { regionName } from '#lib/convention/regions';
import { formatList } from '#lib/text/format';
import { articlesOfKey } from '#lib/convention/provision';
import type { Calc, PublishedNumber } from '#lib/counting/published/vocabulary';

export type Naming = Pick<Shown, 'locale' | 't'> &
  Readonly<{ names: Readonly<Record<'subcategory' | 'type' | 'tag', (code: string) => string>> }>;

function conditions(
  { locale, t, names }: Naming,
  { region, category, subcategory, tag, type, article, each, plus, since }: Calc,
): string[] {
  const articles = articlesOfKey(article ?? '');
  const several = articles.length > 1 ? 'published.meaning.together' : 'published.meaning.alone';
  const provision =
    articles.length === 0
      ? t('provisions.generalNeeds')
      : t(each ? 'published.meaning.each' : several, {
          articles: articlesText(locale, t, articles),
        });
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
    ...(article ? [provision] : []),
    ...(plus ? [t('published.meaning.plus')] : []),
  ];
}

/** What a number counts, in words of the vocabulary. */
function counted(naming: Naming, calc: Calc): string {
  const { t } = naming;
  const under = conditions(naming, calc);
  return t('published.meaning.counted', {
    of: t(`published.of.${calc.of}`),
    conditions: under.length > 0 ? under.join(' · ') : t('published.meaning.all'),
  });
}

/** What a number of a note means; of a percentage also its base. */
export const meaningOf = (naming: Naming, { calc: { num, den } }: PublishedNumber): string =>
  den
    ? naming.t('published.meaning.share', {
        part: counted(naming, num),
        base: counted(naming, den),
      })
    : counted(naming, num);
