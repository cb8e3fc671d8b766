import { evaluate, publishedFigures, type AskApi } from '#tests/support/counting/published-figures';
import { expect, test } from '#tests/support/pages/fixture';
import { raw } from '#tests/support/pages/raw-requests';
import { totalsOf } from '#tests/support/pages/summary';
import { plainArabic, plainChinese, walked } from '#tests/support/pages/browsing';
import { rowsIn, tableIn, textOf } from '#tests/support/pages/messages';
import type { RunningServer } from '#tests/support/servers/server';

let server: RunningServer;
test.beforeAll(({ untouched }) => {
  server = untouched;
});

const regions = ['AFR', 'APG', 'EEG', 'GRULAC', 'WEOG'] as const;

/** A cell as a number; null where it has none. */
const cellIn = (text: string): number | null => (/\d/.test(text) ? digitsIn(text) : null);
const digitsIn = (text: string) => Number(text.replaceAll(/\D/g, ''));

/** Answers as the API does, with numbers that are read off the pages alone. */
function askPages(): AskApi {
  const known = new Map<string, ReturnType<AskApi>>();
  const pageOf = async (path: string) => {
    const { status, text } = await raw(server.url, { method: 'GET', path: `/en${path}` });
    expect(status, path).toBe(200);
    return text;
  };
  const counted = (table: string) =>
    rowsIn(/<tbody.*<\/tbody>/s.exec(table)![0]).map(({ key, values }) => ({
      key,
      needs: cellIn(values.at(-2)!)!,
    }));
  const read: AskApi = async (query) => {
    const page = await pageOf(`/summaries?${query}`);
    const total = (name: string) =>
      digitsIn(textOf(new RegExp(`<(\\w+)[^>]* id="total-${name}".*?</\\1>`, 's').exec(page)![0]));
    const articles = counted(tableIn(page, 'articles')!).map(({ key, needs }) => ({
      article: key,
      needs,
    }));
    const all = await pageOf(`/summaries/matrices?${query}`);
    const matrices = regions.flatMap((region) => {
      const table = tableIn(all, `matrix-${region}`);
      if (!table) return [];
      const rows = counted(table).map(({ key, needs }) => ({ articles: key, total: needs }));
      return [{ region, rows }];
    });
    const totals = {
      summaries: total('summaries'),
      statesWithNeeds: total('states'),
      needs: total('needs'),
    };
    return { totals, articles, matrices, types: [] };
  };
  return (query) => {
    if (!known.has(query)) known.set(query, read(query));
    return known.get(query)!;
  };
}

test('the 279 numbers of the note that must agree are read off the rendered pages', async () => {
  const ask = askPages();
  const must = publishedFigures.filter(({ status }) => status === 'must');
  expect(must).toHaveLength(279);
  const wrong: string[] = [];
  for (const figure of must) {
    const found = await evaluate(ask, figure);
    if (found !== figure.value) wrong.push(`${figure.id}: ${found}, not ${figure.value}`);
  }
  expect(wrong).toEqual([]);
});

type Counted = Readonly<{
  totals: Readonly<{ summaries: number; statesWithNeeds: number; needs: number }>;
  articles: readonly Readonly<{ article: string; needs: number; states: number }>[];
  categories: readonly Readonly<{
    category: string;
    needs: number;
    states: number;
    share: Readonly<{ percent: number | null }>;
  }>[];
  matrices: readonly Readonly<{
    region: string | null;
    columns: Readonly<Record<string, number>>;
    total: number;
    rows: readonly Readonly<{
      articles: string;
      cells: Readonly<Record<string, number>>;
      total: number;
      share: Readonly<{ percent: number | null }>;
    }>[];
  }>[];
  statuses: readonly Readonly<{ needs: number; share: Readonly<{ percent: number | null }> }>[];
  claims: readonly Readonly<{ needs: number }>[];
  types: readonly Readonly<{
    region: string | null;
    mentions: number;
    types: readonly Readonly<{ mentions: number; share: Readonly<{ percent: number | null }> }>[];
  }>[];
}>;

for (const { locale } of walked([plainArabic], plainChinese)) {
  test(`every number on the page of a regional group is the API's, in ${locale}`, async ({
    visit,
  }) => {
    const page = await visit({ javaScriptEnabled: false });
    for (const region of ['AFR', 'APG'] as const) {
      const counted = (await (
        await page
          .context()
          .request.get(
            `${server.url}/api/v1/summary?cycle=2&chapter=II&cutoff=2023-02-28&region=${region}`,
          )
      ).json()) as Counted;
      await page.goto(
        `${server.url}/${locale}/summaries/regions/${region}?chapter=II&cutoff=2023-02-28`,
      );
      const {
        totals: { summaries, statesWithNeeds: states, needs },
      } = counted;
      expect(await totalsOf(page)).toEqual({ summaries, states, needs });
      const matrix = counted.matrices.find((each) => each.region === region)!;
      const types = counted.types.find((each) => each.region === region)!;
      const expected = [
        counted.statuses.map((each) => [each.needs, each.share.percent]),
        counted.claims.map((each) => [each.needs]),
        counted.articles.map((each) => [each.needs, each.states]),
        [
          ...matrix.rows.map(({ cells, total, share }) => [
            ...Object.values(cells),
            total,
            share.percent,
          ]),
          [...Object.values(matrix.columns), matrix.total, null],
        ],
        counted.categories
          .filter(({ category, needs: n }) => category !== 'other' || n > 0)
          .map((each) => [each.needs, each.share.percent, each.states]),
        [
          ...types.types.map(({ mentions, share }) => [mentions, share.percent]),
          [types.mentions, null],
        ],
      ];
      const tables = await page
        .locator('main table')
        .evaluateAll((found) =>
          found.map((table) =>
            [...table.querySelectorAll('tbody tr, tfoot tr')].map((row) =>
              [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
            ),
          ),
        );
      expect(tables.map((rows) => rows.map((row) => row.map(numberIn)))).toEqual(expected);
      // What is drawn says the same as the table beside it.
      const drawn = await page
        .locator('main figure')
        .first()
        .locator('svg text.value')
        .evaluateAll((found) => found.map((text) => text.textContent ?? ''));
      expect(drawn.map(numberIn)).toEqual(
        counted.articles.flatMap((each) => [each.needs, each.states]),
      );
    }
  });
}

/**
 * A number as people of the language write it: their digits, marks of direction and signs of
 * percentage.
 */
function numberIn(text: string): number | null {
  const digits = [...text]
    .flatMap((sign) => (/\p{Nd}/u.test(sign) ? [digitOf(sign)] : []))
    .join('');
  return digits === '' ? null : Number(digits);
}

/** In every script the ten digits follow one another, in Arabic from U+0660 and U+06F0. */
function digitOf(sign: string): number {
  const code = sign.codePointAt(0)!;
  return code & 0xf;
}
