import { translator } from '#lib/text/i18n';
import { accessibilityFaults, faultsOnceMore } from '#tests/support/pages/accessibility';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';
import type { RunningServer } from '#tests/support/servers/server';

/**
 * The whole numbers of a table's cells, a minus before them or not, whatever sign the language
 * writes.
 */
const rowsOf = (page: Page, table: string) =>
  page.locator(`table#${table} tbody tr`).evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll('td')].map((cell) => {
        const [, minus = '', digits = ''] =
          /([-−]?)[^\d-−]*(\d+)/.exec(cell.textContent ?? '') ?? [];
        return Number(`${minus ? '-' : ''}${digits}`);
      }),
    ),
  );

test.describe('comparing summaries', () => {
  let server: RunningServer;
  test.beforeAll(({ untouched }) => {
    server = untouched;
  });

  for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
    const t = translator(locale);
    const at = (query: string) => `${server.url}/${locale}/summaries/compare${query}`;

    test(`two dates are chosen in the form, and the parts of every change add up, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      await page.goto(`${server.url}/${locale}/summaries`);
      await page.getByRole('link', { name: t('compared.nav'), exact: true }).click();
      await page.getByText(t('compared.choose'), { exact: true }).click();
      await page.getByLabel(t('compared.names.since'), { exact: true }).fill('2021-10-31');
      await page.getByLabel(t('compared.names.cutoff'), { exact: true }).fill('2023-02-28');
      await page.getByRole('button', { name: t('compared.compare'), exact: true }).click();
      expect(await rowsOf(page, 'totals')).toEqual([
        [58, 67, 9, 9, 0, 0],
        [32, 38, 6, 6, 0, 0],
        [291, 315, 24, 24, 0, 0],
      ]);
      for (const table of [
        'regions',
        'region-states',
        'categories',
        'category-states',
        'articles',
        'article-states',
        'types',
        'tags',
      ]) {
        const rows = await rowsOf(page, table);
        expect(rows.length, table).toBeGreaterThan(3);
        for (const [before, after, change, coverage, revision, rest] of rows)
          expect([change, rest], table).toEqual([
            after! - before!,
            change! - coverage! - revision!,
          ]);
      }
      for (const [before, after, points] of await rowsOf(page, 'category-shares'))
        expect(points).toBe(after! - before!);
      if (javaScriptEnabled) expect(await faultsOnceMore(page, 'comparison')).toEqual([]);
    });

    test(`two regional groups stand beside each other, and a small one without a sentence, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(at('?cutoff=2023-02-28&region=AFR&against=EEG'));
      expect((await rowsOf(page, 'totals')).map((row) => row.slice(0, 3))).toEqual([
        [20, 7, -13],
        [17, 3, -14],
        [202, expect.any(Number), expect.any(Number)],
      ]);
      await expect(page.getByText('78', { exact: false }).first()).toBeVisible();
      const few = t('compared.tooFew', { region: '', fewest: 10 }).split(':')[1]!.trim();
      await expect(page.getByText(few, { exact: false })).toHaveCount(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        360,
      );
      if (javaScriptEnabled) expect(await accessibilityFaults(page, 'two regions')).toEqual([]);
    });

    test(`what cannot be compared is answered with 400, and the rest is kept, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      const answer = await page.goto(at('?cutoff=2023-02-28&since=2021-02-29&revision=9999999'));
      expect(answer?.status()).toBe(400);
      await expect(page.getByRole('alert')).toContainText('2021-02-29');
      await expect(page.getByLabel(t('compared.names.cutoff'), { exact: true })).toHaveValue(
        '2023-02-28',
      );
      await expect(page.getByLabel(t('compared.names.since'), { exact: true })).toHaveValue('');
    });
  }
});
