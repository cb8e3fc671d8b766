import { environment, defaultBackupFolder } from '#lib/base/env';
import { listBackups } from '#lib/operation/backups/folder';
import { makeBackup } from '#lib/operation/backups/make-backup';
import { operationError } from '#lib/operation/base/operation-error';

const usage = `npm run backup [-- --list]
Copies the whole register, with its attachments and documents, into a file in BACKUP_DIR, while it is used; verifies the file by restoring it. With --list it lists the backups that there are.
Ends with 0: made and verified; 1: not; 2: it was called otherwise.`;

const print = (line: string) => process.stdout.write(`${line}\n`);
const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

async function run(folder: string) {
  const { file, bytes, header } = await makeBackup(folder);
  const how = header.encrypted ? 'encrypted, ' : '';
  print(`${file}: revision ${header.revision}, ${megabytes(bytes)}, ${how}verified.`);
}

const [option, ...more] = process.argv.slice(2);
try {
  const { backupFolder, databaseUrl } = environment();
  const folder = backupFolder ?? defaultBackupFolder(databaseUrl);
  if (option === undefined) await run(folder);
  else if (option === '--list' && more.length === 0)
    for (const { name, at, bytes } of listBackups(folder))
      print(`${name} ${at} ${megabytes(bytes)}`);
  else {
    print(usage);
    process.exitCode = option === '--help' ? 0 : 2;
  }
} catch (error) {
  process.stderr.write(`No backup was made: ${operationError(error).message}\n`);
  process.exitCode = 1;
}
