import type { ReactNode } from 'react';
import { provisionText } from '#components/needs/need-facts';
import type { Variable } from '#lib/review/coding/agreement';
import type { Coding } from '#lib/review/coding/vocabulary';
import { categoryName } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Locale, Names } from '#lib/convention/names';
import { formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import type { Vocabulary } from '#lib/needs/store/queries';

const nameIn = (
  terms: readonly Readonly<{ code: string; names: Names }>[],
  code: string,
  locale: Locale,
) => terms.find((term) => term.code === code)?.names[locale] ?? code;

/** What a coding says of each of the four, in words. */
export function codingWords(
  locale: Locale,
  t: Translate,
  chapter: Chapter,
  { articles, general, category, subcategory, tags }: Coding,
  words: Vocabulary,
): Readonly<Record<Variable, string>> {
  const none = t('needs.none');
  return {
    article: provisionText(locale, t, { articles, general, chapter }),
    category: categoryName(category, locale),
    subcategory: subcategory === null ? none : nameIn(words.subcategories, subcategory, locale),
    tags:
      tags.length === 0
        ? none
        : formatList(
            locale,
            tags.map((tag) => nameIn(words.tags, tag, locale)),
          ),
  };
}

/** What each of the four is called beside a coding. */
export const codingTerm = (t: Translate, name: Variable): string =>
  t(
    name === 'article' || name === 'tags'
      ? `secondCoding.fields.${name}`
      : `secondCoding.variables.${name}`,
  );

/** A text as somebody wrote it, in its own language. */
export const Written = ({
  text,
  language,
}: {
  text: string;
  language: Locale | null;
}): ReactNode => (
  <p
    className="written"
    lang={language ?? undefined}
    dir={language ? directionOf(language) : 'auto'}
  >
    {text}
  </p>
);

/** The beginning of a text, enough to know it by. */
export const beginning = (text: string): string =>
  text.length > 120 ? `${[...text].slice(0, 119).join('').trimEnd()}…` : text;
