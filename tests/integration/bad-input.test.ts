import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { invite } from '#lib/accounts/commands';
import { asking, formOf, type Answered, type Ask, type Asked } from '#tests/support/asking';
import { forms, pages, type There } from '#tests/support/bad-input-targets';
import { ensureBuilt } from '#tests/support/built-pages';
import { campaign, counts, record, seed } from '#tests/support/campaign';
import { chance, type Chance } from '#tests/support/chance';
import { rightPasswordHash } from '#tests/support/credentials';
import { contradictionsFound } from '#tests/support/import-soundness';
import { invalidRows } from '#tests/support/invalid-rows';
import { signIn } from '#tests/support/matrix-asking';
import { mutatedBody, mutatedPath } from '#tests/support/mutations';
import { naughtyStrings, plantedElement } from '#tests/support/naughty-strings';
import { valueOf } from '#tests/support/outcomes';
import { startOwnServer, type OwnServer } from '#tests/support/own-server';
import { administrator, reviewer, signedIn } from '#tests/support/people';
import { freshRegister } from '#tests/support/register';
import { appointReviewer } from '#lib/reviews/commands';
import { mintedReview, type MintedReview } from '#tests/support/reviews';
import { situations } from '#tests/support/situations';
import { row, rows } from '#tests/support/sql';

const requests = counts(1500, 20_000);
/** With this heap the server must live through all of it; the rest is code, stacks and buffers. */
const [heap, bound] = [256, 640];

const headerValue = (by: Chance) => { const value = by.oneOf(naughtyStrings); return /^[\x20-\x7e]{1,500}$/.test(value) ? value.trim() || 'x' : 'x'; };
const strangeHeaders = ['accept-language', 'accept', 'referer', 'user-agent', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'if-none-match', 'range', 'x-register-path', 'x-register-network', 'x-middleware-subrequest', 'next-action', 'rsc', 'next-router-state-tree', 'next-router-prefetch'];

