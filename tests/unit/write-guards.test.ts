import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import {
  isSameOrigin,
  maxFormBytes,
  maxFileFormBytes,
  writeRefusalStatus,
} from '#lib/server/write-guards';
import { routeTable } from '#lib/server/route-table';

type Headers = Readonly<Record<string, string | undefined>>;
const local = new URL('http://localhost:3000');
const remote = new URL('https://needs.example.org');
const request = (headers: Headers, method = 'POST') =>
  ({ headers, method }) as unknown as IncomingMessage;
const own = (headers: Headers, publicUrl: URL) => isSameOrigin(request(headers), publicUrl);

describe("a write comes from the register's own pages", () => {
  it.each<[string, Headers, URL]>([
    [
      'from its public address',
      { origin: 'https://needs.example.org', host: 'needs.example.org' },
      remote,
    ],
    [
      'also where a proxy changes the host',
      { origin: 'https://needs.example.org', host: '10.0.0.5:3000' },
      remote,
    ],
    [
      'and where the browser says so',
      {
        origin: 'https://needs.example.org',
        host: 'needs.example.org',
        'sec-fetch-site': 'same-origin',
      },
      remote,
    ],
    [
      'from this machine by name',
      { origin: 'http://localhost:3000', host: 'localhost:3000' },
      local,
    ],
    [
      'from this machine by number',
      { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
      local,
    ],
    [
      'from this machine by the other number',
      { origin: 'http://[::1]:3000', host: '[::1]:3000' },
      local,
    ],
    [
      'from this machine through another port',
      { origin: 'http://localhost:8080', host: 'localhost:8080' },
      local,
    ],
  ])('%s', (_said, headers, publicUrl) => {
    expect(own(headers, publicUrl)).toBe(true);
  });
});

describe("a write does not come from the register's own pages", () => {
  it.each<[string, Headers, URL]>([
    ['without an origin', { host: 'needs.example.org' }, remote],
    ['without an origin on this machine', { host: 'localhost:3000' }, local],
    ['with an origin that is hidden', { origin: 'null', host: 'needs.example.org' }, remote],
    ['with an origin that is empty', { origin: '', host: 'needs.example.org' }, remote],
    ['from another site', { origin: 'https://evil.example', host: 'needs.example.org' }, remote],
    [
      'from a site that begins alike',
      { origin: 'https://needs.example.org.evil.example', host: 'needs.example.org' },
      remote,
    ],
    [
      'from a subdomain',
      { origin: 'https://a.needs.example.org', host: 'needs.example.org' },
      remote,
    ],
    [
      'from http instead of https',
      { origin: 'http://needs.example.org', host: 'needs.example.org' },
      remote,
    ],
    [
      'from https instead of http',
      { origin: 'https://localhost:3000', host: 'localhost:3000' },
      local,
    ],
    [
      'from another port',
      { origin: 'https://needs.example.org:8443', host: 'needs.example.org' },
      remote,
    ],
    [
      'from another port of this machine',
      { origin: 'http://localhost:4000', host: 'localhost:3000' },
      local,
    ],
    [
      'from this machine by another of its names',
      { origin: 'http://127.0.0.1:3001', host: 'localhost:3001' },
      local,
    ],
    [
      'from a host that only begins like this machine',
      { origin: 'http://localhost.evil.example', host: 'localhost.evil.example' },
      local,
    ],
    [
      'from a host whose name was bent to this machine',
      { origin: 'http://evil.example:3000', host: 'evil.example:3000' },
      local,
    ],
    [
      'from this machine where the register is public',
      { origin: 'http://localhost:3000', host: 'localhost:3000' },
      remote,
    ],
    [
      'from the right origin, where the browser says that another site asked',
      { origin: 'https://needs.example.org', 'sec-fetch-site': 'cross-site' },
      remote,
    ],
    [
      'from the right origin, where the browser says that a sister site asked',
      { origin: 'https://needs.example.org', 'sec-fetch-site': 'same-site' },
      remote,
    ],
    [
      'from the right origin, where the browser says that nobody asked',
      { origin: 'https://needs.example.org', 'sec-fetch-site': 'none' },
      remote,
    ],
    ['with the origin in other letters', { origin: 'HTTPS://NEEDS.EXAMPLE.ORG' }, remote],
    ['with a path behind the origin', { origin: 'https://needs.example.org/' }, remote],
  ])('%s', (_said, headers, publicUrl) => {
    expect(own(headers, publicUrl)).toBe(false);
  });
});

describe('a write is refused before anything reads it', () => {
  const good = {
    origin: 'https://needs.example.org',
    'content-length': '20',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const refusal = (headers: Headers, method = 'POST', path = '/en/needs/enter') =>
    writeRefusalStatus(
      request(headers, method),
      path,
      remote,
      (asked) => asked === '/en/needs/enter',
    );

  it("but not a form of one's own", () => {
    expect(refusal(good)).toBeUndefined();
    expect(
      refusal({ ...good, 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' }),
    ).toBeUndefined();
    expect(
      refusal({ ...good, 'content-type': 'Application/X-WWW-Form-URLEncoded' }),
    ).toBeUndefined();
    expect(refusal({ ...good, 'content-length': String(maxFormBytes) })).toBeUndefined();
    expect(refusal({ ...good, 'content-length': '0' })).toBeUndefined();
  });

  it.each<[number, string, Headers, string?, string?]>([
    [405, 'to an address that takes none', good, 'POST', '/en/needs'],
    [405, 'by another method', good, 'PUT'],
    [405, 'by a method nobody knows', good, 'BREW'],
    [405, 'by deleting', good, 'DELETE'],
    [403, 'from another site', { ...good, origin: 'https://evil.example' }],
    [403, 'from nowhere', { ...good, origin: undefined }],
    [411, 'of unknown length', { ...good, 'content-length': undefined }],
    [411, 'in pieces', { ...good, 'content-length': undefined, 'transfer-encoding': 'chunked' }],
    [413, 'too large', { ...good, 'content-length': String(maxFormBytes + 1) }],
    [413, 'far too large', { ...good, 'content-length': '99999999999999999999' }],
    [415, 'as JSON', { ...good, 'content-type': 'application/json' }],
    [415, 'as plain text', { ...good, 'content-type': 'text/plain' }],
    [415, 'with files', { ...good, 'content-type': 'multipart/form-data; boundary=x' }],
    [415, 'of no type', { ...good, 'content-type': undefined }],
    [
      415,
      'of a type that begins alike',
      { ...good, 'content-type': 'application/x-www-form-urlencodedx' },
    ],
    [
      405,
      'for several reasons, the first one',
      { 'content-type': 'application/json' },
      'PATCH',
      '/nowhere',
    ],
  ])('%i: %s', (status, _said, headers, method, path) => {
    expect(refusal(headers, method, path)).toBe(status);
  });
});

describe('a form that brings a file along', () => {
  const good = {
    origin: 'https://needs.example.org',
    'content-length': String(maxFormBytes + 1),
    'content-type': 'multipart/form-data; boundary=x',
  };
  const refusal = (headers: Headers, path = '/ar/reviews/0b1c/attach') =>
    writeRefusalStatus(request({ ...good, ...headers }, 'POST'), path, remote, () => true);

  it('is taken at its own address alone, and only so', () => {
    expect(refusal({})).toBeUndefined();
    expect(refusal({ 'content-length': String(maxFileFormBytes) })).toBeUndefined();
    for (const path of [
      '/en/needs/enter',
      '/en/reviews/0b1c/publish',
      '/en/reviews/0b1c/attach/more',
      '/en/reviews/a/b/attach',
      '/reviews/0b1c/attach',
    ])
      expect(refusal({ 'content-length': '20' }, path), path).toBe(415);
  });

  it.each<[number, string, Headers]>([
    [413, 'too large', { 'content-length': String(maxFileFormBytes + 1) }],
    [415, 'without a file', { 'content-type': 'application/x-www-form-urlencoded' }],
    [415, 'of a type that begins alike', { 'content-type': 'multipart/form-data' }],
    [411, 'of unknown length', { 'content-length': undefined }],
    [403, 'from another site', { origin: 'https://evil.example' }],
  ])('%i: %s', (status, _said, headers) => {
    expect(refusal(headers)).toBe(status);
  });
});

describe('the addresses that take a POST', () => {
  const folder = mkdtempSync(join(tmpdir(), 'needs-register-routes-'));
  mkdirSync(join(folder, 'server'));
  writeFileSync(
    join(folder, 'server', 'app-paths-manifest.json'),
    JSON.stringify({
      '/[locale]/page': 'a.js',
      '/[locale]/needs/page': 'b.js',
      '/[locale]/needs/enter/route': 'c.js',
      '/[locale]/needs/[id]/submit/route': 'd.js',
      '/(inner)/[locale]/(deeper)/reviews/create/route': 'e.js',
      '/api/auth/[...nextauth]/route': 'f.js',
      '/feed.xml/route': 'g.js',
      '/_not-found/page': 'h.js',
    }),
  );
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const { takesPost } = routeTable(pathToFileURL(`${folder}/`));

  it.each([
    '/en/needs/enter',
    '/ar/needs/enter',
    '/en/needs/0b1c/submit',
    '/fr/reviews/create',
    '/api/auth/callback/credentials',
    '/api/auth/csrf',
    '/feed.xml',
  ])('%s does', (path) => {
    expect(takesPost(path)).toBe(true);
  });

  it.each([
    '/',
    '/en',
    '/en/needs',
    '/en/needs/',
    '/en/needs/enter/',
    '/en/needs/enter/more',
    '/en/needs/a/b/submit',
    '/en/needs//submit',
    '/needs/enter',
    '/en/needs/x',
    '/x/en/needs/enter',
    '/(inner)/en/(deeper)/reviews/create',
    '/api/auth',
    '/api/auth/',
    '/feedxxml',
    '/feed.xml/route',
    '/_not-found',
    '/_not-found/page',
    '',
  ])('%s does not', (path) => {
    expect(takesPost(path)).toBe(false);
  });
});
