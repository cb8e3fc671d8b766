import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { valueImportsOf } from '#bin/house/imports';

/** Everything that a module of the register loads, with what that loads: own modules and packages. */
function loadedBy(module: string, found = new Set<string>()): Set<string> {
  if (found.has(module)) return found;
  found.add(module);
  const file = [`${module}.ts`, `${module}.tsx`].find((path) => existsSync(path));
  if (!file) return found;
  for (const other of valueImportsOf(readFileSync(file, 'utf8'))) loadedBy(other, found);
  return found;
}
const ofDatabase = (module: string) =>
  [...loadedBy(module)].filter((name) => /^(db\/|drizzle-orm|pg$|better-sqlite3)/.test(name));

// A thread lives for one file: what it loads in vain costs each file several times its reading.
it.each([
  'lib/files/tables/worker',
  'lib/files/source/worker',
  'lib/needs/imports/needs/parse-file',
  'lib/needs/imports/assessment/parse-file',
  'lib/assistance/imports/parse-file',
  'lib/needs/translations/xliff',
])('the thread that reads a file loads nothing of the database: %s', (module) => {
  expect(loadedBy(module).size).toBeGreaterThan(1);
  expect(ofDatabase(module)).toEqual([]);
});

it('a module that loads the database by way of others would be seen', () => {
  expect(ofDatabase('lib/needs/imports/needs/plan')).not.toEqual([]);
});
