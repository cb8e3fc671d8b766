import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '#db/client';
import { engine } from '#db/engine';
import { readHeader, unpackBackup } from '#lib/operation/backups/backup-file';
import { demonstrationRegister, freshRegister } from '#tests/support/databases/fresh-register';
import { debianPrograms } from '#tests/support/databases/postgresql-programs';
import { startPostgresql, type Postgresql } from '#tests/support/databases/postgresql';
import { closeRows, number, rows } from '#tests/support/databases/sql';
import { counts, record, seed } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';
import { runProgram } from '#tests/support/servers/child-processes';

const folder = mkdtempSync(join(tmpdir(), 'needs-register-backups-'));
const backups = join(folder, 'backups');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Variables = Readonly<Record<string, string>>;
const backUp = (env: Variables = {}) =>
  runProgram({ script: 'bin/backup.ts', env: { BACKUP_DIR: backups, ...env } });
const restore = (file: string, env: Variables = {}, agreed = ['--yes']) =>
  runProgram({
    script: 'bin/restore.ts',
    given: [file, ...agreed],
    env: { BACKUP_DIR: backups, INIT_CWD: '', ...env },
  });

const backupFiles = (of = backups) =>
  readdirSync(of)
    .filter((name) => name.endsWith('.backup'))
    .toSorted()
    .map((name) => join(of, name));

/** All rows of all tables of a SQLite file, without what a restoring itself writes. */
function rowsOfFile(path: string) {
  const connection = new Database(path, { readonly: true });
  const tables = connection
    .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
    .pluck()
    .all() as string[];
  const own = ['session', 'verification'];
  const found = tables
    .filter((name) => !own.includes(name))
    .toSorted()
    .map((name) => [name, connection.prepare(`select * from "${name}"`).all()] as const);
  connection.close();
  return found;
}

