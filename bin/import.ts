/**
 * npm run import -- --states states.csv --needs needs.csv [--as draft|submitted|approved]
 * [--published completed|none]: all rows of the files, or none.
 */
import { foldStoredTexts } from '#bin/fold-stored-texts';
import { parseArguments, usage } from '#bin/import/arguments';
import { closeDatabase, transaction } from '#db/client';
import { databaseFailure, type DatabaseFailure } from '#db/errors';
import { migrate } from '#db/migrate';
import { openRegister, registerRow, systemAccount } from '#db/register';
import { systemActor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import type { Failure } from '#lib/base/errors';
import { importFiles, type ImportInput, type ImportResult } from '#lib/needs/imports/commands';
import type { ImportFile, Progress } from '#lib/needs/imports/pipeline/csv-file';
import type { Faults } from '#lib/needs/imports/pipeline/faults';
import type { WriteCounts } from '#lib/needs/imports/pipeline/run';

const databaseMessages: Readonly<Record<DatabaseFailure, string>> = {
  locked:
    'The register is being written to by another program, perhaps another import. Nothing was imported; try again when it has ended.',
  'read-only':
    'The database cannot be written to: check the permissions of the file and its folder.',
  full: 'The disk is full. Nothing was imported.',
  unreachable:
    'The database cannot be reached: check DATABASE_URL and that the server runs. Nothing was imported.',
  damaged:
    'The database of the register is damaged. Nothing was imported. Restore the last backup: npm run restore FILE',
  duplicate:
    'The register was changed while it was being imported into. Nothing was imported; try again.',
};

const print = (line: string) => process.stdout.write(`${line}\n`);
const printError = (line: string) => process.stderr.write(`${line}\n`);

/** Shows progress on stderr: one line rewritten in a terminal, elsewhere a line every five seconds. */
function progress(action: string): Progress {
  const { isTTY } = process.stderr;
  const interval = isTTY ? 100 : 5000;
  let last = Date.now();
  return ({ name }, read, of) => {
    const now = Date.now();
    const isComplete = read >= of;
    const mustClear = isTTY && isComplete;
    if (now - last < interval && !mustClear) return;
    last = now;
    const line = `${action} ${name}: ${Math.floor((100 * read) / Math.max(of, 1))} %`;
    if (isTTY) process.stderr.write(`\r\u001b[K${isComplete ? '' : line}`);
    else printError(line);
  };
}

function failureMessage(failure: Failure): string {
  if (failure.kind === 'conflict' && failure.why === 'closed')
    return 'A review in these files is closed for counting. It has to be reopened first; nothing was written.';
  if (failure.kind === 'database') return databaseMessages[failure.why];
  return `The import was refused (${failure.kind}).`;
}

function errorMessage(error: unknown): string {
  const why = databaseFailure(error);
  if (why) return databaseMessages[why];
  return error instanceof Error ? error.message : String(error);
}

function printReport(
  { report, revision, publishedNow }: ImportResult,
  { files, target }: ImportInput,
) {
  const printCounts = (what: string, { added, changed, unchanged }: WriteCounts) =>
    print(`${what}: ${added} added, ${changed} changed, ${unchanged} unchanged.`);
  if (files.some(({ kind }) => kind === 'states')) {
    printCounts('Reviews', report.states);
    print(`Summaries published now, in the whole register: ${publishedNow}.`);
  }
  if (files.some(({ kind }) => kind === 'needs')) printCounts(`Needs (${target})`, report.needs);
  print(`The register is at revision ${revision}.`);
}

function printFaults(faults: Faults) {
  const { count } = faults;
  printError(faults.lines().join('\n'));
  printError(`${count} ${count === 1 ? 'fault' : 'faults'}. Nothing was imported.`);
}

/** Says which rows and columns of a workbook are hidden: they are imported like the others. */
function printHidden({ name }: ImportFile, lines: readonly number[], columns: readonly string[]) {
  const rows = lines.slice(0, 20).join(', ') + (lines.length > 20 ? ', …' : '');
  const named = [
    ...(lines.length > 0 ? [`rows ${rows}`] : []),
    ...(columns.length > 0 ? [`columns ${columns.join(', ')}`] : []),
  ].join('; ');
  printError(`${name}: hidden in the spreadsheet, and imported like the others: ${named}.`);
}

async function runImport(input: ImportInput): Promise<void> {
  const { demonstration } = environment();
  await migrate();
  if (!(await registerRow())) await openRegister({ demonstration });
  await foldStoredTexts(printError);
  const actor = systemActor(await transaction((tx) => systemAccount(tx, 'Import')), 'Import');
  const outcome = await importFiles(actor, {
    ...input,
    checking: progress('Checking'),
    noteHidden: printHidden,
    writing: progress('Writing'),
  });
  if (outcome.ok) {
    printReport(outcome.value, input);
    return;
  }
  process.exitCode = 1;
  if ('failure' in outcome) printError(failureMessage(outcome.failure));
  else printFaults(outcome.faults);
}

try {
  // Npm runs scripts in the folder of the register; paths are relative to where the person is.
  const input = parseArguments(process.argv.slice(2), process.env.INIT_CWD || process.cwd());
  if (input) {
    await runImport(input);
    await closeDatabase();
  } else print(usage);
} catch (error) {
  printError(errorMessage(error));
  process.exitCode = 1;
}
