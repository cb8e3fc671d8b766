import { expect, it } from 'vitest';
import { namedArticles } from '#lib/needs/model/named-articles';

const second = ['II', 'V'] as const;

it.each([
  ['Assistance to implement article 7 of the Convention.', [7]],
  ['Training on articles 7, 8 and 12 (2) (c) was requested.', [7, 8, 12]],
  ['Arts. 51–53 and 57 UNCAC', [51, 52, 53, 57]],
  ['articles 5 to 7', [5, 6, 7]],
  ['art. 8.5 on declarations of assets', [8]],
  ['Asistencia para aplicar los artículos 7 y 8 de la Convención', [7, 8]],
  ['l’article 13 et les articles 9 à 11', [9, 10, 11, 13]],
  ['в соответствии со статьей 9 и статьями 12 и 13', [9, 12, 13]],
  ['المادتان ٧ و٨ من الاتفاقية والمادة 14', [7, 8, 14]],
  ['为执行《公约》第七条和第五十一条至第五十三条提供援助', [7, 51, 52, 53]],
  ['依據第12條的規定', [12]],
  // Of the other cycle, no article at all, and a number that no article has.
  ['Articles 15 and 43', []],
  ['In 7 of 10 districts; paragraph 8.', []],
  ['article 142 of the Penal Code', []],
] as const)('the articles named in “%s” are %j', (passage, articles) => {
  expect(namedArticles(passage, second)).toEqual(articles);
});

it('a very long passage is read once, however it is written', () => {
  expect(namedArticles('article '.repeat(2500), second)).toEqual([]);
  expect(namedArticles(`articles ${'7, '.repeat(6000)}8`, second)).toEqual([7, 8]);
});
