import 'server-only';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { LRUCache } from 'lru-cache';
import type { Locale } from '#lib/convention/names';

/** The parsed text of a block: an ICU message. */
export type Message = readonly MessageFormatElement[];

/** The tag around digits that are a name and not a count: `<q>resolution 4/1</q>`. */
export const citationTag = 'q';

function parseText(text: string): Message | null {
  try {
    return parse(text, { captureLocation: false, requiresOtherClause: true });
  } catch {
    return null;
  }
}

/** A note has some hundred texts in six languages, and each is rendered, checked and compared. */
const parsed = new LRUCache<string, Readonly<{ message: Message | null }>>({ max: 4000 });

/** Parses a text; null where it is no valid ICU message. */
export function parseMessage(text: string): Message | null {
  const known = parsed.get(text);
  if (known) return known.message;
  const message = parseText(text);
  parsed.set(text, { message });
  return message;
}

const branchesOf = (element: MessageFormatElement): readonly Message[] => {
  if (element.type === TYPE.tag) return [element.children];
  if (element.type === TYPE.plural || element.type === TYPE.select)
    return Object.values(element.options).map(({ value }) => value);
  return [];
};

/** Walks a message with all its branches. `quoted`: within a citation. */
function* walk(
  message: Message,
  quoted = false,
): Generator<Readonly<{ element: MessageFormatElement; quoted: boolean }>> {
  for (const element of message) {
    yield { element, quoted };
    const within = quoted || (element.type === TYPE.tag && element.value === citationTag);
    for (const part of branchesOf(element)) yield* walk(part, within);
  }
}

const isArgument = ({ type }: MessageFormatElement) =>
  type !== TYPE.literal && type !== TYPE.pound && type !== TYPE.tag;

/** The placeholders that a text uses, each once. */
export const argumentsOf = (message: Message): string[] => [
  ...new Set(
    [...walk(message)].flatMap(({ element }) =>
      isArgument(element) && 'value' in element ? [String(element.value)] : [],
    ),
  ),
];

/** The claims that a text has tags for, each once. */
export const claimTagsOf = (message: Message): string[] => [
  ...new Set(
    [...walk(message)].flatMap(({ element }) =>
      element.type === TYPE.tag && element.value !== citationTag ? [element.value] : [],
    ),
  ),
];

/**
 * Number words by language, without "one" and its like, which are articles as well. A Chinese
 * numeral matches only before a measure word or a share, since many other words contain it.
 */
const numberWords: Readonly<Record<Locale, RegExp>> = {
  en: /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|a third|one third|two thirds|a quarter|one quarter|one fifth)\b/iu,
  fr: /(?<!\p{L})(deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille|la moitié|un tiers|un quart)(?!\p{L})/iu,
  es: /(?<!\p{L})(dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|mil|la mitad|un tercio|un cuarto)(?!\p{L})/iu,
  ru: /(?<!\p{L})(дв[ае]|двух|тр[иё]х?|четыр[её]х?|четыре|пят[ьи]|шест[ьи]|сем[ьи]|восем[ьи]?|восьми|девят[ьи]|десят[ьи]|двадцат[ьи]|тридцат[ьи]|сорока?|пятьдесят|сто|тысяч[аи]?|половин[аыу]|треть|четверть)(?!\p{L})/iu,
  ar: /(?<!\p{L})(?:و|ب|ل)?(اثنان|اثنين|اثنتان|ثلاثة|ثلاث|أربعة|أربع|خمسة|خمس|ستة|ست|سبعة|سبع|ثمانية|ثمان|ثماني|تسعة|تسع|عشرة|عشر|عشرون|عشرين|ثلاثون|ثلاثين|أربعون|خمسون|ستون|سبعون|ثمانون|تسعون|مائة|مئة|ألف|نصف|ثلث|ربع)(?!\p{L})/u,
  zh: /[二两三四五六七八九十百千万]{1,20}(?=个|项|份|成|次|名|国|条需求)|百分之|三分之|一半|半数/u,
};

/**
 * Finds the numbers typed in a text outside its placeholders and citations: digits of any script,
 * and number words.
 */
export function typedNumbers(message: Message, locale: Locale): string[] {
  const found: string[] = [];
  for (const { element, quoted } of walk(message)) {
    if (quoted || element.type !== TYPE.literal) continue;
    found.push(...(element.value.match(/\p{Nd}+(?:[.,\s]\p{Nd}+)*/gu) ?? []));
    const word = numberWords[locale].exec(element.value);
    if (word) found.push(word[0]);
  }
  return found;
}
