import 'server-only';
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

export type ProgramResult = Readonly<{ code: number | null; output: string }>;
type Options = Readonly<{
  env?: Readonly<Record<string, string>>;
  /** Whether it gives way to what answers requests. */
  low?: boolean;
  signal?: AbortSignal;
}>;

const mostOutput = 20_000;

/** Runs a program to its end and returns what it wrote, the last part of it if it is long. */
export function runProgram(
  program: string,
  options: readonly string[],
  { env = {}, low = false, signal }: Options = {},
): Promise<ProgramResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ProgramResult>();
  const child = spawn(program, options, {
    cwd: process.cwd(),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  if (low && child.pid) {
    try {
      setPriority(child.pid, constants.priority.PRIORITY_LOW);
    } catch {
      /* It has ended already. */
    }
  }
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      output = `${output}${text}`.slice(-mostOutput);
    });
  child.on('error', reject);
  child.on('close', (code) => resolve({ code, output }));
  return promise;
}

/** Runs a script of bin in a process of its own. */
export const runScript = (
  script: string,
  given: readonly string[] = [],
  options: Options = {},
): Promise<ProgramResult> =>
  runProgram(
    process.execPath,
    [
      '--import',
      './bin/register-node.mjs',
      '--disable-warning=ExperimentalWarning',
      `bin/${script}.ts`,
      ...given,
    ],
    options,
  );
