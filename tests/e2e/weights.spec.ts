import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { locales } from '#lib/convention/names';
import { campaign } from '#tests/support/run/campaign';
import { expect, test } from '#tests/support/pages/fixture';
import { needForm } from '#tests/support/pages/need-form';
import { raw, sender } from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { secondsOver, slowLine } from '#tests/support/servers/slow-line';
import type { RunningServer } from '#tests/support/servers/server';

let server: RunningServer;
test.beforeAll(({ shared }) => {
  server = shared;
});

const accepting = { 'accept-encoding': 'gzip, deflate, br, zstd' };

test('every page that many read weighs 25 KB at most in every language, compressed', async () => {
  const focal = await sender(server.url, emails.focal);
  const paths = [
    '',
    '/summaries',
    '/summaries/regions/AFR',
    '/summaries/articles/5',
    '/summaries/categories/policymaking',
    '/summaries/types',
    '/summaries/cross-cutting',
    '/summaries/regions',
    '/summaries/articles?chapter=II,V',
    '/summaries/trends',
    '/summaries/needs',
    '/summaries/against-the-note',
    '/summaries/compare?since=2021-10-31&cutoff=2023-02-28',
    '/needs',
    '/needs/new?id=00000000-0000-4000-8000-00000000000e',
    '/reviews',
    '/accounts/sign-in',
  ];
  for (const locale of locales) {
    for (const path of paths) {
      const { headers } = await raw(server.url, {
        method: 'GET',
        path: `/${locale}${path}`,
        headers: { ...accepting, cookie: focal.cookie },
      });
      if (headers.location) continue;
      expect(headers['content-encoding'], `/${locale}${path}`).toMatch(/^(br|gzip)$/);
      expect(Number(headers['content-length']), `/${locale}${path}`).toBeLessThanOrEqual(25_000);
    }
  }
});

test('a page without a component for the browser ships no script; the form ships the framework and little more', async () => {
  const focal = await sender(server.url, emails.focal);
  const scripts = async (path: string) =>
    [...(await focal.get(path)).text.matchAll(/<script[^>]* src="([^"]+)"[^>]*>/g)]
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, src]) => src!);
  for (const path of [
    '/en',
    '/en/reviews',
    '/en/summaries/regions/AFR',
    '/en/summaries/compare',
    '/en/none',
  ])
    expect(await scripts(path), path).toEqual([]);
  // A page with forms has two small files, which warn before the session ends and keep what is
  // typed, and no other script.
  expect(await scripts('/en/accounts/me')).toEqual([
    expect.stringMatching(/^\/idle\.js\?v=[\w-]+$/),
    expect.stringMatching(/^\/typed\.js\?v=[\w-]+$/),
  ]);
  expect(brotliCompressSync(readFileSync('public/idle.js')).length).toBeLessThan(1024);
  expect(brotliCompressSync(readFileSync('public/typed.js')).length).toBeLessThan(4096);
  // The overview brings itself up to date by one small file, and has no other script.
  expect(await scripts('/en/summaries')).toEqual([expect.stringMatching(/^\/live\.js\?v=[\w-]+$/)]);
  expect(readFileSync('public/live.js').length).toBeLessThan(2048);
  const weights = [
    ...new Set(await scripts('/en/needs/new?id=00000000-0000-4000-8000-00000000000e')),
  ].map((src) => {
    const own = /^\/(typed|idle)\.js/.exec(src)?.[1];
    const path = own ? `public/${own}.js` : src.replace('/_next/', '.next/');
    return brotliCompressSync(readFileSync(path)).length;
  });
  expect(weights.length).toBeGreaterThan(2);
  // The framework has 115 KB; what is the form's own: 33 KB, of which zod 17, react-hook-form 8, and
  // 4 what keeps typed text and warns before the session ends.
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(153_000);
});

test('a file is had once: its address says its version', async () => {
  const { text } = await raw(server.url, { method: 'GET', path: '/en' });
  const style = /<link rel="stylesheet" href="([^"]+)"/.exec(text)![1]!;
  const { headers } = await raw(server.url, { method: 'GET', path: style, headers: accepting });
  expect(headers['cache-control']).toContain('immutable');
  expect(headers['content-encoding']).toBe('br');
  expect(
    (await raw(server.url, { method: 'GET', path: '/register.css?v=older' })).headers[
      'cache-control'
    ],
  ).toBe('public, no-cache');
});

/** A slow line: 50 kbit/s, 800 ms, 5 % of loss. */
const slow = { bitsPerSecond: 50_000, roundTrip: 800, loss: 0.05 };

test('the form in every language comes within 5 seconds over a slow line', async () => {
  const focal = await sender(server.url, emails.focal);
  for (const locale of locales) {
    // Nobody comes to the form but over another page, which brings the style sheet; scripts it does
    // not wait for.
    const { headers } = await raw(server.url, {
      method: 'GET',
      path: `/${locale}/needs/new?id=00000000-0000-4000-8000-00000000000e`,
      headers: { ...accepting, cookie: focal.cookie },
    });
    const head = Object.entries(headers).reduce(
      (sum, [name, value]) => sum + `${name}: ${String(value)}\r\n`.length,
      0,
    );
    expect(secondsOver(slow, head + Number(headers['content-length'])), locale).toBeLessThan(5);
  }
});

// In the gate tests/e2e/slow-line.spec.ts holds the scripts back for as long as somebody types.
if (campaign) {
  test('the form can be filled in over a slow line before its scripts have come', async ({
    visit,
  }) => {
    const line = await slowLine(server.url, slow);
    const page = await visit();
    await signedIn(page, server.url, { email: emails.focal });
    await page.goto(`${line.url}/en/needs`);
    await page.goto(`${line.url}/en/needs/new`, { waitUntil: 'commit' });
    const form = needForm(page, 'en');
    await form.text.fill('Typed on a slow line.');
    await form.unfold();
    await form.priority.fill('3');
    await form.category('policymaking').check();
    await expect(form.text).toHaveValue('Typed on a slow line.');
    // The scripts take the line some twenty seconds more.
    expect(await page.evaluate(() => document.readyState)).not.toBe('complete');
    // What is still on its way to a page that is gone is nobody's error.
    await page.close();
    line.close();
  });
}
