import { describe, expect, it } from 'vitest';
import { sentence } from '#lib/counting/summary-figures/sentences';
import { locales } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { leadingItems, rankOfItem } from '#lib/counting/figures/figures';

const numbered = (numbers: Readonly<Record<string, number>>) =>
  Object.entries(numbers).map(([key, n]) => ({ key, n }));
const articles = (
  numbers: Readonly<Record<string, number>>,
  locale: (typeof locales)[number] = 'en',
) => sentence({ locale, t: translator(locale) }, 'article', numbered(numbers), (code) => code);

describe('what leads', () => {
  it.each([
    [{ 5: 53, 6: 40, 7: 34, 8: 2 }, ['5'], ['6', '7'], false],
    [{ 5: 40, 6: 40, 7: 34, 8: 2 }, ['5', '6'], ['7', '8'], false],
    [{ 5: 9, 6: 3, 7: 3, 8: 3, 9: 1 }, ['5'], ['6', '7', '8'], false],
    // A place is named whole or not at all.
    [{ 5: 9, 6: 3, 7: 3, 8: 3, 9: 3 }, ['5'], [], false],
    [{ 5: 9, 6: 4, 7: 3, 8: 3, 9: 3 }, ['5'], ['6'], false],
    [{ 5: 1, 6: 1, 7: 1, 8: 1, 9: 0 }, ['5', '6', '7', '8'], [], true],
    [{ 5: 0, 6: 0 }, [], [], false],
    [{}, [], [], false],
    [{ 5: 1, 6: 0 }, ['5'], [], false],
  ])('of %j', (numbers, first, rest, many) => {
    const found = leadingItems(numbered(numbers as Record<string, number>));
    expect({
      first: found.first.map(({ key }) => key),
      rest: found.rest.map(({ key }) => key),
      many: found.many,
    }).toEqual({ first, rest, many });
  });

  it('gives those that tie one place, and counts them all before the next', () => {
    const numbers = numbered({ 5: 9, 6: 3, 7: 3, 8: 1, 9: 0 });
    expect(['5', '6', '7', '8', '9', '10'].map((key) => rankOfItem(numbers, key))).toEqual([
      { place: 1, tied: false },
      { place: 2, tied: true },
      { place: 2, tied: true },
      { place: 4, tied: false },
      null,
      null,
    ]);
  });
});

describe('the sentence under a figure', () => {
  it('says in English what a writer would', () => {
    expect(articles({ 5: 53, 6: 40, 7: 34, 8: 29 })).toBe(
      'The largest number of needs was identified under article 5 (53), followed by articles 6 (40) and 7 (34).',
    );
    expect(articles({ 5: 40, 6: 40, 7: 34, 8: 2 })).toBe(
      'The largest number of needs was identified under articles 5 (40) and 6 (40), followed by articles 7 (34) and 8 (2).',
    );
    expect(articles({ 5: 7 })).toBe(
      'The largest number of needs was identified under article 5 (7).',
    );
    expect(articles({ 5: 7, 6: 7, 7: 7, 8: 7 })).toBe(
      'The largest number, 7, is shared by 4 of them.',
    );
    expect(articles({ 5: 0 })).toBe('No needs are counted here.');
  });

  it.each([
    ['ar', 'استُبين أكبر عدد من الاحتياجات في إطار المادة 5 (53)، تليها المادتان 6 (40) و7 (34).'],
    [
      'es',
      'El mayor número de necesidades se detectó en relación con el artículo 5 (53), y a continuación con los artículos 6 (40) y 7 (34).',
    ],
    [
      'fr',
      'Le plus grand nombre de besoins a été recensé au titre de l’article 5 (53), puis des articles 6 (40) et 7 (34).',
    ],
    [
      'ru',
      'Больше всего потребностей выявлено по статье 5 (53); далее следуют статьи 6 (40) и 7 (34).',
    ],
    ['zh', '第5条（53）下确定的需求最多，其次是第6条（40）和第7条（34）。'],
  ] as const)('says the same in %s', (locale, expected) => {
    expect(articles({ 5: 53, 6: 40, 7: 34, 8: 29 }, locale)).toBe(expected);
  });

  it.each([
    ['en', ['1st', '2nd', '3rd', '4th', '11th', '22nd']],
    ['es', ['1.º', '2.º', '3.º', '4.º', '11.º', '22.º']],
    ['fr', ['1re', '2e', '3e', '4e', '11e', '22e']],
    ['ru', ['1-е', '2-е', '3-е', '4-е', '11-е', '22-е']],
  ] as const)('has the ordinals of %s', (locale, expected) => {
    const t = translator(locale);
    [1, 2, 3, 4, 11, 22].forEach((place, i) => {
      for (const tied of ['yes', 'no'])
        expect(` ${t('seen.sentences.articlePlace', { article: '7', place, tied })} `).toContain(
          ` ${expected[i]} `,
        );
    });
  });

  it('has a form for every number in every language', () => {
    for (const locale of locales) {
      const t = translator(locale);
      for (const summaries of [1, 2, 3, 5, 11, 21, 100, 1_000_000])
        expect(t('seen.sentences.states', { summaries, states: 1, percent: '7 %' })).toMatch(/1/);
    }
  });
});
