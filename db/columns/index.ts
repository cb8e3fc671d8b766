import { engine } from '#db/engine';
import * as postgresql from '#db/columns/postgresql';
import * as sqlite from '#db/columns/sqlite';

// Both engines have columns of the same names (tests/unit/columns.test.ts), so the schema is written
// once, with the types of PostgreSQL. This cast makes that possible.
const columns = engine === 'sqlite' ? (sqlite as unknown as typeof postgresql) : postgresql;
export const { table, text, integer, boolean, bytes, json, check, index, primaryKey, uniqueIndex } =
  columns;
