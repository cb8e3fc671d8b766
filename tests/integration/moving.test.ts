import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '#db/client';
import { engine } from '#db/engine';
import { command, createEmpty, reservedDatabase } from '#tests/support/databases/databases';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { closeRows } from '#tests/support/databases/sql';
import { runProgram } from '#tests/support/servers/child-processes';

const folder = mkdtempSync(join(tmpdir(), 'needs-register-moving-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'moved', 'register.db');
const secret = 'a key of this test, of 32 characters and more';

const move = (from: string, to: string) =>
  runProgram({
    script: 'bin/move.ts',
    given: ['--to', to],
    env: { DATABASE_URL: from, AUTH_SECRET: secret, DEMO: '1' },
  });

/** Ends a move by SIGKILL once it has told of its first table; returns what it had said. */
async function killedMove(from: string, to: string): Promise<string> {
  const child = spawn(
    process.execPath,
    ['--import', './bin/register-node.mjs', 'bin/move.ts', '--to', to],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: from, AUTH_SECRET: secret, DEMO: '1' },
    },
  );
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text;
    if (said.includes('change: ')) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return said;
}

const tables = ['change', 'need', 'need_version', 'account', 'assistance_version', 'register'];
/** Whole rows as text, with booleans as SQLite has them. */
const asText = (rows: readonly Record<string, unknown>[]) =>
  rows
    .map((row) =>
      JSON.stringify(
        Object.keys(row)
          .toSorted()
          .map((name) => [name, typeof row[name] === 'boolean' ? Number(row[name]) : row[name]]),
      ),
    )
    .toSorted();

function rowsOfFile(path: string) {
  const connection = new Database(path, { readonly: true });
  const found = tables.map((name) =>
    asText(connection.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]),
  );
  connection.close();
  return found;
}

async function rowsOfServer(url: string) {
  const found = [];
  for (const name of tables) found.push(asText(await command(url, `select * from "${name}"`)));
  return found;
}

describe.runIf(engine === 'postgresql')('a register that is moved', () => {
  const url = process.env.DATABASE_URL!;
  const other = reservedDatabase('postgresql');
  beforeAll(async () => {
    await demonstrationRegister();
    await closeDatabase();
    closeRows();
    await createEmpty(other.url);
  });
  afterAll(() => other.drop());

  it('to SQLite, killed in between, goes on and is whole', async () => {
    const said = await killedMove(url, `file:${file}`);
    const isEnded = said.includes('Moved: ');
    if (!isEnded) {
      const started = await runProgram({
        script: 'bin/migrate.ts',
        env: { DATABASE_URL: `file:${file}`, DEMO: '1' },
      });
      expect(started.stderr).toContain('is not whole yet');
      const moved = await move(url, `file:${file}`);
      expect(moved).toMatchObject({ code: 0, stderr: '' });
      expect(moved.stdout).toContain('Going on where an earlier move ended');
      expect(moved.stdout).toMatch(/Moved: \d+ rows of \d+ tables, each the same in both places/);
    }
    expect(rowsOfFile(file)).toEqual(await rowsOfServer(url));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('and back is the same as it was', async () => {
    const moved = await move(`file:${file}`, other.url);
    expect(moved).toMatchObject({ code: 0, stderr: '' });
    expect(moved.stdout).not.toContain(new URL(url).password || 'no password');
    expect(await rowsOfServer(other.url)).toEqual(await rowsOfServer(url));
    const verified = await runProgram({
      script: 'bin/verify.ts',
      env: { DATABASE_URL: other.url, AUTH_SECRET: secret, DEMO: '1' },
    });
    expect(verified).toMatchObject({ code: 0, stderr: '' });
  });

  it('is refused where a register or something else is already, and nothing is changed', async () => {
    const before = await rowsOfServer(other.url);
    const taken = await move(`file:${file}`, other.url);
    expect(taken.code).toBe(1);
    expect(taken.stderr).toMatch(/^Not moved: There is a register in PostgreSQL at /);
    expect(await rowsOfServer(other.url)).toEqual(before);
    const strange = join(folder, 'strange.db');
    const connection = new Database(strange);
    connection.exec('create table recipes (id integer primary key)');
    connection.close();
    const foreign = await move(url, `file:${strange}`);
    expect(foreign.stderr).toContain('is not empty');
    const text = join(folder, 'text.db');
    writeFileSync(text, 'This is no database at all. '.repeat(100));
    expect((await move(url, `file:${text}`)).code).toBe(1);
    expect(readFileSync(text, 'utf8')).toContain('This is no database at all.');
  });

  it('is refused while it is used, and between two databases of one kind', async () => {
    const running = new Database(file);
    running.pragma('journal_mode = WAL');
    running.prepare('select count(*) from need').get();
    expect((await move(`file:${file}`, other.url)).stderr).toContain('The register is running');
    running.close();
    expect((await move(url, other.url)).stderr).toContain('npm run backup and npm run restore');
    const nowhere = join(folder, 'nowhere.db');
    const missing = await move(`file:${nowhere}`, other.url);
    expect(missing.stderr).toContain('There is no register in the file');
    expect(existsSync(nowhere)).toBe(false);
    const said = await runProgram({ script: 'bin/move.ts', given: ['--to', 'somewhere'] });
    expect(said.code).toBe(2);
  });
});
