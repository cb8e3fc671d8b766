import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import type { Engine } from '#db/engine';

export type FreshDatabase = Readonly<{ url: string; drop: () => Promise<void> }>;

async function command(adminUrl: string, sql: string) {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query(sql);
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

/** Made from template0, so that what another test run left in template1 does not come along. */
export async function createDatabase(adminUrl: string, name: string): Promise<string> {
  await command(adminUrl, `create database ${escapeIdentifier(name)} template template0`);
  return databaseOn(adminUrl, name);
}

export const dropDatabase = (adminUrl: string, name: string) =>
  command(adminUrl, `drop database if exists ${escapeIdentifier(name)} with (force)`);

async function freshSqlite(): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'needs-register-sqlite-'));
  return { url: `file:${join(folder, 'register.db')}`, drop: () => rm(folder, { recursive: true, force: true }) };
}

async function freshPostgresql(): Promise<FreshDatabase> {
  const adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) throw new Error('No PostgreSQL server was started for the tests: tests/support/with-postgresql.ts must run first.');
  const name = `register_test_${randomBytes(8).toString('hex')}`;
  return { url: await createDatabase(adminUrl, name), drop: () => dropDatabase(adminUrl, name) };
}

/** An empty database of one's own, not migrated yet. */
export const freshDatabase = (engine: Engine): Promise<FreshDatabase> => (engine === 'sqlite' ? freshSqlite() : freshPostgresql());
