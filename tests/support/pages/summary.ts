import { expect, type Page } from '@playwright/test';

/**
 * A cell as a number; null where it is empty, or an en dash because there is nothing to divide by.
 */
const numberOf = (cell: string): number | null =>
  /\d/.test(cell) ? Number(cell.replace(/[^\d]/g, '')) : null;

type Row = Readonly<{ key: string; numbers: readonly (number | null)[] }>;

/** The body rows of a table by the key of each row, and its foot. */
async function tableOf(
  page: Page,
  id: string,
): Promise<{ rows: Row[]; foot: readonly (number | null)[] }> {
  const read = await page.locator(`table#${id}`).evaluate((table) => {
    const cells = (row: Element) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '');
    const rows = [...table.querySelectorAll('tbody tr')].map((row) => ({
      key: Object.values((row as HTMLElement).dataset)[0] ?? '',
      cells: cells(row),
    }));
    const foot = table.querySelector('tfoot tr');
    return { rows, foot: foot ? cells(foot) : [] };
  });
  return {
    rows: read.rows.map(({ key, cells }) => ({ key, numbers: cells.map(numberOf) })),
    foot: read.foot.map(numberOf),
  };
}

export const matrixOf = (page: Page) => tableOf(page, 'matrix');

export async function totalsOf(page: Page) {
  const total = async (name: string) =>
    numberOf(await page.locator(`#total-${name}`).innerText()) ?? Number.NaN;
  return {
    summaries: await total('summaries'),
    states: await total('states'),
    needs: await total('needs'),
  };
}

const sum = (numbers: readonly (number | null | undefined)[]) =>
  numbers.reduce<number>((all, n) => all + (n ?? 0), 0);
const column = (rows: readonly Row[], at: number) => sum(rows.map(({ numbers }) => numbers[at]));

/** `100 n / of`, half up; null where there is nothing to divide by. */
const share = (n: number | null | undefined, of: number | null | undefined) =>
  of ? Math.floor((100 * (n ?? 0)) / of + 0.5) : null;

/** Rows of counts with their sum and its share of all, and a foot that adds up the columns. */
export async function expectMatrixAddsUp(page: Page, needs: number | null) {
  const { rows, foot } = await matrixOf(page);
  const width = foot.length - 2; // before the sum and the share
  for (const { key, numbers } of rows) {
    expect(sum(numbers.slice(0, width)), `row ${key}`).toBe(numbers[width]);
    expect(numbers[width + 1], `share of row ${key}`).toBe(share(numbers[width], needs));
  }
  for (let at = 0; at <= width; at += 1) expect(column(rows, at), `column ${at}`).toBe(foot[at]);
  expect(foot[width], 'sum of all').toBe(needs);
}

/**
 * Every table of the page agrees with the totals at its top, and every share with the numbers
 * beside it.
 */
export async function expectConsistent(page: Page) {
  const totals = await totalsOf(page);
  const regions = await tableOf(page, 'regions');
  expect(
    [0, 1, 3].map((at) => column(regions.rows, at)),
    'regions add up',
  ).toEqual([totals.summaries, totals.states, totals.needs]);
  expect(regions.foot.slice(0, 4), 'all regions').toEqual([
    totals.summaries,
    totals.states,
    share(totals.states, totals.summaries),
    totals.needs,
  ]);
  for (const {
    key,
    numbers: [summaries, states, ofStates, needs, ofNeeds],
  } of regions.rows) {
    expect([ofStates, ofNeeds], `shares of ${key}`).toEqual([
      share(states, summaries),
      share(needs, totals.needs),
    ]);
  }

  const categories = await tableOf(page, 'categories');
  expect(column(categories.rows, 5), 'categories add up').toBe(totals.needs);
  for (const { key, numbers } of categories.rows) {
    expect(sum(numbers.slice(0, 5)), `regions of ${key}`).toBe(numbers[5]);
    expect(numbers[6], `share of ${key}`).toBe(share(numbers[5], totals.needs));
    expect(numbers[7], `States of ${key}`).toBeLessThanOrEqual(
      Math.min(totals.states, numbers[5] ?? 0),
    );
  }
  for (const [at, { key, numbers }] of regions.rows.entries())
    expect(column(categories.rows, at), `categories of ${key}`).toBe(numbers[3]);

  for (const { key, numbers } of (await tableOf(page, 'articles')).rows)
    expect(sum(numbers.slice(0, 5)), `regions of article ${key}`).toBe(numbers[5]);
  await expectMatrixAddsUp(page, totals.needs);
  return totals;
}
