/** npm run migrate: brings the database up to this release, as a start does, and nothing else. */
import { closeDatabase } from '#db/client';
import { migrate } from '#db/migrate';
import { openRegister, registerRow } from '#db/register';
import { operationError } from '#lib/operation/base/operation-error';

try {
  const names = await migrate();
  // What an older release wrote is sealed, as at a start.
  const existing = await registerRow();
  if (existing) await openRegister({ demonstration: existing.demonstration });
  process.stdout.write(
    names.length === 0 ? 'The database is up to date.\n' : `Applied: ${names.join(', ')}.\n`,
  );
} catch (error) {
  process.stderr.write(`${operationError(error).message}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
