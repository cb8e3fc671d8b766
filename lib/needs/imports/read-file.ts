import 'server-only';
import { createHash } from 'node:crypto';
import { FileRefused, type ReadFault } from '#lib/files/refusal';
import { Unreadable } from '#lib/needs/imports/decoding';
import type { FaultKey, FaultValues } from '#lib/needs/imports/fault-texts';
import { columnNamed } from '#lib/needs/imports/labels';
import {
  checkedSheet,
  headerOfSheet,
  TooManyRows,
  type Destination,
} from '#lib/needs/imports/sheet';
import { csvTable, type Table } from '#lib/needs/imports/table';
import { mostRows } from '#lib/needs/imports/vocabulary';

/** Why a whole file is refused. */
export type FileFault = Readonly<{
  line?: number;
  column?: string;
  key: FaultKey | ReadFault | 'tooManyRows' | 'noRows' | 'describeNeed';
  values?: FaultValues;
}>;
/** A file as it was read: what came of it as JSON, or why it is refused. */
export type FileRead =
  | Readonly<{ ok: true; sha256: string; rows: string }>
  | Readonly<{ ok: false; faults: readonly FileFault[] }>;

const begins = (content: Uint8Array, ...bytes: readonly number[]) =>
  bytes.every((byte, i) => content[i] === byte);

/** The table of a file, by what it holds and not by what it is called. */
export async function tableIn(
  content: Uint8Array,
  isKnown: (name: string) => boolean,
): Promise<Table> {
  if (begins(content, 0x50, 0x4b, 3, 4))
    return (await import('#lib/needs/imports/workbook')).workbookTable(Buffer.from(content));
  if (begins(content, 0xd0, 0xcf, 0x11, 0xe0) || begins(content, 0x25, 0x50, 0x44, 0x46))
    throw new FileRefused('fileOfOtherKind');
  return csvTable(content, isKnown);
}

/** Runs the reading of a file, and says why it cannot be read. */
export async function whatWasRead(
  content: Uint8Array,
  read: () => Promise<Readonly<{ faults: readonly FileFault[] } | { value: unknown }>>,
): Promise<FileRead> {
  const refused = (...faults: readonly FileFault[]): FileRead => ({ ok: false, faults });
  try {
    if (content.length === 0) return refused({ key: 'emptyFile' });
    const result = await read();
    if ('faults' in result) return refused(...result.faults);
    return {
      ok: true,
      sha256: createHash('sha256').update(content).digest('hex'),
      rows: JSON.stringify(result.value),
    };
  } catch (error) {
    if (error instanceof Unreadable)
      return refused({ line: error.line, key: error.key, values: error.values });
    if (error instanceof FileRefused) return refused({ key: error.why });
    if (error instanceof TooManyRows)
      return refused({ key: 'tooManyRows', values: { most: mostRows } });
    throw error;
  }
}

/** Reads and checks a file of needs that goes into one review. */
export const readNeedsFile = (content: Uint8Array, destination: Destination): Promise<FileRead> =>
  whatWasRead(content, async () => {
    const table = await tableIn(content, (name) => columnNamed(name) !== undefined);
    const faults: FileFault[] = [];
    const header = headerOfSheet(table.names, (column, key, values) => {
      faults.push({ line: 1, column, key, values });
    });
    if (!header || faults.length > 0) return { faults };
    const sheet = checkedSheet(table, header, destination);
    return sheet.rows.length === 0 ? { faults: [{ key: 'noRows' }] } : { value: sheet };
  });
