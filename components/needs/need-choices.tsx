import {
  needFormTexts,
  type NeedChoices,
  type NeedFormProps,
  type NeedFormTexts,
} from '#components/needs/need-form-props';
import type { Actor } from '#lib/base/actor';
import { articlesOfChapter, articleTitle } from '#lib/convention/articles';
import { categories } from '#lib/convention/categories';
import { chaptersOfCycle, chapterTitle, type Cycle } from '#lib/convention/chapters';
import { locales, type Locale } from '#lib/convention/names';
import { guideLines } from '#lib/review/guide/vocabulary';
import type { Translate } from '#lib/text/i18n';
import { errorText, languageNames } from '#lib/text/languages';
import type { Vocabulary } from '#lib/needs/store/queries';
import { textOf, type FormFields } from '#lib/http/form';
import { fieldNames, type FieldName } from '#lib/needs/model/fields';
import { parseFormSession } from '#lib/needs/model/form-session';
import { vocabularyCodes, type NeedFields } from '#lib/needs/model/schema';
import { maximumLength, targetGroups } from '#lib/needs/model/vocabulary';

/** Returns the options of the need's form in the reader's language. */
function needChoices(
  locale: Locale,
  t: Translate,
  cycle: Cycle,
  vocabulary: Vocabulary,
): NeedChoices {
  const options = (terms: Vocabulary['topics']) =>
    terms.map(({ code, names }) => ({ value: code, label: names[locale] }));
  const { subcategories, topics, types, tags } = vocabulary;
  return {
    codes: vocabularyCodes(vocabulary),
    chapters: chaptersOfCycle(cycle).map((chapter) => ({
      chapter,
      label: `${t('provisions.chapter', { chapter })} · ${chapterTitle(chapter, locale)}`,
      legend: t('form.articlesOf', { chapter }),
      articles: articlesOfChapter(chapter).map((article) => ({
        value: String(article),
        label: `${article} · ${articleTitle(article, locale)}`,
      })),
    })),
    categories: categories.map(({ category, name }) => ({ value: category, label: name[locale] })),
    subcategories: categories
      .map(({ category, name }) => ({
        category,
        label: name[locale],
        options: options(subcategories.filter((term) => term.category === category)),
      }))
      .filter(({ options: some }) => some.length > 0),
    topics: options(topics),
    types: options(types),
    tags: options(tags),
    targetGroups: targetGroups.map((group) => ({
      value: group,
      label: t(`targetGroups.${group}`),
    })),
    languages: locales.map((language) => ({
      value: language,
      label: languageNames[language],
      lang: language,
    })),
    guide: {
      address: `/${locale}/guide`,
      title: t('coding.guide.whatBelongs'),
      whole: t('coding.guide.whole'),
      lines: guideLines(locale),
    },
  };
}

function needTexts(t: Translate, cycle: Cycle): NeedFormTexts {
  const values = {
    cycle: String(cycle),
    max: maximumLength.text,
    time: '{time}',
    list: '{list}',
    used: '{used}',
  };
  return {
    ...(Object.fromEntries(
      needFormTexts.map((name) => [name, t(`form.${name}`, values)]),
    ) as Record<(typeof needFormTexts)[number], string>),
    page: t('source.pageOfPassage'),
    pageHint: t('source.pageHint'),
    problem: t('problem.title'),
    alert: t('problem.error'),
  };
}

const checkedHere = [
  'unreadable',
  'tooLong',
  'chooseChapter',
  'unknownChapter',
  'chapterOfOtherCycle',
  'chooseArticle',
  'unknownArticle',
  'articleOfOtherChapter',
  'articlesOrChapter',
  'chooseCategory',
  'unknownCategory',
  'chooseSubcategory',
  'unknownSubcategory',
  'subcategoryOfOtherCategory',
  'typesOfCapacityBuildingOnly',
  'unknownTopic',
  'unknownType',
  'unknownTag',
  'unknownTargetGroup',
  'priorityNumber',
  'enterText',
  'textTooLong',
  'chooseLanguage',
  'unknownLanguage',
  'quoteTooLong',
  'paragraphTooLong',
  'pageNumber',
] as const;

/** Returns the messages of the errors that the browser can find by itself. */
const needErrorTexts = (t: Translate): Record<string, string> =>
  Object.fromEntries(checkedHere.map((message) => [message, errorText(t, message)]));

/** Returns the options of the autosave. The key on the device names the account, so that nobody else sees what was typed; a page that answers a form restores nothing, as it shows what was typed. */
export const autosaveFor = (
  locale: Locale,
  actor: Actor,
  id: string,
  {
    form,
    stored,
    open = null,
  }: Readonly<{
    /** The form that the page answers, if any. */
    form: FormFields | undefined;
    /** What the server holds: the draft, or else the need. */
    stored: NeedFields;
    open?: readonly FieldName[] | null;
  }>,
) => ({
  action: `/${locale}/needs/${id}/autosave`,
  key: `needs-register ${actor.accountId} ${id}`,
  restores: !form,
  sent: (form && parseFormSession(form)?.sent) ?? 0,
  stored: Object.fromEntries(
    fieldNames
      .filter((name) => open === null || open.includes(name))
      .map((name) => [name, [stored[name]].flat()]),
  ),
});

/**
 * What the form carries so that its drafts are told apart: this opening of it (a page that answers a
 * form goes on with the same), and which draft it shows.
 */
export const draftFields = (form: FormFields | undefined, stamp: string) => ({
  sheet: (form && parseFormSession(form)?.id) ?? crypto.randomUUID(),
  draft: form && 'draft' in form ? textOf(form, 'draft') : stamp,
});

type Shown = Pick<
  NeedFormProps,
  | 'mode'
  | 'action'
  | 'hidden'
  | 'fields'
  | 'suggested'
  | 'reason'
  | 'errors'
  | 'autosave'
  | 'open'
  | 'similar'
  | 'comments'
>;

/** Returns the properties of the need's form, with its options and texts. */
export const needFormProps = (
  locale: Locale,
  t: Translate,
  cycle: Cycle,
  vocabulary: Vocabulary,
  shown: Shown,
): NeedFormProps => ({
  ...shown,
  locale,
  cycle,
  choices: needChoices(locale, t, cycle, vocabulary),
  errorTexts: needErrorTexts(t),
  texts: needTexts(t, cycle),
});
