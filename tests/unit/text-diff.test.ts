import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '#lib/convention/names';
import { diffTexts, changedFields } from '#lib/needs/model/text-diff';
import type { NeedContent } from '#lib/needs/model/schema';

const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
const said = (before: string, after: string, language: Locale | null = 'en') =>
  diffTexts(before, after, language)
    .map(({ kind, text }) => marks[kind][0] + text + marks[kind][1])
    .join('');

describe('the difference of two texts, word by word', () => {
  it.each([
    ['Training of judges.', 'Training of judges.', 'en', 'Training of judges.'],
    [
      'Training of judges.',
      'Training of prosecutors.',
      'en',
      'Training of [-judges-]{+prosecutors+}.',
    ],
    [
      'Training of judges.',
      'Training of judges and prosecutors.',
      'en',
      'Training of judges{+ and prosecutors+}.',
    ],
    ['Training of young judges.', 'Training of judges.', 'en', 'Training of [-young -]judges.'],
    ['one two three', 'four five six', 'en', '[-one two three-]{+four five six+}'],
    ['', 'New text.', 'en', '{+New text.+}'],
    ['Old text.', '', 'en', '[-Old text.-]'],
    ['对法官进行培训', '对检察官进行培训', 'zh', '对[-法官-]{+检察官+}进行培训'],
    [
      'تدريب القضاة على الأخلاقيات',
      'تدريب المدعين على الأخلاقيات',
      'ar',
      'تدريب [-القضاة-]{+المدعين+} على الأخلاقيات',
    ],
    ['Обучение судей.', 'Обучение судей и прокуроров.', 'ru', 'Обучение судей{+ и прокуроров+}.'],
  ] as const)('“%s” and “%s”', (before, after, language, expected) => {
    expect(said(before, after, language)).toBe(expected);
  });

  it('together is both texts, whatever they are', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', ' ', '\n', 'cd', '，', '法', '官', 'م', '.'), {
        maxLength: 40,
      })
      .map((some) => some.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const stretches = diffTexts(before, after, null);
        const all = (without: string) =>
          stretches
            .filter(({ kind }) => kind !== without)
            .map(({ text }) => text)
            .join('');
        expect([all('added'), all('removed')]).toEqual([before, after]);
      }),
    );
  });

  it('of two very long texts that have nothing in common is each of them whole, without looking for more', () => {
    const long = (word: string) => Array.from({ length: 5000 }, (_, i) => word + i).join(' ');
    expect(diffTexts(long('a'), long('b'), 'en')).toHaveLength(2);
  });
});

it('the fields that differ are named in the order of the form', () => {
  const content: NeedContent = {
    chapter: 'II',
    articles: [5],
    general: false,
    category: 'capacity-building',
    subcategory: 'cb-training',
    topics: [],
    types: [],
    tags: [],
    targetGroups: [],
    priority: 1,
    text: 'A.',
    language: 'en',
    quote: null,
    paragraph: null,
    page: null,
  };
  expect(changedFields(content, content)).toEqual([]);
  expect(
    changedFields(content, { ...content, text: 'B.', articles: [5, 6], priority: null }),
  ).toEqual(['text', 'articles', 'priority']);
});
