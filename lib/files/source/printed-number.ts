const zeros = ['٠', '۰', '０'].map((zero) => zero.codePointAt(0)!);
const anyDigit = '[0-9٠-٩۰-۹０-９]';

/** Converts the digits of any script to 0–9, which all six languages of the register use. */
const toEuropeanDigits = (digits: string) =>
  digits
    .replace(/[٠-٩۰-۹０-９]/g, (digit) => {
      const code = digit.codePointAt(0)!;
      return String(code - zeros.findLast((zero) => zero <= code)!);
    })
    .replaceAll('．', '.');

const dotted = `${anyDigit}{1,3}(?:[.．]${anyDigit}{1,2}){0,3}`;
/**
 * The ways of numbering paragraphs: (41) · 41. · 3.6. · 41、 · 41- · 3.6 Title · 一、 · （一）
 */
const markedNumbers: readonly RegExp[] = [
  new RegExp(`^[(（]\\s*(${dotted})\\s*[)）][.:]?\\s*(?=\\S)`, 'u'),
  new RegExp(`^(${dotted})\\s?[.)](?:\\s+|(?=\\p{Script=Han}|\\p{Script=Arabic}))(?=\\S)`, 'u'),
  new RegExp(`^(${dotted})\\s?[．、）]\\s*(?=\\S)`, 'u'),
  new RegExp(`^(${dotted})\\s?[-–—]\\s*(?=\\p{Script=Arabic})`, 'u'),
  new RegExp(`^(${anyDigit}{1,2}(?:[.．]${anyDigit}{1,2}){1,3})\\s+(?=\\p{Lu}|\\p{Lo})`, 'u'),
  /^[(（]([一二三四五六七八九十百]{1,4})[)）]\s*(?=\S)/u,
  /^([一二三四五六七八九十百]{1,4})[、．.]\s*(?=\S)/u,
];
/**
 * A number without a mark. It counts only next to the number before or after it, since sentences
 * begin with numbers, too.
 */
const bareNumber = new RegExp(`^(${anyDigit}{1,3})\\s+(?=\\p{Lu}|\\p{Lo}|["“«(])`, 'u');

export type PrintedNumber = Readonly<{ number: string; rest: string; bare: boolean }>;

/** Returns the number that a paragraph begins with, and the text after it. */
export function printedNumber(text: string): PrintedNumber | undefined {
  for (const pattern of [...markedNumbers, bareNumber]) {
    const found = pattern.exec(text);
    if (found)
      return {
        number: toEuropeanDigits(found[1]!),
        rest: text.slice(found[0].length),
        bare: pattern === bareNumber,
      };
  }
  return undefined;
}

/** The dot or dash before a list item, which is not quoted. */
export const bullet = /^(?:[•●○▪■□◦‣∙·\uf0b7\uf0a7*]\s*|[-–—]\s+)(?=\S)/u;
/** (a), a), (iv): quoted with the text. */
const lettered = /^(?:[(（](?:\p{L}{1,2}|[ivx]{1,5})[)）]|\p{L}\))\s*(?=\S)/iu;
/** a. and iv., but not p. 12 */
const dottedLetter = /^(?:[a-hj-o]|[ivx]{1,4})\.\s+(?=\S)/u;

/** Whether a line begins a paragraph, as far as its first characters tell. */
export const beginsItem = (line: string): boolean =>
  bullet.test(line) || lettered.test(line) || dottedLetter.test(line);

/** A number, letter or bullet that stands apart from the text of its paragraph. */
const label = new RegExp(
  `^(?:[(（]?(?:${dotted}|\\p{L}{1,2}|[ivxlcdm]{1,6}|[一二三四五六七八九十百]{1,4})[)）.．、:-]{0,2}|[•●○▪■□◦‣∙·*–—-])$`,
  'iu',
);

/** Whether a text is only the label of a paragraph. */
export const isLabel = (text: string): boolean => label.test(text);
