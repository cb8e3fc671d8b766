import { closeDatabase } from '#db/client';
import { migrate } from '#db/migrate';
import { openRegister } from '#db/register';

/**
 * A program of its own: fills the new database that DATABASE_URL names. Argument: what it is to
 * hold.
 */
const content = process.argv[2];
await migrate();
if (content === 'demonstration') {
  await openRegister({ demonstration: true });
  const { loadDemonstration } = await import('#bin/demonstration');
  await loadDemonstration();
}
await closeDatabase();
