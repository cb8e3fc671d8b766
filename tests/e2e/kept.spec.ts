import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { chromium } from '@playwright/test';
import { locales } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { chromiumArguments, chromiumPath } from '#tests/support/pages/chromium';
import { expect, test, watchPolicy } from '#tests/support/pages/fixture';
import { emails, needsOfEachStatus } from '#tests/support/pages/samples';
import { hidden, raw, sender, type Sender } from '#tests/support/pages/raw-requests';
import { signedIn, signOut } from '#tests/support/pages/sign-in';
import type { RunningServer } from '#tests/support/servers/server';

const summaries = [
  '',
  '/regions/AFR',
  '/articles/5',
  '/categories/policymaking',
  '/types',
  '/cross-cutting',
] as const;
const secondFocal = 'focal.apg-01@demo.example';
const names = {
  [emails.focal]: 'Focal point of AFR-18',
  [secondFocal]: 'Focal point of APG-01',
  [emails.reviewer]: 'Reviewer 1',
  [emails.manager]: 'Programme manager',
  [emails.administrator]: 'Administrator',
} as const;

/** What a page holds but for the name: the same for readers of one scope and role. */
const without = (text: string, name: string) => text.replaceAll(name, '');

test.describe('a kept page', () => {
  let server: RunningServer;
  let readers: Map<string, Sender>;
  test.beforeAll(async ({ shared }) => {
    server = shared;
    readers = new Map(
      await Promise.all(
        ['', ...Object.keys(names)].map(
          async (email) => [email, await sender(server.url, email || undefined)] as const,
        ),
      ),
    );
  });
  const get = (path: string, email = '', headers: Readonly<Record<string, string>> = {}) =>
    raw(server.url, {
      method: 'GET',
      path,
      headers: { cookie: readers.get(email)!.cookie, ...headers },
    });

  test('ships no script and asks for none, and its policy allows none; the overview has the one that brings it up to date', async () => {
    for (const locale of locales) {
      const overview = await get(`/${locale}/summaries`);
      expect(
        [...overview.text.matchAll(/<script[^>]*>/g)].map(([tag]) =>
          tag.replace(/v=[\w-]+/, 'v=…'),
        ),
      ).toEqual(['<script defer="" src="/live.js?v=…">']);
      expect(overview.text).not.toMatch(/__next_f|\son\w+=/);
      expect(overview.headers['content-security-policy']).toContain(`script-src 'self';`);
      for (const path of [
        '',
        ...summaries.filter((each) => each !== '').map((each) => `/summaries${each}`),
      ]) {
        const { status, text, headers } = await get(`/${locale}${path}`);
        expect(status).toBe(200);
        expect(text, path).not.toMatch(/<script|\.js\b|__next_f/);
        expect(headers['content-security-policy']).toContain(`script-src 'none'`);
      }
    }
  });

  test('is the same at every further request, and 304 for whoever holds it', async () => {
    for (const email of ['', ...Object.keys(names)]) {
      const first = await get('/en/summaries', email);
      const second = await get('/en/summaries', email);
      expect([second.text, second.headers.etag]).toEqual([first.text, first.headers.etag]);
      expect(first.headers['cache-control']).toBe(email ? 'private, no-store' : 'public, no-cache');
      expect(first.headers.vary).toBe('cookie, accept-encoding');
      expect(first.headers.etag).toMatch(/^"[\w-]+"$/);
      for (const held of [first.headers.etag!, `"other", W/${first.headers.etag}`, '*']) {
        const again = await get('/en/summaries', email, { 'if-none-match': held });
        expect([
          again.status,
          again.text,
          again.headers.etag,
          again.headers['content-security-policy'],
        ]).toEqual([304, '', first.headers.etag, first.headers['content-security-policy']]);
      }
      expect((await get('/en/summaries', email, { 'if-none-match': '"other"' })).status).toBe(200);
      const head = await raw(server.url, {
        method: 'HEAD',
        path: '/en/summaries',
        headers: { cookie: readers.get(email)!.cookie },
      });
      expect([head.status, head.text, head.headers.etag, head.headers['content-length']]).toEqual([
        200,
        '',
        first.headers.etag,
        String(Buffer.byteLength(first.text)),
      ]);
    }
  });

  test('says the same to the byte in every encoding, each with a tag of its own', async () => {
    for (const email of ['', emails.focal]) {
      const whole = await get('/ar/summaries', email);
      const tags = new Set([whole.headers.etag]);
      for (const [accepted, coding] of [
        ['gzip', 'gzip'],
        ['gzip, deflate, br, zstd', 'br'],
        ['br;q=0, gzip;q=0.5', 'gzip'],
        ['identity', undefined],
        ['gzip;q=0', undefined],
      ] as const) {
        const { headers, body } = await bytes(`${server.url}/ar/summaries`, {
          cookie: readers.get(email)!.cookie,
          'accept-encoding': accepted,
        });
        expect(headers['content-encoding'], accepted).toBe(coding);
        const text =
          coding === 'gzip'
            ? gunzipSync(body)
            : coding === 'br'
              ? brotliDecompressSync(body)
              : body;
        expect(text.toString('utf8'), accepted).toBe(whole.text);
        expect(Number(headers['content-length'])).toBe(body.length);
        tags.add(headers.etag);
      }
      expect(tags.size).toBe(3);
    }
  });

  test('never reaches a reader of another scope, role or name, whoever asked before', async () => {
    const emailsInTurn = ['', ...Object.keys(names)] as const;
    const live = new Map<string, string>();
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(
        [...emailsInTurn, ...emailsInTurn.toReversed()].map(async (email) => {
          const t = translator('en');
          const { text } = await get('/en/summaries', email);
          for (const [other, name] of Object.entries(names))
            expect(text.includes(`>${name}</a>`), `${email || 'the public'} sees ${name}`).toBe(
              other === email,
            );
          expect(text.includes(t('nav.signOut')), email).toBe(email !== '');
          expect(text.includes(`href="/en/accounts"`), email).toBe(email === emails.administrator);
          expect(text.includes('/en/accounts/me'), email).toBe(email !== '');
          expect(text).not.toContain('reader-');
          live.set(email, text);
        }),
      );
    }
    const own = (email: keyof typeof names) => without(live.get(email)!, names[email]);
    expect(own(emails.manager)).not.toBe(own(emails.administrator));
    const tags = await Promise.all(
      emailsInTurn.map(async (email) => (await get('/en/summaries', email)).headers.etag),
    );
    expect(new Set(tags).size).toBe(emailsInTurn.length);
  });

  test('shows an approval to everybody at the next request', async () => {
    const total = async (email: string) =>
      Number(
        /id="total-needs"[^>]*>(?:<[^>]*>)*([\d,]+)/
          .exec((await get('/en/summaries', email)).text)?.[1]
          ?.replaceAll(',', ''),
      );
    const totals = () => Promise.all(['', ...Object.keys(names)].map(total));
    const { submitted } = await needsOfEachStatus(server.url);
    const before = await totals();
    const reviewer = readers.get(emails.reviewer)!;
    const version = hidden((await reviewer.get(`/en/needs/${submitted}`)).text, 'version');
    expect(
      (await reviewer.post(`/en/needs/${submitted}/approve`, `version=${version}`)).status,
    ).toBe(303);
    expect(await totals()).toEqual(before.map((needs) => needs + 1));
  });

  test('is one page, however its address is written, and unknown parameters make no other', async () => {
    const tag = async (path: string) => (await get(path)).headers.etag;
    expect(await tag('/en/summaries?cutoff=2023-02-28&chapter=II')).toBe(
      await tag('/en/summaries?chapter=II&cutoff=2023-02-28'),
    );
    expect(await tag('/en/summaries?chapter=II&cutoff=&utm_source=x&__proto__=1')).toBe(
      await tag('/en/summaries?chapter=II'),
    );
    expect(await tag('/en/summaries?nothing=1')).toBe(await tag('/en/summaries'));
    expect(await tag('/en/summaries?chapter=II')).not.toBe(await tag('/en/summaries?chapter=V'));
    expect(await tag('/en/summaries')).not.toBe(await tag('/fr/summaries'));
    for (const path of [
      '/en/summaries?cutoff=2023-02-30',
      '/en/summaries?chapter=II&chapter=V',
      '/en/summaries/regions/XXX',
      '/en/summaries/none',
    ])
      expect(await tag(path), path).toBeUndefined();
    const many = await Promise.all(
      Array.from({ length: 50 }, (_, i) => tag(`/en/summaries?x=${i}`)),
    );
    expect(new Set(many).size).toBe(1);
  });

  test('is left for the live page once the session has ended', async () => {
    const leaving = await sender(server.url, secondFocal);
    expect((await leaving.get('/en/summaries')).text).toContain(names[secondFocal]);
    await leaving.post('/en/accounts/end-session', '');
    const after = await leaving.get('/en/summaries');
    expect(after.text).not.toContain(names[secondFocal]);
    expect(after.headers.etag).toBe((await get('/en/summaries')).headers.etag);
  });
});

