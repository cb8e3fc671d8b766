import type { Follow } from '#tests/recipes/recipe';

/** The name of the migration that the test writes, in both engines. */
export const migrationName = 'remarks';

/** Adds a column that a need can be without. */
export const addColumn: Follow = ({ addAfter }) =>
  addAfter('db/schema.ts', `  paragraph: text('paragraph'),\n`, `  remark: text('remark'),\n`);
