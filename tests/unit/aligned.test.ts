import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aligned } from '#lib/text/aligned';

const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 });

/** The length of the longest sequence common to both, without a table. */
const longest = (left: readonly string[], right: readonly string[]): number =>
  left.length === 0 || right.length === 0
    ? 0
    : left[0] === right[0]
      ? 1 + longest(left.slice(1), right.slice(1))
      : Math.max(longest(left.slice(1), right), longest(left, right.slice(1)));

describe('two lists held against each other', () => {
  it('have the longest sequence in common, and all else in the gaps, in the order of both', () => {
    fc.assert(
      fc.property(words, words, (left, right) => {
        const { pairs, gaps } = aligned(left, right, 1000);
        for (const [l, r] of pairs) expect(left[l]).toBe(right[r]);
        expect(pairs).toHaveLength(longest(left, right));
        const inOrder = (own: readonly number[], between: readonly number[]) =>
          expect([...own, ...between].toSorted((a, b) => a - b));
        inOrder(
          pairs.map(([l]) => l),
          gaps.flatMap((gap) => gap.left),
        ).toEqual([...left.keys()]);
        inOrder(
          pairs.map(([, r]) => r),
          gaps.flatMap((gap) => gap.right),
        ).toEqual([...right.keys()]);
        for (const side of [0, 1] as const)
          expect(pairs.map((pair) => pair[side])).toEqual(
            pairs.map((pair) => pair[side]).toSorted((a, b) => a - b),
          );
      }),
    );
  });

  it('are the same at their ends alone where comparing the rest would take too long', () => {
    const [left, right] = [
      ['a', 'x', 'b', 'y', 'c'],
      ['a', 'z', 'b', 'w', 'c'],
    ];
    expect(aligned(left, right, 9).pairs).toEqual([
      [0, 0],
      [2, 2],
      [4, 4],
    ]);
    expect(aligned(left, right, 8)).toEqual({
      pairs: [
        [0, 0],
        [4, 4],
      ],
      gaps: [{ left: [1, 2, 3], right: [1, 2, 3] }],
    });
  });
});
