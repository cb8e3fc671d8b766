import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumPath as ownPath } from '#lib/notes/chromium';

export { chromiumArguments } from '#lib/notes/chromium';

/** The browser of the tests: the one that the register prints with, or Playwright's. */
export function chromiumPath(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  return ownPath() ?? [chromium.executablePath()].find((path) => existsSync(path));
}
