import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenHash } from '#lib/people/accounts/tokens';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, rows } from '#tests/support/databases/sql';
import {
  personWithPassword,
  rightPassword,
  secondFactorVoluntary,
} from '#tests/support/factories/credentials';
import { raw, sender } from '#tests/support/pages/raw-requests';
import { ensureBuilt } from '#tests/support/run/built-pages';
import { startOwnServer, type OwnServer } from '#tests/support/servers/own-server';

const formType = 'application/x-www-form-urlencoded';
const token = 'a-token-that-must-not-be-logged';

/** A page is sent while its refusal is being recorded. */
const untilRecorded = async (kind: string) => {
  while ((await number('select count(*) from event where kind = ?', [kind])) === 0) await wait(20);
};

describe('somebody who has signed in', () => {
  let server: OwnServer;
  beforeAll(async () => {
    await ensureBuilt();
    await freshRegister();
    await secondFactorVoluntary();
    server = await startOwnServer({ env: { TRUSTED_PROXY: '1' } });
  });
  afterAll(() => server?.stop());

  it('is recorded with what was refused, sent or only looked at, and with what was downloaded and changed, and from where', async () => {
    const { email, accountId } = await personWithPassword('manager');
    const { cookie } = await sender(server.url, email, rightPassword);
    const headers = {
      cookie,
      origin: server.url,
      'content-type': formType,
      'x-forwarded-for': '203.0.113.9',
    };
    const get = (path: string) => raw(server.url, { method: 'GET', path, headers });
    const post = (path: string, body: string) => raw(server.url, { path, headers, body });
    expect((await get('/en/admin/audit?kind=change')).status).toBe(403);
    await untilRecorded('refused');
    const invitation = 'email=a@example.org&name=A&role=manager';
    expect((await post('/en/accounts/invite', invitation)).status).toBe(403);
    expect((await get('/en/summaries/figures/figure-1/csv')).status).toBe(200);
    expect((await post('/en/accounts/set-mail', 'mail=none')).status).toBe(303);
    expect((await post('/en/accounts/end-session', '')).status).toBe(303);
    const found = await rows<{ kind: string; data: string }>(
      'select kind, data from event where actor_id = ? order by seq',
      [accountId],
    );
    const network = '203.0.113.9';
    expect(found.map(({ kind, data }) => [kind, JSON.parse(data)])).toEqual([
      ['sign-in', { network: expect.stringMatching(/^127\.|^0:/) }],
      ['refused', { path: '/en/admin/audit', network }],
      ['refused', { path: '/en/accounts/invite', network }],
      ['download', { path: '/en/summaries/figures/figure-1/csv', network }],
      ['sign-out', { network }],
    ]);
    const [changed] = await rows<{ data: string }>('select data from change where actor_id = ?', [
      accountId,
    ]);
    expect(JSON.parse(changed!.data)).toMatchObject({ network });
  });

  it('leaves no token of a link in any log, also where its page fails', async () => {
    const path = `/en/accounts/invitations/${token}`;
    await rows('alter table invitation rename to invitation_away');
    const page = await raw(server.url, { method: 'GET', path });
    const form = await raw(server.url, {
      path: `${path}/accept`,
      headers: { origin: server.url, 'content-type': formType },
      body: 'name=Name&password=a+long+enough+password',
    });
    await rows('alter table invitation_away rename to invitation');
    expect([page.status, form.status]).toEqual([500, 500]);
    await wait(200);
    const said = server.said();
    expect(said).toContain('a request failed');
    expect(said).not.toContain(token);
    expect(said).not.toContain(tokenHash(token));
    const logged = await rows('select data from event');
    expect(JSON.stringify(logged)).not.toContain(token);
  });
});
