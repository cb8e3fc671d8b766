import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { escapePattern } from '#lib/text/escape';
import { runProgram } from '#tests/support/servers/child-processes';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

/** The programs that a register is run by: those that need no tools of the tests. */
const programs = Object.values(scripts).flatMap((command) => {
  const [, script] = /^node bin\/bootstrap\.mjs (bin\/[\w-]+\.ts)/.exec(command) ?? [];
  return script && script !== 'bin/build.ts' ? [script] : [];
});

/** What each has to be given to get as far as its settings. */
const given: Readonly<Record<string, readonly string[]>> = {
  'bin/account.ts': ['list'],
  'bin/import.ts': ['needs', 'needs.csv'],
  'bin/register.ts': ['needs', 'list'],
  'bin/restore.ts': ['backup.nrb'],
  'bin/move.ts': ['--to', 'file:other.db'],
  'bin/verify-note.ts': ['NR/2023/1'],
  'bin/witness.ts': ['2023-02-28'],
};

it(
  'every program says a setting that it cannot read in one line',
  { timeout: 120_000 },
  async () => {
    expect(programs.length).toBeGreaterThan(10);
    const env = { DATABASE_URL: 'nowhere' };
    const ended = await Promise.all(
      programs.map(async (script) => {
        const { code, stderr } = await runProgram({ script, given: given[script] ?? [], env });
        return { script, failed: code !== 0, lines: stderr.trimEnd().split('\n') };
      }),
    );
    const message =
      'DATABASE_URL must be file:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE.';
    const lines = [expect.stringMatching(new RegExp(`^(?:[^:]+: )?${escapePattern(message)}$`))];
    expect(ended).toEqual(programs.map((script) => ({ script, failed: true, lines })));
  },
);

it('any other failure is said by Node as ever', async () => {
  const { code, stderr } = await runProgram({ script: 'bin/no-such-program.ts' });
  expect([code, stderr.includes('ERR_MODULE_NOT_FOUND')]).toEqual([1, true]);
});
