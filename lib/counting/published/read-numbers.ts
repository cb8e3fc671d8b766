import 'server-only';
import type { FieldError, Outcome } from '#lib/base/errors';
import { done, failed } from '#lib/base/errors';
import { UnreadableFile } from '#lib/files/tables/faults';
import { parseCsv, type Table } from '#lib/files/tables/table';
import { mostNumbers, noteColumns } from '#lib/counting/published/columns';
import { numberIn, type Known, type Values } from '#lib/counting/published/row';
import type { PublishedNumber } from '#lib/counting/published/vocabulary';

const mostFaults = 200;

function headFaults(
  names: readonly string[],
): Readonly<{ column: string; key: string; values?: Values }>[] {
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

/** Reads a file with the numbers of a note: all of it, or every fault at its row and column. */
export async function readNumbers(
  content: Uint8Array,
  known: Known,
): Promise<Outcome<readonly PublishedNumber[]>> {
  const errors: FieldError[] = [];
  const say = (line: number, column: string, key: string, values: Values = {}) => {
    if (errors.length < mostFaults)
      errors.push({
        field: 'file',
        message: key,
        values: { ...values, ...(line > 0 ? { line } : {}), ...(column ? { column } : {}) },
      });
  };
  const refused = () => failed({ kind: 'invalid', errors });
  let table: Table;
  try {
    table = await parseCsv(content, (name) => noteColumns.includes(name.trim()));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    say(error.line ?? 0, '', error.key, error.values);
    return refused();
  }
  for (const { column, key, values } of headFaults(table.names)) say(1, column, key, values);
  if (errors.length > 0) return refused();
  for (const { line, key, values } of table.faults) say(line, '', key, values);
  if (table.records.length === 0) say(0, '', 'noRows');
  if (table.records.length > mostNumbers) say(0, '', 'tooManyRows', { most: mostNumbers });
  const places = new Map(table.names.map((name, at) => [name, at]));
  const first = new Map<string, number>();
  const numbers: PublishedNumber[] = [];
  for (const { line, cells } of errors.length > 0 ? [] : table.records) {
    if (cells.length !== table.names.length) {
      say(line, '', 'wrongCells', { found: cells.length, wanted: table.names.length });
      continue;
    }
    const read = numberIn(
      (column) => (cells[places.get(column)!] ?? '').trim(),
      (column, key, values) => say(line, column, key, values),
      known,
    );
    if (!read) continue;
    const before = first.get(read.id);
    if (before !== undefined) say(line, 'id', 'repeatedRef', { value: read.id, first: before });
    first.set(read.id, line);
    numbers.push(read);
  }
  return errors.length > 0 ? refused() : done(numbers);
}
