import 'server-only';
import { columnNamed, requiredColumns, type SheetColumn } from '#lib/assistance/activities/labels';
import { tableIn, whatWasRead, type FileFault, type FileRead } from '#lib/needs/imports/read-file';

export const mostRows = 1000;

/** The rows of a file as they stand, with the column that each cell is of. */
export type SheetRead = Readonly<{
  columns: readonly SheetColumn[];
  rows: readonly Readonly<{ line: number; cells: readonly string[] }>[];
}>;

/**
 * Reads a file of activities into rows. What is wrong with its head or its lines refuses it; what
 * is wrong in a cell is said at the row.
 */
export const readAssistanceFile = (content: Uint8Array): Promise<FileRead> =>
  whatWasRead(content, async () => {
    const { names, records, complaints } = await tableIn(
      content,
      (name) => columnNamed(name) !== undefined,
    );
    const columns = names.map(columnNamed);
    if (columns.every((column) => column === undefined))
      return { faults: [{ line: 1, key: 'noKnownColumn' }] };
    const faults: FileFault[] = [
      ...requiredColumns
        .filter((column) => !columns.includes(column))
        .map((column) => ({ line: 1, column, key: 'missingColumn' as const })),
      ...names.flatMap((name, i): FileFault[] => {
        const column = columns[i];
        const short = name.slice(0, 60);
        if (column === undefined)
          return [{ line: 1, column: short, key: 'unknownColumn', values: { value: short } }];
        return columns.indexOf(column) < i ? [{ line: 1, column, key: 'repeatedColumn' }] : [];
      }),
      ...complaints,
      ...records
        .filter(({ cells }) => cells.length !== names.length)
        .map(({ line, cells }): FileFault => ({
          line,
          key: 'wrongCells',
          values: { found: cells.length, wanted: names.length },
        })),
      ...(records.length === 0 ? [{ key: 'noRows' as const }] : []),
      ...(records.length > mostRows
        ? [{ key: 'tooManyRows' as const, values: { most: mostRows } }]
        : []),
    ];
    return faults.length > 0
      ? { faults }
      : { value: { columns: columns as SheetColumn[], rows: records } satisfies SheetRead };
  });
