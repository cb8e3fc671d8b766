import { describe, expect, it } from 'vitest';
import { dropInternalHeaders } from '#lib/server/request-headers';
import { isMalformedUrl } from '#lib/server/validate-url';
import { noncePolicy, noScriptPolicy, securityHeaders } from '#lib/server/security-headers';
import { score } from '#tests/support/servers/observatory';

const https = securityHeaders(new URL('https://needs.example.org'));
const rated = (headers: Readonly<Record<string, string | string[] | undefined>>, text = '') =>
  score({ headers, text, https: true }).score;

describe('the scoring', () => {
  it('gives nothing for nothing', () => expect(rated({})).toBe(100 - 25 - 20 - 5 - 20));
  it("gives all bonuses for the register's own headers", () =>
    expect(rated(https)).toBe(100 + 10 + 5 + 5 + 10));
  it('adds one for a cookie that is safe', () =>
    expect(
      rated({ ...https, 'set-cookie': ['__Host-x=1; Path=/; HttpOnly; SameSite=Lax; Secure'] }),
    ).toBe(135));
  it.each<[string, Readonly<Record<string, string | string[] | undefined>>]>([
    [
      'a policy with inline scripts',
      { 'content-security-policy': `default-src 'none'; script-src 'self' 'unsafe-inline'` },
    ],
    [
      'a policy with eval',
      { 'content-security-policy': `default-src 'none'; script-src 'self' 'unsafe-eval'` },
    ],
    ['a policy without a word on scripts', { 'content-security-policy': `style-src 'self'` }],
    [
      'a session cookie without HttpOnly',
      { 'set-cookie': ['__Host-x=1; Path=/; SameSite=Lax; Secure'] },
    ],
    ['a session cookie without Secure', { 'set-cookie': ['x=1; Path=/; HttpOnly; SameSite=Lax'] }],
    ['https for a month', { 'strict-transport-security': 'max-age=2592000' }],
  ])('takes points for %s', (_said, worse) => {
    expect(rated({ ...https, ...worse })).toBeLessThan(rated(https));
  });
  it("takes the most for another site's script", () =>
    expect(rated(https, '<script src="//evil.example/x.js"></script>')).toBeLessThan(60));
});

describe('the policies', () => {
  it.each([
    ['without scripts', noScriptPolicy],
    ['with a nonce', noncePolicy('abc', false)],
  ])('%s have nothing unsafe', (_said, policy) => {
    expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
  });
  it('insist on https only where there is https', () => {
    expect(https['strict-transport-security']).toMatch(/^max-age=(\d{8,})/);
    expect(securityHeaders(new URL('http://localhost:3000'))).not.toHaveProperty(
      'strict-transport-security',
    );
  });
});

describe('a request header that steers Next', () => {
  const sent = [
    'x-middleware-subrequest',
    'x-middleware-prefetch',
    'x-middleware-rewrite',
    'next-action',
    'next-url',
    'next-router-state-tree',
    'next-router-prefetch',
    'next-router-segment-prefetch',
    'next-hmr-refresh',
    'rsc',
    'rsc-action',
    'x-register-path',
    'x-register-network',
    'x-register-anything',
    'x-nextjs-data',
    'x-next-revalidated-tags',
    'x-invoke-path',
    'x-matched-path',
    'x-prerender-revalidate',
    'x-now-route-matches',
    'x-vercel-id',
    'x-forwarded-host',
  ];
  const kept = [
    'host',
    'cookie',
    'accept',
    'accept-language',
    'user-agent',
    'if-none-match',
    'x-forwarded-for',
    'x-forwarded-proto',
    'sec-fetch-site',
    'nextcloud',
  ];
  const left = (development: boolean) => {
    const headers = Object.fromEntries([...sent, ...kept].map((name) => [name, 'x']));
    dropInternalHeaders(headers, development);
    return Object.keys(headers);
  };
  it('is dropped, and no other', () => expect(left(false)).toEqual(kept));
  it('that reloading needs stays in development, and no other', () =>
    expect(left(true)).toEqual([
      ...sent.filter((name) => /^(rsc|next-(?!action))/.test(name)),
      ...kept,
    ]));
});

describe('an address', () => {
  it.each([
    '/',
    '/en',
    '/en/needs?status=draft',
    '/en/summaries?cutoff=2023-02-28&chapter=II',
    '/api/v1/summary?cycle=2&chapter=II,V',
    '/en/needs/%00',
    '/en/..x',
    '/en/x..',
    '/en/...',
    '/en?next=/en/../x',
    '/en?q=a\\b',
    '/en/%D8%A7',
  ])('%s is well formed', (url) => {
    expect(isMalformedUrl(url)).toBe(false);
  });
  it.each([
    '',
    '*',
    'en',
    '//evil.example',
    'http://evil.example/en',
    '/en/..',
    '/en/../ar',
    '/..',
    '/.',
    '/en/./needs',
    '/en/%2e%2e/ar',
    '/en/%2E/ar',
    '/en/.%2e/ar',
    '/en/%2e./',
    '/en\\ar',
    '/en/..\\ar',
    '/en%2far',
    '/en%2Far',
    '/en%5car',
    '/en/%',
    '/en/%E0%A4%A',
    '/en?x=%FF',
    '/en#x',
    '/en x',
    '/en/\u00e9',
    `/${'a'.repeat(4000)}`,
  ])('%s is malformed', (url) => {
    expect(isMalformedUrl(url)).toBe(true);
  });
});
