import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured } from '#tests/bench/measure';
import { runProgram } from '#tests/support/servers/child-processes';

/**
 * The note is measured on the demonstration register, in a process of its own: the one of the other
 * parts is another.
 */
export async function benchNotes(say: (line: string) => void): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'needs-register-bench-notes-'));
  const { code, stdout, stderr } = await runProgram({
    script: 'tests/bench/note-measured.ts',
    env: { DATABASE_URL: `file:${join(folder, 'register.db')}`, DEMO: '1' },
  });
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`the note could not be measured: ${stderr}`);
  // What is no ratio has none in JSON.
  const rows = (JSON.parse(stdout) as readonly Measured[]).map((row) => ({
    ...row,
    ratio: row.ratio ?? Number.NaN,
  }));
  for (const { what, note } of rows) say(`  ${what}: ${note}`);
  return rows;
}
