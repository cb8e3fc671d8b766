import { createHash } from 'node:crypto';

/** A row in the contents of a change: its table, its key, and its digest; null if it was deleted. */
export type ContentEntry = readonly [table: string, key: string, digest: string | null];

type StoredValue = string | number | boolean | null;
export type StoredRow = Readonly<Record<string, StoredValue>>;

/**
 * The digest of a row: SHA-256 over its table and its columns in the order of their names, as JSON.
 * Empty columns are left out, so that a release may add a column; booleans are 0 and 1, as SQLite
 * stores them.
 */
export function rowDigest(table: string, columns: readonly string[], row: StoredRow): string {
  const values = columns
    .toSorted()
    .filter((column) => row[column] !== null && row[column] !== undefined)
    .map((column) => {
      const value = row[column]!;
      return [column, typeof value === 'boolean' ? Number(value) : value];
    });
  return createHash('sha256')
    .update(JSON.stringify([table, values]))
    .digest('base64url');
}

/** The key of a row as text: the columns of its primary key. */
export const rowKey = (key: readonly string[], row: StoredRow): string =>
  key.map((column) => String(row[column])).join('|');

export const genesisHash = '0'.repeat(64);

/** The hash of a log row: SHA-256 over the previous hash and the fields in this order. */
export const chainHash = (previousHash: string, row: readonly unknown[]) =>
  createHash('sha256').update(previousHash).update(JSON.stringify(row)).digest('hex');
