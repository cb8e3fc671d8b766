import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { row, type Measured } from '#tests/bench/measure';
import { runProgram } from '#tests/support/servers/child-processes';

const rounds = 3;

async function milliseconds(contents: '0' | '1'): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'needs-register-bench-saves-'));
  const { code, stdout, stderr } = await runProgram({
    script: 'tests/bench/save-measured.ts',
    env: { DATABASE_URL: `file:${join(folder, 'register.db')}`, CONTENTS: contents },
  });
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`saves could not be measured: ${stderr}`);
  return Number(stdout);
}

/** What it costs that the log covers contents: the least of some runs of each kind, in turns. */
export async function benchSaves(say: (line: string) => void): Promise<Measured[]> {
  const [covered, bare]: [number[], number[]] = [[], []];
  for (let n = 0; n < rounds; n += 1) {
    covered.push(await milliseconds('1'));
    bare.push(await milliseconds('0'));
  }
  const measured = row(
    'a need entered and submitted, its rows covered by the log',
    'the same without digests of rows',
    Math.min(...covered),
    Math.min(...bare),
    null,
  );
  say(`  ${measured.what}: ${measured.note}`);
  return [measured];
}
