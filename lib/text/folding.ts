import { simplifyChinese } from '#lib/text/chinese';
import { asciiDigits } from '#lib/text/written';

/**
 * The version of the folding. Raise it with every change of what `foldText` returns: the register
 * then folds its stored search texts anew when it starts.
 */
export const foldingVersion = 2;

/** Letters that have no decomposition, and signs that mean the same. */
const equivalents: Readonly<Record<string, string>> = {
  // Latin.
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ȷ: 'j',
  ŋ: 'n',
  ĸ: 'k',
  // Arabic, and the forms of the same letters on Persian and Urdu keyboards.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ے: 'ي',
  ة: 'ه',
  ۃ: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  // A hamza of its own, tatweel, and letters that mark a pronunciation.
  ء: '',
  ٴ: '',
  ـ: '',
  ۥ: '',
  ۦ: '',
  // Punctuation.
  '،': ',',
  '٬': ',',
  '、': ',',
  '؛': ';',
  '؟': '?',
  '٪': '%',
  '٫': '.',
  '۔': '.',
  '。': '.',
};

const equivalent = new RegExp(`[${Object.keys(equivalents).join('')}]`, 'g');
/** Characters that nobody sees: soft hyphens, zero widths, marks of direction, variants. */
const invisible = /[\p{Cf}\p{DI}]/gu;
const blanks = /[\s\p{Cc}\u2800]+/gu;
const dash = /[\p{Pd}\u2043\u2212\u02d7]/gu;
const apostrophe = /[\u2018-\u201b\u02b9\u02bb-\u02bf\u02c8\u2032\u2035\u0060\ua78c]/g;
const quotationMark = /[\u201c-\u201f\u00ab\u00bb\u2033\u300c-\u300f]/g;
/**
 * Superior and inferior digits, fractions and digits in circles: as plain digits they would make
 * another number of what stands before them.
 */
const kept =
  /([\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u208e\u2150-\u215f\u2189\u2460-\u2473\u24ea])/;
/** The Russian short i, which is a letter of its own, in its two parts. */
const shortI = /\u0438\u0306/g;

const compatible = (text: string): string =>
  text
    .split(kept)
    .map((part, i) => (i % 2 === 0 ? part.normalize('NFKD') : part))
    .join('');

/**
 * Folds a text for comparison and search, so that the spellings of one word are equal, whoever
 * typed it on whatever keyboard. docs/folding.md has the table of what becomes equal and what stays
 * apart. What is folded is compared and never stored in place of a text.
 */
export function foldText(text: string): string {
  // The decomposition would make a blank of this sign.
  const letters = compatible(text.replaceAll('´', "'"))
    .replace(apostrophe, "'")
    .replace(invisible, '')
    .toLowerCase()
    .replace(shortI, 'й')
    .replace(/\p{M}/gu, '')
    .replace(equivalent, (character) => equivalents[character]!)
    .replace(dash, '-')
    .replace(quotationMark, '"');
  return asciiDigits(simplifyChinese(letters)).replace(blanks, ' ').trim();
}

const isPunctuation = (character: string) => !/[\p{L}\p{N}]/u.test(character);

/** A word without the punctuation around it. */
function withoutOuterPunctuation(word: string): string {
  const characters = [...word];
  const first = characters.findIndex((character) => !isPunctuation(character));
  const last = characters.findLastIndex((character) => !isPunctuation(character));
  return first === -1 ? '' : characters.slice(first, last + 1).join('');
}

/** The folded words of a search, without the punctuation around them. */
export const searchWords = (query: string): string[] => [
  ...new Set(
    foldText(query)
      .split(' ')
      .map((word) => withoutOuterPunctuation(word) || word)
      .filter(Boolean),
  ),
];
