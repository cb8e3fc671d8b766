import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import type { Engine } from '#db/engine';

/** The key of every register of the tests, so that none is written beside a database. */
const env = { AUTH_SECRET: 'the key of all registers of the tests' };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const everywhere = [
  'tests/support/run/no-console-errors.ts',
  'tests/support/run/fixed-random-seed.ts',
];

/** The same tests on each engine; every file has a database of its own. */
const integration = (engine: Engine) => ({
  extends: true as const,
  // Pages are rendered as they are served: React for development takes longer, by a third.
  oxc: { jsx: { runtime: 'automatic' as const, development: false } },
  test: {
    name: engine,
    include: ['tests/integration/**/*.test.ts'],
    setupFiles: ['tests/support/databases/own-database.ts', ...everywhere],
    env: { ...env, TEST_ENGINE: engine, NODE_ENV: 'production' as const },
    globalSetup: [
      engine === 'postgresql'
        ? 'tests/support/databases/with-postgresql.ts'
        : 'tests/support/run/name-templates.ts',
    ],
  },
});

/**
 * Tests that know no database. One that opens it fails, and cannot touch the register of whoever
 * runs it.
 */
const withoutDatabase = (name: 'unit' | 'system') => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    setupFiles: everywhere,
    env: { ...env, DATABASE_URL: 'file:/dev/null/this-test-has-no-database' },
  },
});

export default defineConfig({
  resolve: { alias: { 'server-only': here('node_modules/server-only/empty.js') } },
  test: {
    restoreMocks: true,
    // A worker keeps the modules that it has loaded: own-database.ts takes away what they remember.
    isolate: false,
    maxWorkers: availableParallelism(),
    // These only end what would never end. No test is about how fast the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    projects: [
      withoutDatabase('unit'),
      withoutDatabase('system'),
      integration('sqlite'),
      integration('postgresql'),
    ],
  },
});
