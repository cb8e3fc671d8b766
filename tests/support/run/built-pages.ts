import { readFileSync } from 'node:fs';
import { build } from '#bin/build';
import { alone } from '#tests/support/run/file-lock';

/**
 * Sees to it that the pages are built from the sources as they are now; without a change this costs
 * a fingerprint.
 */
export const ensureBuilt = (): Promise<void> =>
  alone('test-results/building.lock', () => build(() => undefined));

/** Every page and route of the build, as Next's own manifest names them. */
export function builtEntries(): string[] {
  const manifest = readFileSync('.next/server/app-paths-manifest.json', 'utf8');
  return Object.keys(JSON.parse(manifest) as object).sort();
}
