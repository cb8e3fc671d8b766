import { expect, type Page } from '@playwright/test';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';

export type Place = Readonly<{ locale: Locale; demonstration?: boolean }>;

/**
 * What every page has: its language and direction, one heading, the way past the navigation, and
 * the word that it is a demonstration.
 */
async function expectFrame(page: Page, { locale, demonstration = true }: Place) {
  const t = translator(locale);
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('link', { name: t('site.skip'), exact: true })).toHaveCount(1);
  await expect(page.getByText(t('site.demonstration'), { exact: true })).toHaveCount(
    demonstration ? 1 : 0,
  );
  await expect(page).toHaveTitle(new RegExp(`${t('site.name')}$`));
}

/** The heading of the page that has just come, and its frame. */
export async function expectPage(page: Page, place: Place, heading: string) {
  await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
  await expectFrame(page, place);
}
