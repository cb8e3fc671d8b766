import type { ReactNode } from 'react';
import { TranslatedText } from '#components/needs/translated-text';
import { StatusTag } from '#components/ui/page';
import { articleTitle } from '#lib/convention/articles';
import { categoryName } from '#lib/convention/categories';
import { chapterTitle } from '#lib/convention/chapters';
import type { Locale, Names } from '#lib/convention/names';
import { formatList, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { languageNames, writtenIn } from '#lib/text/languages';
import type { Vocabulary } from '#lib/needs/store/queries';
import type { NeedContent } from '#lib/needs/model/schema';
import type { Translation } from '#lib/needs/translations/translation';
import type { Status } from '#lib/needs/model/vocabulary';

const marks: Readonly<Record<Status, string>> = {
  draft: '✎',
  submitted: '→',
  returned: '↩',
  recoded: '⇄',
  approved: '✓',
  withdrawn: '×',
};
type StatusProps = Readonly<{ t: Translate; status: Status; discarded?: boolean }>;

/** The status of a need; a discarded draft is not called withdrawn. */
export const NeedStatus = ({ t, status, discarded = false }: StatusProps) => (
  <StatusTag
    code={status}
    mark={marks[status]}
    label={discarded ? t('need.discarded') : t(`statuses.${status}`)}
  />
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
/** A text marked with the language that it was written in. */
export const OriginalText = ({ text, language }: { text: string; language: Locale | null }) => (
  <p className="written" {...writtenIn(language)}>
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

type FactsOf = Readonly<{
  locale: Locale;
  t: Translate;
  /** With `blind` its coding is hidden from the reader, who is to code it. */
  need: NeedContent & Readonly<{ blind?: boolean }>;
  vocabulary: Vocabulary;
  /** The translation into the reader's language, if there is one. */
  translation?: Translation;
}>;

const None = ({ t }: { t: Translate }) => <Missing>{t('needs.none')}</Missing>;
const NotChosen = ({ t }: { t: Translate }) => <Missing>{t('needs.notChosen')}</Missing>;

/** The articles with their titles, or the chapter as a whole. */
const Provision = ({ locale, t, need }: FactsOf) => (
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
);

/** The category and the subcategory, of which the category "other" has none. */
function categoryFacts({ locale, t, need, vocabulary }: FactsOf): NeedFact[] {
  const { category, subcategory } = need;
  const name = vocabulary.subcategories.find(({ code }) => code === subcategory)?.names[locale];
  const noSubcategory = category === 'other' ? <None t={t} /> : <NotChosen t={t} />;
  return [
    {
      field: 'category',
      term: t('needs.category'),
      value: category ? categoryName(category, locale) : <NotChosen t={t} />,
    },
    {
      field: 'subcategory',
      term: t('needs.subcategory'),
      value: name ?? subcategory ?? noSubcategory,
    },
  ];
}

/** The types of capacity-building, the topics, the tags and the target groups. */
function listFacts({ locale, t, need, vocabulary }: FactsOf): NeedFact[] {
  const listed = (codes: readonly string[], terms: Terms) =>
    codes.length > 0 ? <Listed locale={locale} codes={codes} terms={terms} /> : <None t={t} />;
  const hasTypes = need.category === 'capacity-building' || need.types.length > 0;
  const types = {
    field: 'types',
    term: t('needs.types'),
    value: listed(need.types, vocabulary.types),
  };
  const groups = need.targetGroups.map((group) => t(`targetGroups.${group}`));
  return [
    ...(hasTypes ? [types] : []),
    { field: 'topics', term: t('needs.topics'), value: listed(need.topics, vocabulary.topics) },
    { field: 'tags', term: t('needs.tags'), value: listed(need.tags, vocabulary.tags) },
    {
      field: 'targetGroups',
      term: t('needs.targetGroups'),
      value: groups.length > 0 ? formatList(locale, groups) : <None t={t} />,
    },
  ];
}

/** The text of the need and its language. */
const textFacts = ({ t, need: { text, language }, translation }: FactsOf): NeedFact[] => [
  {
    field: 'text',
    term: t('needs.text'),
    value: text ? (
      <TranslatedText t={t} field="text" language={language} translation={translation}>
        <OriginalText text={text} language={language} />
      </TranslatedText>
    ) : (
      <Missing>{t('needs.textNotRecorded')}</Missing>
    ),
  },
  {
    field: 'language',
    term: t('needs.language'),
    value: language ? <span lang={language}>{languageNames[language]}</span> : <None t={t} />,
  },
];

/** The quoted passage, where it stands in the executive summary, and the priority of the need. */
function sourceFacts({ locale, t, need, translation }: FactsOf): NeedFact[] {
  const number = (value: number | null) =>
    value === null ? <None t={t} /> : formatNumber(locale, value);
  return [
    {
      field: 'quote',
      term: t('needs.quote'),
      value: need.quote ? (
        <TranslatedText t={t} field="quote" language={need.language} translation={translation}>
          <blockquote className="written" {...writtenIn(need.language)}>
            {need.quote}
          </blockquote>
        </TranslatedText>
      ) : (
        <None t={t} />
      ),
    },
    {
      field: 'paragraph',
      term: t('needs.paragraph'),
      value: need.paragraph ?? <None t={t} />,
    },
    { field: 'page', term: t('source.page'), value: number(need.page) },
    { field: 'priority', term: t('needs.priority'), value: number(need.priority) },
  ];
}

/** The content of a need as terms and values, in the order of the form. */
export function needFacts(
  locale: Locale,
  t: Translate,
  need: FactsOf['need'],
  vocabulary: Vocabulary,
  translation?: Translation,
): NeedFact[] {
  const of = { locale, t, need, vocabulary, translation };
  const provision = { field: 'articles', term: t('needs.provision'), value: <Provision {...of} /> };
  const hidden = {
    field: 'articles',
    term: t('secondCoding.coding'),
    value: <Missing>{t('secondCoding.hidden')}</Missing>,
  };
  return [
    ...(need.blind ? [hidden] : [provision, ...categoryFacts(of), ...listFacts(of)]),
    ...textFacts(of),
    ...sourceFacts(of),
  ];
}
