const arabicLetters: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
};

/** The ASCII digit of an Arabic or Persian one. */
const toAsciiDigit = (digit: string) => String(digit.charCodeAt(0) & 0xf);

/**
 * Folds a text for search, so that different spellings of the same word match: compatible forms
 * (NFKD), no marks, lower case; Arabic without tatweel and with one form of each letter; digits 0 to
 * 9; single spaces.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ـ', '')
    .replace(/[أإآٱىةؤئ]/g, (letter) => arabicLetters[letter]!)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, toAsciiDigit)
    .replace(/\s+/g, ' ')
    .trim();

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
