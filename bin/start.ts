import { databaseFailure } from '#db/errors';
import { EnvironmentError, environment } from '#lib/base/env';

const development = process.argv.includes('--dev');
const print = (line = '') => process.stdout.write(`${line}\n`);

function exitWith(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const databaseFailures = {
  locked: 'The database is locked by another program. Stop it and try again.',
  'read-only':
    'The database cannot be written to: check the permissions of the file and its folder.',
  full: 'The disk is full.',
  unreachable: 'The database cannot be reached: check DATABASE_URL and that the server runs.',
  duplicate: 'The database holds what this release would add.',
  damaged:
    'The database is damaged and is not served. Restore the last backup: npm run restore FILE (npm run backup -- --list names them)',
} as const;

/** Makes a backup of a PostgreSQL database that this release is about to change. */
async function backUpBeforeMigrating() {
  const { backupFolder } = environment();
  const { needsBackupFirst } = await import('#db/migrate');
  if (backupFolder === null || !(await needsBackupFirst())) return;
  const { makeBackup } = await import('#lib/operation/backups/make-backup');
  print('Making a backup before the database is changed …');
  const { file } = await makeBackup(backupFolder);
  print(`The backup is ${file}.`);
}

/** Migrates the database and loads what a new register needs. */
async function prepareDatabase() {
  const { databaseUrl, demonstration } = environment();
  const { migrate } = await import('#db/migrate');
  const { openRegister } = await import('#db/register');
  const place = databaseUrl.startsWith('file:') ? databaseUrl.slice(5) : 'PostgreSQL';
  print(`Opening the register in ${place} …`);
  await (await import('#lib/operation/checks/quick-check')).refuseDamagedFile(databaseUrl);
  await backUpBeforeMigrating();
  const migrated = await migrate();
  if (migrated.length > 0) print(`Brought the database up to date: ${migrated.join(', ')}.`);
  const { notice } = await openRegister({ demonstration });
  if (notice) print(notice);
  await (await import('#bin/fold-stored-texts')).foldStoredTexts(print);
  await (await import('#bin/store-frozen-editions')).storeFrozenEditions(print);
  if (!demonstration) return;
  const { demonstrationLoaded } = await import('#bin/demonstration-loaded');
  if (!(await demonstrationLoaded())) {
    await (await import('#bin/demonstration')).loadDemonstration();
  }
}

/** The tasks of the operation: backups, and the whole check of the database. */
async function startOperation(): Promise<() => Promise<unknown>> {
  const { backupFolder, checks } = environment();
  const { startTasks } = await import('#lib/operation/base/tasks');
  const { backupTask } = await import('#lib/operation/backups/schedule');
  const { checkTask } = await import('#lib/operation/checks/whole-check');
  return startTasks([
    ...(checks ? [checkTask()] : []),
    ...(backupFolder === null ? [] : [backupTask(backupFolder)]),
  ]);
}

/** Starts the server, the mail and the making of documents; returns how to stop them. */
async function startServices(): Promise<() => Promise<unknown>> {
  const { serve } = await import('#lib/server/server');
  const { stop } = await serve({ development });
  const stopMail = (await import('#lib/review/mail/worker')).startMail(print);
  const stopDocuments = (await import('#lib/notes/documents/worker')).startDocumentWorker();
  const stopMetrics = await (await import('#lib/server/metrics-server')).serveMetrics();
  const stopOperation = await startOperation();
  return () => Promise.all([stop(), stopMail(), stopDocuments(), stopMetrics(), stopOperation()]);
}

async function printAccounts() {
  const { demonstrationAccounts, demonstrationPassword } =
    await import('#lib/people/accounts/demonstration-accounts');
  print(`Accounts of the demonstration, each with the password "${demonstrationPassword}":`);
  for (const { email, name } of demonstrationAccounts) print(`  ${email.padEnd(30)} ${name}`);
}

function stopOnSignals(stopServices: () => Promise<unknown>) {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    print('Stopping …');
    // Nothing that hangs keeps the process for longer than it was given.
    const longest = (environment().stopSeconds + 10) * 1000;
    setTimeout(() => process.exit(1), longest).unref();
    await stopServices();
    await (await import('#db/client')).closeDatabase();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function start() {
  const startedAt = Date.now();
  const { demonstration, host, port, publicUrl } = environment();
  // Next reads these variables; NODE_ENV has Next's own values.
  Object.assign(process.env, {
    NODE_ENV: development ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXTAUTH_URL: publicUrl.origin,
  });
  if (!development) await (await import('#bin/build')).build(print);
  await prepareDatabase();
  const stopServices = await startServices();

  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  print();
  print(
    `The Needs Register is at ${publicUrl.origin} (listening on ${host}:${port}, ready in ${seconds} s).`,
  );
  if (demonstration) await printAccounts();
  else {
    print(
      'Make the first administrator with: npm run account -- create --email NAME@EXAMPLE.ORG --name "NAME"',
    );
  }
  print('Stop it with Ctrl-C.');
  stopOnSignals(stopServices);
}

/** The reason of a failed start, in one line for the operator. */
function explain(error: unknown): string {
  if (error instanceof EnvironmentError) return error.message;
  const { host, port } = environment();
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop it, or choose another port: PORT=3001 npm start`;
    case 'EACCES':
      return `Port ${port} may not be used by this account. Choose one above 1023: PORT=3000 npm start`;
    case 'EADDRNOTAVAIL':
      return `HOST=${host} is not an address of this machine.`;
  }
  const failure = databaseFailure(error);
  if (failure) return databaseFailures[failure];
  return error instanceof Error ? error.message : String(error);
}

start().catch((error: unknown) => exitWith(explain(error)));
