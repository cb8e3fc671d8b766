import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumPath as ownPath } from '#lib/documents/pdf/chromium';

export { chromiumArguments } from '#lib/documents/pdf/chromium';

/** Debian's browser without windows: it does what a page needs at a third of the cost. */
export const headlessShell = '/usr/bin/chromium-headless-shell';

function namedPath(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named))
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  return named;
}

/**
 * The browser that prints notes in the tests: the one that the register prints with, or
 * Playwright's.
 */
export function chromiumPath(): string | undefined {
  return namedPath() ?? ownPath() ?? [chromium.executablePath()].find((path) => existsSync(path));
}

/** The browser of the end-to-end tests; undefined where Playwright takes its own. */
export function browserPath(): string | undefined {
  return namedPath() ?? [headlessShell].find((path) => existsSync(path)) ?? ownPath();
}
