import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '#db/client';
import { engine } from '#db/engine';
import { systemActor } from '#lib/base/actor';
import { runChecks } from '#lib/operation/checks/doctor';
import { checkCodes } from '#lib/operation/checks/vocabulary';
import { translator } from '#lib/text/i18n';
import { checkText } from '#lib/operation/checks/check-text';
import { queueCounts } from '#lib/operation/checks/queries';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { signedIn } from '#tests/support/factories/people';
import { ensureBuilt } from '#tests/support/run/built-pages';
import { campaign, counts, record, seed } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';
import { runProgram } from '#tests/support/servers/child-processes';
import { freePort } from '#tests/support/servers/free-port';
import { startOwnServer, type OwnServer } from '#tests/support/servers/own-server';

beforeAll(() => demonstrationRegister());

/** A way to the database server that can be cut and mended, as a cable can. */
async function wayToDatabase() {
  const url = new URL(process.env.DATABASE_URL!);
  const to = { host: url.hostname, port: Number(url.port) };
  const open = new Set<Socket>();
  const relay = createServer((near) => {
    const far = connect(to);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  const port = await freePort();
  const mend = async () => {
    await once(relay.listen(port, '127.0.0.1'), 'listening');
  };
  await mend();
  url.hostname = '127.0.0.1';
  url.port = String(port);
  const cut = () => {
    relay.close();
    for (const socket of open) socket.destroy();
  };
  return { url: url.href, cut, mend };
}

describe('what an operator watches', () => {
  let server: OwnServer;
  let metricsUrl: string;
  let way: Awaited<ReturnType<typeof wayToDatabase>> | undefined;
  const backups = mkdtempSync(join(tmpdir(), 'needs-register-watched-'));
  beforeAll(async () => {
    await ensureBuilt();
    const port = await freePort();
    metricsUrl = `http://127.0.0.1:${port}`;
    way = engine === 'postgresql' ? await wayToDatabase() : undefined;
    server = await startOwnServer({
      env: {
        DEMO: '1',
        METRICS_PORT: String(port),
        BACKUP_DIR: backups,
        ...(way ? { DATABASE_URL: way.url } : {}),
      },
    });
  });
  afterAll(async () => {
    await server.stop();
    way?.cut();
    rmSync(backups, { recursive: true, force: true });
  });

  it.each(['/healthz', '/readyz'])('%s says that all is well, and nothing else', async (path) => {
    const answer = await fetch(`${server.url}${path}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('ok\n');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(`${server.url}${path}`, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`${server.url}${path}`, { method: 'POST' })).status).toBe(405);
  });

  it('the metrics count requests by their route, on a port of their own alone', async () => {
    await (await fetch(`${server.url}/en/summaries?from=secret-word`)).text();
    await (await fetch(`${server.url}/en/${'x'.repeat(50)}`)).text();
    const text = await (await fetch(`${metricsUrl}/metrics`)).text();
    for (const name of [
      'register_request_seconds_count',
      'nodejs_eventloop_lag_seconds',
      'register_database_wait_seconds',
      'register_facts_needs',
      'register_page_cache_requests_total',
      'register_outbox_waiting',
      'register_jobs_failed',
      'register_ready 1',
      'register_damaged 0',
    ])
      expect(text).toContain(name);
    expect(text).not.toMatch(/secret-word|xxxxx/);
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
    expect((await fetch(`${metricsUrl}/`)).status).toBe(404);
  });

  it('the metrics have each that an alarm of the book is about', async () => {
    const book = readFileSync('docs/operation.md', 'utf8');
    const alarms = [...book.matchAll(/^\| `((?:register|nodejs)_\w+)` /gm)].map(([, name]) => name);
    expect(alarms.length).toBeGreaterThan(5);
    const text = await (await fetch(`${metricsUrl}/metrics`)).text();
    for (const name of alarms) expect(text).toMatch(new RegExp(`^${name} [\\d.e+-]+$`, 'm'));
  });

  it.runIf(engine === 'postgresql')(
    '/readyz says that the database is away, and without a restart that it is back',
    async () => {
      const ready = async () => (await fetch(`${server.url}/readyz`)).text();
      way!.cut();
      await expect.poll(ready, { timeout: 15_000, interval: 200 }).toBe('database\n');
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      await way!.mend();
      await expect.poll(ready, { timeout: 15_000, interval: 200 }).toBe('ok\n');
    },
  );

  it('the doctor says each finding in words, and tells nobody else', async () => {
    const found = await runChecks(systemActor('', 'Test'));
    expect(found.map(({ name }) => name)).toEqual(Object.keys(checkCodes));
    expect(found.filter(({ code }) => code === 'unknown')).toEqual([]);
    for (const name of ['schema', 'files', 'jobs', 'clock'])
      expect(found.find((each) => each.name === name)).toMatchObject({ state: 'ok' });
    for (const locale of ['en', 'ar'] as const)
      for (const each of found)
        expect(checkText(locale, translator(locale), each)).not.toMatch(/operation\.|[{}]/);
    const manager = await signedIn({ role: 'manager' });
    expect(await runChecks(manager)).toEqual([]);
    expect((await queueCounts(manager)).mail).toEqual({ waiting: 0, givenUp: 0 });
  });

  it('the doctor says what to do for each fault that it knows', () => {
    const advice =
      /\b(Run|Set|Check|Install|Make|Start|Stop|Use|Look|restored|tries|made within|is made)\b/;
    const t = translator('en');
    for (const [name, codes] of Object.entries(checkCodes))
      for (const code of codes.filter((each) => each !== 'ok' && each !== 'server')) {
        const values = { count: 1, free: 1, name: 'x', row: 'x', at: '2026-01-01T00:00:00.000Z' };
        const found = { name, code, state: 'fault', values } as Parameters<typeof checkText>[2];
        expect(checkText('en', t, found)).toMatch(advice);
      }
  });

  it('npm run doctor ends with 1 where the mail server is away and the last backup failed', async () => {
    writeFileSync(
      join(backups, 'last-attempt.json'),
      JSON.stringify({ at: new Date().toISOString(), why: 'full' }),
    );
    const { code, stdout } = await runProgram({
      script: 'bin/doctor.ts',
      env: {
        DEMO: '1',
        BACKUP_DIR: backups,
        MAIL_URL: `smtp://127.0.0.1:${await freePort()}`,
        MAIL_FROM: 'register@example.org',
      },
    });
    expect(stdout).toMatch(/^FAULT +Mail: The mail server does not answer\. Check MAIL_URL/m);
    expect(stdout).toMatch(/^FAULT +Backups: .* failed\. Run npm run backup/m);
    expect(code).toBe(1);
  });

  it('npm run doctor prints the same', async () => {
    const { stdout } = await runProgram({ script: 'bin/doctor.ts', env: { DEMO: '1' } });
    expect(stdout).toMatch(/^ok +Tables of the database: /m);
    expect(stdout.trim().split('\n')).toHaveLength(Object.keys(checkCodes).length);
  });
});

