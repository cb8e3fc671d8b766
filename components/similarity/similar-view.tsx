import { provisionText } from '#components/needs/need-facts';
import { categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import {
  maxComparedLength,
  type PossibleDuplicate,
  type SimilarNeed,
} from '#lib/review/similarity/vocabulary';
import type { Vocabulary } from '#lib/needs/store/queries';

type SimilarEntry = Readonly<{
  id: string;
  href: string;
  name: string;
  text: string;
  lang?: Locale;
  dir: 'ltr' | 'rtl' | 'auto';
  said: string;
}>;

/** The similar needs in the reader's language, as pages, the form and the JSON answer show them. */
export type SimilarView = Readonly<{
  alike: readonly SimilarEntry[];
  same: readonly SimilarEntry[];
}>;

export const similarTextNames = [
  'title',
  'lead',
  'none',
  'newTab',
  'sameTitle',
  'sameLead',
] as const;
export type SimilarTexts = Readonly<Record<(typeof similarTextNames)[number], string>>;

export const similarTexts = (t: Translate): SimilarTexts =>
  Object.fromEntries(similarTextNames.map((name) => [name, t(`coding.alike.${name}`)])) as Record<
    (typeof similarTextNames)[number],
    string
  >;

/** Returns the properties of the form's panel of similar needs. */
export const similarPanelProps = (
  locale: Locale,
  t: Translate,
  form: Readonly<{ review: string; need?: string }>,
  similar: SimilarView | null,
) => ({
  address: `/${locale}/likeness?${new URLSearchParams(form)}`,
  longest: maxComparedLength,
  similar,
  texts: similarTexts(t),
});

type Found = Readonly<{ alike: readonly SimilarNeed[]; same: readonly PossibleDuplicate[] }>;

/** Returns the similar needs in the reader's language. */
export function similarView(
  locale: Locale,
  t: Translate,
  { alike, same }: Found,
  { subcategories, topics }: Vocabulary,
): SimilarView {
  const nameOf = (terms: Vocabulary['topics'], code: string) =>
    terms.find((term) => term.code === code)?.names[locale] ?? code;
  const common = ({ id, reference, text, language }: SimilarNeed | PossibleDuplicate) => ({
    id,
    href: `/${locale}/needs/${id}`,
    name: reference ?? t('needs.noReference'),
    text,
    lang: language ?? undefined,
    dir: language ? directionOf(language) : ('auto' as const),
  });
  return {
    alike: alike.map((need) => ({
      ...common(need),
      said: need.blind
        ? t('secondCoding.hidden')
        : [
            provisionText(locale, t, need),
            ...(need.category ? [categoryName(need.category, locale)] : []),
            ...(need.subcategory ? [nameOf(subcategories, need.subcategory)] : []),
            ...need.topics.map((code) => nameOf(topics, code)),
          ].join(' · '),
    })),
    same: same.map((need) => ({ ...common(need), said: t(`statuses.${need.status}`) })),
  };
}
