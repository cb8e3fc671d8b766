/**
 * npm run import -- --states states.csv --needs needs.csv [--as draft|submitted|approved]: all rows
 * of the files, or none.
 */
import { usage, wanted } from '#bin/import/wanted';
import { closeDatabase, transaction } from '#db/client';
import { databaseFailure, type DatabaseFailure } from '#db/errors';
import { migrate } from '#db/migrate';
import { openRegister, registerRow, systemAccount } from '#db/open';
import { systemActor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import type { Failure } from '#lib/base/errors';
import { importFiles, type Import, type Imported } from '#lib/needs/imports/commands';
import type { Progress } from '#lib/needs/imports/csv-file';

const failures: Readonly<Record<DatabaseFailure, string>> = {
  locked:
    'The register is being written to by another program, perhaps another import. Nothing was imported; try again when it has ended.',
  'read-only':
    'The database cannot be written to: check the permissions of the file and its folder.',
  full: 'The disk is full. Nothing was imported.',
  unreachable:
    'The database cannot be reached: check DATABASE_URL and that the server runs. Nothing was imported.',
  duplicate:
    'The register was changed while it was being imported into. Nothing was imported; try again.',
};

const say = (line: string) => process.stdout.write(`${line}\n`);

/** One line on stderr: rewritten in place in a terminal, elsewhere said anew every five seconds. */
function progress(doing: string): Progress {
  let last = Date.now();
  return ({ name }, read, of) => {
    const now = Date.now();
    const whole = read >= of;
    if (now - last < (process.stderr.isTTY ? 100 : 5000) && !(whole && process.stderr.isTTY))
      return;
    last = now;
    const line = `${doing} ${name}: ${Math.floor((100 * read) / Math.max(of, 1))} %`;
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${whole ? '' : line}` : `${line}\n`);
  };
}

const reasonOf = (failure: Failure): string =>
  failure.kind === 'conflict' && failure.why === 'closed'
    ? 'A review in these files is closed for counting. It has to be reopened first; nothing was written.'
    : failure.kind === 'database'
      ? failures[failure.why]
      : `The import was refused (${failure.kind}).`;

function report({ tally: { states, needs }, revision }: Imported, { files, target }: Import) {
  const line = (what: string, { added, changed, unchanged }: typeof needs) =>
    say(`${what}: ${added} added, ${changed} changed, ${unchanged} unchanged.`);
  if (files.some(({ kind }) => kind === 'states')) line('Reviews', states);
  if (files.some(({ kind }) => kind === 'needs')) line(`Needs (${target})`, needs);
  say(`The register is at revision ${revision}.`);
}

async function importing(input: Import): Promise<void> {
  const { demonstration } = environment();
  await migrate();
  if (!(await registerRow())) await openRegister({ demonstration });
  const actor = systemActor(await transaction((tx) => systemAccount(tx, 'Import')), 'Import');
  const outcome = await importFiles(actor, {
    ...input,
    checking: progress('Checking'),
    writing: progress('Writing'),
  });
  if (outcome.ok) return report(outcome.value, input);
  process.exitCode = 1;
  if ('failure' in outcome) return void process.stderr.write(`${reasonOf(outcome.failure)}\n`);
  const { count } = outcome.faults;
  process.stderr.write(
    `${outcome.faults.lines().join('\n')}\n${count} ${count === 1 ? 'fault' : 'faults'}. Nothing was imported.\n`,
  );
}

try {
  // Npm runs scripts in the folder of the register; the files are named from where the person is.
  const input = wanted(process.argv.slice(2), process.env.INIT_CWD || process.cwd());
  if (input) {
    await importing(input);
    await closeDatabase();
  } else say(usage);
} catch (error) {
  const why = databaseFailure(error);
  process.stderr.write(
    `${why ? failures[why] : error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
