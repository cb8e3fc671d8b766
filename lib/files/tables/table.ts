import { unescapeFormulas } from '#lib/files/tables/csv-cells';
import { CsvParser, type CsvRecord } from '#lib/files/tables/csv-parser';
import { decodeText } from '#lib/files/tables/decode-text';
import { UnreadableFile, type CellFault, type RecordFault } from '#lib/files/tables/faults';
import { delimiters, maxRecordLength, type Delimiter } from '#lib/files/tables/limits';
import { isErrorValue } from '#lib/files/tables/sheet-text';

/** A table as its file holds it: the headings, the rows, and the lines that are not records. */
export type Table = Readonly<{
  names: readonly string[];
  records: readonly CsvRecord[];
  faults: readonly RecordFault[];
  /** Cells that have no value, with their rows. */
  cellFaults?: readonly (CellFault & Readonly<{ line: number }>)[];
  /** The rows that the spreadsheet hides, by a filter or otherwise. */
  hiddenLines?: readonly number[];
  /** The headings of the columns that the spreadsheet hides, where they hold anything. */
  hiddenColumns?: readonly string[];
}>;

/** A row as its file holds it. */
type TableRow = CsvRecord & Readonly<{ faults?: readonly CellFault[]; isHidden?: boolean }>;

const isBlank = (cell: string) => cell.trim() === '';

/** The faults of a row: those that its file names, and values that say that a formula failed. */
const cellFaultsOf = ({ line, cells, faults = [] }: TableRow) => {
  const named = new Set(faults.map(({ column }) => column));
  const written = cells.flatMap((cell, column): CellFault[] =>
    isErrorValue(cell) && !named.has(column)
      ? [{ column, key: 'cellError', values: { value: cell.trim() } }]
      : [],
  );
  return [...faults, ...written].map((fault) => ({ ...fault, line }));
};

const unlessEmpty = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length > 0 ? list : undefined;

/**
 * Makes a table whose headings are the first record. Empty rows, and empty columns after the last
 * heading, are dropped: a spreadsheet saves them too.
 * @throws UnreadableFile where a heading has no value
 */
export function toTable(
  records: readonly TableRow[],
  faults: Table['faults'] = [],
  hiddenColumns: ReadonlySet<number> = new Set(),
): Table {
  const [header, ...rest] = records;
  const [noHeading] = header ? cellFaultsOf(header) : [];
  if (noHeading) throw new UnreadableFile(noHeading.key, noHeading.values, noHeading.line);
  const names = (header?.cells ?? []).map((name) => name.trim());
  while (names.at(-1) === '') names.pop();
  const filled = rest.filter((row) => !row.cells.every(isBlank) || cellFaultsOf(row).length > 0);
  const rows = filled.map(({ line, cells }) => {
    const isBlankBeyond = cells.slice(names.length).every(isBlank);
    return { line, cells: isBlankBeyond ? cells.slice(0, names.length) : cells };
  });
  return {
    names,
    records: rows,
    faults,
    cellFaults: unlessEmpty(filled.flatMap(cellFaultsOf)),
    hiddenColumns: unlessEmpty(
      names.filter(
        (_, at) => hiddenColumns.has(at) && rows.some(({ cells }) => !isBlank(cells[at] ?? '')),
      ),
    ),
    hiddenLines: unlessEmpty(filled.filter(({ isHidden }) => isHidden).map(({ line }) => line)),
  };
}

/** The line by which a spreadsheet says what separates the cells, and that separator. */
const separatorLine = /^"?sep=([,;\t|])"?[,;\t|]*(?:\r\n?|\n|$)/i;

/** The beginning of a CSV file. */
export type CsvStart = Readonly<{
  /** The length of a line that only says what separates the cells; 0 where there is none. */
  skipped: number;
  delimiter?: Delimiter;
  /** The header record, without its line end; undefined while its end has not come. */
  header?: string;
}>;

/** Where the header record ends: at a line end outside quotation marks. */
function headerEnd(text: string, from: number): number | undefined {
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) return at;
  }
  return undefined;
}

/**
 * Reads the beginning of a CSV file. Where a quotation mark is never closed, the header ends with
 * its line.
 */
export function readCsvStart(text: string, isLast: boolean): CsvStart {
  const [line = '', separator] = separatorLine.exec(text) ?? [];
  const skipped = line.length;
  const delimiter = separator as Delimiter | undefined;
  const beginning = text.slice(0, skipped + maxRecordLength);
  const end = headerEnd(beginning, skipped);
  if (end !== undefined) return { skipped, delimiter, header: text.slice(skipped, end) };
  const hasLine = beginning.length < text.length && /[\r\n]/.test(beginning.slice(skipped));
  if (!isLast && !hasLine) return { skipped, delimiter };
  const [firstLine] = /^[^\r\n]*/.exec(text.slice(skipped))!;
  return { skipped, delimiter, header: firstLine };
}

/** The headings in the first line of CSV. */
export function parseHeadings(line: string, delimiter: Delimiter): readonly string[] {
  try {
    const [record] = new CsvParser(delimiter, () => undefined).parse(line, true);
    return (record?.cells ?? []).map((name) => name.trim());
  } catch (error) {
    if (error instanceof UnreadableFile) return [];
    throw error;
  }
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
  const start = readCsvStart(text, true);
  const delimiter = start.delimiter ?? detectDelimiter(start.header ?? '', isKnown);
  const faults: RecordFault[] = [];
  const records: CsvRecord[] = [];
  let lineBreaksInCells = 0;
  // A spreadsheet counts a row once, however many lines there are in its cells.
  const rowAt = (line: number) => line - lineBreaksInCells;
  const parser = new CsvParser(delimiter, ({ line, ...fault }) => {
    faults.push({ ...fault, line: rowAt(line) });
  });
  // A spreadsheet does not show the line that says what separates the cells.
  for (const { line, cells } of parser.parse(text.slice(start.skipped), true)) {
    records.push({ line: rowAt(line), cells: cells.map(unescapeFormulas) });
    lineBreaksInCells += cells.reduce((sum, cell) => sum + countLineBreaks(cell), 0);
  }
  return toTable(records, faults);
}
