import type { Row } from '#lib/files/tables/row';
import type { CsvFile } from '#lib/needs/imports/pipeline/csv-file';
import type { ReportFault } from '#lib/needs/imports/pipeline/faults';
import type { ImportRun } from '#lib/needs/imports/pipeline/run';

/** What one kind of file states: how its rows are parsed, compared and written. */
export type RowKind<Parsed extends { line: number }, Stored> = Readonly<{
  /** Returns what must be unique among the rows; empty where a row has no such value. */
  keyOf: (row: Row) => string;
  /** Parses a row, or reports all that is wrong with it. */
  parse: (row: Row, report: ReportFault) => Parsed | undefined;
  reportRepeated: (row: Row, first: number, report: ReportFault) => void;
  /** Takes note of a sound row before the next one is parsed. */
  accept?: (parsed: Parsed) => void;
  /** Compares rows with the register, reports what contradicts it, and returns what it holds. */
  compare: (
    rows: readonly Parsed[],
    reportOn: (parsed: Parsed) => ReportFault,
  ) => Promise<Stored> | Stored;
  /** Writes sound rows; absent while the files are only checked. */
  write?: (
    rows: readonly Parsed[],
    stored: Stored,
    columns: ReadonlyMap<string, number>,
  ) => Promise<void>;
}>;

/** Imports the rows of a file, some hundreds at a time. Nothing more is written after a fault. */
export async function importRows<Parsed extends { line: number }, Stored>(
  csv: CsvFile,
  { faults }: ImportRun,
  kind: RowKind<Parsed, Stored>,
): Promise<void> {
  const firstLines = new Map<string, number>();

  const parseRow = (row: Row): Parsed[] => {
    const report = csv.reporterFor(row);
    const parsed = kind.parse(row, report);
    const key = kind.keyOf(row);
    const first = firstLines.get(key);
    if (first !== undefined && key !== '') {
      kind.reportRepeated(row, first, report);
      return [];
    }
    // A part of a long string keeps the whole of it: the keys would keep the file in memory.
    firstLines.set(Buffer.from(key).toString(), row.line);
    if (!parsed) return [];
    kind.accept?.(parsed);
    return [parsed];
  };

  for await (const rows of csv.rows()) {
    const parsed = rows.flatMap(parseRow);
    const rowAt = new Map(rows.map((row) => [row.line, row]));
    const stored = await kind.compare(parsed, ({ line }) => csv.reporterFor(rowAt.get(line)!));
    if (faults.count === 0) await kind.write?.(parsed, stored, csv.header!.places);
  }
}
