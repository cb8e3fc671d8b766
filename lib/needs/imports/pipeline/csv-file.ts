import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { CsvParser, type CsvRecord } from '#lib/files/tables/csv-parser';
import { decodeText } from '#lib/files/tables/decode-text';
import { FileRefused } from '#lib/files/refusal';
import { UnreadableFile, type FaultValues } from '#lib/files/tables/faults';
import { maxRecordLength } from '#lib/files/tables/limits';
import type { Row } from '#lib/files/tables/row';
import { isErrorValue } from '#lib/files/tables/sheet-text';
import { readCsvStart } from '#lib/files/tables/table';
import type { FaultKey } from '#lib/needs/imports/pipeline/fault-texts';
import type { Faults, ReportFault } from '#lib/needs/imports/pipeline/faults';
import {
  headerOf,
  isKnownHeading,
  parseFileHeader,
  rowUnder,
  type FileHeader,
  type HeadingRules,
} from '#lib/needs/imports/pipeline/file-header';
import { columnsOf, rowsAtATime, type FileKind } from '#lib/needs/imports/pipeline/vocabulary';

/** A file to import: its kind, its path, and the name that the person gave. */
export type ImportFile = Readonly<{
  kind: FileKind;
  path: string;
  name: string;
  /** The name of the sheet, where a workbook has several. */
  sheet?: string;
}>;
/** Takes note of the rows and columns of a workbook that its spreadsheet hides. */
export type NoteHidden = (
  file: ImportFile,
  lines: readonly number[],
  columns: readonly string[],
) => void;
export type Progress = (file: ImportFile, read: number, of: number) => void;

const faultOfErrorCode: Readonly<Record<string, FaultKey>> = {
  ENOENT: 'noFile',
  ENOTDIR: 'noFile',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
};
const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const isBlank = (cell: string) => cell.trim() === '';

/** What a ZIP archive begins with, and so a workbook. */
const zipStart = Buffer.from([0x50, 0x4b, 3, 4]);

/** A CSV file read once from beginning to end, some hundred rows at a time and never whole; a workbook whole. */
export class CsvFile {
  readonly file: ImportFile;
  /** The hash of all bytes, once all have been read. */
  sha256 = '';
  header: FileHeader | undefined;
  readonly #faults: Faults;
  readonly #progress: Progress;
  readonly #noteHidden: NoteHidden;
  readonly #headings: HeadingRules;
  #parser: CsvParser | undefined;
  /** The line where the headings stand. */
  #headerLine = 1;

  constructor(
    file: ImportFile,
    faults: Faults,
    progress: Progress,
    {
      noteHidden = () => undefined,
      columnNamed,
    }: Readonly<{ noteHidden?: NoteHidden }> & Pick<HeadingRules, 'columnNamed'> = {},
  ) {
    this.#noteHidden = noteHidden;
    this.#headings = { kind: file.kind, columnNamed };
    this.file = file;
    this.#faults = faults;
    this.#progress = progress;
  }

  /** Reports faults of a row, except in columns that are missing: these are reported once. */
  reporterFor(row: Row): ReportFault {
    return (column, key, values) => {
      if (row.has(column)) this.#report(row.line, column, key, values);
    };
  }

  /** Reports that a column is missing which the rows need. */
  reportMissing(column: string, key: FaultKey) {
    this.#report(1, column, key);
  }

