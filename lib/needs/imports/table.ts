import { withoutMarks } from '#lib/needs/imports/cells';
import { decoded } from '#lib/needs/imports/decoding';
import type { FaultKey, FaultValues } from '#lib/needs/imports/fault-texts';
import { Records, type CsvRecord } from '#lib/needs/imports/records';
import { delimiters, type Delimiter } from '#lib/needs/imports/vocabulary';

/**
 * The cells of a file: the names of its columns, its records, and the lines that could not be read
 * as records.
 */
export type Table = Readonly<{
  names: readonly string[];
  records: readonly CsvRecord[];
  complaints: readonly Readonly<{ line: number; key: FaultKey; values?: FaultValues }>[];
}>;

const blank = (cell: string) => cell.trim() === '';

/**
 * Takes the first record as names. A spreadsheet saves empty rows and columns too; they are
 * nobody's.
 */
export function tableOf(
  records: readonly CsvRecord[],
  complaints: Table['complaints'] = [],
): Table {
  const [header, ...rest] = records;
  const names = (header?.cells ?? []).map((name) => name.trim());
  while (names.at(-1) === '') names.pop();
  const kept = rest
    .filter(({ cells }) => !cells.every(blank))
    .map(({ line, cells }) => ({
      line,
      cells: cells.slice(names.length).every(blank) ? cells.slice(0, names.length) : cells,
    }));
  return { names, records: kept, complaints };
}

const namesIn = (line: string, delimiter: Delimiter): readonly string[] =>
  [...new Records(delimiter, () => undefined).read(line, true)][0]?.cells ?? [];

/**
 * Reads CSV of any of the encodings that are known for certain; the separator is the one that
 * yields the most known columns. @throws Unreadable
 */
export async function csvTable(
  content: Uint8Array,
  isKnown: (name: string) => boolean,
): Promise<Table> {
  let text = '';
  for await (const piece of decoded(
    (async function* whole() {
      yield Buffer.from(content);
    })(),
  ))
    text += piece;
  const line = /^[^\r\n]*/.exec(text)![0];
  const known = (delimiter: Delimiter) => namesIn(line, delimiter).filter(isKnown).length;
  const delimiter = delimiters.reduce((a, b) => (known(b) > known(a) ? b : a));
  const complaints: Table['complaints'][number][] = [];
  let within = 0;
  // A spreadsheet counts a row once, however many lines there are in its cells.
  const rowOf = (at: number) => at - within;
  const records: CsvRecord[] = [];
  for (const { line: at, cells } of new Records(delimiter, ({ line: of, ...complaint }) => {
    complaints.push({ ...complaint, line: rowOf(of) });
  }).read(text, true)) {
    records.push({ line: rowOf(at), cells: cells.map(withoutMarks) });
    within += cells.reduce((sum, cell) => sum + (cell.match(/\r\n?|\n/g)?.length ?? 0), 0);
  }
  return tableOf(records, complaints);
}
