import 'server-only';
import { createHash } from 'node:crypto';
import type { Cycle } from '#lib/convention/chapters';
import type { CsvRecord } from '#lib/files/tables/csv-parser';
import { maxRows } from '#lib/files/tables/limits';
import { parseFile, TooManyRows, type ParsedFile } from '#lib/files/tables/parse-file';
import { readTable } from '#lib/files/tables/read-table';
import { Row } from '#lib/files/tables/row';
import type { Table } from '#lib/files/tables/table';
import {
  quoteCell,
  type Fault,
  type ReportFault,
  type RowFault,
} from '#lib/needs/imports/pipeline/faults';
import { findColumns } from '#lib/needs/imports/pipeline/file-header';
import { codedColumns, columnNamed, Labels } from '#lib/needs/imports/needs/labels';
import { fieldsOf, parseNeedRow, refOf, type NeedRules } from '#lib/needs/imports/needs/row';
import { vocabularyCodes, needDraft, type NeedContent } from '#lib/needs/model/schema';
import { refKey } from '#lib/needs/model/source-ref';
import type { Vocabulary } from '#lib/needs/store/queries';

/** The review that a file goes into, and the vocabulary of the register. */
export type NeedsFileOptions = Readonly<{
  stateCode: string;
  cycle: Cycle;
  vocabulary: Vocabulary;
  /** The name of the sheet, where a workbook has several. */
  sheet?: string;
}>;

/** A row of a file: its content as far as it can be parsed, and what is wrong with it. */
export type ParsedRow = Readonly<{
  line: number;
  ref: string;
  content: NeedContent | null;
  faults: readonly RowFault[];
}>;

/** The rows of a file, with its columns and the hash of the vocabulary that it was parsed with. */
export type ParsedNeedsFile = Readonly<{
  columns: readonly string[];
  vocabulary: string;
  rows: readonly ParsedRow[];
  /** The rows that the spreadsheet hides. */
  hiddenLines?: readonly number[];
  /** The headings of the columns that it hides. */
  hiddenColumns?: readonly string[];
}>;

type Places = ReadonlyMap<string, number>;

/** Identifies a vocabulary. */
export const vocabularyHash = (vocabulary: Vocabulary): string =>
  createHash('sha256')
    .update(JSON.stringify(vocabularyCodes(vocabulary)))
    .digest('hex');

const reviewColumns = ['state', 'cycle'] as const;

/**
 * Finds the columns by their names in any language, or reports what is wrong with the headings.
 * State and cycle may be left out, as the review is known: they then stand after the last column.
 */
function findNeedsColumns(names: readonly string[], report: ReportFault): Places | undefined {
  if (names.every((name) => columnNamed(name) === undefined))
    return void report('', 'noKnownColumn');
  const codes = names.map((name) => columnNamed(name) ?? name.replace(/\s+/g, ' '));
  const added = reviewColumns.filter((column) => !codes.includes(column));
  return findColumns('needs', [...codes, ...added], report);
}

const singleValueColumns: readonly string[] = ['chapter', 'category', 'subcategory', 'language'];

/** The row with codes in place of labels. */
function encodeRow(
  { line, cells }: CsvRecord,
  places: Places,
  labels: Labels,
  { stateCode, cycle }: NeedsFileOptions,
): Row {
  const codes = [...cells];
  const category = labels.codeOf('category', codes[places.get('category') ?? -1] ?? '');
  for (const column of codedColumns) {
    const place = places.get(column) ?? -1;
    const cell = codes[place] ?? '';
    if (cell.trim() === '') continue;
    codes[place] = singleValueColumns.includes(column)
      ? labels.codeOf(column, cell, category)
      : labels.codesOf(column, cell).join(';');
  }
  const review = { state: stateCode, cycle: String(cycle) };
  for (const column of reviewColumns) {
    const place = places.get(column) ?? 0;
    if (place >= cells.length) codes[place] = review[column];
  }
  return new Row(line, places, codes);
}

/** A row that has no content, only a fault of its own. */
const faultyRow = (line: number, fault: RowFault): ParsedRow => ({
  line,
  ref: '',
  content: null,
  faults: [fault],
});

/** Parses the rows of a table, each by itself, as the command line does. */
function parseRows(
  { names, records, faults: unreadable, cellFaults = [] }: Table,
  places: Places,
  options: NeedsFileOptions,
): ParsedRow[] {
  const { stateCode, cycle, vocabulary } = options;
  const codes = vocabularyCodes(vocabulary);
  const labels = new Labels(vocabulary);
  const rules: NeedRules = {
    codes,
    draft: needDraft(codes),
    isState: () => true,
    hasReview: (code, ofCycle) => code === stateCode && ofCycle === cycle,
  };
  const firstLines = new Map<string, number>();
  const withoutValue = Map.groupBy(cellFaults, ({ line }) => line);
  const columnAt = new Map([...places].map(([column, place]) => [place, column]));

  const parseRow = (record: CsvRecord): ParsedRow => {
    const { line, cells } = record;
    if (cells.length !== names.length)
      return faultyRow(line, {
        key: 'wrongCells',
        values: { found: cells.length, wanted: names.length },
      });
    const faults = (withoutValue.get(line) ?? []).flatMap(
      ({ column: place, key, values }): RowFault[] => {
        const column = columnAt.get(place);
        return column === undefined ? [] : [{ column, key, values }];
      },
    );
    const isWithoutValue = new Set(faults.map(({ column }) => column));
    const report: ReportFault = (column, key, values) => {
      if (places.has(column) && !isWithoutValue.has(column)) faults.push({ column, key, values });
    };
    const row = encodeRow(record, places, labels, options);
    const need = parseNeedRow(row, rules, report);
    const ref = refOf(row);
    const key = refKey(ref);
    const first = key === '' ? undefined : firstLines.get(key);
    if (first !== undefined) report('ref', 'repeatedRef', { value: quoteCell(ref), first });
    else firstLines.set(key, line);
    if (isWithoutValue.size > 0) return { line, ref, content: null, faults };
    const content = need?.content ?? rules.draft.safeParse(fieldsOf(row)).data ?? null;
    return { line, ref, content, faults };
  };

  if (records.length > maxRows) throw new TooManyRows(maxRows);
  return [
    ...records.map(parseRow),
    ...unreadable.map(({ line, ...fault }) => faultyRow(line, fault)),
  ].sort((a, b) => a.line - b.line);
}

/** Parses a file of needs that goes into one review. */
export const parse = (content: Uint8Array, options: NeedsFileOptions): Promise<ParsedFile> =>
  parseFile(content, async () => {
    const table = await readTable(
      content,
      (name) => columnNamed(name) !== undefined,
      options.sheet,
    );
    const faults: Omit<Fault, 'file'>[] = [];
    const places = findNeedsColumns(table.names, (column, key, values) => {
      faults.push({ line: 1, column, key, values });
    });
    if (!places || faults.length > 0) return { faults };
    const rows = parseRows(table, places, options);
    if (rows.length === 0) return { faults: [{ key: 'noRows' }] };
    const columns = [...places.keys()].filter((column) => !reviewColumns.includes(column as never));
    const file: ParsedNeedsFile = {
      columns,
      vocabulary: vocabularyHash(options.vocabulary),
      rows,
      hiddenLines: table.hiddenLines,
      hiddenColumns: table.hiddenColumns,
    };
    return { value: file };
  });
