import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { expect, type Page } from '#tests/support/pages/fixture';

/** Opens an edition with the dates of the note of 2023 by its form; answers its address. */
export async function openedEdition(
  page: Page,
  server: string,
  locale: Locale,
  symbol: string,
): Promise<string> {
  const t = translator(locale);
  await page.goto(`${server}/${locale}/notes`);
  await page.getByRole('link', { name: t('notes.open'), exact: true }).click();
  for (const [name, value] of Object.entries({
    symbol,
    cutoff: '2023-02-28',
    previousCutoff: '2021-10-31',
    session: '14',
    agendaItem: '5',
    documentDate: '2023-03-27',
  }))
    await page.locator(`#${name}`).fill(value);
  await page.getByRole('button', { name: t('notes.form.openButton'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(symbol);
  return page.url();
}
