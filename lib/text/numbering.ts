import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';

// How documents of the United Nations number figures, chapters, articles, items and sessions in each
// language. Wherever the register numbers something in words or letters, it does it by this file.

const romanDigits: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** A Roman numeral, for 1 to 399. */
export function romanNumeral(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, letters] of romanDigits) for (; rest >= value; rest -= value) text += letters;
  return text;
}

const chineseDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** A number in Chinese characters, for 1 to 99: `十四`. */
function chineseNumeral(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = chineseDigits[number % 10]!;
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : chineseDigits[tens]!}十${ones}`;
}

type Gender = 'masculine' | 'feminine';

const arabicOrdinals: Readonly<Record<Gender, readonly string[]>> = {
  masculine: [
    'الأول',
    'الثاني',
    'الثالث',
    'الرابع',
    'الخامس',
    'السادس',
    'السابع',
    'الثامن',
    'التاسع',
    'العاشر',
  ],
  feminine: [
    'الأولى',
    'الثانية',
    'الثالثة',
    'الرابعة',
    'الخامسة',
    'السادسة',
    'السابعة',
    'الثامنة',
    'التاسعة',
    'العاشرة',
  ],
};
const arabicFirst: Readonly<Record<Gender, string>> = {
  masculine: 'الحادي',
  feminine: 'الحادية',
};
const arabicTens = ['العشرون', 'الثلاثون', 'الأربعون', 'الخمسون'] as const;

/** An ordinal in Arabic with its article, for 1 to 59: `الرابعة عشرة`. */
function arabicOrdinal(number: number, gender: Gender): string {
  const ones = number % 10;
  const unit = ones === 1 ? arabicFirst[gender] : arabicOrdinals[gender][ones - 1];
  if (number <= 10) return arabicOrdinals[gender][number - 1]!;
  if (number < 20) return `${unit} ${gender === 'feminine' ? 'عشرة' : 'عشر'}`;
  const tens = arabicTens[Math.floor(number / 10) - 2] ?? String(number);
  return unit === undefined ? tens : `${unit} و${tens}`;
}

const englishOrdinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
];
const frenchOrdinals = [
  'première',
  'deuxième',
  'troisième',
  'quatrième',
  'cinquième',
  'sixième',
  'septième',
  'huitième',
  'neuvième',
  'dixième',
  'onzième',
  'douzième',
  'treizième',
  'quatorzième',
  'quinzième',
  'seizième',
  'dix-septième',
  'dix-huitième',
  'dix-neuvième',
];
const russianOrdinals = [
  'первая',
  'вторая',
  'третья',
  'четвертая',
  'пятая',
  'шестая',
  'седьмая',
  'восьмая',
  'девятая',
  'десятая',
  'одиннадцатая',
  'двенадцатая',
  'тринадцатая',
  'четырнадцатая',
  'пятнадцатая',
  'шестнадцатая',
  'семнадцатая',
  'восемнадцатая',
  'девятнадцатая',
];

/** The names of 20 and 30: alone, and before the ordinal of the rest. */
const tensOf: Readonly<Partial<Record<Locale, readonly (readonly [string, string])[]>>> = {
  en: [
    ['twentieth', 'twenty-'],
    ['thirtieth', 'thirty-'],
  ],
  fr: [
    ['vingtième', 'vingt-'],
    ['trentième', 'trente-'],
  ],
  ru: [
    ['двадцатая', 'двадцать '],
    ['тридцатая', 'тридцать '],
  ],
};
const ordinalsOf: Readonly<Partial<Record<Locale, readonly string[]>>> = {
  en: englishOrdinals,
  fr: frenchOrdinals,
  ru: russianOrdinals,
};

function ordinalWord(locale: Locale, number: number): string | undefined {
  const own = ordinalsOf[locale];
  if (number < 20) return own?.[number - 1];
  const tens = tensOf[locale]?.[Math.floor(number / 10) - 2];
  if (!tens || !own) return undefined;
  const ones = number % 10;
  if (ones === 0) return tens[0];
  // `vingt et unième` and `trente et unième`.
  if (locale === 'fr' && ones === 1) return `${tens[1].slice(0, -1)} et unième`;
  return tens[1] + own[ones - 1];
}

/**
 * The ordinal of a session, as the masthead has it within its phrase: `fourteenth`, `quatorzième`,
 * `14º`, `четырнадцатая`, `الرابعة عشرة`, `十四`. In figures beyond those that are known in words.
 */
export function sessionOrdinal(locale: Locale, session: number): string {
  if (locale === 'es') return `${session}º`;
  if (locale === 'zh') return session < 100 ? chineseNumeral(session) : String(session);
  if (locale === 'ar') return session < 60 ? arabicOrdinal(session, 'feminine') : String(session);
  return ordinalWord(locale, session) ?? String(session);
}

/** The number of a figure: `IV`, `الرابع`, `四`. */
export function figureNumber(locale: Locale, number: number): string {
  if (locale === 'ar' && number < 60) return arabicOrdinal(number, 'masculine');
  return locale === 'zh' && number < 100 ? chineseNumeral(number) : romanNumeral(number);
}

const chapterNumbers: Readonly<Record<Chapter, number>> = { II: 2, III: 3, IV: 4, V: 5 };

/** The number of a chapter in its phrase: `II`, `الثاني`, and in Chinese the whole: `第二章`. */
export function chapterNumber(locale: Locale, chapter: Chapter): string {
  const number = chapterNumbers[chapter];
  if (locale === 'ar') return arabicOrdinal(number, 'masculine');
  return locale === 'zh' ? `第${chineseNumeral(number)}章` : chapter;
}

/** The number of an article: `5`, in Chinese `五`. */
export function articleNumber(locale: Locale, article: string): string {
  const number = Number(article);
  return locale === 'zh' && number > 0 && number < 100 ? chineseNumeral(number) : article;
}

const latinLetters = [...'abcdefghijklmnopqrstuvwxyz'];
/** As in Russian documents: without ё, з, й, ъ, ы and ь, which could be misread or start no word. */
const cyrillicLetters = [...'абвгдежиклмнопрстуфхцчшщэюя'];
const arabicLetters = ['أ', ...'بجدهوزحطيكلمنسعفصقرشت'];
const lettersOf: Readonly<Partial<Record<Locale, readonly string[]>>> = {
  ar: arabicLetters,
  ru: cyrillicLetters,
};

/** The letter of an item, `a` to `z` and then `aa`, in the letters of the language. */
export function itemLetter(locale: Locale, number: number): string {
  const letters = lettersOf[locale] ?? latinLetters;
  const before = Math.floor((number - 1) / letters.length);
  return (before > 0 ? itemLetter(locale, before) : '') + letters[(number - 1) % letters.length]!;
}

/** The label before an item: `(a)`, `a)`, `а)`, `(أ)`. */
export function itemLabel(locale: Locale, letter: string): string {
  return locale === 'fr' || locale === 'es' || locale === 'ru' ? `${letter})` : `(${letter})`;
}

export type SectionLevel = 1 | 2 | 3;

const arabicSections: Readonly<Partial<Record<SectionLevel, readonly string[]>>> = {
  1: ['أولا', 'ثانيا', 'ثالثا', 'رابعا', 'خامسا', 'سادسا', 'سابعا', 'ثامنا', 'تاسعا', 'عاشرا'],
  2: [
    'ألف',
    'باء',
    'جيم',
    'دال',
    'هاء',
    'واو',
    'زاي',
    'حاء',
    'طاء',
    'ياء',
    'كاف',
    'لام',
    'ميم',
    'نون',
    'سين',
    'عين',
    'فاء',
    'صاد',
    'قاف',
    'راء',
    'شين',
    'تاء',
  ],
};

/** The number of a section: `I`, `A`, `1`, or as the language has it: `أولا`, `一`. */
export function sectionNumber(locale: Locale, level: SectionLevel, number: number): string {
  const own = locale === 'ar' ? arabicSections[level]?.[number - 1] : undefined;
  if (own !== undefined) return own;
  if (level === 3) return String(number);
  if (level === 2) return itemLetter('en', number).toUpperCase();
  return locale === 'zh' ? chineseNumeral(number) : romanNumeral(number);
}

/** The number of a section with its punctuation, before the heading: `I.`, `أولا-`, `一.`. */
export const sectionLabel = (locale: Locale, number: string): string =>
  locale === 'ar' ? `${number}-` : `${number}.`;

type Counted = 'masculine' | 'feminine' | 'neuter';

const wordsBelowTen: Readonly<Partial<Record<Locale, readonly string[]>>> = {
  en: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  es: ['un', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
  fr: ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
  ru: ['один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'],
};
const otherGenders: Readonly<
  Partial<Record<Locale, Readonly<Record<number, Readonly<Partial<Record<Counted, string>>>>>>>
> = {
  es: { 1: { feminine: 'una' } },
  fr: { 1: { feminine: 'une' } },
  ru: { 1: { feminine: 'одна', neuter: 'одно' }, 2: { feminine: 'две' } },
};

/**
 * A number below ten in words, as running text has it before a noun of this gender; null for other
 * numbers, and in languages that keep figures.
 */
export function smallNumberWord(locale: Locale, number: number, gender: Counted): string | null {
  if (!Number.isInteger(number)) return null;
  return otherGenders[locale]?.[number]?.[gender] ?? wordsBelowTen[locale]?.[number - 1] ?? null;
}
