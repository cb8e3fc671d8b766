import { describe, expect, it } from 'vitest';
import { locales } from '#lib/convention/names';
import { formatDate } from '#lib/text/format';
import * as numbering from '#lib/text/numbering';
import { listSeparators } from '#lib/notes/text/list-separators';
import { sessionPlace } from '#lib/notes/text/session-place';

const inAll = <T>(say: (locale: (typeof locales)[number]) => T) =>
  Object.fromEntries(locales.map((locale) => [locale, say(locale)]));

describe('numbers in words and letters', () => {
  it('have the form of United Nations documents in each language', () => {
    const { figureNumber, chapterNumber, articleNumber, sessionOrdinal } = numbering;
    expect(inAll((locale) => figureNumber(locale, 4))).toEqual({
      ar: 'الرابع',
      en: 'IV',
      es: 'IV',
      fr: 'IV',
      ru: 'IV',
      zh: '四',
    });
    expect([figureNumber('zh', 11), figureNumber('zh', 20), figureNumber('ar', 12)]).toEqual([
      '十一',
      '二十',
      'الثاني عشر',
    ]);
    expect([chapterNumber('zh', 'II'), chapterNumber('ar', 'V'), chapterNumber('fr', 'V')]).toEqual(
      ['第二章', 'الخامس', 'V'],
    );
    expect([
      articleNumber('zh', '14'),
      articleNumber('zh', '59'),
      articleNumber('en', '14'),
    ]).toEqual(['十四', '五十九', '14']);
    expect(inAll((locale) => sessionOrdinal(locale, 14))).toEqual({
      ar: 'الرابعة عشرة',
      en: 'fourteenth',
      es: '14º',
      fr: 'quatorzième',
      ru: 'четырнадцатая',
      zh: '十四',
    });
    expect(inAll((locale) => sessionOrdinal(locale, 21))).toEqual({
      ar: 'الحادية والعشرون',
      en: 'twenty-first',
      es: '21º',
      fr: 'vingt et unième',
      ru: 'двадцать первая',
      zh: '二十一',
    });
    expect([sessionOrdinal('en', 30), sessionOrdinal('fr', 22), sessionOrdinal('ru', 40)]).toEqual([
      'thirtieth',
      'vingt-deuxième',
      '40',
    ]);
  });

  it('label items by the letters of the language', () => {
    const label = (number: number) =>
      inAll((locale) => numbering.itemLabel(locale, numbering.itemLetter(locale, number)));
    expect(label(2)).toEqual({ ar: '(ب)', en: '(b)', es: 'b)', fr: 'b)', ru: 'б)', zh: '(b)' });
    expect(numbering.itemLetter('en', 27)).toBe('aa');
  });

  it('stand in words below ten, in the gender of what they count', () => {
    const { smallNumberWord } = numbering;
    expect([
      smallNumberWord('en', 9, 'masculine'),
      smallNumberWord('fr', 1, 'feminine'),
      smallNumberWord('es', 1, 'feminine'),
      smallNumberWord('ru', 2, 'feminine'),
    ]).toEqual(['nine', 'une', 'una', 'две']);
    for (const locale of locales) expect(smallNumberWord(locale, 10, 'neuter')).toBeNull();
    for (const locale of ['ar', 'zh'] as const)
      expect(smallNumberWord(locale, 3, 'neuter')).toBeNull();
  });
});

describe('dates and places', () => {
  it('name a month by both of its names in Arabic', () => {
    expect(formatDate('ar', '2023-02-28')).toBe('28 شباط/فبراير 2023');
    expect(formatDate('ar', '2024-12-01')).toBe('1 كانون الأول/ديسمبر 2024');
  });

  it('say place and dates of a session in each language', () => {
    expect(inAll((locale) => sessionPlace(locale, 'Vienna, 12–16 June 2023'))).toEqual({
      ar: 'فيينا، 12-16 حزيران/يونيه 2023',
      en: 'Vienna, 12–16 June 2023',
      es: 'Viena, 12 a 16 de junio de 2023',
      fr: 'Vienne, 12-16 juin 2023',
      ru: 'Вена, 12–16 июня 2023 года',
      zh: '2023年6月12日至16日，维也纳',
    });
    expect(sessionPlace('zh', 'Sharm el-Sheikh, 29 November – 3 December 2021')).toBe(
      '2021年11月29日至12月3日，沙姆沙伊赫',
    );
    expect(sessionPlace('es', 'Vienna, 29 May – 2 June 2023')).toBe(
      'Viena, 29 de mayo a 2 de junio de 2023',
    );
  });

  it.each(['Vienna', 'Vienna, June 2023', 'Atlantis, 1–2 June 2023', 'Wien, 12.–16. Juni 2023'])(
    'leave as it was typed what is of another form: %s',
    (typed) => {
      for (const locale of locales) expect(sessionPlace(locale, typed)).toBe(typed);
    },
  );
});

describe('a list', () => {
  const joined = (locale: (typeof locales)[number], items: readonly string[]) => {
    const between = listSeparators(locale, items);
    return between && items.reduce((all, item, at) => all + between(at) + item);
  };

  it('is joined by semicolons where an item has a comma or conjunction of its own', () => {
    expect(joined('en', ['prevention', 'procurement, accounting', 'risks'])).toBe(
      'prevention; procurement, accounting; and risks',
    );
    expect(joined('zh', ['培训官员和机构，制定课程', '指导'])).toBe(
      '培训官员和机构，制定课程；指导',
    );
    expect(joined('fr', ['a et b', 'c', 'd'])).toBe('a et b\u00a0; c\u00a0; et d');
    expect(joined('ar', ['أ، ب', 'ج'])).toBe('أ، ب؛ وج');
  });

  it('is joined by commas where they tell the items apart', () => {
    expect(joined('en', ['prevention', 'risks', 'ethics'])).toBeNull();
    expect(joined('en', ['the Group of A and B States', 'the Group of C States'])).toBeNull();
    expect(
      joined('en', ['article 5 (30 needs, 15 per cent)', 'article 6 (2 needs, 1 per cent)']),
    ).toBeNull();
  });
});