describe.runIf(engine === 'sqlite')('a backup of a SQLite register', () => {
  const path = process.env.DATABASE_URL!.slice('file:'.length);
  let file: string;
  let before: ReturnType<typeof rowsOfFile>;

  beforeAll(async () => {
    await demonstrationRegister();
    before = rowsOfFile(path);
    const made = await backUp();
    expect(made).toMatchObject({ code: 0, stderr: '' });
    [file = ''] = backupFiles();
    expect(made.stdout).toContain(
      `${file}: revision ${await number('select max(seq) from change')}`,
    );
  });

  it('is one private file that says what it is, and leaves nothing beside it', async () => {
    expect(readdirSync(backups).toSorted()).toEqual(['last-attempt.json', file.split('/').at(-1)]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(backups).mode & 0o777).toBe(0o700);
    expect(await readHeader(file)).toMatchObject({ engine: 'sqlite', encrypted: false });
    expect(statSync(file).size).toBeLessThan(statSync(path).size);
  });

  it('holds every row, also when the register is written to meanwhile', async () => {
    const copy = join(folder, 'copy.db');
    await unpackBackup(file, copy, null);
    expect(rowsOfFile(copy)).toEqual(before);
  });

  it('is refused after any change of its bytes and any cut, and the register stays as it is', async () => {
    const by = chance(seed);
    const whole = readFileSync(file);
    const harmed = join(folder, 'harmed.backup');
    const tries = counts(40, 1000);
    let refused = 0;
    for (let n = 0; n < tries; n += 1) {
      const isCut = by.below(4) === 0;
      const at = by.below(n % 2 === 0 ? 4096 : whole.length);
      const bytes = isCut ? whole.subarray(0, at) : Buffer.from(whole);
      if (!isCut) bytes[at] = bytes[at]! ^ (1 << by.below(8));
      writeFileSync(harmed, bytes);
      const out = join(folder, 'out');
      refused += await unpackBackup(harmed, out, null).then(
        () => 0,
        () => 1,
      );
      expect(existsSync(out), `byte ${at}`).toBe(false);
    }
    record('flips and cuts of backups', { seed, counts: tries, refused });
    expect(refused).toBe(tries);
    writeFileSync(harmed, Buffer.concat([whole, Buffer.from('more')]));
    const said = await restore(harmed);
    expect(said).toMatchObject({ code: 1, stdout: '' });
    expect(said.stderr).toContain('Not restored: This backup is damaged');
    expect(rowsOfFile(path)).toEqual(before);
  });

  it('is restored only after a yes: it says what is lost and keeps what it replaces', async () => {
    await freshNeedlessChange();
    closeRows();
    await closeDatabase();
    const changed = rowsOfFile(path);
    const asked = await restore(file, {}, []);
    expect(asked.code).toBe(1);
    expect(asked.stdout).toMatch(/1 changes and 0 events since then will be lost/);
    expect(asked.stdout).toContain('Nothing was changed.');
    expect(rowsOfFile(path)).toEqual(changed);
    const done = await restore(file);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    const [, kept = ''] = /is kept: (\S+)/.exec(done.stdout) ?? [];
    expect(rowsOfFile(path)).toEqual(before);
    expect(rowsOfFile(kept)).toEqual(changed);
    const left = readdirSync(join(path, '..')).filter((name) => name.includes('restoring'));
    expect(left).toEqual([]);
  });

  it('is not restored into a register that runs, nor into another one', async () => {
    const running = new Database(path);
    running.pragma('journal_mode = WAL');
    running.prepare('select count(*) from need').get();
    expect((await restore(file)).stderr).toContain('The register is running');
    running.close();
    const other = `file:${join(folder, 'other.db')}`;
    const made = await runProgram({
      script: 'bin/account.ts',
      given: ['create', '--email', 'a@example.org', '--name', 'A'],
      env: { DATABASE_URL: other, DEMO: '0' },
    });
    expect(made.code).toBe(0);
    expect((await restore(file, { DATABASE_URL: other })).stderr).toContain('of another register');
    const empty = `file:${join(folder, 'new', 'register.db')}`;
    expect((await restore(file, { DATABASE_URL: empty })).stdout).toContain('nothing is lost');
    expect(rowsOfFile(join(folder, 'new', 'register.db'))).toEqual(before);
  });

  it('takes the place of a register that is damaged or is none', async () => {
    const place = join(folder, 'damaged.db');
    writeFileSync(place, 'This was a register once. '.repeat(1000));
    const done = await restore(file, { DATABASE_URL: `file:${place}` });
    expect(done.stdout).toContain('cannot be read');
    expect(done.code).toBe(0);
    expect(rowsOfFile(place)).toEqual(before);
  });

  it('is encrypted for a recipient, and only the identity restores it', async () => {
    const identity = await generateIdentity();
    const own = join(folder, 'encrypted');
    const recipient = await identityToRecipient(identity);
    const made = await backUp({ BACKUP_DIR: own, BACKUP_RECIPIENT: recipient });
    expect(made.stderr).toBe('');
    expect(made.stdout).toContain('encrypted, verified');
    const [encrypted = ''] = backupFiles(own);
    const target = { DATABASE_URL: `file:${join(folder, 'decrypted.db')}` };
    const without = await restore(encrypted, target);
    expect(without.stderr).toContain('BACKUP_IDENTITY_FILE');
    const identityFile = join(folder, 'identity.txt');
    writeFileSync(identityFile, `# created: today\n${await generateIdentity()}\n`);
    const wrong = await restore(encrypted, { ...target, BACKUP_IDENTITY_FILE: identityFile });
    expect(wrong.stderr).toContain('another identity');
    writeFileSync(identityFile, `# created: today\n${identity}\n`);
    const right = await restore(encrypted, { ...target, BACKUP_IDENTITY_FILE: identityFile });
    expect(right).toMatchObject({ code: 0, stderr: '' });
    expect(rowsOfFile(join(folder, 'decrypted.db'))).toEqual(before);
  });

  it('of an altered register is refused, and the sound ones before it stay', async () => {
    const altered = join(folder, 'altered.db');
    copyFileSync(path, altered);
    const connection = new Database(altered);
    connection.exec(`update need set text = 'Another text' where id = (select min(id) from need)`);
    connection.close();
    const kept = backupFiles();
    const made = await backUp({ DATABASE_URL: `file:${altered}` });
    expect(made.code).toBe(1);
    expect(made.stderr).toContain('No backup was made: What was restored is not sound');
    expect(backupFiles()).toEqual(kept);
    const { why } = JSON.parse(readFileSync(join(backups, 'last-attempt.json'), 'utf8'));
    expect(why).toBe('unverified');
  });
});

