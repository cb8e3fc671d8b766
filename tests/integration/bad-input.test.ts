import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import {
  formRequest,
  type HttpResponse,
  type HttpRequest,
} from '#tests/support/servers/http-client';
import { startTarget, turns, type Target } from '#tests/support/attacks/bad-input-register';
import { campaign, counts, record, seed } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { invalidRows } from '#tests/support/attacks/invalid-rows';
import { plantedElement } from '#tests/support/attacks/naughty-strings';
import { rows } from '#tests/support/databases/sql';
import { dropGuards } from '#tests/support/databases/unrecorded';

// Every day each form and each page has its turn, and with them each kind of mutation; a campaign
// leaves all to chance.
const requests = counts(turns, 20_000);
/** With this heap the server must live through all of it; the rest is code, stacks and buffers. */
const [heap, bound] = [256, 640];

describe.runIf(engine === 'sqlite' || campaign)('whatever is sent to it', () => {
  let target: Target;
  beforeAll(async () => {
    target = await startTarget(heap);
  }, 300_000);
  afterAll(() => target?.server.stop());

  /** What is wrong with an answer; nothing where it is one of the register's own. */
  function faultOf(
    { path, headers = {} }: HttpRequest,
    { status, headers: answered, text }: HttpResponse,
  ): string | undefined {
    const [type, { url }] = [answered['content-type'] ?? '', target.server];
    if (status >= 500) return 'a failure';
    if (/SQLITE_|syntax error at|drizzle|node_modules|\bat .+\.(js|ts):\d+/.test(text))
      return 'inner words';
    const isFile =
      status === 200 && /^\/\w\w\/summaries\/figures\/[\w-]+\/(svg|png|csv|xlsx)\b/.test(path);
    const asksForData =
      isFile ||
      /^\/(api\/|\w\w\/(needs\/export|assistance\/export|likeness)\b)/.test(path) ||
      headers.accept?.includes('application/json') ||
      'rsc' in headers ||
      'next-action' in headers;
    const { location } = answered;
    if (
      location !== undefined &&
      (!URL.canParse(location, url) || new URL(location, url).origin !== url)
    )
      return `leads to ${location}`;
    if (text === '' || (status >= 300 && status < 400) || asksForData) return undefined;
    if (type !== 'text/html; charset=utf-8') return `not HTML but ${type}`;
    if (text.includes(`<${plantedElement}`)) return 'what was sent, as an element';
    return /<html lang="(ar|en|es|fr|ru|zh)"/.test(text) && text.includes('<h1')
      ? undefined
      : 'a page that does not speak';
  }

  it.each([
    ['/api/auth/session?callbackUrl=none', ''],
    ['/api/auth/session?callbackUrl=javascript:alert(1)', ''],
    ['/api/auth/error?error=%E8%AF%AF', ''],
    ['/api/auth/error/%E8%AF%AF', ''],
    [`/api/auth/signin?callbackUrl=/${'e'.repeat(2000)}`, ''],
    ['/api/auth/session', 'next-auth.callback-url=none'],
    ['/api/auth/signin?callbackUrl=%00', ''],
  ])('next-auth refuses what it would fail on: %s %s', async (path, cookie) => {
    expect((await target.ask({ path, headers: { cookie } })).status).toBe(400);
    expect(
      (
        await target.ask(
          formRequest(
            target.server.url,
            '/api/auth/signout',
            {
              callbackUrl:
                new URL(path, target.server.url).searchParams.get('callbackUrl') ?? 'none',
            },
            cookie,
          ),
        )
      ).status,
    ).toBe(400);
  });

  it('a form that nothing was done to is done', async () => {
    const { server, cookie, ask } = target;
    const sent = formRequest(server.url, '/en/accounts/set-mail', { mail: 'daily' }, cookie);
    expect((await ask(sent)).status).toBe(303);
  });

  it('a form that names an account by a text which no database can hold finds none', async () => {
    expect(
      (
        await target.ask(
          formRequest(
            target.server.url,
            '/en/accounts/reset-password',
            { accountId: 'a\u0000b' },
            target.administrator,
          ),
        )
      ).status,
    ).toBe(404);
  });

  it('a form sent to an address that holds a percent sign is answered like one to any that there is not', async () => {
    const [strange, unknown] = await Promise.all(
      ['%25', 'none'].map((id) =>
        target.ask(
          formRequest(
            target.server.url,
            `/en/needs/${id}/withdraw`,
            { version: '1', reason: 'A reason.' },
            target.cookie,
          ),
        ),
      ),
    );
    expect([strange!.status, unknown!.status]).toEqual([404, 404]);
  });

  it(
    `${requests} mutated and naughty requests (seed ${seed}) are answered by the register, and leave it sound`,
    { timeout: campaign ? 3_600_000 : 600_000 },
    async () => {
      expect([...(await contradictionsFound()), ...(await invalidRows())], 'before').toEqual([]);
      const faults: string[] = [];
      const statuses: Record<number, number> = {};
      let next = 0;
      const worker = async () => {
        while (next < requests && faults.length < 20) {
          const i = next++;
          const asked = await target.request(chance(seed + i), campaign ? undefined : i);
          // A server that hangs up while it is still being sent to has answered; the client may
          // miss it once.
          const answer = await target
            .ask(asked)
            .catch(() => target.ask(asked))
            .catch((error: Error) => error.message);
          const fault = typeof answer === 'string' ? answer : faultOf(asked, answer);
          if (typeof answer !== 'string')
            statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
          if (fault)
            faults.push(
              `${i}: ${fault}: ${JSON.stringify(asked).slice(0, 600)} ${typeof answer === 'string' ? '' : `${answer.status} ${answer.text.slice(0, 200)}`}`,
            );
        }
      };
      await Promise.all(Array.from({ length: 8 }, worker));
      record('bad input', {
        seed,
        counts: next,
        statuses: Object.entries(statuses)
          .map(([status, n]) => `${status}×${n}`)
          .join(' '),
        megabytes: Math.round(target.server.peak()),
      });
      expect(faults).toEqual([]);
      if (campaign)
        expect(statuses[303], 'requests that were done').toBeGreaterThan(requests / 100);
      expect(await contradictionsFound()).toEqual([]);
      expect(await invalidRows()).toEqual([]);
      expect(target.server.said()).not.toMatch(/a request failed|Error/);
      expect(target.server.peak(), 'megabytes at most').toBeLessThan(bound);
    },
  );

  it('rows that no form should let through would be seen', async () => {
    const planted = await invalidRows();
    await dropGuards();
    await rows(
      `update need set text = 'a' || ${engine === 'sqlite' ? 'char(7)' : 'chr(7)'} || 'b' where id = (select min(id) from need)`,
    );
    await rows(
      `update need_version set topics = '["nothing"]', text = null where id = (select min(id) from need_version where status = 'approved')`,
    );
    // PostgreSQL refuses to compare a date that there is not.
    await rows(`update review set completed_on = ?, published_on = '2022-01-01' where id = ?`, [
      engine === 'sqlite' ? '2022-02-30' : '2022-02-28',
      target.own.id,
    ]);
    expect(
      (await invalidRows())
        .filter((found) => !planted.includes(found))
        .map((found) => found.replace(/: \d+$/, '')),
    ).toEqual([
      'a need with a control character',
      'an unknown topic',
      'something submitted that is not complete',
      ...(engine === 'sqlite' ? ['a date that there is not'] : []),
      'a summary published before it was completed',
    ]);
    expect((await contradictionsFound()).length).toBeGreaterThan(0);
  });
});
