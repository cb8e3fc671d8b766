import { unescapeFormulas } from '#lib/files/tables/csv-cells';
import { CsvParser, type CsvRecord } from '#lib/files/tables/csv-parser';
import { decodeText } from '#lib/files/tables/decode-text';
import type { RecordFault } from '#lib/files/tables/faults';
import { delimiters, type Delimiter } from '#lib/files/tables/limits';

/** A table as its file holds it: the headings, the rows, and the lines that are not records. */
export type Table = Readonly<{
  names: readonly string[];
  records: readonly CsvRecord[];
  faults: readonly RecordFault[];
}>;

const isBlank = (cell: string) => cell.trim() === '';

/**
 * Makes a table whose headings are the first record. Empty rows, and empty columns after the last
 * heading, are dropped: a spreadsheet saves them too.
 */
export function toTable(records: readonly CsvRecord[], faults: Table['faults'] = []): Table {
  const [header, ...rest] = records;
  const names = (header?.cells ?? []).map((name) => name.trim());
  while (names.at(-1) === '') names.pop();
  const rows = rest
    .filter(({ cells }) => !cells.every(isBlank))
    .map(({ line, cells }) => {
      const isBlankBeyond = cells.slice(names.length).every(isBlank);
      return { line, cells: isBlankBeyond ? cells.slice(0, names.length) : cells };
    });
  return { names, records: rows, faults };
}

/** The first line of a text, without its line end. */
export const firstLine = (text: string): string => /^[^\r\n]*/.exec(text)![0];

/** The headings in the first line of CSV. */
export function parseHeadings(line: string, delimiter: Delimiter): readonly string[] {
  const [record] = new CsvParser(delimiter, () => undefined).parse(line, true);
  return (record?.cells ?? []).map((name) => name.trim());
}

/** Chooses the delimiter by which the header line has the most known headings. */
export function detectDelimiter(line: string, isKnown: (name: string) => boolean): Delimiter {
  const knownWith = (delimiter: Delimiter) => parseHeadings(line, delimiter).filter(isKnown).length;
  return delimiters.reduce((a, b) => (knownWith(b) > knownWith(a) ? b : a));
}

async function* inOnePiece(content: Uint8Array) {
  yield Buffer.from(content);
}

const countLineBreaks = (cell: string) => cell.match(/\r\n?|\n/g)?.length ?? 0;

/** Parses CSV in any encoding that is certain. @throws UnreadableFile */
export async function parseCsv(
  content: Uint8Array,
  isKnown: (name: string) => boolean,
): Promise<Table> {
  let text = '';
  for await (const piece of decodeText(inOnePiece(content))) text += piece;
  const delimiter = detectDelimiter(firstLine(text), isKnown);
  const faults: RecordFault[] = [];
  const records: CsvRecord[] = [];
  let lineBreaksInCells = 0;
  // A spreadsheet counts a row once, however many lines there are in its cells.
  const rowAt = (line: number) => line - lineBreaksInCells;
  const parser = new CsvParser(delimiter, ({ line, ...fault }) => {
    faults.push({ ...fault, line: rowAt(line) });
  });
  for (const { line, cells } of parser.parse(text, true)) {
    records.push({ line: rowAt(line), cells: cells.map(unescapeFormulas) });
    lineBreaksInCells += cells.reduce((sum, cell) => sum + countLineBreaks(cell), 0);
  }
  return toTable(records, faults);
}
