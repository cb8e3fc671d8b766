import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { expectAnswer, inHtml } from '#tests/support/pages/answers';
import { expect, test } from '#tests/support/pages/fixture';
import {
  encoded,
  enterDraft,
  hidden,
  needFields,
  raw,
  sender,
  type Raw,
  type Sender,
} from '#tests/support/pages/raw-requests';
import { rowsStored } from '#tests/support/pages/stored-rows';
import type { RunningServer } from '#tests/support/servers/server';

const form = 'application/x-www-form-urlencoded';

test.describe('a request that no browser with the register’s pages would send', () => {
  let server: RunningServer;
  let focal: Sender;
  let fields: string;
  let need: string;
  test.beforeAll(async ({ shared }) => {
    server = shared;
    focal = await sender(server.url, 'focal.afr-18@demo.example');
    fields = encoded([
      [
        'review',
        hidden((await focal.get(`/en/needs/new?id=${crypto.randomUUID()}`)).text, 'review'),
      ],
      ...needFields('Never stored.'),
      ['then', 'draft'],
    ]);
    need = await enterDraft(focal, needFields('A draft that nothing may change.'));
  });

  type Said =
    | `pages.${400 | 403 | 405 | 411 | 413 | 415}Title`
    | 'pages.notFoundTitle'
    | 'errors.wrongEncoding';
  /**
   * Sends it signed in, in two languages, and expects a page that says what is the matter, and
   * nothing stored.
   */
  async function expectRefused(crafted: (locale: Locale) => Raw, status: number, said: Said) {
    for (const locale of ['en', 'ar'] as const) {
      const before = rowsStored(server.databaseUrl);
      const request = crafted(locale);
      const answer = await raw(server.url, {
        ...request,
        headers: { cookie: focal.cookie, ...request.headers },
      });
      expectAnswer(answer, status, [inHtml(translator(locale)(said))], locale);
      expect(rowsStored(server.databaseUrl)).toEqual(before);
    }
  }
  const own = () => ({ origin: server.url, 'content-type': form });
  const enter =
    (headers: Raw['headers'], body: Raw['body'] = fields) =>
    (locale: Locale): Raw => ({ path: `/${locale}/needs/enter`, headers, body });

  test('without an Origin it is refused', () =>
    expectRefused(enter({ 'content-type': form }), 403, 'pages.403Title'));
  test('from another origin, or none that can be named, it is refused', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost',
      'http://localhost.evil.example',
      server.url.replace('http:', 'https:'),
    ]) {
      await expectRefused(enter({ ...own(), origin }), 403, 'pages.403Title');
    }
  });
  test('from another site, as the browser says itself, it is refused', async () => {
    for (const site of ['cross-site', 'same-site', 'none'])
      await expectRefused(enter({ ...own(), 'sec-fetch-site': site }), 403, 'pages.403Title');
  });
  test('without its length it is refused', () =>
    expectRefused(
      (locale) => ({ path: `/${locale}/needs/enter`, headers: own(), body: fields, chunked: true }),
      411,
      'pages.411Title',
    ));
  test('two megabytes are refused', () =>
    expectRefused(enter(own(), `${fields}&text=${'a'.repeat(2_000_000)}`), 413, 'pages.413Title'));
  test('JSON, a file or plain text is refused', async () => {
    for (const type of [
      'application/json',
      'multipart/form-data; boundary=x',
      'text/plain',
      'text/x-component',
    ]) {
      await expectRefused(
        enter({ ...own(), 'content-type': type }, JSON.stringify({ text: 'Never stored.' })),
        415,
        'pages.415Title',
      );
    }
  });
  test('what is not UTF-8 is refused and said to be so', async () => {
    for (const body of [
      `${fields}&quote=%FF`,
      `${fields}&quote=%E0%A4%A`,
      `${fields}&quote=100%`,
      Buffer.from(`${fields}&quote=caf\u00e9`, 'latin1'),
    ]) {
      await expectRefused(enter(own(), body), 422, 'errors.wrongEncoding');
    }
  });
  test('more fields than any form has are refused', () =>
    expectRefused(
      enter(own(), `${fields}${'&articles=7'.repeat(5000)}`),
      422,
      'errors.wrongEncoding',
    ));

  test('any other method is refused', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      await expectRefused(
        (locale) => ({
          method,
          path: `/${locale}/needs/${need}/edit`,
          headers: own(),
          body: fields,
        }),
        405,
        'pages.405Title',
      );
  });
  test('a form sent to the address of a page is refused', async () => {
    for (const path of [
      '',
      '/needs',
      '/needs/new',
      '/summaries',
      '/accounts/sign-in',
      '/no/such/page',
    ]) {
      await expectRefused(
        (locale) => ({ path: `/${locale}${path}`, headers: own(), body: fields }),
        405,
        'pages.405Title',
      );
    }
  });
  test('a form that calls itself a server action is refused', async () => {
    const action = {
      ...own(),
      'next-action': '7f0000000000000000000000000000000000000000',
      accept: 'text/x-component',
    };
    for (const path of ['', '/needs', `/needs/${need}`, '/summaries']) {
      await expectRefused(
        (locale) => ({ path: `/${locale}${path}`, headers: action, body: fields }),
        405,
        'pages.405Title',
      );
      await expectRefused(
        (locale) => ({
          path: `/${locale}${path}`,
          headers: { ...action, 'content-type': 'multipart/form-data; boundary=x' },
          body: '--x--',
        }),
        405,
        'pages.405Title',
      );
    }
  });
  test('a malformed address is refused, and one that does not exist is not found', async () => {
    for (const path of ['/%E0%A4%A', '/needs/%', '/summaries?cutoff=%FF'])
      await expectRefused(
        (locale) => ({ method: 'GET', path: `/${locale}${path}` }),
        400,
        'pages.400Title',
      );
    for (const path of [
      '/no/such/page',
      '/needs/none',
      `/needs/${crypto.randomUUID()}`,
      '/summaries/regions/XXX',
      '/needs/%00',
    ]) {
      await expectRefused(
        (locale) => ({ method: 'GET', path: `/${locale}${path}` }),
        404,
        'pages.notFoundTitle',
      );
    }
  });
  test('an address that climbs is refused, and never reaches a page by another name', async () => {
    const action = {
      ...own(),
      'content-type': `${form}; multipart/form-data`,
      'next-action': '7f0000000000000000000000000000000000000000',
      accept: 'text/x-component',
    };
    const paths = [
      '/en/reviews/../publish',
      '/en/needs/%2e%2e/approve',
      '/en/needs/./approve',
      '/en/needs/%2E/approve',
      '/api/auth/../../en',
      '/api/auth/x/../../../en/needs',
      '/en/..',
    ];
    for (const path of paths) {
      for (const headers of [own(), action]) {
        const answer = await raw(server.url, {
          path,
          headers: { ...headers, cookie: focal.cookie },
          body: fields,
        });
        expect([400, 404, 405], path).toContain(answer.status);
        expect(answer.text, path).toMatch(/<html lang="en" dir="ltr">.*<h1>[^<]+<\/h1>/s);
      }
      const { status, text } = await raw(server.url, { method: 'GET', path });
      expect(status, path).toBeLessThan(500);
      if (status !== 308)
        expect(text, path).toMatch(/<html lang="en" dir="ltr">.*<h1>[^<]+<\/h1>/s);
    }
  });
  test('the address that a form is sent to, opened as a page, says so or leads on', async () => {
    for (const path of [
      '/needs/enter',
      `/needs/${need}/edit`,
      `/needs/${need}/approve`,
      '/accounts/begin-session',
      '/reviews/create',
      '/accounts/invite',
    ]) {
      const { status, text } = await raw(server.url, {
        method: 'GET',
        path: `/en${path}`,
        headers: { cookie: focal.cookie },
      });
      expect(status, path).toBeLessThan(500);
      if (status < 300 || status > 399) expect(text, path).toMatch(/<h1>[^<]+<\/h1>/);
    }
  });
  test('whatever is asked of a list or a summary, it answers', async () => {
    for (const path of [
      '/needs?page=999999999',
      '/needs?page=-1',
      '/needs?status=nothing',
      '/needs?review=%27--',
      '/needs?show=all&show=none',
      '/summaries?cutoff=2023-02-30',
      '/summaries?chapter=IX&cycle=7',
      '/summaries?cutoff=&cutoff=',
      '/summaries/regions/AFR?chapter=V',
      '/summaries?chapter=__proto__',
      '/needs/new?review=%27&id=00000000-0000-4000-8000-00000000000e',
      '/accounts/sign-in?next=%0d%0a',
      '/accounts/invitations/none',
    ]) {
      const { status, text } = await raw(server.url, {
        method: 'GET',
        path: `/en${path}`,
        headers: { cookie: focal.cookie },
      });
      expect(status, path).toBeLessThan(500);
      expect(text, path).toMatch(/<h1>[^<]+<\/h1>/);
    }
  });
});
