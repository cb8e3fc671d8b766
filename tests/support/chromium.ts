import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** The browser of the tests: the one that CHROMIUM_PATH names, the machine's own, or Playwright's. */
export function chromiumPath(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  return named || [...usualPlaces, chromium.executablePath()].find((path) => existsSync(path));
}

export const chromiumArguments = [
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  // Chromium refuses to build its sandbox as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