describe.runIf(engine === 'sqlite' || campaign)('whatever is sent to it', () => {
  let server: OwnServer;
  let ask: Ask;
  let own: MintedReview;
  let there: Pick<There, 'account' | 'token'>;
  const cookies: [share: number, cookie: string][] = [];

  beforeAll(async () => {
    await ensureBuilt();
    await freshRegister();
    own = await mintedReview({ completedOn: '2022-01-31' });
    await mintedReview({ cycle: 1 });
    const [passwordHash, appointing] = [await rightPasswordHash(), await administrator()];
    const people = { focal: await signedIn({ role: 'focal-point', stateId: own.stateId, passwordHash }), reviewing: await signedIn({ role: 'reviewer', passwordHash }), manager: await signedIn({ role: 'manager', passwordHash }), administrator: await signedIn({ role: 'administrator', passwordHash }) };
    valueOf(await appointReviewer(appointing, { id: own.id, accountId: people.reviewing.accountId! }));
    const other = await reviewer(own);
    for (const mint of Object.values(situations)) for (let i = 0; i < 4; i += 1) await mint({ entering: people.focal, reviewing: other, review: own });
    const { token } = valueOf(await invite(appointing, { email: 'invited@example.org', name: 'Invited', role: 'manager', review: '' }));
    there = { account: (await reviewer()).accountId!, token };
    server = await startOwnServer({ env: { NODE_OPTIONS: `--max-old-space-size=${heap}` } });
    ask = asking(server.url, 8);
    for (const [share, { accountId }] of [[0.4, people.focal], [0.7, people.reviewing], [0.9, people.administrator], [0.93, people.manager]] as const) cookies.push([share, await signIn(ask, server.url, `${accountId}@example.org`)]);
  }, 300_000);
  afterAll(() => server?.stop());

  async function present(by: Chance): Promise<There> {
    const [need] = await rows<{ id: string; version: number }>('select id, version from need order by random() limit 1');
    const review = by.happens(0.7) ? await row<{ id: string; version: number }>('select id, version from review where id = ?', [own.id]) : (await rows<{ id: string; version: number }>('select id, version from review order by random() limit 1'))[0]!;
    return { ...there, need: need!.id, version: String(need!.version), review: review.id, reviewVersion: String(review.version) };
  }

  async function request(by: Chance): Promise<Asked> {
    const found = await present(by);
    const who = by.number();
    const cookie = cookies.find(([share]) => who < share)?.[1] ?? '';
    const strange = by.happens(0.1) ? { [by.oneOf(strangeHeaders)]: headerValue(by) } : {};
    if (by.happens(0.3)) {
      const { path, parameters } = by.oneOf(pages);
      return { path: mutatedPath(path(found), parameters, by).slice(0, 8000), headers: { cookie, ...strange } };
    }
    const { path, fields } = by.oneOf(forms);
    const to = by.happens(0.05) ? mutatedPath(path(found), ['version'], by) : path(found);
    return { method: 'POST', path: to.slice(0, 8000), body: mutatedBody(fields(found, by), by), headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded', cookie, ...(by.happens(0.15) ? { accept: 'application/json' } : {}), ...strange } };
  }

  /** What is wrong with an answer; nothing where it is one of the register's own. */
  function faultOf({ path, headers = {} }: Asked, { status, headers: answered, text }: Answered): string | undefined {
    const type = answered['content-type'] ?? '';
    if (status >= 500) return 'a failure';
    if (/SQLITE_|syntax error at|drizzle|node_modules|\bat .+\.(js|ts):\d+/.test(text)) return 'inner words';
    const asksForData = path.startsWith('/api/') || headers.accept?.includes('application/json') || 'rsc' in headers || 'next-action' in headers;
    const { location } = answered;
    if (location !== undefined && (!URL.canParse(location, server.url) || new URL(location, server.url).origin !== server.url)) return `leads to ${location}`;
    if (text === '' || (status >= 300 && status < 400) || asksForData) return undefined;
    if (type !== 'text/html; charset=utf-8') return `not HTML but ${type}`;
    if (text.includes(`<${plantedElement}`)) return 'what was sent, as an element';
    return /<html lang="(ar|en|es|fr|ru|zh)"/.test(text) && text.includes('<h1') ? undefined : 'a page that does not speak';
  }

  it.each([
    ['/api/auth/session?callbackUrl=none', ''], ['/api/auth/session?callbackUrl=javascript:alert(1)', ''], ['/api/auth/error?error=%E8%AF%AF', ''], ['/api/auth/error/%E8%AF%AF', ''],
    ['/api/auth/session', 'next-auth.callback-url=none'], ['/api/auth/signin?callbackUrl=%00', ''],
  ])('next-auth refuses what it would fail on: %s %s', async (path, cookie) => {
    expect((await ask({ path, headers: { cookie } })).status).toBe(400);
    expect((await ask(formOf(server.url, '/api/auth/signout', { callbackUrl: new URL(path, server.url).searchParams.get('callbackUrl') ?? 'none' }, cookie))).status).toBe(400);
  });

  it(`${requests} mutated and naughty requests (seed ${seed}) are answered by the register, and leave it sound`, { timeout: campaign ? 3_600_000 : 180_000 }, async () => {
    expect([...await contradictionsFound(), ...await invalidRows()], 'before').toEqual([]);
    const faults: string[] = [];
    const statuses: Record<number, number> = {};
    let next = 0;
    const worker = async () => {
      while (next < requests && faults.length < 20) {
        const i = next++;
        const asked = await request(chance(seed + i));
        // A server that hangs up while it is still being sent to has answered; the client may miss it once.
        const answer = await ask(asked).catch(() => ask(asked)).catch((error: Error) => error.message);
        const fault = typeof answer === 'string' ? answer : faultOf(asked, answer);
        if (typeof answer !== 'string') statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        if (fault) faults.push(`${i}: ${fault}: ${JSON.stringify(asked).slice(0, 600)} ${typeof answer === 'string' ? '' : `${answer.status} ${answer.text.slice(0, 200)}`}`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    record('bad input', { seed, counts: next, statuses: Object.entries(statuses).map(([status, n]) => `${status}×${n}`).join(' '), megabytes: Math.round(server.peak()) });
    expect(faults).toEqual([]);
    expect(statuses[303], 'requests that were done').toBeGreaterThan(requests / 50);
    expect(await contradictionsFound()).toEqual([]);
    expect(await invalidRows()).toEqual([]);
    expect(server.said()).not.toMatch(/a request failed|Error/);
    expect(server.peak(), 'megabytes at most').toBeLessThan(bound);
  });

  it('rows that no form should let through would be seen', async () => {
    const planted = await invalidRows();
    await rows(`update need set text = 'a' || ${engine === 'sqlite' ? 'char(7)' : 'chr(7)'} || 'b' where id = (select min(id) from need)`);
    await rows(`update need_version set topics = '["nothing"]', text = null where id = (select min(id) from need_version where status = 'approved')`);
    // PostgreSQL refuses to compare a date that there is not.
    await rows(`update review set completed_on = ?, published_on = '2022-01-01' where id = ?`, [engine === 'sqlite' ? '2022-02-30' : '2022-02-28', own.id]);
    expect((await invalidRows()).filter((found) => !planted.includes(found)).map((found) => found.replace(/: \d+$/, ''))).toEqual([
      'a need with a control character', 'an unknown topic', 'something submitted that is not complete', ...(engine === 'sqlite' ? ['a date that there is not'] : []), 'a summary published before it was completed']);
    expect((await contradictionsFound()).length).toBeGreaterThan(0);
  });
});
