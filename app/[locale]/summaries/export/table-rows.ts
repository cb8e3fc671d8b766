import { byteOrderMark, csvLine } from '#lib/text/csv';

/** The rows of a table, some at a time; the first one holds the heads of its columns. */
export type TableRows = AsyncGenerator<readonly (readonly (string | number)[])[]>;

/** The rows as lines of CSV. */
export async function* csvLines(rows: TableRows): AsyncGenerator<string> {
  let mark = byteOrderMark;
  for await (const some of rows) {
    yield mark + some.map((cells) => csvLine(cells.map(String))).join('');
    mark = '';
  }
}

/** The most rows of a workbook: it is written as a whole, where CSV is sent row by row. */
const mostRows = 20_000;

/** All rows; null where they are more than a workbook takes. */
export async function allRows(
  rows: TableRows,
): Promise<readonly (readonly (string | number)[])[] | null> {
  const found: (readonly (string | number)[])[] = [];
  for await (const some of rows) {
    found.push(...some);
    if (found.length > mostRows) return null;
  }
  return found;
}
