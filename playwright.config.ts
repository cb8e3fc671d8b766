import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '#tests/support/chromium';

export default defineConfig({
  testDir: 'tests/e2e',
  // Each specification starts the server it needs: tests/support/server.ts.
  globalSetup: './tests/support/with-postgresql.ts',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  workers: 2,
  fullyParallel: false,
  retries: process.env.CI ? 2 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  use: {
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: chromiumArguments },
  },
});
