import type { Locale } from '#lib/convention/names';
import type { BlockKind } from '#lib/notes/model/vocabulary';

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
function romanNumeral(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, letters] of romanDigits) for (; rest >= value; rest -= value) text += letters;
  return text;
}

/** `a` to `z`, then `aa`. */
const letterOf = (number: number): string =>
  (number > 26 ? letterOf(Math.floor((number - 1) / 26)) : '') +
  String.fromCharCode(97 + ((number - 1) % 26));

type HeadingKind = Extract<BlockKind, `heading-${number}`>;

/**
 * The section numbers of United Nations documents in languages with words or characters of their
 * own; sections beyond these are numbered as in other languages.
 */
const sectionNames: Readonly<
  Partial<Record<Locale, Readonly<Partial<Record<HeadingKind, readonly string[]>>>>>
> = {
  ar: {
    'heading-1': [
      'أولا',
      'ثانيا',
      'ثالثا',
      'رابعا',
      'خامسا',
      'سادسا',
      'سابعا',
      'ثامنا',
      'تاسعا',
      'عاشرا',
    ],
    'heading-2': [
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
  },
  zh: { 'heading-1': ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] },
};

function sectionNumber(kind: HeadingKind, number: number, locale: Locale): string {
  const own = sectionNames[locale]?.[kind]?.[number - 1];
  if (own !== undefined) return own;
  if (kind === 'heading-1') return romanNumeral(number);
  return kind === 'heading-2' ? letterOf(number).toUpperCase() : String(number);
}

type NumberedKind = Exclude<BlockKind, 'summary' | 'footnote'>;

function blockNumber(kind: NumberedKind, number: number, locale: Locale): string {
  if (kind === 'heading-1' || kind === 'heading-2' || kind === 'heading-3')
    return sectionNumber(kind, number, locale);
  if (kind === 'figure') return romanNumeral(number);
  return kind === 'item' ? letterOf(number) : String(number);
}

/** The number of a section with its punctuation, before the heading: `I.`, `أولا-`, `一、`. */
export function sectionLabel(number: string, kind: BlockKind, locale: Locale): string {
  if (locale === 'ar') return `${number}-`;
  return locale === 'zh' && kind === 'heading-1' ? `${number}、` : `${number}.`;
}

type NumberableBlock = Readonly<{ key: string; kind: BlockKind }>;

/**
 * Numbers the blocks of a note as in documents of the United Nations, by their keys: paragraphs
 * through the whole note, sections `I`, `A`, `1` (or as the language has it), items `a`, figures in
 * Roman and tables in Arabic numerals. Footnotes are numbered by their marks, not here.
 */
export function numberBlocks(
  blocks: readonly NumberableBlock[],
  locale: Locale,
): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const at = {
    'heading-1': 0,
    'heading-2': 0,
    'heading-3': 0,
    paragraph: 0,
    item: 0,
    table: 0,
    figure: 0,
  };
  for (const { key, kind } of blocks) {
    if (kind === 'summary' || kind === 'footnote') continue;
    if (kind !== 'item') at.item = 0;
    if (kind === 'heading-1') at['heading-2'] = 0;
    if (kind === 'heading-1' || kind === 'heading-2') at['heading-3'] = 0;
    at[kind] += 1;
    numbers.set(key, blockNumber(kind, at[kind], locale));
  }
  return numbers;
}
