import { startPostgresql } from '#tests/support/databases/postgresql';
import { nameTemplates } from '#tests/support/databases/templates';

/**
 * For Vitest and Playwright alike, once before all tests: a server of our own, unless
 * TEST_DATABASE_URL names one.
 */
export default async function withPostgresql(): Promise<() => Promise<void>> {
  nameTemplates();
  if (process.env.TEST_DATABASE_URL) return async () => undefined;
  const server = await startPostgresql();
  process.env.TEST_DATABASE_URL = server.url('postgres');
  return async () => {
    delete process.env.TEST_DATABASE_URL;
    await server.stop();
  };
}