/** An answer as it comes, not decompressed. */
function bytes(url: string, headers: Readonly<Record<string, string>>) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    headers: IncomingHttpHeaders;
    body: Buffer;
  }>();
  ask(url, { headers, agent: false }, (response) => {
    const parts: Buffer[] = [];
    response
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }));
  })
    .on('error', reject)
    .end();
  return promise;
}

test.describe('a kept page in the browser', () => {
  let server: RunningServer;
  test.beforeAll(({ shared }) => {
    server = shared;
  });

  test('looks like the live page: its style, its figures, its forms and its links are there', async ({
    visit,
  }) => {
    const page = await visit();
    const t = translator('en');
    await signedIn(page, server.url, { email: emails.manager });
    for (const path of summaries) {
      await page.goto(`${server.url}/en/summaries${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).not.toMatch(
        /^("?Times|serif)/,
      );
      expect(await page.locator('svg').count()).toBeGreaterThanOrEqual(path === '' ? 5 : 0);
    }
    await page.goto(`${server.url}/en/summaries`);
    await page.getByText(t('seen.change'), { exact: true }).click();
    await page
      .getByRole('textbox', { name: t('summaries.cutoff'), exact: true })
      .fill('2019-12-31');
    await page.getByRole('button', { name: t('summaries.show'), exact: true }).click();
    await expect(page).toHaveURL(/cutoff=2019-12-31/);
    await page.locator('header summary').click();
    await page.getByRole('button', { name: 'Français', exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await expect(page).toHaveURL(/\/fr\/summaries\?.*cutoff=2019-12-31/);
  });

  test('is not to be seen any more after signing out, in a browser that keeps whole pages for going back', async () => {
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [...chromiumArguments],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    const page = await browser.newPage();
    await page.goto(`${server.url}/en/summaries`);
    await signedIn(page, server.url, { email: emails.focal });
    await page.goto(`${server.url}/en/summaries?chapter=II`);
    const name = page.getByText(names[emails.focal], { exact: true });
    await expect(name).toBeVisible();
    await signOut(page, 'en');
    await expect(
      page.getByRole('heading', { level: 1, name: translator('en')('home.title'), exact: true }),
    ).toBeVisible();
    // A page that was kept whole comes back without loading.
    await page.evaluate(() => {
      history.back();
    });
    await expect(page).toHaveURL(/chapter=II/);
    await expect(name).toHaveCount(0);
    await browser.close();
  });

  test('a breach of the policy would be seen by these tests', async ({ browser }) => {
    const context = await browser.newContext();
    const faults: string[] = [];
    await watchPolicy(context, faults);
    const page = await context.newPage();
    await page.goto(`${server.url}/en/summaries`);
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<p style="color: red">x</p><img src="https://evil.example/x.png" alt="">',
      );
    });
    for (const breach of [
      /^style-src-attr refused inline/,
      /^img-src refused https:\/\/evil\.example/,
    ])
      await expect.poll(() => faults.some((fault) => breach.test(fault))).toBe(true);
    await context.close();
  });
});
