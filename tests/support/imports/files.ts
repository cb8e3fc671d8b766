import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportFile } from '#lib/needs/imports/pipeline/csv-file';
import type { FileKind } from '#lib/needs/imports/pipeline/vocabulary';

const headers = {
  states: 'state,region,cycle,completed_on',
  needs: 'ref,state,cycle,chapter,articles,category,subcategory,topics,types,tags,priority',
} as const satisfies Record<FileKind, string>;

/** The lines of a file under its usual header. */
export const csv = (kind: FileKind, ...lines: readonly string[]): string =>
  [headers[kind], ...lines, ''].join('\n');

let folder: string | undefined;
let files = 0;

/** After each test file: takes away what it wrote. */
export function dropImportFiles(): void {
  if (folder) rmSync(folder, { recursive: true });
  folder = undefined;
}

/** A file of its own, gone after the tests of this file, named as a person would name it. */
export async function fileOf(
  kind: FileKind,
  content: string | Uint8Array,
  name = `${kind}.csv`,
): Promise<ImportFile> {
  folder ??= mkdtempSync(join(tmpdir(), 'needs-register-import-'));
  files += 1;
  const path = join(folder, `${files}-${name}`);
  await writeFile(path, content);
  return { kind, name, path };
}

/** The files of the demonstration register. */
export const reference = (kind: FileKind): ImportFile => ({
  kind,
  name: `${kind}.csv`,
  path: `db/seed/demonstration/${kind}.csv`,
});
