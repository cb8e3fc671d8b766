import { nameIn } from '#components/terms/terms-tables';
import { provisionText } from '#components/needs/need-facts';
import type { CodingVariable } from '#lib/review/coding/agreement';
import type { Coding } from '#lib/review/coding/vocabulary';
import { categoryName } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { Vocabulary } from '#lib/needs/store/queries';

/** Returns the value of each variable of a coding in the reader's language. */
export function codingTexts(
  locale: Locale,
  t: Translate,
  chapter: Chapter,
  { articles, general, category, subcategory, tags }: Coding,
  vocabulary: Vocabulary,
): Readonly<Record<CodingVariable, string>> {
  const none = t('needs.none');
  return {
    article: provisionText(locale, t, { articles, general, chapter }),
    category: categoryName(category, locale),
    subcategory:
      subcategory === null ? none : nameIn(vocabulary.subcategories, subcategory, locale),
    tags:
      tags.length === 0
        ? none
        : formatList(
            locale,
            tags.map((tag) => nameIn(vocabulary.tags, tag, locale)),
          ),
  };
}

/** Returns the name of a variable of a coding. */
export const codingTerm = (t: Translate, name: CodingVariable): string =>
  t(
    name === 'article' || name === 'tags'
      ? `secondCoding.fields.${name}`
      : `secondCoding.variables.${name}`,
  );

/** Returns the beginning of a text, enough to recognise it. */
export const excerptOf = (text: string): string =>
  text.length > 120 ? `${[...text].slice(0, 119).join('').trimEnd()}…` : text;
