import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import type { Engine } from '#db/engine';

export type TestDatabase = Readonly<{ url: string; drop: () => Promise<void> }>;

/**
 * One statement by the administrator of a PostgreSQL server, on a connection of its own. Returns
 * the rows.
 */
export async function command(adminUrl: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 30_000 });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The address of another database on the same server. */
export function databaseOn(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** The PostgreSQL server of the tests. */
export function testServer(): string {
  const adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) {
    throw new Error(
      'No PostgreSQL server was started for the tests: tests/support/databases/with-postgresql.ts must run first.',
    );
  }
  return adminUrl;
}

/** Made from template0, so that what another test run left in template1 does not come along. */
export async function createDatabase(adminUrl: string, name: string): Promise<string> {
  await command(adminUrl, `create database ${escapeIdentifier(name)} template template0`);
  return databaseOn(adminUrl, name);
}

export const dropDatabase = (adminUrl: string, name: string) =>
  command(adminUrl, `drop database if exists ${escapeIdentifier(name)} with (force)`);

/**
 * The register waits for the disk at every save; in memory the tests do not. Only where there is
 * room to spare.
 */
function fastFolder(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 31 ? memory : tmpdir();
}

/** A folder for the files of one test, in memory where there is room. */
const fastTemporaryFolder = (name: string) =>
  mkdtempSync(join(fastFolder(), `needs-register-${name}-`));

function reservedSqlite(): TestDatabase {
  const folder = fastTemporaryFolder('sqlite');
  return {
    url: `file:${join(folder, 'register.db')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

function reservedPostgresql(): TestDatabase {
  const adminUrl = testServer();
  const name = `register_test_${randomBytes(8).toString('hex')}`;
  return {
    url: databaseOn(adminUrl, name),
    drop: async () => {
      await dropDatabase(adminUrl, name);
    },
  };
}

/** An address where there is no database yet: `createEmpty` or `copyTemplate` makes it. */
export const reservedDatabase = (engine: Engine): TestDatabase =>
  engine === 'sqlite' ? reservedSqlite() : reservedPostgresql();

export const isSqlite = (url: string) => url.startsWith('file:');
export const sqliteFile = (url: string) => url.slice('file:'.length);
export const databaseName = (url: string) => new URL(url).pathname.slice(1);

/**
 * Makes the database at this address, without any table. SQLite makes its file itself when it is
 * opened.
 */
export async function createEmpty(url: string): Promise<void> {
  if (!isSqlite(url)) await createDatabase(testServer(), databaseName(url));
}
