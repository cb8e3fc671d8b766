import 'server-only';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds the browser that prints: the one that CHROMIUM_PATH names and no other, else an installed
 * one. Returns undefined where there is none.
 */
export function chromiumPath(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const named = environment.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const onPath = (environment.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => programNames.map((name) => join(folder, name)));
  return [...usualPaths, ...onPath].find((path) => existsSync(path));
}

/** Turns off what the browser would do by itself: updates, reports, the first-run page. */
export const chromiumArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Chromium refuses to build its sandbox as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
