import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { Changes } from '#tests/recipes/recipe';

const folders = ['app', 'bin', 'components', 'db', 'docs', 'lib', 'messages', 'public', 'tests'];
const settings = [
  '.next/types',
  'CONTRIBUTING.md',
  'README.md',
  'drizzle.config.ts',
  'instrumentation.ts',
  'next-env.d.ts',
  'next.config.mjs',
  'package.json',
  'playwright.config.ts',
  'tsconfig.json',
  'vitest.config.ts',
];

/** A copy of the sources with changes, in a folder of its own. */
export type SourceCopy = Readonly<{
  folder: string;
  /** Runs a tool of node_modules/.bin in the copy; what it printed, and whether it succeeded. */
  run: (
    tool: string,
    options: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Readonly<{ ok: boolean; output: string }>;
  remove: () => void;
}>;

export function copySources(changes: Changes): SourceCopy {
  const folder = mkdtempSync(join(tmpdir(), 'needs-register-recipes-'));
  for (const each of [...folders, ...settings])
    if (existsSync(each)) cpSync(each, join(folder, each), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const [file, text] of changes) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const tools = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);
  return {
    folder,
    run: (tool, options, env = {}) => {
      const { status, stdout, stderr } = spawnSync(tool, options, {
        cwd: folder,
        encoding: 'utf8',
        shell: process.platform === 'win32',
        env: { ...process.env, PATH: tools, ...env },
      });
      return { ok: status === 0, output: `${stdout}${stderr}`.slice(-4000) };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
