const zeros = ['٠', '۰', '０'].map((zero) => zero.codePointAt(0)!);
const D = '[0-9٠-٩۰-۹０-９]';

/** Digits of any script as European ones, which all six languages of the register use. */
const european = (digits: string) =>
  digits
    .replace(/[٠-٩۰-۹０-９]/g, (digit) => {
      const code = digit.codePointAt(0)!;
      return String(code - zeros.findLast((zero) => zero <= code)!);
    })
    .replaceAll('．', '.');

const dotted = `${D}{1,3}(?:[.．]${D}{1,2}){0,3}`;
/**
 * The ways in which paragraphs are numbered: (41) · 41. · 3.6. · 41、 · 41- · 3.6 Title · 一、 · （一）
 */
const marked: readonly RegExp[] = [
  new RegExp(`^[(（]\\s*(${dotted})\\s*[)）][.:]?\\s*(?=\\S)`, 'u'),
  new RegExp(`^(${dotted})\\s?[.)](?:\\s+|(?=\\p{Script=Han}|\\p{Script=Arabic}))(?=\\S)`, 'u'),
  new RegExp(`^(${dotted})\\s?[．、）]\\s*(?=\\S)`, 'u'),
  new RegExp(`^(${dotted})\\s?[-–—]\\s*(?=\\p{Script=Arabic})`, 'u'),
  new RegExp(`^(${D}{1,2}(?:[.．]${D}{1,2}){1,3})\\s+(?=\\p{Lu}|\\p{Lo})`, 'u'),
  /^[(（]([一二三四五六七八九十百]{1,4})[)）]\s*(?=\S)/u,
  /^([一二三四五六七八九十百]{1,4})[、．.]\s*(?=\S)/u,
];
/**
 * A number alone: only where the ones before or after it follow on, since sentences begin with
 * numbers, too.
 */
const bare = new RegExp(`^(${D}{1,3})\\s+(?=\\p{Lu}|\\p{Lo}|["“«(])`, 'u');

export type Printed = Readonly<{ number: string; rest: string; bare: boolean }>;

/** The number that a paragraph begins with, if it begins with one, and what follows it. */
export function printedNumber(text: string): Printed | undefined {
  for (const pattern of [...marked, bare]) {
    const found = pattern.exec(text);
    if (found)
      return {
        number: european(found[1]!),
        rest: text.slice(found[0].length),
        bare: pattern === bare,
      };
  }
  return undefined;
}

/** What a list item begins with: a dot or dash, which is not quoted. */
export const bullet = /^(?:[•●○▪■□◦‣∙·\uf0b7\uf0a7*]\s*|[-–—]\s+)(?=\S)/u;
/** (a), a), (iv): part of what is quoted. */
export const lettered = /^(?:[(（](?:\p{L}{1,2}|[ivx]{1,5})[)）]|\p{L}\))\s*(?=\S)/iu;

/** Whether a line that begins like this begins a paragraph, as far as its first characters tell. */
export const beginsItem = (line: string): boolean => bullet.test(line) || lettered.test(line);