  #report(line: number, column: string, key: FaultKey, values?: FaultValues) {
    this.#faults.add({ file: this.file.name, line, column, key, values });
  }

  /** Yields the rows, some hundreds at a time. What cannot be read is reported and ends them. */
  async *rows(): AsyncGenerator<Row[]> {
    let batch: Row[] = [];
    try {
      const isWorkbook = await this.#isWorkbook();
      for await (const records of isWorkbook ? this.#workbook() : this.#records()) {
        for (const record of records) {
          const row = this.#toRow(record);
          if (row) batch.push(row);
          if (batch.length < rowsAtATime) continue;
          yield batch;
          batch = [];
        }
      }
    } catch (error) {
      this.#reportError(error);
    }
    if (batch.length > 0) yield batch;
  }

  /** Reports why the file cannot be read any further; throws where the error is a bug. */
  #reportError(error: unknown) {
    const fault = faultOfErrorCode[codeOf(error)];
    if (error instanceof FileRefused) this.#report(1, '', 'workbook');
    else if (error instanceof UnreadableFile)
      this.#report(error.line ?? this.#parser?.line ?? 1, '', error.key, error.values);
    else if (fault) this.#report(1, '', fault);
    else throw error;
  }

  async *#bytes(): AsyncGenerator<Buffer> {
    const stats = await stat(this.file.path);
    if (!stats.isFile()) throw new UnreadableFile('notAFile');
    const hash = createHash('sha256');
    let read = 0;
    for await (const piece of createReadStream(this.file.path) as AsyncIterable<Buffer>) {
      hash.update(piece);
      read += piece.length;
      this.#progress(this.file, read, stats.size);
      yield piece;
    }
    this.sha256 = hash.digest('hex');
  }

  async #isWorkbook(): Promise<boolean> {
    if (!(await stat(this.file.path)).isFile()) return false;
    const file = await open(this.file.path);
    try {
      const { buffer } = await file.read(Buffer.alloc(zipStart.length), 0, zipStart.length, 0);
      return buffer.equals(zipStart);
    } finally {
      await file.close();
    }
  }

  /** Yields the records of a workbook, under the same headings as in CSV. */
  async *#workbook(): AsyncGenerator<Iterable<CsvRecord>> {
    const pieces: Buffer[] = [];
    for await (const piece of this.#bytes()) pieces.push(piece);
    const { sheet } = this.file;
    const { readWorkbook } = await import('#lib/files/tables/workbook');
    const table = await readWorkbook(Buffer.concat(pieces), {
      isKnown: (name) => isKnownHeading(this.#headings, name),
      name: sheet,
    });
    this.header = headerOf(this.#headings, table.names, (column, key, values) =>
      this.#report(1, column, key, values),
    );
    if (!this.header) return;
    this.#headerLine = 0;
    const columns = [...this.header.places];
    for (const { line, column: at, key, values } of table.cellFaults ?? [])
      this.#report(line, columns.find(([, place]) => place === at)?.[0] ?? '', key, values);
    const { hiddenLines = [], hiddenColumns = [] } = table;
    if (hiddenLines.length + hiddenColumns.length > 0)
      this.#noteHidden(this.file, hiddenLines, hiddenColumns);
    const faulty = new Set(table.cellFaults?.map(({ line }) => line));
    yield table.records.filter(({ line }) => !faulty.has(line));
  }

  /** Yields the records of each piece of text; those of a file without a sound header are none. */
  async *#records(): AsyncGenerator<Iterable<CsvRecord>> {
    let start = '';
    for await (const text of decodeText(this.#bytes())) {
      if (this.#parser) {
        yield this.#parser.parse(text);
        continue;
      }
      start += text;
      if (readCsvStart(start, false).header !== undefined) yield this.#begin(start);
      else if (start.length > maxRecordLength)
        throw new UnreadableFile('lineTooLong', { longest: maxRecordLength });
      if (this.#parser && !this.header) return;
    }
    if (!this.#parser) yield this.#begin(start);
    if (this.header) yield this.#parser!.parse('', true);
  }

  /** Parses the header, and then the records of the first piece. */
  *#begin(start: string): Generator<CsvRecord> {
    const { header: line = '', skipped, delimiter } = readCsvStart(start, true);
    if (skipped > 0) this.#headerLine = 2;
    if (line.trim() === '' && skipped + line.length === start.length)
      this.#report(1, '', 'emptyFile', { allowed: columnsOf(this.file.kind).join(', ') });
    else
      this.header = parseFileHeader(
        this.#headings,
        line,
        (column, key, values) => this.#report(this.#headerLine, column, key, values),
        delimiter,
      );
    this.#parser = new CsvParser(this.header?.delimiter ?? ',', ({ line: at, key, values }) =>
      this.#report(at, '', key, values),
    );
    if (this.header) yield* this.#parser.parse(start);
  }

  /** Reports cells that say that a formula failed; false where there are none. */
  #reportErrorValues(row: Row, cells: readonly string[]): boolean {
    const failed = [...this.header!.places].filter(([, place]) => isErrorValue(cells[place] ?? ''));
    for (const [column, place] of failed)
      this.#report(row.line, column, 'cellError', { value: cells[place]!.trim() });
    return failed.length > 0;
  }

  #toRow({ line, cells }: CsvRecord): Row | undefined {
    const header = this.header!;
    const isHeaderLine = line <= this.#headerLine;
    // A spreadsheet saves its empty rows too.
    if (isHeaderLine || cells.every(isBlank)) return undefined;
    if (cells.length === header.width) {
      const row = rowUnder(header, line, cells);
      return this.#reportErrorValues(row, cells) ? undefined : row;
    }
    this.#report(line, '', 'wrongCells', { found: cells.length, wanted: header.width });
    return undefined;
  }
}
