import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compressFiles } from '#lib/server/compress-files';

const root = fileURLToPath(new URL('..', import.meta.url));
const next = join(root, 'node_modules/next/dist/bin/next');
const sources = [
  'app',
  'instrumentation.ts',
  'components',
  'db',
  'lib',
  'messages',
  'public',
  'next.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];

function filesOf(path: string): string[] {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const entryPath = join(path, entry.name);
      return entry.isDirectory() ? filesOf(entryPath) : [entryPath];
    })
    .sort();
}

/** A digest of all that the build depends on. */
function digestOfSources(): string {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources.filter((path) => existsSync(join(root, path)))) {
    const files = source.includes('.') ? [source] : filesOf(source);
    for (const file of files) {
      const content = readFileSync(join(root, file));
      hash.update(file).update('\0').update(content);
    }
  }
  return hash.digest('hex');
}

/** Builds the pages if their sources have changed since the last build. */
export async function build(report: (line: string) => void = console.log): Promise<void> {
  const stamp = join(root, '.next', 'built-from');
  const digest = digestOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  report('Building the pages (a minute or so, only after a change) …');
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`);
  compressFiles(pathToFileURL(root));
  writeFileSync(stamp, digest);
}

if (import.meta.main) await build();
