import { chapterOfArticle, type Chapter } from '#lib/convention/chapters';
import type { NeedFields } from '#lib/needs/model/schema';
import { asciiDigits } from '#lib/text/written';

/** "article", "articles" or "art." in the languages that put the number after the word. */
const word =
  /(?:articles?|arts?\.|art[íi]culos?|стать(?:ями|ях|ям|ей|ёй|я|и|е|ю)|статей|ст\.|(?:مادتين|مادتان|مادة|مواد))/giu;
/** A number with the paragraphs of the article after it, which say nothing here. */
const number =
  /[ \u00a0]{0,3}(\d{1,3})(?:\.\d{1,2})?(?: ?\([\p{L}\d]{1,4}\)){0,4}(?: (?:bis|ter)\b)?/uy;
const range = /[ \u00a0]{0,3}(?:[-–—]|to|à|al|a|по|до|إلى)(?=[ \u00a0\d])/iuy;
const list =
  /[ \u00a0]{0,3}(?:[,،;](?: ?(?:and|et|y|e|и|و))?|and|et|y|e|или|и|و|or|ou|o|u|أو|&)/iuy;
const chinese =
  /第([一二三四五六七八九十\d]{1,4})条?(?:[至到—–-]第?([一二三四五六七八九十\d]{1,4}))?条/gu;

const chineseDigits = '零一二三四五六七八九';

/** Reads `七`, `十二`, `五十一` or `51`. */
function readChinese(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (sign: string | undefined, none: number) =>
    sign ? chineseDigits.indexOf(sign) : none;
  return text.includes('十') ? digit(tens, 1) * 10 + digit(ones, 0) : digit(ones, 0);
}

const between = (first: number, last: number): number[] =>
  last > first && last - first < 60
    ? Array.from({ length: last - first + 1 }, (_, i) => first + i)
    : [first, last];

/** Returns where the pattern ends that begins at a place of the text; undefined where none does. */
function matchAt(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? { found, end: pattern.lastIndex } : undefined;
}

/** Reads the numbers after the word: `7`, `7 and 8 (2)`, `7, 8 to 10`. */
function numbersAfter(text: string, start: number): number[] {
  const numbers: number[] = [];
  let isRange = false;
  for (let at = start; ;) {
    const next = matchAt(number, text, at);
    if (!next) return numbers;
    const read = Number(next.found[1]);
    numbers.push(...(isRange ? between(numbers.at(-1)!, read) : [read]));
    const to = matchAt(range, text, next.end);
    const more = to ?? matchAt(list, text, next.end);
    if (!more) return numbers;
    isRange = to !== undefined;
    at = more.end;
  }
}

/**
 * Returns the articles of these chapters that a passage in any of the six languages names, ascending.
 * An article of another law may be among them, so it is a suggestion and no more.
 */
export function namedArticles(passage: string, chapters: readonly Chapter[]): number[] {
  const text = asciiDigits(passage).replaceAll('條', '条');
  const named = [
    ...[...text.matchAll(word)].flatMap(({ index, 0: { length } }) =>
      numbersAfter(text, index + length),
    ),
    ...[...text.matchAll(chinese)].flatMap(([, first = '', last]) =>
      last ? between(readChinese(first), readChinese(last)) : [readChinese(first)],
    ),
  ];
  return [...new Set(named)]
    .filter((article) => {
      const chapter = chapterOfArticle(article);
      return chapter !== undefined && chapters.includes(chapter);
    })
    .toSorted((a, b) => a - b);
}

/**
 * Ticks the articles that the passage of a need names, where none is ticked yet, and their chapter
 * where it is one and none is chosen. Returns which articles were ticked.
 */
export function suggestArticles(
  fields: NeedFields,
  chapters: readonly Chapter[],
): Readonly<{ fields: NeedFields; suggested: readonly number[] }> {
  if (fields.articles.length > 0) return { fields, suggested: [] };
  const ofChapter = chapters.filter((each) => fields.chapter === '' || each === fields.chapter);
  const suggested = namedArticles(fields.quote, ofChapter);
  const named = new Set(suggested.map(chapterOfArticle));
  const [onlyChapter] = named.size === 1 ? named : [];
  return {
    fields: {
      ...fields,
      articles: suggested.map(String),
      chapter: fields.chapter || (onlyChapter ?? ''),
    },
    suggested,
  };
}
