import { CsvFile } from '#lib/needs/imports/pipeline/csv-file';
import { Faults } from '#lib/needs/imports/pipeline/faults';
import type { Row } from '#lib/files/tables/row';
import type { FileKind } from '#lib/needs/imports/pipeline/vocabulary';
import { fileOf } from '#tests/support/imports/files';

/** What a file says, cell by cell under the columns named, and what is wrong with it. */
export async function cellsOf(
  kind: FileKind,
  content: string | Uint8Array,
  columns: readonly string[],
) {
  const { rows, faults } = await rowsOf(kind, content);
  return {
    cells: rows.map((row) => columns.map((column) => row.text(column))),
    lines: rows.map(({ line }) => line),
    faults,
  };
}

/** The rows of a file, and the faults found while it was taken apart. */
export async function rowsOf(
  kind: FileKind,
  content: string | Uint8Array,
): Promise<
  Readonly<{ rows: readonly Row[]; faults: readonly string[]; csv: CsvFile; found: Faults }>
> {
  const found = new Faults();
  const csv = new CsvFile(await fileOf(kind, content), found, () => undefined);
  const rows: Row[] = [];
  for await (const some of csv.rows()) rows.push(...some);
  return { rows, faults: found.lines(), csv, found };
}
