import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { browserPath, chromiumArguments } from '#tests/support/pages/chromium';

const minutes = 60_000;

// The key of every register of the tests: their databases are copies of one.
process.env.AUTH_SECRET ??= 'the key of all registers of the tests';

export default defineConfig({
  testDir: 'tests/e2e',
  // Specifications start the servers they need: tests/support/servers/server.ts.
  globalSetup: './tests/support/databases/with-postgresql.ts',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  // One more than there are processors: a journey waits for its server and its browser.
  workers: availableParallelism() + 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Limits against hanging alone: a busy machine must not reach them.
  timeout: (process.env.CAMPAIGN === '1' ? 60 : 10) * minutes,
  expect: { timeout: minutes },
  use: {
    // A trace keeps every step, and makes each take longer: TRACE=1 asks for it.
    trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: browserPath(), args: chromiumArguments },
  },
});
