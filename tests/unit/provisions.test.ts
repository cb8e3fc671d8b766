import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articlesOfKey, compareProvisions, provisionKey, rowKey } from '#lib/convention/provision';

describe('the rows of a matrix', () => {
  it('stand as in the note: single articles ascending; combinations, article by article as numbers; the chapter as a whole last', () => {
    const inOrder = [
      '5',
      '6',
      '9',
      '10',
      '14',
      '5;6',
      '5;6;7',
      '5;7',
      '5;10',
      '5;14',
      '6;7',
      '6;10;14',
      '9;10',
      '10;11',
      '10;12',
      'general',
    ];
    const shuffled = [
      '10;12',
      'general',
      '5;10',
      '14',
      '5;6;7',
      '6',
      '10',
      '5;14',
      '9;10',
      '5',
      '6;10;14',
      '5;7',
      '9',
      '6;7',
      '10;11',
      '5;6',
    ];
    expect(shuffled.toSorted(compareProvisions)).toEqual(inOrder);
    expect(inOrder.toReversed().toSorted(compareProvisions)).toEqual(inOrder);
  });

  it('with several chapters end with each chapter as a whole, in treaty order', () => {
    expect(
      ['general-V', '51;52', '59', '5;6', 'general-II', '51', '14', '5'].toSorted(
        compareProvisions,
      ),
    ).toEqual(['5', '14', '51', '59', '5;6', '51;52', 'general-II', 'general-V']);
    expect(['general-IV', '43', 'general-III', '15'].toSorted(compareProvisions)).toEqual([
      '15',
      '43',
      'general-III',
      'general-IV',
    ]);
  });

  it('stand in one order, however they come', () => {
    const key = fc.oneof(
      fc.constant('general'),
      fc
        .uniqueArray(fc.integer({ min: 5, max: 59 }), { minLength: 1, maxLength: 5 })
        .map((articles) => provisionKey(articles, false)),
    );
    fc.assert(
      fc.property(key, key, key, (a, b, c) => {
        expect(Math.sign(compareProvisions(a, b))).toBe(-Math.sign(compareProvisions(b, a)) || 0);
        expect(compareProvisions(a, b) === 0).toBe(a === b);
        if (compareProvisions(a, b) < 0 && compareProvisions(b, c) < 0)
          expect(compareProvisions(a, c)).toBeLessThan(0);
      }),
    );
  });
});

describe('the row of a need', () => {
  it.each([
    [[5], false, '5'],
    [[6, 5], false, '5;6'],
    [[10, 9, 5], false, '5;9;10'],
    [[], true, 'general'],
    [[5, 6], true, '5;6;general'],
    [[], false, ''],
  ] as const)('articles %j, chapter as a whole %j: %s', (articles, general, key) => {
    expect(provisionKey(articles, general)).toBe(key);
  });

  it('leaves the list that it was given as it is', () => {
    const articles = [9, 5];
    provisionKey(articles, false);
    expect(articles).toEqual([9, 5]);
  });

  it.each([
    ['5', [5]],
    ['5;6', [5, 6]],
    ['9;10;14', [9, 10, 14]],
    ['general', []],
    ['general-V', []],
    ['', []],
  ] as const)('"%s" has the articles %j', (key, articles) => {
    expect(articlesOfKey(key)).toEqual(articles);
  });

  it('names the chapter as a whole where several chapters are counted together', () => {
    expect([
      rowKey('general', 'II', true),
      rowKey('general', 'V', true),
      rowKey('general', 'II', false),
      rowKey('5;6', 'II', true),
    ]).toEqual(['general-II', 'general-V', 'general', '5;6']);
  });
});
