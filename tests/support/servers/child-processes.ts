import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Ended = Readonly<{ code: number | null; stdout: string; stderr: string }>;
type Wanted = Readonly<{
  script: string;
  given?: readonly string[];
  env?: Readonly<Record<string, string>>;
  under?: readonly string[];
}>;

/**
 * Runs a TypeScript program of tests/support in a process of its own, on the database of this test
 * file; `under` is put before the command.
 */
export async function runProgram({
  script,
  given = [],
  env = {},
  under = [],
}: Wanted): Promise<Ended> {
  const [program = '', ...words] = [
    ...under,
    process.execPath,
    '--import',
    './bin/register-node.mjs',
    '--disable-warning=ExperimentalWarning',
    script,
    ...given,
  ];
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => {
    said.stdout += text;
  });
  child.stderr.on('data', (text: Buffer) => {
    said.stderr += text;
  });
  const killed = () => child.kill('SIGKILL');
  process.on('exit', killed);
  const [code] = await once(child, 'close');
  process.off('exit', killed);
  return { code: code as number | null, ...said };
}