describe.runIf(engine === 'sqlite')('a damaged SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'needs-register-damage-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'register.db');
  const env = { DATABASE_URL: `file:${path}`, DEMO: '1' };
  const original = process.env.DATABASE_URL!.slice('file:'.length);
  let whole: Buffer;
  let pageSize: number;

  beforeAll(async () => {
    await closeDatabase();
    const connection = new Database(original);
    connection.pragma('journal_mode = DELETE');
    pageSize = Number(connection.pragma('page_size', { simple: true }));
    connection.close();
    whole = readFileSync(original);
  });

  const start = () => runProgram({ script: 'bin/start.ts', env: { ...env, PORT: '0' } });

  it('with a broken structure is refused at the start, with the way back', async () => {
    const broken = Buffer.from(whole);
    // The headers of many pages: what they hold cannot be found any more.
    for (let page = 2; page < 60; page += 1)
      broken.fill(0xff, page * pageSize, page * pageSize + 60);
    writeFileSync(path, broken);
    const { code, stderr } = await start();
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The database .* is damaged and is not served \(.*npm run restore FILE\n$/,
    );
  });

  it('is found by the whole check wherever it is, but for pages that nothing uses', async () => {
    const by = chance(seed);
    const tries = counts(6, 200);
    let missed = 0;
    const unused = unusedPages();
    for (let n = 0; n < tries; n += 1) {
      const flipped = Buffer.from(whole);
      let at = 100 + by.below(whole.length - 100);
      while (unused.has(Math.floor(at / pageSize) + 1)) at = 100 + by.below(whole.length - 100);
      // Sixty bytes, as in a bad sector.
      for (let i = at; i < Math.min(at + 60, flipped.length); i += 1)
        flipped[i] = flipped[i]! ^ 0x55;
      writeFileSync(path, flipped);
      const { code } = await runProgram({ script: 'bin/check.ts', env });
      if (code === 0) missed += 1;
    }
    record('flipped places of a live file', { seed, counts: tries, missed });
    // What no digest covers (sessions, mail, drafts) and the free space within pages.
    expect(missed).toBeLessThanOrEqual(campaign ? tries / 4 : 2);
  });

  /** The pages of the free list, which hold nothing. */
  function unusedPages(): ReadonlySet<number> {
    const connection = new Database(original, { readonly: true });
    const listed = connection.prepare('select pageno from dbstat').pluck().all() as number[];
    connection.close();
    const all = new Set(Array.from({ length: whole.length / pageSize }, (_, n) => n + 1));
    for (const page of listed) all.delete(page);
    return all;
  }

  it('is private, whatever it was before', async () => {
    copyFileSync(original, path);
    expect((await runProgram({ script: 'bin/migrate.ts', env })).code).toBe(0);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
