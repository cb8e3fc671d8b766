import 'server-only';
import { categoryShortName, type Category } from '#lib/convention/categories';
import { chapterCodes, type Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { regionName, type Region } from '#lib/convention/regions';
import { formatDate, formatDateBefore, formatList } from '#lib/text/format';
import { translator, translatorWith, type Translate } from '#lib/text/i18n';
import * as numbering from '#lib/text/numbering';
import { groupName, statesName } from '#lib/notes/text/region-words';
import { sessionPlace } from '#lib/notes/text/session-place';
import ar from './words-before-ar.json' with { type: 'json' };
import en from './words-before-en.json' with { type: 'json' };
import es from './words-before-es.json' with { type: 'json' };
import fr from './words-before-fr.json' with { type: 'json' };
import ru from './words-before-ru.json' with { type: 'json' };
import zh from './words-before-zh.json' with { type: 'json' };

const textsBefore = { ar, en, es, fr, ru, zh } as const satisfies Record<Locale, object>;

/** Names that were others then, by their codes. */
const namesBefore: Readonly<Partial<Record<Locale, Readonly<Partial<Record<string, string>>>>>> = {
  ru: { 'legislative-assistance': 'Законодательная помощь', PNG: 'Папуа-Новая Гвинея' },
};

/** By which rules the words of an edition are as they were before rule 3. */
const isBefore = (rules: number) => rules < 3;

/**
 * How an edition is worded in a language: its texts, the forms of its numbers and the names within
 * its sentences. An edition keeps the wording that it was opened with.
 */
export type Wording = Readonly<{
  locale: Locale;
  t: Translate;
  date: (date: string) => string;
  /** Whether numbers below ten stand in words, sentences begin with a capital and lists end. */
  isProse: boolean;
  figure: (number: number) => string;
  itemLetter: (number: number) => string;
  itemLabel: (letter: string) => string;
  section: (level: numbering.SectionLevel, number: number) => string;
  sectionLabel: (number: string, level: numbering.SectionLevel) => string;
  session: (session: number) => string | number;
  place: (typed: string) => string;
  /** Chapters as a list: of their numbers, in Chinese of the whole names. */
  chapters: (chapters: readonly Chapter[]) => string;
  article: (article: string) => string;
  /** Several articles together, as a list. */
  articles: (articles: readonly string[]) => string;
  /** A State by its code, whose present name is given. */
  state: (code: string, name: string) => string;
  /** A category, short as for the head of a table. */
  categoryShort: (category: Category) => string;
  /** The States of a regional group; the group itself. */
  states: (region: Region) => string;
  group: (region: Region) => string;
}>;

const chaptersIn = (chapters: readonly Chapter[]) =>
  chapterCodes.filter((chapter) => chapters.includes(chapter));

/** The wording of rules 1 and 2. */
const wordingBefore = (locale: Locale): Wording => ({
  locale,
  t: translatorWith(locale, textsBefore[locale]),
  date: (date) => formatDateBefore(locale, date),
  isProse: false,
  figure: numbering.romanNumeral,
  itemLetter: (number) => numbering.itemLetter('en', number),
  itemLabel: (letter) => numbering.itemLabel('en', letter),
  section: (level, number) => numbering.sectionNumber(locale, level, number),
  sectionLabel: (number, level) =>
    locale === 'zh' && level === 1 ? `${number}、` : numbering.sectionLabel(locale, number),
  session: (session) => session,
  place: (typed) => typed,
  chapters: (chapters) => formatList(locale, chaptersIn(chapters)),
  article: (article) => article,
  articles: (articles) => articles.join(', '),
  state: (code, name) => namesBefore[locale]?.[code] ?? name,
  categoryShort: (category) =>
    namesBefore[locale]?.[category] ?? categoryShortName(category, locale),
  states: (region) => regionName(region, locale),
  group: (region) => regionName(region, locale),
});

const wordingNow = (locale: Locale): Wording => ({
  ...wordingBefore(locale),
  t: translator(locale),
  date: (date) => formatDate(locale, date),
  isProse: true,
  figure: (number) => numbering.figureNumber(locale, number),
  itemLetter: (number) => numbering.itemLetter(locale, number),
  itemLabel: (letter) => numbering.itemLabel(locale, letter),
  sectionLabel: (number) => numbering.sectionLabel(locale, number),
  session: (session) => numbering.sessionOrdinal(locale, session),
  place: (typed) => sessionPlace(locale, typed),
  chapters: (chapters) =>
    formatList(
      locale,
      chaptersIn(chapters).map((chapter) => numbering.chapterNumber(locale, chapter)),
    ),
  article: (article) => numbering.articleNumber(locale, article),
  articles: (articles) => {
    const numbers = articles.map((article) => numbering.articleNumber(locale, article));
    return formatList(locale, locale === 'zh' ? numbers.map((number) => `第${number}条`) : numbers);
  },
  state: (_, name) => name,
  categoryShort: (category) => categoryShortName(category, locale),
  states: (region) => statesName(region, locale),
  group: (region) => groupName(region, locale),
});

const wordings = new Map<string, Wording>();

/** Returns how editions by these rules are worded in a language. */
export function wordingOf(rules: number, locale: Locale): Wording {
  const name = `${isBefore(rules) ? 'before' : 'now'} ${locale}`;
  const known =
    wordings.get(name) ?? (isBefore(rules) ? wordingBefore(locale) : wordingNow(locale));
  wordings.set(name, known);
  return known;
}
