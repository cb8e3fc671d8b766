import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  sortByRank,
  moveToPlace,
  parseRank,
  moveByOne,
  type Ranked,
  type Direction,
} from '#lib/needs/priorities/ranking';

/** `a1 b2 c`: each need by a letter, with its rank. */
const list = (text: string): Ranked[] =>
  text.split(' ').map((each) => ({ id: each[0]!, rank: each.slice(1) }));
const said = (items: readonly Ranked[]) => items.map(({ id, rank }) => id + rank).join(' ');
const after = (text: string, id: string, step: Direction) => said(moveByOne(list(text), id, step));

describe('one step of a need', () => {
  it.each([
    ['passes the one above, with its rank', 'a1 b2 c3', 'b', 'up', 'b1 a2 c3'],
    ['passes the one below, with its rank', 'a1 b2 c3', 'b', 'down', 'a1 c2 b3'],
    ['passes over a gap in the ranks', 'a1 b5', 'b', 'up', 'b1 a5'],
    ['leaves a tie upwards, and what follows makes room', 'a1 b1 c2', 'b', 'up', 'b1 a2 c3'],
    ['leaves a tie downwards', 'a1 b1 c2', 'a', 'down', 'b1 a2 c3'],
    [
      'without a rank comes to the end of those that have one',
      'a1 b2 c d',
      'd',
      'up',
      'a1 b2 d3 c',
    ],
    ['without any rank in the list becomes the first', 'a b', 'b', 'up', 'b1 a'],
    ['from the last rank loses it', 'a1 b2 c', 'b', 'down', 'a1 b c'],
    ['from the top goes no higher', 'a1 b2', 'a', 'up', 'a1 b2'],
    ['from the bottom goes no lower', 'a1 b2', 'b', 'down', 'a1 b2'],
    ['without a rank goes no lower', 'a1 b c', 'b', 'down', 'a1 b c'],
    ['begins from the order of what was typed', 'a3 b2 c1', 'a', 'up', 'c1 a2 b3'],
  ] as const)('%s', (_what, before, id, step, expected) => {
    expect(after(before, id, step)).toBe(expected);
  });

  it('loses no need and makes no rank that could not be typed', () => {
    const ranks = fc.array(
      fc.oneof(fc.constant(''), fc.integer({ min: 1, max: 999 }).map(String)),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(
        ranks,
        fc.nat(),
        fc.constantFrom('up' as const, 'down' as const),
        (typed, n, step) => {
          const items = typed.map((rank, i) => ({ id: `n${i}`, rank }));
          const next = moveByOne(items, `n${n % items.length}`, step);
          expect(next.map(({ id }) => id).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
          expect(next).toEqual(sortByRank(next));
          for (const { rank } of next) expect(rank === '' || parseRank(rank) !== null).toBe(true);
        },
      ),
    );
  });
});

describe('a need that is dragged', () => {
  it('comes to the place where it is let go, among those that have a rank', () => {
    expect(said(moveToPlace(list('a1 b2 c3 d4'), 'd', 0))).toBe('d1 a2 b3 c4');
    expect(said(moveToPlace(list('a1 b2 c3 d4'), 'a', 2))).toBe('b1 c2 a3 d4');
    expect(said(moveToPlace(list('a1 b2'), 'a', 0))).toBe('a1 b2');
    expect(said(moveToPlace(list('a1 b2 c'), 'c', 0))).toBe('c1 a2 b3');
  });
});

it('what is no rank from 1 to 999 is none', () => {
  expect(['1', ' 7 ', '999', '0', '1000', '-1', '1.5', 'first', ''].map(parseRank)).toEqual([
    1,
    7,
    999,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
