import { describe, expect, it } from 'vitest';
import { needDraft, type NeedFields } from '#lib/needs/model/schema';
import { codes, complete, faultsOf } from '#tests/support/factories/need-codes';

type Given = Readonly<{ [field in keyof NeedFields]?: unknown }>;
const draft = (given: Given) => needDraft(codes).safeParse({ ...complete, ...given });
const refusedDraft = (given: Given) => faultsOf(draft(given));
const kept = (given: Given) => draft(given).data!;

describe('a draft', () => {
  it('is read into what is stored: nothing for what is left open, numbers for articles and priority', () => {
    expect(
      kept({ articles: ['6', '5'], topics: ['whistle-blowers'], priority: '3', quote: ' said ' }),
    ).toEqual({
      chapter: 'II',
      general: false,
      articles: [5, 6],
      category: 'capacity-building',
      subcategory: 'cb-training',
      topics: ['whistle-blowers'],
      types: [],
      tags: [],
      targetGroups: [],
      priority: 3,
      text: 'A need.',
      language: 'en',
      quote: 'said',
      paragraph: null,
      page: null,
    });
    expect(
      kept({
        chapter: '',
        articles: [],
        category: '',
        subcategory: '',
        text: ' \r\n ',
        language: '',
      }),
    ).toMatchObject({
      chapter: null,
      general: false,
      articles: [],
      category: null,
      subcategory: null,
      text: null,
      language: null,
      priority: null,
    });
  });

  it.each([
    ['4'],
    ['60'],
    ['0'],
    ['x'],
    ['5.0'],
    ['5;6'],
    [' 5'],
    [''],
    ['-5'],
    ['٥'],
    ['5e0'],
    ['General'],
    ['general-II'],
    ['105'],
    ['1'],
  ])('has no article "%s"', (article) => {
    expect(refusedDraft({ articles: ['5', article] })).toEqual(['articles unknownArticle']);
  });

  it('has no article that is not written as text, nor more than sixty of them', () => {
    for (const articles of [
      [5],
      [null],
      'general',
      null,
      undefined,
      { 0: '5' },
      Array(61).fill('5'),
    ])
      expect(refusedDraft({ articles }).every((fault) => fault === 'articles unknownArticle')).toBe(
        true,
      );
    expect(refusedDraft({ articles: Array(61).fill('5') })).toEqual(['articles unknownArticle']);
    expect(kept({ articles: Array(60).fill('5') }).articles).toEqual([5]);
  });

  it('takes "05" for article 5, as it is the same number', () => {
    expect(kept({ articles: ['05', '5'] }).articles).toEqual([5]);
  });

  it.each([
    ['chapter', 'VI', 'unknownChapter'],
    ['chapter', 'ii', 'unknownChapter'],
    ['category', 'money', 'unknownCategory'],
    ['category', '__proto__', 'unknownCategory'],
    ['subcategory', 'xx', 'unknownSubcategory'],
    ['language', 'de', 'unknownLanguage'],
    ['topics', ['xx'], 'unknownTopic'],
    ['types', ['xx'], 'unknownType'],
    ['tags', ['training', ''], 'unknownTag'],
    ['targetGroups', ['everybody'], 'unknownTargetGroup'],
    ['topics', 'whistle-blowers', 'unknownTopic'],
  ])('%s: %j is no code that is in force', (field, value, message) => {
    expect(refusedDraft({ [field]: value })).toEqual([`${field} ${message}`]);
  });

  it('keeps each code once and in the order of the vocabulary, however it was sent', () => {
    expect(
      kept({
        topics: ['whistle-blowers', 'asset-declarations', 'whistle-blowers'],
        articles: ['9', '5', '9', 'general', 'general'],
        types: ['on-site', 'staff-training', 'on-site'],
      }),
    ).toMatchObject({
      topics: ['asset-declarations', 'whistle-blowers'],
      articles: [5, 9],
      general: true,
      types: ['staff-training', 'on-site'],
    });
    expect(refusedDraft({ tags: Array(101).fill('training') })).toEqual(['tags unknownTag']);
  });

  it.each([
    ['', null],
    ['1', 1],
    ['999', 999],
    [' 7 ', 7],
    ['007', 7],
    ['٣', 3],
    ['۱۲', 12],
    ['７', 7],
    ['7.0', 7],
    ['\u200f7\u00a0', 7],
    ['   ', null],
  ])('reads the priority "%s" as %j', (priority, number) => {
    expect(kept({ priority }).priority).toBe(number);
  });

  it.each([['0'], ['00'], ['1000'], ['1.5'], ['-1'], ['+1'], ['1e2'], ['one'], ['1 2'], ['0x1']])(
    'has no priority "%s"',
    (priority) => {
      expect(refusedDraft({ priority })).toEqual(['priority priorityNumber']);
    },
  );

  it.each([
    ['', null],
    ['1', 1],
    ['9999', 9999],
    ['１２', 12],
    ['١٢', 12],
    [' 12 ', 12],
  ])('reads the page "%s" as %j', (page, number) => {
    expect(kept({ page }).page).toBe(number);
  });

  it.each([['0'], ['10000'], ['1.5'], ['-1'], ['iv'], ['７٠٠00']])('has no page "%s"', (page) => {
    expect(refusedDraft({ page })).toEqual(['page pageNumber']);
  });

  it.each([['text'], ['quote'], ['paragraph']] as const)(
    'refuses in %s what a database cannot hold or nobody can read',
    (field) => {
      for (const bad of ['a\uD800b', '\uDC00'])
        expect(refusedDraft({ [field]: bad })).toEqual([`${field} unreadable`]);
      expect(refusedDraft({ [field]: 7 })).toEqual([`${field} unreadable`]);
      expect(kept({ [field]: 'a\tb\nc 🌍' })[field]).toBe('a\tb\nc 🌍');
    },
  );

  it('keeps texts far beyond what may be submitted, and none without end', () => {
    expect(kept({ text: 'x'.repeat(20_000) }).text).toHaveLength(20_000);
    expect(refusedDraft({ text: 'x'.repeat(20_001) })).toEqual(['text tooLong']);
  });

  it('keeps one form of each text: one kind of line end, composed characters, no blanks around', () => {
    expect(kept({ text: '  e\u0301te\u0301\r\nun\rdeux  ' }).text).toBe('été\nun\ndeux');
  });

  it('takes nothing that the form does not have', () => {
    const crafted = { status: 'approved', enteredBy: 'somebody' };
    expect(Object.keys(kept({ ...crafted } as Given)).toSorted()).toEqual(
      Object.keys(kept({})).toSorted(),
    );
    expect(kept({ ...crafted } as Given)).not.toHaveProperty('status');
  });
});
