import type { Locale, Names } from '#lib/convention/names';
import { monthNames } from '#lib/text/format';

// One field holds place and dates of the session, as the English document has them: `Vienna,
// 12–16 June 2023`. The other languages say the same in their own order.

/** The cities in which bodies of the Convention have met, or the United Nations has an office. */
const cities: readonly Names[] = [
  {
    ar: 'فيينا',
    en: 'Vienna',
    es: 'Viena',
    fr: 'Vienne',
    ru: 'Вена',
    zh: '维也纳',
  },
  {
    ar: 'نيويورك',
    en: 'New York',
    es: 'Nueva York',
    fr: 'New York',
    ru: 'Нью-Йорк',
    zh: '纽约',
  },
  {
    ar: 'جنيف',
    en: 'Geneva',
    es: 'Ginebra',
    fr: 'Genève',
    ru: 'Женева',
    zh: '日内瓦',
  },
  {
    ar: 'نيروبي',
    en: 'Nairobi',
    es: 'Nairobi',
    fr: 'Nairobi',
    ru: 'Найроби',
    zh: '内罗毕',
  },
  {
    ar: 'الدوحة',
    en: 'Doha',
    es: 'Doha',
    fr: 'Doha',
    ru: 'Доха',
    zh: '多哈',
  },
  {
    ar: 'أبو ظبي',
    en: 'Abu Dhabi',
    es: 'Abu Dabi',
    fr: 'Abou Dhabi',
    ru: 'Абу-Даби',
    zh: '阿布扎比',
  },
  {
    ar: 'شرم الشيخ',
    en: 'Sharm el-Sheikh',
    es: 'Sharm el-Sheikh',
    fr: 'Charm el-Cheikh',
    ru: 'Шарм-эш-Шейх',
    zh: '沙姆沙伊赫',
  },
  {
    ar: 'أتلانتا',
    en: 'Atlanta',
    es: 'Atlanta',
    fr: 'Atlanta',
    ru: 'Атланта',
    zh: '亚特兰大',
  },
  {
    ar: 'بانكوك',
    en: 'Bangkok',
    es: 'Bangkok',
    fr: 'Bangkok',
    ru: 'Бангкок',
    zh: '曼谷',
  },
];

const englishMonths = monthNames('en');
const days =
  /^(?<first>\d{1,2})(?: (?<month>\p{L}+))?(?:\s?[–-]\s?(?<last>\d{1,2}))? (?<end>\p{L}+) (?<year>\d{4})$/u;

type Session = Readonly<{
  city: Names;
  first: number;
  /** Null where the session ends in the month in which it begins. */
  firstMonth: number | null;
  last: number | null;
  month: number;
  year: string;
}>;

/** Reads place and dates; undefined where they are not of this form. */
function readSession(place: string): Session | undefined {
  const at = place.lastIndexOf(',');
  const city = cities.find(({ en }) => en === place.slice(0, at).trim());
  const found = days.exec(place.slice(at + 1).trim())?.groups;
  if (!city || !found) return undefined;
  const month = englishMonths.indexOf(found.end ?? '');
  const firstMonth = found.month === undefined ? null : englishMonths.indexOf(found.month);
  if (month < 0 || firstMonth === -1 || (firstMonth !== null && !found.last)) return undefined;
  return {
    city,
    first: Number(found.first),
    firstMonth,
    last: found.last === undefined ? null : Number(found.last),
    month,
    year: found.year!,
  };
}

/** What stands between the days: an en dash in English, Russian and Chinese prose its own word. */
const between: Readonly<Record<Locale, string>> = {
  ar: '-',
  en: '–',
  es: ' a ',
  fr: '-',
  ru: '–',
  zh: '日至',
};

function daysIn(locale: Locale, { first, firstMonth, last, month }: Session): string {
  const names = monthNames(locale);
  const of = locale === 'es' ? ' de ' : ' ';
  const day = (number: number) => (locale === 'fr' && number === 1 ? '1er' : String(number));
  const end = `${day(last ?? first)}${of}${names[month]!}`;
  if (last === null) return end;
  if (firstMonth === null) return `${day(first)}${between[locale]}${end}`;
  const dash = locale === 'es' ? between.es : '\u00a0– ';
  return `${day(first)}${of}${names[firstMonth]!}${dash}${end}`;
}

function chineseDays({ first, firstMonth, last, month }: Session): string {
  const begin = `${(firstMonth ?? month) + 1}月${first}日`;
  if (last === null) return begin;
  return firstMonth === null ? `${begin}至${last}日` : `${begin}至${month + 1}月${last}日`;
}

/**
 * Place and dates of a session in a language. What is not of the form that is known stays as it was
 * typed.
 */
export function sessionPlace(locale: Locale, typed: string): string {
  const session = readSession(typed);
  if (!session) return typed;
  const { city, year } = session;
  switch (locale) {
    case 'zh':
      return `${year}年${chineseDays(session)}，${city.zh}`;
    case 'es':
      return `${city.es}, ${daysIn(locale, session)} de ${year}`;
    case 'ru':
      return `${city.ru}, ${daysIn(locale, session)} ${year} года`;
    case 'ar':
      return `${city.ar}، ${daysIn(locale, session)} ${year}`;
    default:
      return `${city[locale]}, ${daysIn(locale, session)} ${year}`;
  }
}
