import { expect, type Page } from '@playwright/test';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';

/** The page of a country review as the administrator has it. */
export function reviewPage(page: Page, locale: Locale) {
  const t = translator(locale);
  const completedOn = page.getByRole('textbox', { name: t('reviews.completedOn'), exact: true });
  const symbol = page.getByRole('textbox', { name: t('reviews.symbol'), exact: true });
  const save = () =>
    page.getByRole('button', { name: t('reviews.saveCompletion'), exact: true }).click();
  return {
    completedOn,
    symbol,
    setCompletion: async (date: string, documentSymbol = '') => {
      await completedOn.fill(date);
      await symbol.fill(documentSymbol);
      await save();
    },
    publish: () => page.getByRole('button', { name: t('reviews.publish'), exact: true }).click(),
    /**
     * The date is refused: the summary leads to the field, the field says why, and what was typed
     * still stands.
     */
    expectRefused: async (message: string, typed: string, typedSymbol: string) => {
      await expect(
        page.getByRole('alert').getByRole('link', { name: message, exact: true }),
      ).toBeVisible();
      await expect(completedOn).toHaveAccessibleDescription(new RegExp(message));
      await expect(completedOn).toHaveValue(typed);
      await expect(symbol).toHaveValue(typedSymbol);
      await expect(page).toHaveTitle(new RegExp(`^${t('problem.error')}`));
    },
  };
}
