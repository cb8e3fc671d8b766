import readWorkbook from 'read-excel-file/node';
import { translator } from '#lib/text/i18n';
import { faultsAtLast } from '#tests/support/pages/accessibility';
import { expect, test } from '#tests/support/pages/fixture';
import { raw } from '#tests/support/pages/raw-requests';
import { arabic, english, walked } from '#tests/support/pages/browsing';
import type { RunningServer } from '#tests/support/servers/server';

let server: RunningServer;
test.beforeAll(({ untouched }) => {
  server = untouched;
});

const asked = '?chapter=II&cutoff=2023-02-28';
/** The digits of a text, without marks of direction and signs; a dash stands for nothing. */
const bare = (text: string) =>
  text.replaceAll(/[\u200e\u200f\u061c\u00a0\u202f%٪\s]/g, '').replace(/^–$/, '');

for (const { locale } of walked([english], arabic)) {
  const t = translator(locale);
  test(`every figure of the overview is taken away as the page shows it, in ${locale}`, async ({
    visit,
  }) => {
    const page = await visit();
    await page.goto(`${server.url}/${locale}/summaries${asked}`);
    const figures = page.locator('main figure');
    const ids = await figures.evaluateAll((found) => found.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(5);
    for (const id of ids) {
      const figure = page.locator(`figure[id="${id}"]`);
      await figure.locator('summary').first().click();
      const file = async (format: 'svg' | 'png' | 'csv' | 'xlsx') => {
        const href = await figure
          .getByRole('link', { name: t(`figure.${format}`), exact: true })
          .getAttribute('href');
        return raw(server.url, { method: 'GET', path: href! });
      };
      const shown = await figure
        .locator('tbody tr, tfoot tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
        );
      const heads = await figure.locator('thead tr').last().locator('th').allTextContents();
      const [first, ...rest] = (await file('csv')).text
        .replace(/^\ufeff/, '')
        .trim()
        .split('\r\n')
        .map((line) =>
          [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
            (quoted ?? plain ?? '').replaceAll('""', '"'),
          ),
        );
      expect(
        first!.map((head) => head.replace(/ \(%\)$/, '')),
        id,
      ).toEqual(heads);
      expect(
        rest.map((row) => row.map(bare)),
        id,
      ).toEqual(shown.map((row) => row.map(bare)));
      const svg = await file('svg');
      const drawn = svg.text.replaceAll(/<\/?tspan>/g, '');
      for (const text of await figure.locator('svg text').allTextContents())
        expect(drawn, `${id}: ${text}`).toContain(`>${text.replaceAll('&', '&amp;')}<`);
      if (id === ids[0]) expect((await file('png')).status, id).toBe(200);
      const response = await page
        .context()
        .request.get(
          `${server.url}${await figure.getByRole('link', { name: t('figure.xlsx'), exact: true }).getAttribute('href')}`,
        );
      const [sheet] = await readWorkbook(await response.body());
      const cells = (sheet as unknown as { data: unknown[][] }).data;
      expect(
        cells
          .slice(1)
          .map((row) =>
            row.map((cell, at) =>
              bare(
                typeof cell === 'number' && (first![at] ?? '').endsWith('(%)')
                  ? String(Math.round(cell * 100))
                  : String(cell ?? ''),
              ),
            ),
          ),
        id,
      ).toEqual(shown.map((row) => row.map(bare)));
    }
    if (locale === 'en') expect(await faultsAtLast(page, 'figures with their files')).toEqual([]);
  });

  test(`a figure has a link that stays up to date and one that stays as it is, in ${locale}`, async ({
    visit,
  }) => {
    const page = await visit({ javaScriptEnabled: false });
    await page.goto(`${server.url}/${locale}/summaries${asked}`);
    const figure = page.locator('figure#figure-3');
    await figure.locator('summary').first().click();
    await figure.getByRole('link', { name: t('figure.pinned'), exact: true }).click();
    expect(page.url()).toMatch(/cutoff=2023-02-28&revision=\d+$/);
    await expect(page.locator('#figure-3 tbody tr').first().locator('td').nth(5)).toHaveText('137');
    await page.getByRole('link', { name: t('figure.asItIsNow'), exact: true }).click();
    expect(page.url()).not.toContain('revision');
    const wrong = await page.goto(
      `${server.url}/${locale}/summaries/figures/figure-3?revision=9999999`,
    );
    expect(wrong?.status()).toBe(400);
    await expect(page.locator('#figure-3')).toBeVisible();
  });
}

test('what was taken away is known again by its tag: 304 while nothing changed, another for another question, language or format', async () => {
  const tags = new Set<string>();
  const paths = [
    `/en/summaries/figures/figure-1/csv${asked}`,
    `/fr/summaries/figures/figure-1/csv${asked}`,
    `/en/summaries/figures/figure-1/svg${asked}`,
    '/en/summaries/figures/figure-1/csv?chapter=III',
    `/en/summaries/figures/matrix-AFR/xlsx${asked}`,
  ];
  for (const path of paths) {
    const answer = await raw(server.url, { method: 'GET', path });
    expect([answer.status, answer.headers['cache-control']], path).toEqual([
      200,
      'public, no-cache',
    ]);
    const tag = String(answer.headers.etag);
    tags.add(tag);
    const again = await raw(server.url, { method: 'GET', path, headers: { 'if-none-match': tag } });
    expect([again.status, again.text], path).toEqual([304, '']);
  }
  expect(tags.size).toBe(paths.length);
  for (const path of [
    '/en/summaries/figures/none/svg',
    '/en/summaries/figures/figure-1/gif',
    '/en/summaries/figures/matrix/svg',
    '/en/summaries/figures/article-5-regions/csv?chapter=V',
  ])
    expect((await raw(server.url, { method: 'GET', path })).status, path).toBe(404);
  const unknown = await raw(server.url, {
    method: 'GET',
    path: '/en/summaries/figures/figure-1/svg?cutoff=2023-02-30',
  });
  expect([unknown.status, unknown.headers.location]).toEqual([
    303,
    '/en/summaries/figures/figure-1?cutoff=2023-02-30',
  ]);
});

test('pages of comparisons, of single figures and of the note are kept, each by all that its address asks', async () => {
  const tagOf = async (path: string) =>
    (await raw(server.url, { method: 'GET', path })).headers.etag;
  const paths = [
    '/en/summaries/compare',
    '/en/summaries/compare?since=2021-10-31&cutoff=2023-02-28',
    '/en/summaries/compare?sinceRevision=300',
    '/en/summaries/compare?region=AFR&against=APG',
    '/en/summaries/figures/figure-1',
    '/en/summaries/figures/figure-1?revision=300',
    '/en/summaries/against-the-note',
  ];
  const tags = await Promise.all(paths.map(tagOf));
  expect(new Set(tags).size).toBe(paths.length);
  for (const [at, path] of paths.entries()) {
    expect(tags[at], path).toMatch(/^"[\w-]+"$/);
    const again = await raw(server.url, {
      method: 'GET',
      path,
      headers: { 'if-none-match': String(tags[at]) },
    });
    expect([again.status, again.text], path).toEqual([304, '']);
  }
  // What is at fault is said with 400 and kept by nobody.
  expect(await tagOf('/en/summaries/compare?since=2021-02-30')).toBeUndefined();
  expect(await tagOf('/en/summaries/figures/figure-1?revision=9999999')).toBeUndefined();
});

test('a file of more than one piece ends at once, and text is compressed on its way', async () => {
  const picture = await raw(server.url, {
    method: 'GET',
    path: `/en/summaries/figures/figure-2/png${asked}`,
  });
  expect(picture.text.length).toBeGreaterThan(20_000);
  const json = await raw(server.url, {
    method: 'GET',
    path: '/api/v1/summary?cycle=2&chapter=II',
    headers: { 'accept-encoding': 'gzip' },
  });
  expect(json.headers['content-encoding']).toBe('gzip');
});
