import { engine } from '#db/engine';
import * as postgresql from '#db/columns/postgresql';
import * as sqlite from '#db/columns/sqlite';

// The one cast of the house: both vocabularies have the same names (tests/unit/columns.test.ts), so
// the schema is written once, as PostgreSQL.
const columns = engine === 'sqlite' ? (sqlite as unknown as typeof postgresql) : postgresql;
export const { table, text, integer, boolean, bytes, json, check, index, primaryKey, uniqueIndex } =
  columns;
