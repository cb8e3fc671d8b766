import { describe, expect, it } from 'vitest';
import { codeMapper, type TermChange } from '#lib/needs/terms/code-mapping';

const change = (
  seq: number,
  decidedOn: string,
  verb: TermChange['verb'],
  code: string,
  more: Partial<TermChange> = {},
): TermChange => ({
  seq,
  kind: 'topic',
  verb,
  code,
  decidedOn,
  into: [],
  rest: null,
  needs: new Map(),
  ...more,
});

/**
 * a merged into b in January; d and e added in February and c split into d, e and the old f in
 * March; b merged into g in April.
 */
const changes = [
  change(1, '2026-01-31', 'merge', 'a', { into: ['b'], rest: 'b' }),
  change(2, '2026-02-28', 'add', 'd'),
  change(3, '2026-02-28', 'add', 'e'),
  change(4, '2026-03-31', 'split', 'c', {
    into: ['d', 'e', 'f'],
    rest: 'd',
    needs: new Map([
      ['one', 'e'],
      ['two', 'f'],
    ]),
  }),
  change(5, '2026-04-30', 'merge', 'b', { into: ['g'], rest: 'g' }),
];

describe('a code in the vocabulary of a date', () => {
  it.each<[string, code: string, need: string, reads: string]>([
    ['2025-12-31', 'a', 'any', 'a'],
    ['2026-01-31', 'a', 'any', 'b'],
    ['2026-04-29', 'a', 'any', 'b'],
    ['2026-04-30', 'a', 'any', 'g'],
    ['2026-03-30', 'c', 'one', 'c'],
    ['2026-03-31', 'c', 'one', 'e'],
    ['2026-03-31', 'c', 'two', 'f'],
    ['2026-03-31', 'c', 'any', 'd'],
    // Recoded since: back before the split it reads as what it came from; f was there before, so
    // only by its place.
    ['2026-02-01', 'e', 'one', 'c'],
    ['2026-02-01', 'd', 'new since', 'c'],
    ['2026-02-01', 'f', 'two', 'c'],
    ['2026-02-01', 'f', 'any', 'f'],
    // A merge cannot be taken back for what was coded after it.
    ['2025-12-31', 'b', 'any', 'b'],
    ['2026-01-31', 'g', 'any', 'g'],
  ])('%s: %s of need %s reads %s', (date, code, need, reads) => {
    expect(codeMapper(changes, 'topic', date)(code, need)).toBe(reads);
  });

  it('concerns its own kind alone', () => {
    expect(codeMapper(changes, 'tag', '2026-12-31')('a', 'any')).toBe('a');
  });
});
