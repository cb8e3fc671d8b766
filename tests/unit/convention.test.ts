import { describe, expect, it } from 'vitest';
import { articles, articlesOfChapter, articleTitle } from '#lib/convention/articles';
import {
  categories,
  categoryCodes,
  categoryName,
  categoryShortName,
} from '#lib/convention/categories';
import {
  chapterOfArticle,
  chapterCodes,
  chapters,
  chaptersOfCycle,
  chapterTitle,
  cycleOfChapter,
  cycles,
  isChapter,
} from '#lib/convention/chapters';
import { locales, type Names } from '#lib/convention/names';
import {
  isRegion,
  regionCodes,
  regionName,
  regions,
  regionShortName,
} from '#lib/convention/regions';
import { conventionState, conventionStates, stateName } from '#lib/convention/states';
import { vocabulary } from '#tests/support/factories/vocabulary-rows';

const terms = [
  ...vocabulary.subcategory,
  ...vocabulary.topic,
  ...vocabulary.type,
  ...vocabulary.tag,
];

const named: readonly (readonly [string, Names])[] = [
  ...chapters.map((entry) => [`chapter ${entry.chapter}`, entry.title] as const),
  ...articles.map((entry) => [`article ${entry.article}`, entry.title] as const),
  ...categories.flatMap((entry) => [
    [`category ${entry.category}`, entry.name] as const,
    [`category ${entry.category}, short`, entry.short] as const,
  ]),
  ...regions.flatMap((entry) => [
    [`region ${entry.region}`, entry.name] as const,
    [`region ${entry.region}, short`, entry.short] as const,
  ]),
  ...conventionStates.map((state) => [`State ${state.code}`, state.names] as const),
  ...terms.map((term) => [`term ${term.code}`, term.names] as const),
];

const failing = (holds: (names: Names) => boolean): readonly string[] =>
  named.filter(([, names]) => !holds(names)).map(([subject]) => subject);

const codes = (entries: readonly { readonly code: string }[]): readonly string[] =>
  entries.map(({ code }) => code);

describe('names', () => {
  it('every name stands in six languages and none is empty', () => {
    expect(failing((names) => Object.keys(names).sort().join() === 'ar,en,es,fr,ru,zh')).toEqual(
      [],
    );
    expect(failing((names) => locales.every((locale) => names[locale].trim().length > 0))).toEqual(
      [],
    );
  });

  it('no name begins or ends with a space or holds a straight apostrophe', () => {
    expect(
      failing((names) =>
        locales.every(
          (locale) => names[locale] === names[locale].trim() && !names[locale].includes("'"),
        ),
      ),
    ).toEqual([]);
  });

  it('Arabic, Russian and Chinese names stand in their own scripts alone', () => {
    const latin = /\p{Script=Latin}/u;
    expect(failing(({ ar }) => /\p{Script=Arabic}/u.test(ar) && !latin.test(ar))).toEqual([]);
    expect(failing(({ ru }) => /\p{Script=Cyrillic}/u.test(ru) && !latin.test(ru))).toEqual([]);
    expect(failing(({ zh }) => /\p{Script=Han}/u.test(zh) && !latin.test(zh))).toEqual([]);
  });

  it('English, Spanish and French names stand in Latin letters alone', () => {
    const foreign = /[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Han}]/u;
    expect(failing(({ en, es, fr }) => !foreign.test(en + es + fr))).toEqual([]);
  });

  it('no term of several words is an English copy in Spanish or French', () => {
    const copied = terms.filter(
      ({ names }) => names.en.includes(' ') && (names.es === names.en || names.fr === names.en),
    );
    expect(codes(copied)).toEqual([]);
  });
});

describe('chapters', () => {
  it('first cycle reviews chapters III and IV', () => {
    expect(chaptersOfCycle(1)).toEqual(['III', 'IV']);
  });

  it('second cycle reviews chapters II and V', () => {
    expect(chaptersOfCycle(2)).toEqual(['II', 'V']);
  });

  it('every chapter belongs to exactly one cycle', () => {
    expect(cycles.flatMap((cycle) => chaptersOfCycle(cycle)).sort()).toEqual([
      'II',
      'III',
      'IV',
      'V',
    ]);
    expect(chapterCodes.map((chapter) => cycleOfChapter(chapter))).toEqual([2, 1, 1, 2]);
  });

  it('only chapters II to V are chapters under review', () => {
    expect(chapterCodes.every((chapter) => isChapter(chapter))).toBe(true);
    expect(['I', 'VI', 'ii', '', 2, null, undefined].some((value) => isChapter(value))).toBe(false);
  });

  it('a chapter bears its treaty title', () => {
    expect(chapterTitle('II', 'en')).toBe('Preventive measures');
    expect(chapterTitle('III', 'fr')).toBe('Incrimination, détection et répression');
    expect(chapterTitle('V', 'zh')).toBe('资产的追回');
  });
});

