import { translator } from '#lib/text/i18n';
import { expect, test } from '#tests/support/pages/fixture';
import { arabic, english, walked } from '#tests/support/pages/browsing';
import type { RunningServer } from '#tests/support/servers/server';

let server: RunningServer;
test.beforeAll(({ untouched }) => {
  server = untouched;
});

for (const { locale } of walked([english], arabic)) {
  const t = translator(locale);
  const at = (path: string) => `${server.url}/${locale}/${path}`;

  test(`the filter is chosen, kept while moving between pages, and taken off part by part, without scripts, in ${locale}`, async ({
    visit,
  }) => {
    const page = await visit({ javaScriptEnabled: false });
    const said = page.locator('.said > p').first();
    await page.goto(at('summaries'));
    await page.getByText(t('seen.change'), { exact: true }).click();
    await page
      .getByRole('textbox', { name: t('summaries.cutoff'), exact: true })
      .fill('2023-02-28');
    await page
      .getByRole('combobox', { name: t('summaries.chapter'), exact: true })
      .selectOption('II,V');
    await page
      .getByRole('combobox', { name: t('seen.names.category'), exact: true })
      .selectOption('capacity-building');
    await page.getByRole('button', { name: t('summaries.show'), exact: true }).click();
    await expect(said).toContainText(t('seen.chapters', { chapter: 'II_V' }));
    await expect(page.locator('#total-needs')).toHaveText('137');

    await page.getByRole('link', { name: t('seen.pages.trends'), exact: true }).click();
    await expect(said).toContainText(/2023/);
    await expect(page.locator('table#years tbody tr').last().locator('td').last()).toHaveText(
      '137',
    );
    await page
      .locator('.said')
      .getByRole('link', { name: new RegExp(`${t('seen.names.category')}`) })
      .click();
    await expect(page.locator('table#years tbody tr').last().locator('td').last()).toHaveText(
      '315',
    );
    await expect(said).toContainText(t('seen.chapters', { chapter: 'II_V' }));
  });

  test(`a number opens onto what it counts, by keyboard, and a bar by the pointer, in ${locale}`, async ({
    visit,
  }) => {
    const page = await visit();
    await page.goto(at('summaries/regions/AFR?cutoff=2023-02-28'));
    const cell = page.locator('table#matrix tr[data-provision="5;6"] td.sum a');
    await expect(cell).toHaveText('4');
    await cell.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('seen.needsTitle'));
    await expect(page.locator('#total-needs')).toHaveText('4');
    await expect(page.locator('main tbody tr')).toHaveCount(4);
    await page.goBack();

    await page.locator('#total-states a').click();
    await expect(page.locator('ul.states li')).toHaveCount(17);
    await expect(page.getByText(t('seen.alphabetical'), { exact: true })).toBeVisible();
    await page.goBack();

    await page.locator('svg.chart a').first().click();
    await expect(page.locator('#total-needs')).toHaveText('34');
    expect(await page.locator('main tbody tr').count()).toBe(34);
  });

  test(`a long list goes on page by page and comes back, in ${locale}`, async ({ visit }) => {
    const page = await visit({ javaScriptEnabled: false });
    await page.goto(at('summaries/needs?cutoff=2023-02-28&region=AFR'));
    const references: string[] = [];
    for (;;) {
      references.push(...(await page.locator('main tbody th a').allInnerTexts()));
      const next = page.getByRole('link', { name: t('needs.following'), exact: true });
      if ((await next.count()) === 0) break;
      await next.click();
    }
    expect(references).toHaveLength(202);
    expect(new Set(references).size).toBe(202);
    await page.getByRole('link', { name: t('list.first'), exact: true }).click();
    await expect(page.locator('main tbody tr')).toHaveCount(50);
  });
}