/** One change of the register by a program: an account that it makes. */
async function freshNeedlessChange() {
  const made = await runProgram({
    script: 'bin/account.ts',
    given: ['create', '--email', 'late@example.org', '--name', 'Late', '--role', 'manager'],
    env: { DEMO: '1' },
  });
  expect(made.code).toBe(0);
}

describe.runIf(engine === 'postgresql')('a backup of a PostgreSQL register', () => {
  it('is refused in words where pg_dump is not of the version of the server', async () => {
    await freshRegister();
    const [{ version = 0 } = {}] = await rows<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    if (existsSync(`/usr/lib/postgresql/${version}/bin/pg_dump`)) return;
    const made = await backUp();
    expect(made.code).toBe(1);
    expect(made.stderr).toMatch(
      /^No backup was made: This machine has .*the server is PostgreSQL \d+. Install/,
    );
    expect(backupFiles()).toEqual([]);
  });
});

const programs = debianPrograms();
describe.runIf(engine === 'postgresql' && programs)('a backup of a server of Debian', () => {
  let server: Postgresql;
  let databaseUrl: string;
  const own = join(folder, 'debian');
  const query = async (sql: string, url = databaseUrl) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const create = (email: string) =>
    runProgram({
      script: 'bin/account.ts',
      given: ['create', '--email', email, '--name', 'Some Body'],
      env: { DATABASE_URL: databaseUrl, DEMO: '0' },
    });

  beforeAll(async () => {
    server = await startPostgresql(async () => programs!);
    databaseUrl = await server.createDatabase('register');
    expect((await create('first@example.org')).code).toBe(0);
  });
  afterAll(() => server.stop());

  it('is made, verified in a database of its own, and restored whole', async () => {
    const env = { DATABASE_URL: databaseUrl, BACKUP_DIR: own };
    const all = `select * from account order by id`;
    const before = await query(all);
    const made = await backUp(env);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect((await create('second@example.org')).code).toBe(0);
    const changed = await query(all);
    const [file = ''] = backupFiles(own);
    const done = await restore(file, env);
    expect(done.stderr).toBe('');
    expect(done.stdout).toMatch(/changes and \d+ events since then will be lost/);
    expect(await query(all)).toEqual(before);
    const [, kept = ''] = /is kept: (\S+)/.exec(done.stdout) ?? [];
    expect(await query(all, server.url(kept))).toEqual(changed);
    const databases = await query('select datname from pg_database order by 1');
    expect(databases.map(({ datname }) => datname)).toEqual(
      ['postgres', 'register', kept, 'template0', 'template1'].toSorted(),
    );
  });

  it('says what the role lacks where it may not make the database that verifies it', async () => {
    await query(`create role register_app login password 'x' in role pg_read_all_data`);
    const url = new URL(databaseUrl);
    url.username = 'register_app';
    url.password = 'x';
    const made = await backUp({ DATABASE_URL: url.href, BACKUP_DIR: join(folder, 'role') });
    expect(made.code).toBe(1);
    expect(made.stderr).toContain('alter role NAME createdb');
    expect(backupFiles(join(folder, 'role'))).toHaveLength(1);
  });
});
