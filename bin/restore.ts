import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { sqlitePath } from '#db/sqlite';
import { environment } from '#lib/base/env';
import { beginRestore, type Restoring } from '#lib/operation/backups/restore';
import { OperationError, operationError } from '#lib/operation/base/operation-error';

const usage = `npm run restore FILE [-- --yes]
Puts the register of a backup in the place of the one in DATABASE_URL. It verifies the backup first, says what will be lost, asks (unless --yes), and keeps what it replaces. The register must be stopped.
Ends with 0: restored; 1: not, and nothing was changed; 2: it was called otherwise.`;

const print = (line: string) => process.stdout.write(`${line}\n`);

/** What stands in the register and not in the backup, in words. */
function whatIsLost({ header, present }: Restoring): string {
  if (present === 'none') return 'There is no register in this place: nothing is lost.';
  if (present === 'unreadable')
    return 'What is in this place now cannot be read, so nobody can say what will be lost. It is kept.';
  const changes = present.revision - header.revision;
  const events = present.events - header.events;
  if (changes === 0 && present.head === header.head && events <= 0)
    return 'The register has no change that the backup has not: nothing is lost but drafts and mail since then.';
  const since = `The register is at revision ${present.revision}, the backup of ${header.at} at revision ${header.revision}.`;
  const lost = `${Math.max(0, changes)} changes and ${Math.max(0, events)} events since then will be lost, and drafts and mail.`;
  return `${since} ${lost}`;
}

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    print('Nobody is there to ask: say --yes to restore it.');
    return false;
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question('Restore it? Type yes: ');
  asking.close();
  return answer.trim().toLowerCase() === 'yes';
}

async function run(file: string, isAgreed: boolean) {
  const { databaseUrl } = environment();
  if (databaseUrl.startsWith('file:'))
    mkdirSync(dirname(sqlitePath(databaseUrl)), { recursive: true });
  const restoring = await beginRestore(file);
  print(`The backup of ${restoring.header.at}, revision ${restoring.header.revision}, is sound.`);
  print(whatIsLost(restoring));
  if (!isAgreed && !(await isConfirmed())) {
    await restoring.discard();
    print('Nothing was changed.');
    process.exitCode = 1;
    return;
  }
  const kept = await restoring.putInPlace().catch(async (error: unknown) => {
    await restoring.discard();
    throw error;
  });
  print(
    `Restored. Everybody has to sign in again.${kept ? ` What was replaced is kept: ${kept}` : ''}`,
  );
}

const given = process.argv.slice(2);
const files = given.filter((each) => !each.startsWith('--'));
const options = given.filter((each) => each.startsWith('--'));
const isWrong = files.length !== 1 || options.some((each) => each !== '--yes');
if (isWrong) {
  print(usage);
  process.exitCode = options.includes('--help') ? 0 : 2;
} else {
  try {
    // Npm runs scripts in the folder of the register; the path is relative to where the person is.
    const file = resolve(process.env.INIT_CWD || process.cwd(), files[0]!);
    await run(file, options.includes('--yes'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const failure = isMissing
      ? new OperationError('not-a-backup', `There is no file ${files[0]}.`)
      : operationError(error);
    process.stderr.write(`Not restored: ${failure.message}\n`);
    process.exitCode = 1;
  }
}
