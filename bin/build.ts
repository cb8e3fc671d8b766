import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compressFiles } from '#bin/compress-files';

const root = fileURLToPath(new URL('..', import.meta.url));
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
    .flatMap((entry) =>
      entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)],
    )
    .sort();
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources.filter((path) => existsSync(join(root, path)))) {
    const files = source.includes('.') ? [source] : filesOf(source);
    for (const file of files)
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Builds the pages if their sources have changed since the last build. */
export async function build(say: (line: string) => void = console.log): Promise<void> {
  const stamp = join(root, '.next', 'built-from');
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Building the pages (a minute or so, only after a change) …');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/next/dist/bin/next'), 'build'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    },
  );
  if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`);
  compressFiles(pathToFileURL(root));
  writeFileSync(stamp, wanted);
}

if (import.meta.main) await build();
