import type { Locator, Page } from '@playwright/test';
import { articleTitle } from '#lib/convention/articles';
import { categoryName, type Category } from '#lib/convention/categories';
import { chapterTitle, type Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import { untilScripted } from '#tests/support/pages/fixture';

export type NeedTyped = Readonly<{
  articles?: readonly number[];
  general?: boolean;
  category?: Category;
  subcategory?: boolean;
  topic?: boolean;
  text?: string;
  language?: Locale;
  quote?: string;
  paragraph?: string;
  priority?: string;
}>;

/** The form of a need, by the names that its fields have in the reader's language. */
export function needForm(page: Page, locale: Locale) {
  const t = translator(locale);
  const optional = (label: string) => `${label} (${t('form.optional')})`;
  const group = (name: string): Locator => page.getByRole('group', { name, exact: true });
  const article = (number: number) =>
    page.getByRole('checkbox', {
      name: `${number} · ${articleTitle(number, locale)}`,
      exact: true,
    });
  const fields = {
    text: page.getByRole('textbox', { name: t('form.text'), exact: true }),
    quote: page.getByRole('textbox', { name: optional(t('form.quote')), exact: true }),
    paragraph: page.getByRole('textbox', { name: optional(t('form.paragraph')), exact: true }),
    page: page.getByRole('textbox', { name: optional(t('source.pageOfPassage')), exact: true }),
    priority: page.getByRole('textbox', { name: optional(t('form.priority')), exact: true }),
    language: page.getByRole('combobox', { name: t('form.language'), exact: true }),
    general: page.getByRole('checkbox', { name: t('form.general'), exact: true }),
    article,
    chapter: (chapter: Chapter) =>
      page.getByRole('radio', {
        name: `${t('provisions.chapter', { chapter })} · ${chapterTitle(chapter, locale)}`,
        exact: true,
      }),
    category: (category: Category) =>
      group(t('form.category')).getByRole('radio', {
        name: categoryName(category, locale),
        exact: true,
      }),
    /** What can be chosen below a category; nothing of another one is in sight. */
    subcategories: (category: Category) =>
      group(t('form.subcategory'))
        .getByRole('group', { name: categoryName(category, locale), exact: true })
        .getByRole('radio'),
    topics: group(optional(t('form.topics'))).getByRole('checkbox'),
  };
  /** Unfolds what need not be answered. */
  const unfold = async () => {
    const more = page.locator('details.more-fields:not([open]) > summary');
    if (await more.isVisible()) await more.click();
  };
  return {
    ...fields,
    unfold,
    fill: async (typed: NeedTyped) => {
      await untilScripted(page);
      for (const number of typed.articles ?? []) await article(number).check();
      if (typed.general) await fields.general.check();
      if (typed.category) await fields.category(typed.category).check();
      if (typed.category && typed.subcategory !== false)
        await fields.subcategories(typed.category).first().check();
      if (typed.topic || typed.priority !== undefined) await unfold();
      if (typed.topic) await fields.topics.first().check();
      for (const name of ['text', 'quote', 'paragraph', 'priority'] as const)
        if (typed[name] !== undefined) await fields[name].fill(typed[name]);
      if (typed.language)
        await fields.language.selectOption({ label: languageNames[typed.language] });
    },
    check: () => page.getByRole('button', { name: t('form.check'), exact: true }).click(),
    saveDraft: () => page.getByRole('button', { name: t('form.saveDraft'), exact: true }).click(),
    recode: () => page.getByRole('button', { name: t('form.recode'), exact: true }).click(),
    reasonForRecoding: page.getByRole('textbox', { name: t('form.reasonRecode'), exact: true }),
  };
}

/** All that is asked for, so that the need can be submitted. */
export const completeNeed = (text: string): NeedTyped => ({
  articles: [7, 8],
  category: 'capacity-building',
  text,
  language: 'en',
});