describe('articles', () => {
  it('every article of chapters II to V stands once, in order', () => {
    expect(articles.map(({ article }) => article)).toEqual(
      Array.from({ length: 55 }, (_, index) => index + 5),
    );
  });

  it('chapter II has 10 articles, III 28, IV 8 and V 9', () => {
    expect(chapterCodes.map((chapter) => articlesOfChapter(chapter).length)).toEqual([
      10, 28, 8, 9,
    ]);
  });

  it('a chapter runs without a gap from its first article to its last', () => {
    for (const { chapter, first, last } of chapters) {
      expect(articlesOfChapter(chapter)).toEqual(
        Array.from({ length: last - first + 1 }, (_, index) => first + index),
      );
    }
  });

  it('an article knows its chapter and one outside chapters II to V has none', () => {
    expect([5, 14, 15, 42, 43, 50, 51, 59].map((article) => chapterOfArticle(article))).toEqual([
      'II',
      'II',
      'III',
      'III',
      'IV',
      'IV',
      'V',
      'V',
    ]);
    expect([4, 60, 5.5, Number.NaN].map((article) => chapterOfArticle(article))).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('an article bears its treaty title and one outside chapters II to V its number', () => {
    expect(articleTitle(13, 'en')).toBe('Participation of society');
    expect(articleTitle(14, 'ru')).toBe('Меры по предупреждению отмывания денежных средств');
    expect(articleTitle(60, 'en')).toBe('60');
  });
});

describe('categories', () => {
  it('seven categories stand in order and other assistance comes last', () => {
    expect(categories.map(({ category }) => category)).toEqual(categoryCodes);
    expect(categoryCodes).toHaveLength(7);
    expect(categoryCodes.at(-1)).toBe('other');
  });

  it('a short name is never longer than the full one', () => {
    const longer = categories.filter(({ name, short }) =>
      locales.some((locale) => short[locale].length > name[locale].length),
    );
    expect(longer).toEqual([]);
  });

  it('a table head says international cooperation and the text says it in full', () => {
    expect(categoryShortName('international-cooperation', 'en')).toBe('International cooperation');
    expect(categoryName('international-cooperation', 'en')).toBe(
      'Facilitation of international cooperation with other countries',
    );
    expect(categoryShortName('policymaking', 'es')).toBe(categoryName('policymaking', 'es'));
  });
});

describe('regional groups', () => {
  it('a group is known by its code alone', () => {
    expect(regionCodes.every((region) => isRegion(region))).toBe(true);
    expect(['AFR-01', 'afr', 'EU', null, undefined, 0].some((value) => isRegion(value))).toBe(
      false,
    );
  });

  it('a group bears a full and a short name', () => {
    expect(regionName('AFR', 'en')).toBe('African States');
    expect(regionShortName('AFR', 'en')).toBe('African');
    expect(regionShortName('WEOG', 'es')).toBe('Europa Occidental y otros');
  });
});

describe('States', () => {
  it('198 States and other parties stand, each once', () => {
    expect(conventionStates).toHaveLength(198);
  });

  it('every State has a unique code of three capital letters', () => {
    expect(new Set(codes(conventionStates)).size).toBe(198);
    expect(codes(conventionStates).filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  });

  it('every State but the European Union has a unique M49 code of three digits', () => {
    const coded = conventionStates.filter(({ m49 }) => m49 !== null);
    expect(new Set(coded.map(({ m49 }) => m49)).size).toBe(197);
    expect(coded.filter(({ m49 }) => !/^\d{3}$/.test(m49 ?? ''))).toEqual([]);
    expect(conventionState('EUE')?.m49).toBeNull();
  });

  it('no two States share a name in any language', () => {
    for (const locale of locales) {
      expect(new Set(conventionStates.map(({ names }) => names[locale])).size).toBe(198);
    }
  });

  it('54 States are African, 54 Asia-Pacific, 23 Eastern European, 33 Latin American and Caribbean, 29 Western European and other', () => {
    const size = (wanted: string | null) =>
      conventionStates.filter(({ region }) => region === wanted).length;
    expect(regionCodes.map(size)).toEqual([54, 54, 23, 33, 29]);
  });

  it('five parties stand outside the regional groups', () => {
    const outside = conventionStates.filter(({ region }) => region === null);
    expect(codes(outside)).toEqual(['COK', 'EUE', 'VAT', 'NIU', 'PSE']);
  });

  it('a State is found by its code and bears its UN name', () => {
    expect(conventionState('KEN')?.region).toBe('AFR');
    expect(stateName('BOL', 'es')).toBe('Bolivia (Estado Plurinacional de)');
    expect(stateName('CIV', 'en')).toBe('Côte d’Ivoire');
  });

  it('a code that is no Convention State is its own name', () => {
    expect(conventionState('AFR-01')).toBeUndefined();
    expect(stateName('AFR-01', 'ar')).toBe('AFR-01');
  });
});

describe('seed vocabulary', () => {
  it('holds 30 subcategories, 25 topics, 7 types and 4 tags', () => {
    expect(Object.keys(vocabulary)).toEqual(['subcategory', 'topic', 'type', 'tag']);
    expect(Object.values(vocabulary).map((list) => list.length)).toEqual([30, 25, 7, 4]);
  });

  it('every code stands once in its list', () => {
    for (const list of Object.values(vocabulary)) {
      expect(new Set(codes(list)).size).toBe(list.length);
    }
  });

  it('every subcategory stands under a known category, in category order', () => {
    const parents = [...new Set(vocabulary.subcategory.map(({ parent }) => parent))];
    expect(parents).toEqual(categoryCodes.filter((category) => category !== 'other'));
  });

  it('no two terms of one list share a name unless they stand under different categories', () => {
    for (const locale of locales) {
      const subcategories = vocabulary.subcategory.map(
        ({ parent, names }) => `${parent}: ${names[locale]}`,
      );
      const topics = vocabulary.topic.map(({ names }) => names[locale]);
      expect(new Set(subcategories).size).toBe(30);
      expect(new Set(topics).size).toBe(25);
    }
  });
});
