import { sql } from 'drizzle-orm';
import { check } from '#db/columns/index';

/** A column that holds one of these values; the list is the vocabulary's own. */
export const oneOf = (name: string, column: string, allowed: readonly (string | number)[]) =>
  check(
    name,
    sql.raw(
      `"${column}" in (${allowed.map((value) => (typeof value === 'number' ? value : `'${value}'`)).join(', ')})`,
    ),
  );
