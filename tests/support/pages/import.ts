import { expect, type Page } from '@playwright/test';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';

/** The pages of the import of a review, by the names that things have in the reader's language. */
export function importPages(page: Page, url: string, locale: Locale, review: string) {
  const t = translator(locale);
  const at = `${url}/${locale}/reviews/${review}/import`;
  return {
    open: () => page.goto(at),
    template: async (format: 'csv' | 'xlsx') =>
      (await page.context().request.get(`${at}/template/${format}`)).body(),
    send: async (content: Buffer, name = 'needs.csv') => {
      await page.goto(at);
      await page
        .getByLabel(t('imports.file'), { exact: true })
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content });
      await page.getByRole('button', { name: t('imports.preview'), exact: true }).click();
    },
    confirm: () => page.getByRole('button', { name: t('imports.confirm'), exact: true }).click(),
    /** How many rows there are of each kind, as the totals say it. */
    expectCounts: async (
      counts: Readonly<Partial<Record<'new' | 'changed' | 'same' | 'wrong', number>>>,
    ) => {
      for (const outcome of ['new', 'changed', 'same', 'wrong'] as const) {
        const total = page
          .locator('dl.totals > div')
          .filter({ has: page.getByText(t(`imports.outcomes.${outcome}`), { exact: true }) });
        await expect(total.locator('dd')).toHaveText(String(counts[outcome] ?? 0));
      }
    },
    /** Where something is wrong: `ROW: COLUMN`. */
    faults: async (): Promise<string[]> => {
      const found: string[] = [];
      for (const row of await page.locator('table.preview tbody tr').all()) {
        const line = await row.locator('th').innerText();
        const texts = await row.locator('td').last().locator('li').allInnerTexts();
        for (const text of texts.length > 0 ? texts : [await row.locator('td').last().innerText()])
          found.push(`${line}: ${text.split(/[:：]/)[0]!.trim()}`);
      }
      return found;
    },
  };
}
