import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseForm } from '#lib/http/form';
import {
  fieldsOf,
  needDraft,
  parseNeedFields,
  type Codes,
  type NeedFields,
} from '#lib/needs/model/schema';

const codes: Codes = {
  subcategories: [
    { code: 'cb-training', category: 'capacity-building' },
    { code: 'la-drafting', category: 'legislative-assistance' },
  ],
  topics: ['a', 'b', 'c'],
  types: ['t', 'u'],
  tags: ['x', 'y'],
};

const schema = needDraft(codes);

/**
 * Whatever a form can send that is stored: known codes in any order and number, any readable text.
 */
const texts = fc
  .string({ unit: 'grapheme', maxLength: 200 })
  .filter(
    (text) => text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text),
  );
const some = <T>(...values: T[]) => fc.array(fc.constantFrom(...values), { maxLength: 8 });
const sendable: fc.Arbitrary<NeedFields> = fc.record({
  chapter: fc.constantFrom('', 'II', 'III', 'IV', 'V'),
  articles: some('5', '6', '05', '14', '51', '59', 'general'),
  category: fc.constantFrom('', 'capacity-building', 'other'),
  subcategory: fc.constantFrom('', 'cb-training', 'la-drafting'),
  topics: some('a', 'b', 'c'),
  types: some('t', 'u'),
  tags: some('x', 'y'),
  targetGroups: some('officials', 'media'),
  priority: fc.constantFrom('', ' 7 ', '1', '010', '999', ' '),
  text: texts,
  language: fc.constantFrom('', 'ar', 'zh'),
  quote: texts,
  paragraph: texts,
  page: fc.constantFrom('', '1', ' 12 ', '0999', '9999'),
});

describe('a form that shows a need again', () => {
  it('sends what is stored already, whatever was sent at first', () => {
    fc.assert(
      fc.property(sendable, (sent) => {
        const stored = schema.parse(sent);
        expect(schema.parse(fieldsOf(stored))).toEqual(stored);
      }),
      { numRuns: 200 },
    );
  });

  it('comes through an encoded form as it was shown', () => {
    fc.assert(
      fc.property(sendable, (sent) => {
        const shown = fieldsOf(schema.parse(sent));
        const pairs = Object.entries(shown).flatMap(([name, value]) =>
          Array.isArray(value)
            ? value.map((each: string): [string, string] => [name, each])
            : [[name, value as string] as [string, string]],
        );
        const form = parseForm(new TextEncoder().encode(new URLSearchParams(pairs).toString()))!;
        expect(parseNeedFields(form)).toEqual(shown);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is stored', () => {
  it('is readable, in one form and without doubles, whatever was sent', () => {
    const anything = fc.record(
      Object.fromEntries(
        Object.keys(parseNeedFields({})).map((name) => [
          name,
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.array(fc.string({ unit: 'binary' })),
            fc.anything(),
          ),
        ]),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(sendable, anything), (sent) => {
        const result = schema.safeParse(sent);
        if (!result.success) return;
        const {
          articles,
          topics,
          types,
          tags,
          targetGroups,
          text,
          quote,
          paragraph,
          page,
          priority,
        } = result.data;
        for (const list of [articles, topics, types, tags, targetGroups])
          expect(new Set<unknown>(list).size).toBe(list.length);
        for (const value of [text, quote, paragraph])
          expect(
            value === null ||
              (value !== '' &&
                value === value.trim() &&
                value.isWellFormed() &&
                !/[\u0000\r]/.test(value)),
          ).toBe(true);
        expect(
          priority === null || (Number.isInteger(priority) && priority >= 1 && priority <= 999),
        ).toBe(true);
        expect(page === null || (Number.isInteger(page) && page >= 1 && page <= 9999)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
