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

/** Returns the value of each variable of a coding in the reader's language. */
export function codingWords(
  locale: Locale,
  t: Translate,
  chapter: Chapter,
  { articles, general, category, subcategory, tags }: Coding,
  vocabulary: Vocabulary,
): Readonly<Record<Variable, string>> {
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
export const codingTerm = (t: Translate, name: Variable): string =>
  t(
    name === 'article' || name === 'tags'
      ? `secondCoding.fields.${name}`
      : `secondCoding.variables.${name}`,
  );

/** A text marked with its own language. */
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

/** Returns the beginning of a text, enough to recognise it. */
export const beginning = (text: string): string =>
  text.length > 120 ? `${[...text].slice(0, 119).join('').trimEnd()}…` : text;
