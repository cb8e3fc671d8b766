import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The same tests on each engine; every file has a database of its own. */
const integration = (engine: 'sqlite' | 'postgresql') => ({
  extends: true as const,
  test: {
    name: engine,
    include: ['tests/integration/**/*.test.ts'],
    setupFiles: ['tests/support/own-database.ts', 'tests/support/no-console-errors.ts', 'tests/support/everyday-chance.ts'],
    env: { TEST_ENGINE: engine },
    ...(engine === 'postgresql' ? { globalSetup: ['tests/support/with-postgresql.ts'] } : {}),
  },
});

export default defineConfig({
  resolve: { alias: { 'server-only': here('node_modules/server-only/empty.js') } },
  test: {
    restoreMocks: true,
    // On a busy machine a time limit may be met; what fails twice has failed.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/no-console-errors.ts', 'tests/support/everyday-chance.ts'],
          // A unit test that opens a database fails, and cannot touch the register of whoever runs it.
          env: { DATABASE_URL: 'file:/dev/null/unit-tests-have-no-database' },
        },
      },
      integration('sqlite'),
      integration('postgresql'),
    ],
  },
});
