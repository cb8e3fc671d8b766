import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plantedFaults } from '#tests/planted/faults';

const folders = {
  unit: 'tests/unit',
  system: 'tests/system',
  sqlite: 'tests/integration',
  postgresql: 'tests/integration',
  e2e: 'tests/e2e',
} as const;

describe('each planted fault', () => {
  it('has a name of its own', () => {
    const names = plantedFaults.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(plantedFaults)(
    'can still be planted, and the tests that catch it are there: $name',
    ({ file, find, caughtBy }) => {
      expect(existsSync(file)).toBe(true);
      expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
      expect(
        readdirSync(folders[caughtBy.part]).some((name) => name.startsWith(caughtBy.file)),
      ).toBe(true);
    },
  );
});
