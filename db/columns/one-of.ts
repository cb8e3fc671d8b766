import { sql } from 'drizzle-orm';
import { check } from '#db/columns/index';

const literal = (value: string | number) =>
  typeof value === 'number' ? String(value) : `'${value}'`;

/** A check that a column contains one of these values, which come from a vocabulary. */
export const oneOf = (name: string, column: string, allowed: readonly (string | number)[]) =>
  check(name, sql.raw(`"${column}" in (${allowed.map(literal).join(', ')})`));
