import 'server-only';
import type { MovedTable } from '#lib/operation/moving/tables';

/** A stored value as SQLite has it: booleans are 0 and 1. */
export type MovedValue = string | number | null | Buffer;
export type MovedRow = Readonly<Record<string, MovedValue>>;

/** How far a move has come, as the database notes it that the register is moved to. */
export type Progress = Readonly<{
  /** The register that is moved, and the heads of its logs. */
  source: string;
  /** The table that is being moved, and the key of its last row there, as JSON. */
  tableName: string;
  lastKey: string | null;
}>;

/** One of the two databases of a move. */
export type Store = Readonly<{
  /** Where it is, in words and without a password. */
  place: string;
  /** The names of its migrations; none where it has no table at all. */
  migrations: () => Promise<readonly string[]>;
  /** Whether it has no table at all. */
  isEmpty: () => Promise<boolean>;
  /** The register and the heads of its logs as one text; undefined where there is none. */
  register: () => Promise<string | undefined>;
  countRows: (table: MovedTable) => Promise<number>;
  /** Rows in the order of their key, after one; text is ordered by its bytes. */
  rowsAfter: (
    table: MovedTable,
    after: readonly MovedValue[] | null,
    most: number,
  ) => Promise<readonly MovedRow[]>;
  /** Keeps everybody else from writing, until it is closed. @throws where it is in use. */
  lock: () => Promise<void>;
  close: () => Promise<void>;
}>;

/** The database that a register is moved to. */
export type TargetStore = Store &
  Readonly<{
    progress: () => Promise<Progress | undefined>;
    /** Takes all rows away, and notes that a move begins. */
    begin: (tables: readonly MovedTable[], source: string) => Promise<void>;
    /** Adds rows and notes how far the move has come, in one transaction. */
    add: (table: MovedTable, rows: readonly MovedRow[], progress: Progress) => Promise<void>;
    /** Notes that it is whole: from now on it can be started. */
    finish: () => Promise<void>;
  }>;

/** How many rows are moved in one transaction. */
export const rowsAtATime = ({ hasFiles }: MovedTable): number => (hasFiles ? 4 : 500);

export const quoted = (names: readonly string[]): string =>
  names.map((name) => `"${name}"`).join(', ');

export const createMoving =
  'create table if not exists "moving" ("source" text not null, "table_name" text not null, "last_key" text)';

/** The register and its heads, from its row. */
export const registerQuery = `select r.revision, r.head_hash, r.event_seq, r.event_hash, r.created_at,
    (select min(id) from account) as account
  from register r`;
export const registerText = (row: Readonly<Record<string, unknown>> | undefined) =>
  row && JSON.stringify(Object.values(row));
