import 'server-only';
import type { FieldError, Outcome } from '#lib/base/errors';
import { done, failed } from '#lib/base/errors';
import { UnreadableFile } from '#lib/files/tables/faults';
import { parseCsv, type Table } from '#lib/files/tables/table';
import { mostNumbers, noteColumns } from '#lib/counting/published/columns';
import {
  parseNumberRow,
  type NoteContext,
  type MessageValues,
} from '#lib/counting/published/parse-row';
import type { PublishedNumber } from '#lib/counting/published/vocabulary';

const maximumFaults = 200;

function validateHeader(
  names: readonly string[],
): Readonly<{ column: string; key: string; values?: MessageValues }>[] {
  if (!names.some((name) => noteColumns.includes(name)))
    return [{ column: '', key: 'noKnownColumn' }];
  return [
    ...names.flatMap((name, at) => {
      if (!noteColumns.includes(name))
        return [{ column: name, key: 'unknownColumn', values: { value: name.slice(0, 60) } }];
      return names.indexOf(name) === at ? [] : [{ column: name, key: 'repeatedColumn' }];
    }),
    ...noteColumns
      .filter((name) => !names.includes(name))
      .map((column) => ({ column, key: 'missingColumn' })),
  ];
}

/**
 * Parses a file with the numbers of a note: returns all of them, or every fault with its row and
 * column.
 */
export async function parseNumbers(
  content: Uint8Array,
  known: NoteContext,
): Promise<Outcome<readonly PublishedNumber[]>> {
  const errors: FieldError[] = [];
  const reportFault = (line: number, column: string, key: string, values: MessageValues = {}) => {
    if (errors.length < maximumFaults)
      errors.push({
        field: 'file',
        message: key,
        values: { ...values, ...(line > 0 ? { line } : {}), ...(column ? { column } : {}) },
      });
  };
  const failure = () => failed({ kind: 'invalid', errors });
  let table: Table;
  try {
    table = await parseCsv(content, (name) => noteColumns.includes(name.trim()));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    reportFault(error.line ?? 0, '', error.key, error.values);
    return failure();
  }
  for (const { column, key, values } of validateHeader(table.names))
    reportFault(1, column, key, values);
  if (errors.length > 0) return failure();
  for (const { line, key, values } of table.faults) reportFault(line, '', key, values);
  if (table.records.length === 0) reportFault(0, '', 'noRows');
  if (table.records.length > mostNumbers) reportFault(0, '', 'tooManyRows', { most: mostNumbers });
  const columnIndex = new Map(table.names.map((name, at) => [name, at]));
  const firstLineOf = new Map<string, number>();
  const numbers: PublishedNumber[] = [];
  for (const { line, cells } of errors.length > 0 ? [] : table.records) {
    if (cells.length !== table.names.length) {
      reportFault(line, '', 'wrongCells', { found: cells.length, wanted: table.names.length });
      continue;
    }
    const number = parseNumberRow(
      (column) => (cells[columnIndex.get(column)!] ?? '').trim(),
      (column, key, values) => reportFault(line, column, key, values),
      known,
    );
    if (!number) continue;
    const earlierLine = firstLineOf.get(number.id);
    if (earlierLine !== undefined)
      reportFault(line, 'id', 'repeatedRef', { value: number.id, first: earlierLine });
    firstLineOf.set(number.id, line);
    numbers.push(number);
  }
  return errors.length > 0 ? failure() : done(numbers);
}
