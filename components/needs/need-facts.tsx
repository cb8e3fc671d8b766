import type { ReactNode } from 'react';
import { StatusTag } from '#components/ui/page';
import { articleTitle } from '#lib/convention/articles';
import { categoryName } from '#lib/convention/categories';
import { chapterTitle } from '#lib/convention/chapters';
import type { Locale, Names } from '#lib/convention/names';
import { formatList, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { directionOf, languageNames } from '#lib/text/languages';
import type { Vocabulary } from '#lib/needs/store/queries';
import type { NeedContent } from '#lib/needs/model/schema';
import type { Status } from '#lib/needs/model/vocabulary';

const marks: Readonly<Record<Status, string>> = {
  draft: '✎',
  submitted: '→',
  returned: '↩',
  recoded: '⇄',
  approved: '✓',
  withdrawn: '×',
};
export const NeedStatus = ({ t, status }: { t: Translate; status: Status }) => (
  <StatusTag code={status} mark={marks[status]} label={t(`statuses.${status}`)} />
);

/** `Article 5`, `Articles 5 and 6`. */
export const articlesText = (locale: Locale, t: Translate, articles: readonly number[]): string =>
  t('provisions.articles', {
    count: articles.length,
    list: formatList(locale, articles.map(String)),
  });

/** `Articles 5 and 6`, `Chapter II as a whole`. */
export function provisionText(
  locale: Locale,
  t: Translate,
  { articles, general, chapter }: Pick<NeedContent, 'articles' | 'general' | 'chapter'>,
): string {
  if (general && chapter) return t('provisions.general', { chapter });
  if (articles.length === 0) return t('provisions.none');
  return articlesText(locale, t, articles);
}

const Missing = ({ children }: { children: ReactNode }) => <span className="note">{children}</span>;
const Written = ({ text, language }: { text: string; language: Locale | null }) => (
  <p
    className="written"
    lang={language ?? undefined}
    dir={language ? directionOf(language) : 'auto'}
  >
    {text}
  </p>
);

type Terms = readonly Readonly<{ code: string; names: Names }>[];
const Listed = ({
  locale,
  codes,
  terms,
}: {
  locale: Locale;
  codes: readonly string[];
  terms: Terms;
}) => (
  <ul>
    {codes.map((code) => (
      <li key={code}>{terms.find((term) => term.code === code)?.names[locale] ?? code}</li>
    ))}
  </ul>
);

export type NeedFact = Readonly<{ field: string; term: string; value: ReactNode }>;

/** The content of a need as terms and values, in the order of the form. */
export function needFacts(
  locale: Locale,
  t: Translate,
  need: NeedContent,
  { subcategories, topics, types, tags }: Vocabulary,
): NeedFact[] {
  const none = <Missing>{t('needs.none')}</Missing>;
  const open = <Missing>{t('needs.notChosen')}</Missing>;
  const some = (codes: readonly string[], terms: Terms) =>
    codes.length > 0 ? <Listed locale={locale} codes={codes} terms={terms} /> : none;
  const subcategory = subcategories.find(({ code }) => code === need.subcategory)?.names[locale];
  return [
    {
      field: 'articles',
      term: t('needs.provision'),
      value: (
        <>
          {provisionText(locale, t, need)}
          {need.articles.length > 0 ? (
            <ul>
              {need.articles.map((article) => (
                <li key={article}>
                  {article} · {articleTitle(article, locale)}
                </li>
              ))}
            </ul>
          ) : null}
          {need.general && need.chapter ? <> · {chapterTitle(need.chapter, locale)}</> : null}
        </>
      ),
    },
    {
      field: 'category',
      term: t('needs.category'),
      value: need.category ? categoryName(need.category, locale) : open,
    },
    {
      field: 'subcategory',
      term: t('needs.subcategory'),
      value: subcategory ?? need.subcategory ?? (need.category === 'other' ? none : open),
    },
    ...(need.category === 'capacity-building' || need.types.length > 0
      ? [{ field: 'types', term: t('needs.types'), value: some(need.types, types) }]
      : []),
    { field: 'topics', term: t('needs.topics'), value: some(need.topics, topics) },
    { field: 'tags', term: t('needs.tags'), value: some(need.tags, tags) },
    {
      field: 'targetGroups',
      term: t('needs.targetGroups'),
      value:
        need.targetGroups.length > 0
          ? formatList(
              locale,
              need.targetGroups.map((group) => t(`targetGroups.${group}`)),
            )
          : none,
    },
    {
      field: 'text',
      term: t('needs.text'),
      value: need.text ? (
        <Written text={need.text} language={need.language} />
      ) : (
        <Missing>{t('needs.textNotRecorded')}</Missing>
      ),
    },
    {
      field: 'language',
      term: t('needs.language'),
      value: need.language ? (
        <span lang={need.language}>{languageNames[need.language]}</span>
      ) : (
        none
      ),
    },
    {
      field: 'quote',
      term: t('needs.quote'),
      value: need.quote ? (
        <blockquote className="written" dir="auto">
          {need.quote}
        </blockquote>
      ) : (
        none
      ),
    },
    { field: 'paragraph', term: t('needs.paragraph'), value: need.paragraph ?? none },
    {
      field: 'page',
      term: t('source.page'),
      value: need.page === null ? none : formatNumber(locale, need.page),
    },
    {
      field: 'priority',
      term: t('needs.priority'),
      value: need.priority === null ? none : formatNumber(locale, need.priority),
    },
  ];
}
