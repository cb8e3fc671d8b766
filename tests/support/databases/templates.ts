import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { escapeIdentifier, escapeLiteral } from 'pg';
import { alone } from '#tests/support/run/file-lock';
import {
  command,
  createDatabase,
  databaseName,
  databaseOn,
  dropDatabase,
  isSqlite,
  sqliteFile,
  testServer,
} from '#tests/support/databases/databases';

/**
 * A database that many tests begin with is filled once and then copied: a SQLite file as a file, a
 * PostgreSQL database by
 * CREATE DATABASE … TEMPLATE. `migrated` has the tables and the vocabulary, `demonstration` the
 * whole demonstration register.
 */
export type Content = 'migrated' | 'demonstration';

const folder = 'test-results/templates';
/** Whatever a template is made by. */
const sources = ['db', 'lib', 'bin', 'messages', 'package-lock.json'];

function filesIn(path: string): string[] {
  if (path.includes('.')) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesIn))
    hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Once before all tests: those that follow read the name from the environment. Templates of other
 * sources are taken away.
 */
export function nameTemplates(): void {
  const name = fingerprint();
  process.env.TEST_TEMPLATES = name;
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder)) {
    if (!file.includes(name) && !file.endsWith('.lock'))
      rmSync(join(folder, file), { force: true });
  }
}

function templateName(content: Content): string {
  if (!process.env.TEST_TEMPLATES) nameTemplates();
  return `register_${content}_${process.env.TEST_TEMPLATES}`;
}

/**
 * Fills a new database in a process of its own, so that the test's own process holds nothing of it.
 */
async function fill(url: string, content: Content) {
  const program = [
    '--import',
    './bin/register-node.mjs',
    '--disable-warning=ExperimentalWarning',
    'tests/support/databases/fill-template.ts',
    content,
  ];
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url, DEMO: '1' };
  await promisify(execFile)(process.execPath, program, { env });
}

async function sqliteTemplate(content: Content): Promise<string> {
  const path = join(folder, `${templateName(content)}.db`);
  if (existsSync(path)) return path;
  await alone(join(folder, `${content}.lock`), async () => {
    if (existsSync(path)) return;
    const begun = `${path}.begun`;
    for (const end of ['', '-wal', '-shm']) rmSync(`${begun}${end}`, { force: true });
    await fill(`file:${begun}`, content);
    await rename(begun, path);
  });
  return path;
}

async function postgresqlTemplate(content: Content): Promise<string> {
  const [server, name] = [testServer(), templateName(content)];
  const isThere = async () =>
    (await command(server, `select 1 from pg_database where datname = ${escapeLiteral(name)}`))
      .length > 0;
  if (await isThere()) return name;
  await alone(join(folder, `${content}-postgresql.lock`), async () => {
    if (await isThere()) return;
    const begun = `${name}_begun`;
    await dropDatabase(server, begun);
    await createDatabase(server, begun);
    await fill(databaseOn(server, begun), content);
    await command(
      server,
      `alter database ${escapeIdentifier(begun)} rename to ${escapeIdentifier(name)}`,
    );
  });
  return name;
}

/** Makes the database at this address, which must not be there yet, as a copy. */
export async function copyTemplate(content: Content, url: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (isSqlite(url)) {
    await copyFile(await sqliteTemplate(content), sqliteFile(url), constants.COPYFILE_EXCL);
    return;
  }
  const template = await postgresqlTemplate(content);
  await command(
    testServer(),
    `create database ${escapeIdentifier(databaseName(url))} template ${escapeIdentifier(template)}`,
  );
}
