import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createBodyBounds } from '#lib/server/body-bounds';
import { createRequestRate } from '#lib/server/request-rates';
import { kindOfRequest } from '#lib/server/request-turns';

describe('the rate of requests', () => {
  it('lets a burst through, and then so many a second, for each client', () => {
    let now = 0;
    const rate = createRequestRate({ burst: 3, perSecond: 0.5 }, () => now);
    const wait = (client: string) => rate(client).wait;
    expect([1, 2, 3, 4].map(() => wait('a'))).toEqual([0, 0, 0, 2]);
    expect(wait('b')).toBe(0);
    now = 1000;
    expect(wait('a')).toBe(1);
    now = 2000;
    expect([wait('a'), wait('a')]).toEqual([0, 2]);
    now = 1_000_000;
    expect([1, 2, 3, 4].map(() => wait('a'))).toEqual([0, 0, 0, 2]);
  });

  it('says how many requests are left, and when all are again', () => {
    const rate = createRequestRate({ burst: 3, perSecond: 0.5 }, () => 0);
    expect([rate('a'), rate('a')]).toEqual([
      { wait: 0, left: 2, refill: 2 },
      { wait: 0, left: 1, refill: 4 },
    ]);
  });
});

describe('the bytes of bodies on their way', () => {
  const answer = () => new EventEmitter() as unknown as ServerResponse;
  const bounds = { public: { ofOne: 10, inAll: 15 }, signedIn: { ofOne: 20, inAll: 40 } };

  it('are bounded for each client and in all, until they are answered', () => {
    const hold = createBodyBounds(bounds);
    const first = answer();
    const ask = (client: string, bytes: number, response = answer()) =>
      hold(response, { client, isSignedIn: false, bytes });
    expect(ask('a', 8, first)).toBe('held');
    expect(ask('a', 3)).toBe('tooManyOfOne');
    expect(ask('b', 7)).toBe('held');
    expect(ask('c', 1)).toBe('tooManyInAll');
    first.emit('close');
    expect(ask('a', 8)).toBe('held');
  });

  it('of those who have signed in have room that nobody else takes', () => {
    const hold = createBodyBounds(bounds);
    expect(hold(answer(), { client: 'a', isSignedIn: false, bytes: 10 })).toBe('held');
    expect(hold(answer(), { client: 'b', isSignedIn: false, bytes: 6 })).toBe('tooManyInAll');
    expect(hold(answer(), { client: 'account', isSignedIn: true, bytes: 20 })).toBe('held');
  });
});

describe('what a request costs', () => {
  it('is much for exports, comparisons, the API, files, and the register as it was', () => {
    for (const route of [
      '/api/v1/summary',
      '/[locale]/needs/export',
      '/[locale]/summaries/compare',
      '/[locale]/progress',
      '/[locale]/likeness',
      '/[locale]/summaries/figures/[figure]/[format]',
      '/[locale]/notes/[id]/documents/[language]/[format]',
    ]) {
      expect(kindOfRequest(route, ''), route).toBe('heavy');
    }
    expect(kindOfRequest('/[locale]/summaries', 'cutoff=2023-02-28&revision=7')).toBe('heavy');
    expect(kindOfRequest('/[locale]/summaries', 'vocabulary=2023-02-28')).toBe('heavy');
    expect(kindOfRequest('/[locale]/summaries', 'cutoff=2023-02-28')).toBe('page');
    expect(kindOfRequest(undefined, '')).toBe('page');
  });
});
