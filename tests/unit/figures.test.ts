import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percent, share } from '#lib/counting/figures/figures';

describe('a percentage', () => {
  it.each([
    [1, 8, 13],
    [3, 8, 38],
    [1, 3, 33],
    [2, 3, 67],
    [1, 200, 1],
    [1, 201, 0],
    [3, 200, 2],
    [199, 200, 100],
    [197, 200, 99],
    [1, 1000, 0],
    [5, 1000, 1],
    [137, 315, 43],
    [202, 315, 64],
    [17, 20, 85],
    [78, 137, 57],
    [24, 137, 18],
    [30, 202, 15],
    [33, 78, 42],
    [48, 315, 15],
    [16, 48, 33],
    [13, 315, 4],
    [0, 5, 0],
    [5, 5, 100],
    [7, 2, 350],
    [1, 40, 3],
    [1, 16, 6],
    [29, 200, 15],
    [57, 200, 29],
    [113, 200, 57],
  ])('%i of %i is %i, half up', (n, of, expected) => {
    expect(percent(n, of)).toBe(expected);
  });

  it('of nothing is none, never zero', () => {
    expect(percent(0, 0)).toBeNull();
    expect(share(0, 0)).toEqual({ n: 0, of: 0, percent: null });
  });

  it('stands beside the numbers it is made of', () => {
    expect(share(137, 315)).toEqual({ n: 137, of: 315, percent: 43 });
  });

  it('is exact for all whole numbers that a register can hold', () => {
    const number = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 10_000_000 }), (n, of) => {
        // floor(100 n / of + 1/2) on whole numbers without limit.
        const exact = (100n * BigInt(n) * 2n + BigInt(of)) / (2n * BigInt(of));
        expect(percent(n, of)).toBe(Number(exact));
      }),
      { numRuns: 2000 },
    );
  });

  it('is exact on every half, where a rounding of fractions goes wrong', () => {
    for (let k = 0; k < 100; k += 1)
      for (const times of [1, 7, 1001])
        expect(percent((2 * k + 1) * times, 200 * times)).toBe(k + 1);
  });
});
