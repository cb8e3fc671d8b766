import { describe, expect, it } from 'vitest';
import { needComplete, needDraft, validateNeed, type NeedFields } from '#lib/needs/model/schema';
import { codes, complete, faultsOf } from '#tests/support/factories/need-codes';

type Given = Readonly<Partial<NeedFields>>;
/**
 * What keeps it from being submitted. The form asks the schema, the command asks `needFaults` of
 * what is stored: they must agree.
 */
function refused(given: Given, cycle: 1 | 2 = 2): string[] {
  const fields = { ...complete, ...given };
  const faults = faultsOf(needComplete(cycle, codes).safeParse(fields));
  expect(
    validateNeed(needDraft(codes).parse(fields), cycle, codes).map(
      ({ field, message }) => `${field} ${message}`,
    ),
  ).toEqual(faults);
  return faults;
}

describe('a need that is complete', () => {
  it('has nothing amiss', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ articles: ['general'] })).toEqual([]);
    expect(refused({ chapter: 'III', articles: ['15', '42'] }, 1)).toEqual([]);
    expect(refused({ category: 'other', subcategory: '' })).toEqual([]);
    expect(refused({ types: ['on-site'], priority: '1', quote: 'q', paragraph: '41' })).toEqual([]);
  });

  it.each<[string, Given, string[]]>([
    ['no chapter', { chapter: '' }, ['chapter chooseChapter']],
    [
      'a chapter of the other cycle',
      { chapter: 'III', articles: ['15'] },
      ['chapter chapterOfOtherCycle'],
    ],
    ['no article', { articles: [] }, ['articles chooseArticle']],
    [
      'the chapter as a whole together with articles',
      { articles: ['5', 'general'] },
      ['articles articlesOrChapter'],
    ],
    [
      'an article of the other chapter of the cycle',
      { articles: ['5', '51'] },
      ['articles articleOfOtherChapter'],
    ],
    ['an article of the other cycle', { articles: ['15'] }, ['articles articleOfOtherChapter']],
    ['no category', { category: '', subcategory: '' }, ['category chooseCategory']],
    [
      'no subcategory where the category has some',
      { subcategory: '' },
      ['subcategory chooseSubcategory'],
    ],
    [
      'a subcategory of another category',
      { subcategory: 'la-drafting' },
      ['subcategory subcategoryOfOtherCategory'],
    ],
    [
      'a subcategory where the category has none',
      { category: 'other' },
      ['subcategory subcategoryOfOtherCategory'],
    ],
    [
      'a subcategory without a category',
      { category: '' },
      ['category chooseCategory', 'subcategory subcategoryOfOtherCategory'],
    ],
    [
      'types outside capacity-building',
      { category: 'legislative-assistance', subcategory: 'la-drafting', types: ['on-site'] },
      ['types typesOfCapacityBuildingOnly'],
    ],
    ['no text', { text: '' }, ['text enterText']],
    ['a text of blanks', { text: ' \n\t' }, ['text enterText']],
    ['a text of 2,001 characters', { text: 'x'.repeat(2001) }, ['text textTooLong']],
    ['a text without its language', { language: '' }, ['language chooseLanguage']],
    ['a quote of 2,001 characters', { quote: 'x'.repeat(2001) }, ['quote quoteTooLong']],
    ['a paragraph of 21 characters', { paragraph: 'x'.repeat(21) }, ['paragraph paragraphTooLong']],
    [
      'everything left open',
      { chapter: '', articles: [], category: '', subcategory: '', text: '', language: '' },
      [
        'text enterText',
        'chapter chooseChapter',
        'articles chooseArticle',
        'category chooseCategory',
      ],
    ],
  ])('is not one with %s', (_said, given, faults) => {
    expect(refused(given)).toEqual(faults);
  });

  it('may have exactly as many characters as its limits say', () => {
    expect(
      refused({ text: 'x'.repeat(2000), quote: 'x'.repeat(2000), paragraph: 'x'.repeat(20) }),
    ).toEqual([]);
    expect(refused({ text: '文'.repeat(2000) })).toEqual([]);
    expect(refused({ text: `  ${'x'.repeat(2000)}  ` })).toEqual([]);
  });
});
