import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodingFor } from '#lib/server/compression';
import { cacheAddress } from '#lib/server/cache-address';
import { pageBody, createCachedPage } from '#lib/server/cached-page';

const shown = (name: string) =>
  name
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');

describe('a page kept with a place for a name', () => {
  const place = 'reader-1';
  it('reads the same with any name in it, in every encoding', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 500 }),
        (before, after, name) => {
          fc.pre(!`${before}${after}`.includes(place) && name.isWellFormed());
          const page = createCachedPage(`${before}${place}${after}`, place);
          const whole = `${before}${shown(name)}${after}`;
          expect(pageBody(page, name).toString('utf8')).toBe(whole);
          expect(gunzipSync(pageBody(page, name, 'gzip')).toString('utf8')).toBe(whole);
          expect(brotliDecompressSync(pageBody(page, name, 'br')).toString('utf8')).toBe(whole);
        },
      ),
      { numRuns: 300 },
    );
  });
  it('cannot be made to hold markup by a name', () => {
    const body = pageBody(
      createCachedPage(`<p>${place}</p>`, place),
      '<script>alert("x")</script>',
    );
    expect(body.toString()).toBe('<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</p>');
  });
  it.each([
    ['nowhere', '<p></p>'],
    ['twice', `<p>${place}</p><p>${place}</p>`],
  ])('is refused where the name would stand %s', (_said, html) => {
    expect(() => createCachedPage(html, place)).toThrow(/places for the reader/);
  });
});

describe('a page kept for the public', () => {
  it('reads the same in every encoding, and is compressed once', () => {
    const page = createCachedPage('<p>Résumé</p>'.repeat(1000), null);
    const [gzip, br] = [pageBody(page, '', 'gzip'), pageBody(page, '', 'br')];
    expect(gunzipSync(gzip).toString()).toBe(page.head.toString());
    expect(brotliDecompressSync(br).toString()).toBe(page.head.toString());
    expect(pageBody(page, '', 'br')).toBe(br);
  });
});

describe('the encoding of an answer', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br', 'br'],
    ['br;q=1.0, gzip;q=0.8', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.0,gzip;q=0', undefined],
    ['gzip;q=0.5', 'gzip'],
    ['xbr, xgzip', undefined],
    ['brotli', undefined],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
  ])('for %s is %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });
});

describe('the one spelling of an address', () => {
  it.each([
    ['/en', '/en'],
    ['/en?x=1', '/en'],
    ['/fr/summaries', '/fr/summaries'],
    ['/en/summaries?', '/en/summaries'],
    ['/en/summaries/regions/AFR', '/en/summaries/regions/AFR'],
    ['/en/summaries?cutoff=2023-02-28&chapter=II', '/en/summaries?chapter=II&cutoff=2023-02-28'],
    ['/en/summaries?chapter=II&cutoff=&x=1', '/en/summaries?chapter=II'],
    ['/en/summaries?cutoff=+2023-02-28+', '/en/summaries?cutoff=2023-02-28'],
    ['/en/summaries?utm_source=a&utm_campaign=b', '/en/summaries'],
    [
      '/fr/summaries/types?tag=training&region=AFR,APG&chapter=II%2CV',
      '/fr/summaries/types?chapter=II%2CV&region=AFR%2CAPG&tag=training',
    ],
    ['/en/summaries?cycle=2&chapter=V', '/en/summaries?cycle=2&chapter=V'],
    [
      '/en/summaries?vocabulary=2024-01-31&cutoff=2023-02-28',
      '/en/summaries?cutoff=2023-02-28&vocabulary=2024-01-31',
    ],
  ])('of %s is %s', (url, address) => {
    expect(cacheAddress(url)?.address).toBe(address);
  });
  it.each([
    '/',
    '/xx',
    '/xx/summaries',
    '/en/needs',
    '/en/summaries/',
    '/en/summaries/a/b/c',
    '/en/summaries/%41',
    '/en/summariesx',
    '/enx',
    '/en/summaries?cutoff=2023-02-30',
    '/en/summaries?vocabulary=2023-02-30',
    '/en/summaries?chapter=IX',
    '/en/summaries?chapter=II&chapter=II',
    '/en/summaries?cutoff=2999-01-01',
    '/en/summaries?region=XXX',
    '/en/summaries?tag=a,a',
    '/en/summaries/needs?chapter=II',
    '/en/summaries/needs',
    '/en/summaries/export/needs?chapter=II',
    '/en/summaries?chapter=II&cycle=1',
    `/en/summaries?x=${'a'.repeat(600)}`,
    '/api/v1/summary',
  ])('is none for %s, which is not kept', (url) => {
    expect(cacheAddress(url)).toBeUndefined();
  });
});
