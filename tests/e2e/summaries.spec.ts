import { readFileSync } from 'node:fs';
import type { Engine } from '#db/engine';
import { translator } from '#lib/text/i18n';
import { expect, test } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import {
  expectConsistent,
  expectMatrixAddsUp,
  matrixOf,
  totalsOf,
} from '#tests/support/pages/summary';
import { arabic, chinese, english, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

type Figure = Readonly<{ id: string; status: string; value: number; recomputed: number }>;
const { figures } = JSON.parse(
  readFileSync(new URL('../../lib/counting/published/note-2023.json', import.meta.url), 'utf8'),
) as { figures: readonly Figure[] };

/** The columns as the page has them, and as the figures of the note are named. */
const columns = [
  'capacity_building',
  'institution_building',
  'legislative_assistance',
  'research_data',
  'policymaking',
  'international_cooperation',
] as const;
const provisions = [
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  '13',
  '14',
  '5;6',
  'general',
] as const;

/**
 * A number of table 1 or 2 of the note; where the note contradicts itself, what its own cells add
 * up to.
 */
function published(table: 't1' | 't2', provision: string, column: string): number {
  const id = `${table}-${provision.replace(';', '+')}-${column}`;
  const figure = figures.find((known) => known.id === id);
  if (!figure) throw new Error(`the note has no figure ${id}`);
  return figure.status === 'contradiction' ? figure.recomputed : figure.value;
}

for (const engine of ['sqlite', 'postgresql'] as const satisfies readonly Engine[]) {
  test.describe(`the published figures on ${engine}`, () => {
    let server: RunningServer;
    test.beforeAll(async ({ untouched }) => {
      server = engine === 'sqlite' ? untouched : await startServer({ engine, demonstration: true });
    });
    test.afterAll(async ({ untouched }) => {
      if (server !== untouched) await server?.stop();
    });

    for (const { locale } of walked([english], arabic, chinese)) {
      const t = translator(locale);
      const at = (path: string) => `${server.url}/${locale}/${path}`;

      test(`all 144 cells of tables 1 and 2 stand on the pages of the regions, in ${locale}`, async ({
        visit,
      }) => {
        const page = await visit();
        let cells = 0;
        for (const [table, region] of [
          ['t1', 'AFR'],
          ['t2', 'APG'],
        ] as const) {
          await page.goto(at(`summaries/regions/${region}?cutoff=2023-02-28`));
          await expect(page.locator('html')).toHaveAttribute('lang', locale);
          const { rows, foot } = await matrixOf(page);
          expect(
            rows.map(({ key }) => key),
            region,
          ).toEqual(provisions.filter((provision) => published(table, provision, 'total') > 0));
          for (const provision of provisions) {
            const row = rows.find(({ key }) => key === provision)?.numbers ?? columns.map(() => 0);
            expect(row.slice(0, 6), `${region}, ${provision}`).toEqual(
              columns.map((column) => published(table, provision, column)),
            );
            expect(row[6] ?? 0, `${region}, ${provision}, total`).toBe(
              published(table, provision, 'total'),
            );
            cells += 6;
          }
          expect(foot.slice(0, 6), region).toEqual(
            columns.map((column) => published(table, 'total', column)),
          );
          const { needs } = await totalsOf(page);
          await expectMatrixAddsUp(page, needs);
        }
        expect(cells).toBe(144);
      });

      test(`67 summaries, 38 States and 315 needs agree with every table of the page, in ${locale}`, async ({
        visit,
      }) => {
        const page = await visit();
        await page.goto(at('summaries?cutoff=2023-02-28'));
        await expectPage(page, { locale }, t('summaries.title', { chapter: 'II' }));
        expect(await expectConsistent(page)).toEqual({ summaries: 67, states: 38, needs: 315 });
      });
    }
  });
}

test.describe('what a summary is asked for', () => {
  let server: RunningServer;
  test.beforeAll(({ untouched }) => {
    server = untouched;
  });

  for (const { locale } of walked([english], arabic)) {
    const t = translator(locale);
    const at = (path: string) => `${server.url}/${locale}/${path}`;

    test(`a date or a chapter that does not exist is said to be unknown, and the page answers without it, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit();
      const today = new Date().toISOString().slice(0, 10);
      for (const [query, name, value, why, valid] of [
        ['cutoff=2023-02-30', 'cutoff', '2023-02-30', 'noDate', 'YYYY-MM-DD'],
        ['cutoff=2999-01-01', 'cutoff', '2999-01-01', 'futureDate', `2000-01-01 to ${today}`],
        ['chapter=IX', 'chapter', 'IX', 'chapterOfCycle', 'II, V'],
        ['cycle=7', 'cycle', '7', 'unknown', '1, 2'],
        ['chapter=II&cycle=1', 'chapter', 'II', 'chapterOfCycle', 'III, IV'],
        ['tag=training&tag=training', 'tag', 'training,training', 'repeated', ''],
        [
          'tag=training,x',
          'tag',
          'x',
          'unknown',
          'good-practices, training, aims-at-institutions, mentions-capacity-building',
        ],
      ] as const) {
        for (const path of ['summaries', 'summaries/regions/AFR']) {
          expect((await page.goto(at(`${path}?${query}&priority=1`)))?.status(), query).toBe(400);
          const message = t(`seen.faults.${why}`, { value, valid, name: t(`seen.names.${name}`) });
          await expect(page.getByRole('alert').getByText(message, { exact: true })).toBeVisible();
          // The rest of the filter is kept, in the sentence and in the numbers.
          await expect(page.locator('.said')).toContainText(
            t('seen.parts.priority', { value: '1' }),
          );
          await expect(page).toHaveTitle(new RegExp(`^${t('problem.error')}`));
          await expectMatrixAddsUp(page, (await totalsOf(page)).needs);
        }
      }
    });

    test(`a chapter without needs is full of zeros, and its shares are dashes, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit();
      await page.goto(at('summaries?chapter=V'));
      await expectPage(page, { locale }, t('summaries.title', { chapter: 'V' }));
      expect(await expectConsistent(page)).toEqual({ summaries: 67, states: 0, needs: 0 });
      await expect(page.locator('table#categories tbody tr').first()).toContainText('–');
      await page.goto(at('summaries?cutoff=2016-01-01'));
      await expect(page.getByText(t('summaries.empty'), { exact: true })).toBeVisible();
      expect(await expectConsistent(page)).toEqual({ summaries: 0, states: 0, needs: 0 });
      await page.goto(at('summaries/regions/WEOG?chapter=V'));
      expect(await totalsOf(page)).toMatchObject({ states: 0, needs: 0 });
      await expect(page.getByText(/\bNaN\b/)).toHaveCount(0);
    });

    test(`the form changes the date and the chapter, and says them as a sentence, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled: false });
      await page.goto(at('summaries'));
      await page.getByText(t('seen.change'), { exact: true }).click();
      await page
        .getByRole('textbox', { name: t('summaries.cutoff'), exact: true })
        .fill('2019-12-31');
      await page.getByRole('button', { name: t('summaries.show'), exact: true }).click();
      await expect(page.getByRole('main')).toContainText(/2019/);
      const { needs } = await expectConsistent(page);
      expect(needs).toBeGreaterThan(0);
      expect(needs).toBeLessThan(315);
      await page.locator('table#regions').getByRole('link').first().click();
      await expect(page.getByRole('main')).toContainText(/2019/);
      await expectMatrixAddsUp(page, (await totalsOf(page)).needs);
    });
  }
});
