import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from '#bin/build';

const lock = 'test-results/building';
const longest = 300_000;

/** One test file builds, those that come meanwhile wait; what a killed run left behind is taken away. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync('test-results', { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > longest) rmSync(lock, { recursive: true, force: true });
      await wait(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Sees to it that the pages are built from the sources as they are now; without a change this costs a fingerprint. */
export const ensureBuilt = (): Promise<void> => alone(() => build(() => undefined));

/** Every page and route of the build, as Next's own manifest names them. */
export const builtEntries = (): string[] => Object.keys(JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')) as object).sort();
