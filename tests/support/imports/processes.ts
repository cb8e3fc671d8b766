import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { ImportFile } from '#lib/needs/imports/pipeline/csv-file';

export type ImportEnded = Readonly<{
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  megabytes: number;
}>;
export type RunningImport = Readonly<{ kill: () => void; ended: Promise<ImportEnded> }>;

/**
 * The most memory that a process has held so far, in megabytes; 0 where the system does not say.
 */
function peakOf(pid: number | undefined): number {
  try {
    return (
      Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    );
  } catch {
    return 0;
  }
}

/** The command line's import, in a process of its own, on the database of this test file. */
export function startImport(
  files: readonly ImportFile[],
  { options = '', given = [] }: { options?: string; given?: readonly string[] } = {},
): RunningImport {
  const named = files.flatMap(({ kind, path }) => [`--${kind}`, path]);
  const words = [
    '--import',
    './bin/register-node.mjs',
    '--disable-warning=ExperimentalWarning',
    'bin/import.ts',
    ...named,
    ...given,
  ];
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEMO: '0', INIT_CWD: '', NODE_OPTIONS: options },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => {
    said.stdout += text;
  });
  child.stderr.on('data', (text: Buffer) => {
    said.stderr += text;
  });
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid));
  }, 20);
  const kill = () => child.kill('SIGKILL');
  process.on('exit', kill);
  const ended = once(child, 'close').then(([code, signal]) => {
    clearInterval(watch);
    process.off('exit', kill);
    return {
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
      ...said,
      megabytes,
    };
  });
  return { kill, ended };
}

export const runImport = (...given: Parameters<typeof startImport>): Promise<ImportEnded> =>
  startImport(...given).ended;

/**
 * Sound lines of a needs file for the States of the demonstration, each with a ref that begins so.
 */
export function manyNeeds(prefix: string, count: number): string {
  const [header = '', ...lines] = readFileSync('db/seed/demonstration/needs.csv', 'utf8')
    .trim()
    .split('\r\n');
  const many = Array.from({ length: count }, (_, i) =>
    lines[i % lines.length]!.replace(/^[^,]*/, `${prefix}-${i}`),
  );
  return `${[header, ...many].join('\n')}\n`;
}
