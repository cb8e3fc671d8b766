import { expect, test } from '@playwright/test';
import { campaign, counts } from '#tests/support/run/campaign';
import { addressOf, builtFiles, builtRoutes } from '#tests/support/servers/build-routes';
import { score } from '#tests/support/servers/observatory';
import { raw, sender, type RawAnswer, type Sender } from '#tests/support/pages/raw-requests';
import { emails, needsOfEachStatus, reviewWithGuest } from '#tests/support/pages/samples';
import { lines } from '#tests/support/servers/raw-lines';
import { startServer, type RunningServer } from '#tests/support/servers/server';

const form = 'application/x-www-form-urlencoded';
const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-permitted-cross-domain-policies': 'none',
} as const;

/** The register behind a proxy that speaks https, and on this machine without. */
for (const https of [true, false]) {
  test.describe(`every answer ${https ? 'behind https' : 'on this machine'}`, () => {
    const origin = 'https://needs.example.org';
    let server: RunningServer;
    let people: readonly Sender[];
    let values: Readonly<Record<string, string>>;
    let own: string;
    const signedIn = () =>
      Promise.all(
        [undefined, emails.focal, emails.reviewer, emails.manager, emails.administrator].map(
          (email) => sender(server.url, email, undefined, own),
        ),
      );
    test.beforeAll(async () => {
      server = await startServer({
        engine: 'sqlite',
        demonstration: true,
        env: https ? { PUBLIC_URL: origin } : {},
      });
      own = https ? origin : server.url;
      people = await signedIn();
      const [{ submitted }, { review, invitation }] = [
        await needsOfEachStatus(server.url, own),
        await reviewWithGuest(server.url, 'Guest', own),
      ];
      // One address may be of a need or of a review; each is unknown to the other.
      values = {
        path: 'vocabulary',
        locale: 'en',
        id: submitted,
        review,
        token: invitation || 'none',
        file: '00000000-0000-4000-8000-000000000001',
        preview: '00000000-0000-4000-8000-000000000001',
        format: 'csv',
        figure: 'figure-1',
        list: 'needs',
        article: '5',
        category: 'policymaking',
        region: 'AFR',
        key: 'summary',
        language: 'en',
        rest: 'no/such/page',
        nextauth: 'providers',
      };
    });
    test.afterAll(() => server?.stop());

    /**
     * What is amiss with the headers of an answer. Words, not expectations: thousands of those take
     * minutes.
     */
    function amiss({ headers, text }: Pick<RawAnswer, 'headers' | 'text'>): string[] {
      const header = (name: string) => String(headers[name] ?? '');
      const policy = header('content-security-policy');
      const { score: scored, parts } = score({ headers, text, https });
      const isPage = header('content-type').startsWith('text/html');
      const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
      const scriptsAllowed = (): boolean => {
        // The page that brings itself up to date, and pages with forms: files of the register's own,
        // and nothing inline.
        const isOwn = (tag: string) => / src="\/(live|typed|idle)\.js\?v=/.test(tag);
        if (isPage && !nonce && scripts.some(isOwn))
          return scripts.every(isOwn) && policy.includes(`script-src 'self';`);
        if (isPage && scripts.length > 0)
          return scripts.every((tag) => tag.includes(`nonce="${nonce}"`));
        // An answer to HEAD, or of a page that has not changed, does not show what it loads; it
        // bears the policy of the page.
        if (isPage && text === '') return /script-src '(none|self)';/.test(policy);
        return policy.includes(isPage ? `script-src 'none'` : 'script-src ');
      };
      const holds = {
        score: scored >= 125,
        ...Object.fromEntries(
          Object.entries(always).map(([name, value]) => [name, headers[name] === value]),
        ),
        permissions: header('permissions-policy').includes('geolocation=()'),
        policy: policy !== '' && !/unsafe|data:|\*/.test(policy),
        scripts: scriptsAllowed(),
        transport: (https ? /^max-age=(3153[6-9]\d{3}|[4-9]\d{7,}|\d{9,})/ : /^$/).test(
          header('strict-transport-security'),
        ),
        silence:
          headers['x-powered-by'] === undefined && headers['x-middleware-rewrite'] === undefined,
      };
      const faults = Object.entries(holds).flatMap(([name, held]) => (held ? [] : [name]));
      return faults.length === 0 ? [] : [...faults, JSON.stringify(parts), policy];
    }
    const expectGuarded = (what: string, answer: Pick<RawAnswer, 'headers' | 'text'>) =>
      expect(amiss(answer), what).toEqual([]);

    test('bears the headers on every page and route of the build, whoever asks and by whatever method', async () => {
      const routes = builtRoutes();
      expect(routes.length).toBeGreaterThan(40);
      let answers = 0;
      for (const [at, { pattern }] of routes.entries()) {
        // Every day somebody without an account asks, and one of the others in turns.
        const turn = people[1 + (at % (people.length - 1))]!;
        const asking = campaign ? people : [people[0]!, ...(https ? [turn] : [])];
        const ids = pattern.includes('[id]')
          ? [values.id!, values.review!, crypto.randomUUID()]
          : [''];
        // The proxy changes what an answer bears, not who gets which: without it, one of each
        // suffices.
        for (const id of https && campaign ? ids : ids.slice(0, 1)) {
          const path = addressOf(pattern, { ...values, id });
          await Promise.all(
            asking.map(async (person, i) => {
              for (const method of i === 0
                ? ['GET', 'HEAD', 'POST', 'PUT', 'DELETE']
                : ['GET', 'POST']) {
                // What is sent is refused, so that the next may ask the same.
                const headers = { cookie: person.cookie, origin: own, 'content-type': form };
                const answer = await raw(server.url, {
                  method,
                  path,
                  headers,
                  body: method === 'POST' ? 'version=0' : '',
                });
                const faults = [...amiss(answer), ...(answer.status < 500 ? [] : ['status'])];
                if (faults.length > 0)
                  expect(faults, `${method} ${path}: ${answer.status}`).toEqual([]);
                answers += 1;
              }
            }),
          );
          if (path.endsWith('/end-session')) people = await signedIn();
        }
      }
      expect(answers).toBeGreaterThan(https ? counts(700, 2000) : 500);
    });

    test('bears them on every file, in every language and on every refusal', async () => {
      for (const path of builtFiles()) {
        const answer = await raw(server.url, { method: 'GET', path });
        expect(answer.status, path).toBe(200);
        expectGuarded(path, answer);
        const again = await raw(server.url, {
          method: 'GET',
          path,
          headers: { 'if-none-match': answer.headers.etag! },
        });
        expect(again.status, path).toBe(304);
        expectGuarded(`${path} again`, again);
      }
      for (const path of [
        '/',
        ...['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((locale) => `/${locale}/summaries`),
      ])
        expectGuarded(path, await raw(server.url, { method: 'GET', path }));
      const enter = '/en/needs/enter';
      const good = { origin: own, 'content-type': form };
      for (const [status, request] of [
        [400, { method: 'GET', path: '/en/../ar' }],
        [400, { method: 'GET', path: '/en/%' }],
        [403, { path: enter, headers: { 'content-type': form } }],
        [403, { path: enter, headers: { ...good, origin: 'https://evil.example' } }],
        [404, { method: 'GET', path: '/_next/image?url=%2Ffavicon.svg&w=64&q=75' }],
        [404, { method: 'GET', path: '/_next/static/none.js' }],
        [404, { method: 'GET', path: '/robots.txt' }],
        [404, { method: 'GET', path: '/api/none' }],
        [405, { path: '/en/needs', headers: good }],
        [405, { method: 'GET', path: enter }],
        [411, { path: enter, headers: good, chunked: true }],
        [413, { path: enter, headers: good, body: 'a'.repeat(300_000) }],
        [415, { path: enter, headers: { ...good, 'content-type': 'application/json' } }],
        [401, { path: enter, headers: good, body: 'text=a' }],
      ] as const) {
        const answer = await raw(server.url, request);
        expect(answer.status, JSON.stringify(request).slice(0, 200)).toBe(status);
        expectGuarded(JSON.stringify(request).slice(0, 100), answer);
      }
    });

    test('bears them on what is no request at all, and ends the connection', async () => {
      const host = 'host: localhost\r\n';
      for (const [status, ...text] of [
        [400, 'nonsense\r\n\r\n'],
        [400, `BREW /en HTTP/1.1\r\n${host}\r\n`],
        [400, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
        [400, `GET /en HTTP/9.9\r\n${host}\r\n`],
        [405, 'CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example:443\r\n\r\n'],
        [431, `GET /en HTTP/1.1\r\n${host}x: ${'a'.repeat(20_000)}\r\n\r\n`],
        [
          400,
          `POST /en/needs/enter HTTP/1.1\r\n${host}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
        ],
        [
          400,
          `POST /en/needs/enter HTTP/1.1\r\n${host}content-length: 5\r\ncontent-length: 6\r\n\r\nabcde`,
        ],
      ] as const) {
        const answer = await lines(server.url, text);
        expect(answer.status, text[0]).toBe(status);
        expect(answer.closed, text[0]).toBe(true);
        expectGuarded(text[0], answer);
      }
      for (const text of [
        `GET /en HTTP/1.1\r\n${host}expect: tea\r\n\r\n`,
        'GET /en HTTP/1.1\r\n\r\n',
        `GET /en HTTP/1.1\r\n${host}${'a: b\r\n'.repeat(200)}\r\n`,
        `GET http://evil.example/en HTTP/1.1\r\n${host}\r\n`,
      ]) {
        const answer = await lines(server.url, [text], { until: 'answered' });
        expect(answer.status, text).toBe(400);
        expectGuarded(text, answer);
      }
    });

    test('never leaves a connection to another protocol, also after the first page', async () => {
      for (const path of ['/en', '/_next/webpack-hmr', '/en/needs']) {
        const { status } = await lines(
          server.url,
          [
            `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: x\r\n\r\n`,
          ],
          { until: 'answered' },
        );
        expect([200, 404], path).toContain(status);
      }
    });

    test('reads no more of a form than it was said to have', async () => {
      const body = 'email=a%40b.example&password=c';
      const head = `POST /en/accounts/begin-session HTTP/1.1\r\nhost: localhost\r\norigin: ${own}\r\ncontent-type: ${form}\r\ncontent-length: ${body.length}\r\n\r\n`;
      const answer = await lines(server.url, [`${head}${body}&then=more and more\r\n\r\n`]);
      expect(answer.closed).toBe(true);
      expect(answer.text.match(/^HTTP\/1\.1 \d+/gm)?.at(-1)).toBe('HTTP/1.1 400');
      expectGuarded('too long a form', answer);
    });

    test(`sends a session cookie that ${https ? 'bears the __Host- prefix and only https carries' : 'this machine alone takes'}`, async () => {
      const { cookies } = await raw(server.url, {
        path: '/en/accounts/begin-session',
        headers: { origin: own, 'content-type': form },
        body: String(new URLSearchParams({ email: emails.focal, password: 'demonstration' })),
      });
      const session = cookies.find((cookie) => /needs-register=/.test(cookie));
      expect(session).toMatch(https ? /^__Host-needs-register=[^;]+; / : /^needs-register=[^;]+; /);
      for (const attribute of ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(https ? ['Secure'] : [])])
        expect(session).toContain(`; ${attribute}`);
      expect(session).not.toContain('Domain');
    });

    if (https) {
      test('is https also for a reader who came without it', async () => {
        const { status, location } = await raw(server.url, {
          method: 'GET',
          path: '/en/needs?show=all',
          headers: { 'x-forwarded-proto': 'http' },
        });
        expect([status, location]).toEqual([308, `${origin}/en/needs?show=all`]);
      });
    }
  });
}
