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

/** ٠ to ٩ and the digits of Persian, each as its own value. */
const digitOf = (digit: string) => String(digit.charCodeAt(0) & 0xf);

/**
 * A text as it is searched: compatible forms (NFKD), without marks, in lower case; Arabic without
 * tatweel and with one form
 * of each letter; digits as 0 to 9; single spaces. Readers type these apart or together, and mean
 * the same.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ـ', '')
    .replace(/[أإآٱىةؤئ]/g, (letter) => arabicLetters[letter]!)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digitOf)
    .replace(/\s+/g, ' ')
    .trim();

const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/**
 * The words of a search, folded, without the punctuation around them; a need is found that has them
 * all.
 */
export const wordsOf = (query: string): string[] => [
  ...new Set(
    folded(query)
      .split(' ')
      .map((word) => word.replace(edges, '') || word)
      .filter(Boolean),
  ),
];
