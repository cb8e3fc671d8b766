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
      const rows = page.locator('table.preview tbody tr');
      await rows.first().waitFor();
      const said = await rows.evaluateAll((all) =>
        all.map((row) => {
          const own = row.querySelector<HTMLElement>('th')!.innerText;
          const last = [...row.querySelectorAll('td')].at(-1)!;
          const items = [...last.querySelectorAll('li')];
          return { own, texts: (items.length > 0 ? items : [last]).map((each) => each.innerText) };
        }),
      );
      return said.flatMap(({ own, texts }) =>
        texts.map((text) => `${own}: ${text.split(/[:：]/)[0]!.trim()}`),
      );
    },
  };
}
