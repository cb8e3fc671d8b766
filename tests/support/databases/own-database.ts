import { afterAll } from 'vitest';
import { reservedDatabase } from '#tests/support/databases/databases';
import { dropImportFiles } from '#tests/support/imports/files';
import { clearGlobalSingletons } from '#tests/support/run/reset-singletons';
import { closeRows } from '#tests/support/databases/sql';

/** Runs in each test file before its imports: db/engine.ts reads DATABASE_URL when it is loaded. */
const engine = process.env.TEST_ENGINE;
if (engine !== 'sqlite' && engine !== 'postgresql') {
  throw new Error('TEST_ENGINE must be sqlite or postgresql: see vitest.config.ts.');
}
for (const name of ['HOST', 'PORT', 'PUBLIC_URL', 'DEMO', 'PUBLIC', 'MAIL_URL', 'MAIL_FROM'])
  delete process.env[name];

/**
 * There is nothing at this address yet; tests/support/databases/fresh-register.ts makes the register that a file
 * wants.
 */
const { url, drop } = reservedDatabase(engine);
// A server that a test starts makes no backups and no checks, unless the test asks for them.
Object.assign(process.env, { BACKUP_DIR: 'none', CHECKS: '0' });
process.env.DATABASE_URL = url;

afterAll(async () => {
  const opened = Symbol.for('needs-register.handles') in globalThis;
  const { closeDatabase } = await import('#db/client');
  // A test may have closed it itself; closing twice is an error of the driver's, not of the test's.
  if (opened) await closeDatabase().catch(() => undefined);
  clearGlobalSingletons();
  closeRows();
  dropImportFiles();
  await drop();
});
