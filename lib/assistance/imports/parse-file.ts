import 'server-only';
import {
  columnNamed,
  requiredColumns,
  type ActivityColumn,
} from '#lib/assistance/activities/labels';
import { headerFaults, matchColumns } from '#lib/files/tables/columns';
import type { FileFault } from '#lib/files/tables/faults';
import { parseFile, type ParsedFile } from '#lib/files/tables/parse-file';
import { readTable } from '#lib/files/tables/read-table';
import type { Table } from '#lib/files/tables/table';

export const maxActivities = 1000;

/** The rows of a file, and the column of each of their cells. */
export type ParsedActivitiesFile = Readonly<{
  columns: readonly ActivityColumn[];
  rows: readonly Readonly<{ line: number; cells: readonly string[] }>[];
  /** The rows that the spreadsheet hides. */
  hiddenLines?: readonly number[];
  /** The headings of the columns that it hides. */
  hiddenColumns?: readonly string[];
}>;

/** The name of the sheet, where a workbook has several. */
export type ActivitiesFileOptions = Readonly<{ sheet?: string }>;

/** What is wrong with the rows as a whole. */
function rowFaults({ names, records, faults, cellFaults = [] }: Table): FileFault[] {
  const wrongCells = records
    .filter(({ cells }) => cells.length !== names.length)
    .map(({ line, cells }): FileFault => ({
      line,
      key: 'wrongCells',
      values: { found: cells.length, wanted: names.length },
    }));
  const withoutValue = cellFaults
    .filter(({ column }) => column < names.length)
    .map(({ column, ...fault }): FileFault => ({ ...fault, column: names[column]! }));
  const found: FileFault[] = [...faults, ...wrongCells, ...withoutValue];
  if (records.length === 0) found.push({ key: 'noRows' });
  if (records.length > maxActivities)
    found.push({ key: 'tooManyRows', values: { most: maxActivities } });
  return found;
}

/**
 * Parses a file of activities into rows. Faults of its headings or lines refuse it; a fault in a
 * cell is reported later, at its row of the preview.
 */
export const parse = (
  content: Uint8Array,
  { sheet }: ActivitiesFileOptions = {},
): Promise<ParsedFile> =>
  parseFile(content, async () => {
    const table = await readTable(content, (name) => columnNamed(name) !== undefined, sheet);
    const columns = matchColumns(table.names, { columnNamed, required: requiredColumns });
    const inHeader = headerFaults(columns, (name) => {
      const short = name.slice(0, 60);
      return { column: short, value: short };
    });
    if (columns.places.size === 0) return { faults: inHeader };
    const faults = [...inHeader, ...rowFaults(table)];
    if (faults.length > 0) return { faults };
    const file: ParsedActivitiesFile = {
      columns: columns.headings.map(({ column }) => column!),
      rows: table.records,
      hiddenLines: table.hiddenLines,
      hiddenColumns: table.hiddenColumns,
    };
    return { value: file };
  });
