import { readFileSync } from 'node:fs';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { accessibilityFaults, faultsOnceMore } from '#tests/support/pages/accessibility';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

type Figure = Readonly<{ id: string; status: string; value: number; recomputed: number }>;
const { figures } = JSON.parse(
  readFileSync(new URL('../../lib/counting/published/note-2023.json', import.meta.url), 'utf8'),
) as { figures: readonly Figure[] };

/** The first number in a cell; a percentage bears more behind it. */
const numberIn = (text: string) => Number(/\d+/.exec(text)![0]);
const rowsOf = (page: Page) =>
  page.locator('.published tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      id: row.id,
      cells: [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
    })),
  );

test.describe('the published note against the register', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
  });
  test.afterAll(() => server?.stop());
  const at = (locale: Locale, path = '') =>
    `${server.url}/${locale}/summaries/against-the-note${path}`;

  for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
    const t = translator(locale);
    test(`all 308 numbers stand beside the register's, and each contradiction with its reason, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit();
      await page.goto(at(locale));
      const rows = await rowsOf(page);
      expect(rows.map(({ id }) => id)).toEqual(figures.map(({ id }) => id));
      for (const [
        i,
        {
          id,
          cells: [note, register, result],
        },
      ] of rows.entries()) {
        const { status, value, recomputed } = figures[i]!;
        expect(numberIn(note!), id).toBe(value);
        expect(numberIn(register!), id).toBe(recomputed);
        if (status === 'must') expect(result, id).toBe(t('published.results.same'));
        if (status === 'contradiction')
          expect(result!.length, id).toBeGreaterThan(
            t('published.results.contradiction').length + 30,
          );
      }
      for (const [verdict, n] of [
        ['same', 279],
        ['by-rule', 11],
        ['contradiction', 18],
        ['differs', 0],
      ] as const)
        await expect(page.locator(`#verdict-${verdict}`)).toHaveText(String(n));
      if (locale === 'en') expect(await faultsOnceMore(page, 'against the note')).toEqual([]);
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        360,
      );
      if (locale === 'ar')
        expect(await accessibilityFaults(page, 'against the note, narrow')).toEqual([]);
    });

    test(`a manager takes down another note and checks it, ${javaScriptEnabled ? 'with' : 'without'} JavaScript, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.manager });
      await page.goto(at(locale));
      await page.getByRole('link', { name: t('published.others'), exact: true }).click();
      const template = await (
        await page.context().request.get(at(locale, '/notes/template'))
      ).body();
      const send = async (content: Buffer) => {
        await page
          .getByLabel(t('published.form.file'), { exact: true })
          .setInputFiles({ name: 'note.csv', mimeType: 'text/csv', buffer: content });
        await page.getByRole('button', { name: t('published.form.enter'), exact: true }).click();
      };
      await page.getByLabel(t('published.form.title')).fill(`Note ${locale}`);
      await page.getByLabel(t('summaries.cutoff'), { exact: true }).fill('2023-02-28');
      await page.getByLabel(t('published.form.previousCutoff')).fill('2021-10-31');
      await send(
        Buffer.from(
          template
            .toString('utf8')
            .replace(',count,eq,R1,states_completed', ',count,eq,R9,states_completed'),
        ),
      );
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(
        t('imports.rowFault', {
          row: 2,
          text: t('imports.columnFault', { column: 'rule', text: '' }),
        }).trim(),
      );
      if (javaScriptEnabled)
        expect(await accessibilityFaults(page, 'a note with a fault')).toEqual([]);
      // What was typed is still there; a file has to be chosen again.
      await expect(page.getByLabel(t('published.form.title'))).toHaveValue(`Note ${locale}`);
      await send(template);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Note ${locale}`);
      await expect(page.locator('#verdict-same')).toHaveText('279');
      await expect(page.locator('#verdict-differs')).toHaveText('18');
      await page.getByRole('link', { name: t('published.others'), exact: true }).click();
      if (javaScriptEnabled)
        expect(await accessibilityFaults(page, 'the notes taken down')).toEqual([]);
      await page
        .getByRole('button', {
          name: t('published.withdrawOf', { title: `Note ${locale}` }),
          exact: true,
        })
        .click();
      await expect(page.getByText(`Note ${locale}`)).toHaveCount(0);
    });
  }
});
