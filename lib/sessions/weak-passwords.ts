import 'server-only';
import common from './common-passwords.json' with { type: 'json' };
import { globalSingleton } from '#lib/base/global-singleton';
import { siteNames } from '#lib/text/site-names';

/** What most people choose: the list of zxcvbn-ts (MIT). */
const commonPasswords = () => globalSingleton('common-passwords', () => new Set<string>(common));

/** Without capitals, blanks and what nobody sees. */
const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]+/gu, '');

const letterOf: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const withLetters = (text: string) =>
  text.replace(/[0134579@$!]/g, (sign) => letterOf[sign] ?? sign);
/** Without the digits and signs around a word. */
function core(text: string): string {
  const signs = [...text];
  const isLetter = (sign: string) => /^\p{L}$/u.test(sign);
  return signs.slice(signs.findIndex(isLetter), signs.findLastIndex(isLetter) + 1).join('');
}

/** With each sign once where it stands several times in a row. */
const withoutDoubles = (text: string) =>
  [...text].filter((sign, at, signs) => sign !== signs[at - 1]).join('');

/** The shortest text of which this one is a repetition; itself where there is none. */
function repeatedPart(text: string): string {
  const length = (text + text).indexOf(text, 1);
  return length > 0 && length < text.length ? text.slice(0, length) : text;
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];

/** Whether each sign follows from the one before: alike, next in the alphabet or on the keyboard. */
function isSequence(text: string): boolean {
  const signs = [...text];
  const steps = signs.slice(1).filter((sign, index) => {
    const before = signs[index]!;
    const difference = Math.abs(sign.codePointAt(0)! - before.codePointAt(0)!);
    const pair = `${before}${sign}`;
    const back = `${sign}${before}`;
    return (
      difference <= 1 ||
      ['90', '09'].includes(pair) ||
      rows.some((row) => row.includes(pair) || row.includes(back))
    );
  });
  return steps.length >= (signs.length - 1) * 0.75;
}

const fewestSigns = 5;
const shortestCore = 4;
const shortestRest = 6;

function isCommon(password: string): boolean {
  const text = folded(password);
  const part = repeatedPart(text);
  const variants = [text, part, withLetters(text)].flatMap((one) => [
    one,
    core(one),
    repeatedPart(core(one)),
    withoutDoubles(core(one)),
    withLetters(core(one)),
    core(withLetters(core(one))),
  ]);
  return (
    new Set(text).size < fewestSigns ||
    [...core(text)].length < shortestCore ||
    part.length < text.length / 2 ||
    isSequence(text) ||
    variants.some((one) => commonPasswords().has(one))
  );
}

/** Whether little is left of the password without these words. */
function consistsOf(password: string, words: readonly string[]): boolean {
  const text = folded(password);
  const known = words.map(folded).filter((word) => word.length >= 3);
  const rest = [text, withLetters(text)].map((one) =>
    known
      .toSorted((a, b) => b.length - a.length)
      .reduce((left, word) => left.replaceAll(word, ''), one),
  );
  return rest.some((left) => left.length < text.length && core(left).length < shortestRest);
}

/** The words that name the register. */
const registerWords = () =>
  siteNames()
    .flatMap((name) => [name, ...name.split(/\s+/)])
    .concat('unodc', 'uncac', 'unitednations');

/** The key of the message that says why a new password is refused; undefined where it is taken. */
export function weaknessOf(password: string, email: string): string | undefined {
  const [local = '', host = ''] = email.split('@');
  const own = [email, local, host, ...local.split(/[^\p{L}\p{N}]+/u), ...host.split('.')];
  if (consistsOf(password, own)) return 'passwordOwn';
  if (consistsOf(password, registerWords())) return 'passwordRegister';
  return isCommon(password) ? 'passwordCommon' : undefined;
}
