import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A program in the browser's place that writes the smallest file that passes for a PDF, for tests
 * of all that is around it.
 */
export function standInBrowser(folder: string): string {
  const path = join(folder, 'browser');
  writeFileSync(
    path,
    '#!/bin/sh\nfor each; do case "$each" in --print-to-pdf=*) printf "%%PDF-1.4\\n%%%%EOF\\n" > "${each#--print-to-pdf=}";; esac; done\n',
  );
  chmodSync(path, 0o755);
  return path;
}
