import { describe, expect, it } from 'vitest';
import { sentenceOf } from '#components/summaries/sentence';
import { locales, type Locale } from '#lib/convention/names';
import { translator } from '#lib/i18n';
import { mayBeRanked, rankingOf } from '#lib/summaries/sentences';

const counted = (numbers: Readonly<Record<string, number>>) => Object.entries(numbers).map(([key, n]) => ({ key, n }));
const articles = (locale: Locale, numbers: Readonly<Record<string, number>>, zeros = false) => sentenceOf({ locale, t: translator(locale), kind: 'articles', counted: counted(numbers), zeros });

describe('a ranking', () => {
  it('keeps ties together and never cuts one in two', () => {
    expect(rankingOf(counted({ a: 5, b: 7, c: 5, d: 1 }))).toEqual({ first: { n: 7, keys: ['b'] }, then: [{ n: 5, keys: ['a', 'c'] }], all: false });
    expect(rankingOf(counted({ a: 7, b: 5, c: 5, d: 5 }))).toEqual({ first: { n: 7, keys: ['a'] }, then: [], all: false });
    expect(rankingOf(counted({ a: 4, b: 4, c: 4, d: 4, e: 3 }))).toEqual({ first: { n: 4, keys: ['a', 'b', 'c', 'd'] }, then: [], all: false });
    expect(rankingOf(counted({ a: 4, b: 0 }))).toEqual({ first: { n: 4, keys: ['a'] }, then: [], all: true });
    expect(rankingOf(counted({ a: 0 }))).toBeNull();
  });

  it('is made of a region only from ten States with needs on', () => {
    expect([mayBeRanked({ statesWithNeeds: 9 }), mayBeRanked({ statesWithNeeds: 10 })]).toEqual([false, true]);
  });
});

describe('the sentence under a figure', () => {
  it('is what a writer would write', () => {
    expect(articles('en', { 5: 53, 6: 40, 7: 34, 8: 30 })).toBe('Most needs were identified under article 5 (53), followed by article 6 (40) and article 7 (34).');
    expect(articles('en', { 5: 40, 6: 40, 7: 34, 8: 30 })).toBe('Most needs were identified under articles 5 and 6 (40 each), followed by article 7 (34).');
    expect(articles('en', { 5: 53, 6: 40, 7: 40, 8: 40 })).toBe('Most needs were identified under article 5 (53).');
    expect(articles('en', { 5: 3, 6: 0, 7: 0 }, true)).toBe('All needs were identified under article 5 (3). No needs were identified under articles 6 and 7.');
    expect(articles('en', { 5: 0 })).toBe('No needs were identified.');
  });

  it.each<[Locale, string]>([
    ['fr', 'Le plus grand nombre de besoins concerne les articles 5 et 6 (40 chacun) ; viennent ensuite l’article 7 (34).'],
    ['es', 'El mayor número de necesidades se identificó en relación con los artículos 5 y 6 (40 cada uno); a continuación, en relación con el artículo 7 (34).'],
    ['ru', 'Больше всего потребностей выявлено по статьям 5 и 6 (по 40), далее – по статье 7 (34).'],
    ['ar', 'حُدد أكبر عدد من الاحتياجات في إطار المادتين 5 و6 (40 لكل منهما)، ثم في إطار المادة 7 (34).'],
    ['zh', '需求最多的是第5和6条（各40项），其次是第7条（34项）。'],
  ])('says a tie in %s', (locale, sentence) => {
    expect(articles(locale, { 5: 40, 6: 40, 7: 34, 8: 30 })).toBe(sentence);
  });

  it.each(locales)('has a form for every kind and number in %s', (locale) => {
    for (const kind of ['articles', 'regions', 'categories', 'subcategories', 'types', 'topics'] as const) {
      for (const numbers of [{ a: 1 }, { a: 2, b: 2 }, { a: 3, b: 2, c: 1 }, { a: 11, b: 5, c: 5, d: 5 }] as Readonly<Record<string, number>>[]) {
        const sentence = sentenceOf({ locale, t: translator(locale), kind, counted: counted(numbers) });
        expect(sentence).not.toMatch(/[{}]|sentences\./);
        expect(sentence).toContain(String(Math.max(...Object.values(numbers))));
      }
    }
  });
});
