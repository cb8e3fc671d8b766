import { describe, expect, it } from 'vitest';
import { articlesOfChapter } from '#lib/convention/articles';
import { categoryCodes } from '#lib/convention/categories';
import { chapterOfArticle, chaptersOfCycle } from '#lib/convention/chapters';
import { conventionStates } from '#lib/convention/states';
import { validateNeed } from '#lib/needs/model/schema';
import { needTexts, saidAgain } from '#tests/support/factories/need-texts';
import { vocabulary } from '#tests/support/factories/vocabulary-rows';

const sorted = (values: Iterable<string>) => [...new Set(values)].sort();
const codes = {
  subcategories: vocabulary.subcategory.map(({ code, parent }) => ({
    code,
    category: categoryCodes.find((known) => known === parent)!,
  })),
  topics: vocabulary.topic.map(({ code }) => code),
  types: [],
  tags: [],
};

describe('the 150 needs in words', () => {
  it('are in the six languages, and no two say the same', () => {
    const perLanguage = Object.fromEntries(
      sorted(needTexts.map(({ language }) => language)).map((language) => [
        language,
        needTexts.filter((need) => need.language === language).length,
      ]),
    );
    expect(perLanguage).toEqual({ ar: 20, en: 40, es: 25, fr: 30, ru: 20, zh: 15 });
    expect(new Set(needTexts.map(({ text }) => text)).size).toBe(150);
  });

  it('could each be submitted as it is coded', () => {
    const blank = {
      types: [],
      tags: [],
      targetGroups: [],
      priority: null,
      quote: null,
      paragraph: null,
      page: null,
    };
    for (const { articles = [], general, topics = [], ...need } of needTexts) {
      const chapter = general ?? chapterOfArticle(articles[0]!) ?? null;
      expect(
        validateNeed(
          { ...blank, ...need, topics, articles, chapter, general: general !== undefined },
          2,
          codes,
        ),
        need.text,
      ).toEqual([]);
      expect(
        topics.filter((topic) => !codes.topics.includes(topic)),
        need.text,
      ).toEqual([]);
    }
  });

  it('take in every category and subcategory, and every article of the second cycle', () => {
    expect(sorted(needTexts.map(({ category }) => category))).toEqual(sorted(categoryCodes));
    expect(sorted(needTexts.flatMap(({ subcategory }) => subcategory ?? []))).toEqual(
      sorted(codes.subcategories.map(({ code }) => code)),
    );
    expect(sorted(needTexts.flatMap(({ articles = [] }) => articles.map(String)))).toEqual(
      sorted(chaptersOfCycle(2).flatMap(articlesOfChapter).map(String)),
    );
  });

  it('name no State', () => {
    const texts = [...needTexts, ...saidAgain].map(({ text }) => text).join('\n');
    const named = (name: string) =>
      /\p{Script=Han}/u.test(name)
        ? texts.includes(name)
        : new RegExp(
            `(?<!\\p{L})${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`,
            'u',
          ).test(texts);
    expect(conventionStates.flatMap((state) => Object.values(state.names)).filter(named)).toEqual(
      [],
    );
  });

  it('are said again in other words where a second text stands for them', () => {
    expect(
      saidAgain.filter(
        ({ text, language, again }) =>
          again === text ||
          !needTexts.some((need) => need.text === text && need.language === language),
      ),
    ).toEqual([]);
  });
});
