import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import type { Actor } from '#lib/base/actor';
import { cookieSecret, sessionCookie, sessionCookieName } from '#lib/sessions/auth-cookie';
import { sessionHash } from '#db/session-hash';
import { endSession } from '#lib/sessions/session-commands';
import { actorOfSession } from '#lib/sessions/sessions';
import { acceptInvitation, changePassword, resetPassword } from '#lib/people/accounts/commands';
import {
  formRequest,
  httpClient,
  type HttpRequest,
  type SendRequest,
} from '#tests/support/servers/http-client';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';
import {
  rightPassword,
  rightPasswordHash,
  signIn,
  secondFactorVoluntary,
} from '#tests/support/factories/credentials';
import { draft } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { administrator, signedIn } from '#tests/support/factories/people';
import { mintedReview, type MintedReview } from '#tests/support/factories/reviews';
import { ensureBuilt } from '#tests/support/run/built-pages';
import { campaign, record } from '#tests/support/run/campaign';
import { startOwnServer, type OwnServer } from '#tests/support/servers/own-server';

type Person = Readonly<{ actor: Actor; email: string; own: MintedReview; cookie: string }>;
type Written = Readonly<{ id: string; version: number }>;

const cookieWith = async (sub: string, secret: string, maxAge = 3600) =>
  `${sessionCookieName()}=${await encode({ token: { sub }, secret, maxAge })}`;

/** How a session ends, or never was one; the cookie that is sent then. */
const endings: Readonly<Record<string, (person: Person) => Promise<string | void>>> = {
  'whose account is deactivated': async ({ actor }) =>
    void (await rows('update account set active = (1 = 0) where id = ?', [actor.accountId])),
  'whose person has another role': async ({ actor }) =>
    void (await rows(
      `update account set role = 'adviser', state_id = null, region = 'APG' where id = ?`,
      [actor.accountId],
    )),
  'whose person acts for another State': async ({ actor }) =>
    void (await rows('update account set state_id = ? where id = ?', [
      (await mintedReview()).stateId,
      actor.accountId,
    ])),
  'whose person has changed the password elsewhere': async ({ email }) => {
    const elsewhere = await actorOfSession(valueOf(await signIn(email)).id);
    const password = 'another long password';
    valueOf(await changePassword(elsewhere, { current: rightPassword, password }));
  },
  'whose person has chosen a new password by a mailed link': async ({ actor }) => {
    const { token } = valueOf(
      await resetPassword(await administrator(), { accountId: actor.accountId! }),
    );
    valueOf(await acceptInvitation(actor, { token, name: 'A', password: 'another long password' }));
  },
  'that was signed out': async ({ actor }) => void valueOf(await endSession(actor)),
  'that has expired': async ({ actor }) =>
    void (await rows('update session set expires_at = ? where id = ?', [
      new Date(Date.now() - 1000).toISOString(),
      sessionHash(actor.sessionId!),
    ])),
  'whose cookie was altered': async ({ cookie }) =>
    `${cookie.slice(0, -6)}${cookie.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`,
  'whose cookie was signed with another secret': async ({ actor }) =>
    cookieWith(actor.sessionId!, 'not the secret of this register'),
  'that nobody began': async () => cookieWith(randomUUID(), cookieSecret()),
  'whose cookie has run out': async ({ actor }) =>
    cookieWith(actor.sessionId!, cookieSecret(), -3600),
};

/** What its person could read or send, and nobody may without the session. */
const attempts = (url: string, { own, cookie }: Person, { id, version }: Written) => {
  const read = (path: string): HttpRequest => ({ path, headers: { cookie } });
  const send = (path: string, fields: Record<string, string>) =>
    formRequest(url, path, fields, cookie);
  const asVersion = { version: String(version) };
  return {
    'a draft': read(`/en/needs/${id}`),
    'the form of a draft': read(`/en/needs/${id}/change`),
    'the history of a draft': read(`/en/needs/${id}/history`),
    'a review': read(`/en/reviews/${own.id}`),
    'needs like a text': read(`/en/likeness?review=${own.id}&need=${id}&text=Training`),
    'saving a draft': send(`/en/needs/${id}/autosave`, { ...asVersion, review: own.id, text: 'x' }),
    'submitting a draft': send(`/en/needs/${id}/submit`, asVersion),
    'discarding a draft': send(`/en/needs/${id}/withdraw`, asVersion),
    'an answer that there is no need': send(`/en/reviews/${own.id}/answer`, { article: '7' }),
    'saying that a chapter is complete': send(`/en/reviews/${own.id}/declare`, { chapter: 'II' }),
  };
};
const refused = [307, 401, 403, 404];

describe.runIf(engine === 'sqlite' || campaign)('a session', () => {
  let server: OwnServer;
  let ask: SendRequest;
  beforeAll(async () => {
    await ensureBuilt();
    await freshRegister();
    await secondFactorVoluntary();
    server = await startOwnServer();
    ask = httpClient(server.url);
  }, 600_000);
  afterAll(() => server?.stop());

  async function person(): Promise<Person> {
    const own = await mintedReview();
    const passwordHash = await rightPasswordHash();
    const actor = await signedIn({ role: 'focal-point', stateId: own.stateId, passwordHash });
    const cookie = (await sessionCookie(actor.sessionId!)).split(';', 1)[0]!;
    return { actor, own, cookie, email: `${actor.accountId}@example.org` };
  }

  it.each(Object.entries(endings))(
    '%s is refused at the next request, whatever that is',
    { timeout: 300_000 },
    async (_name, end) => {
      const someone = await person();
      const needs: Written = await draft(someone.actor, someone.own);
      const before = attempts(server.url, someone, needs);
      for (const what of ['a draft', 'a review', 'needs like a text'] as const) {
        expect((await ask(before[what])).status, what).toBe(200);
      }
      const cookie = (await end(someone)) ?? someone.cookie;
      const tried = Object.entries(attempts(server.url, { ...someone, cookie }, needs));
      const count = async () =>
        rows(`select count(*) as n from change where entity_id in (?, ?)`, [
          needs.id,
          someone.own.id,
        ]);
      const written = await count();
      for (const [what, request] of tried) {
        const { status, text } = await ask(request);
        // Whoever has another role or State may still look for likeness, and finds nothing there.
        const isEmpty = status === 200 && what === 'needs like a text' && !text.includes(needs.id);
        expect(isEmpty || refused.includes(status), `${what}: ${status}`).toBe(true);
      }
      expect(await count()).toEqual(written);
      record('sessions refused at the next request', { counts: tried.length });
    },
  );
});
