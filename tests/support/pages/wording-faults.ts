import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { readFileSync } from 'node:fs';
import { locales, type Locale } from '#lib/convention/names';
import type { Messages } from '#tests/support/pages/message-faults';

type Glossary = {
  terms: readonly { term: string; not: readonly string[] }[];
  never: readonly string[];
};
const glossaries = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(`lib/text/glossary/${locale}.json`, 'utf8')) as Glossary,
  ]),
) as Readonly<Record<Locale, Glossary>>;

// The drafted note has rules of its own; the units of figures are short.
const apart =
  /^(?:notes\.(?:document|facts|say|exhibits|definition|write\.kinds|block\.claimKinds)|figures\.summaries$|summaries\.tag$)/;

export function* textsOf(messages: Messages, path = ''): Generator<[key: string, text: string]> {
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') yield [`${path}${key}`, value];
    else yield* textsOf(value, `${path}${key}.`);
  }
}

/** What a text says in each of its branches: arguments are `{name}`, the number of a plural `#`. */
function saidBy(elements: readonly MessageFormatElement[]): string[] {
  let said = [''];
  const add = (parts: readonly string[]) => {
    said = said.flatMap((before) => parts.map((part) => before + part)).slice(0, 64);
  };
  for (const element of elements) {
    if (isLiteralElement(element)) add([element.value]);
    else if (isPoundElement(element)) add(['#']);
    else if (isTagElement(element)) add(saidBy(element.children));
    else if (isPluralElement(element) || isSelectElement(element))
      add(Object.values(element.options).flatMap(({ value }) => saidBy(value)));
    else add([`{${element.value}}`]);
  }
  return said;
}

type Rule = readonly [what: string, pattern: RegExp];

/** Rules of typography; each pattern finds what is against it. */
const typography: Readonly<Record<Locale, readonly Rule[]>> = {
  en: [
    ['straight quotation marks or apostrophe', /["']/],
    ['quotation marks of another language', /[«»„]/],
  ],
  fr: [
    ['a space that may break before : or »', /(?<=\S) [:»]/],
    ['no thin no-break space before ; ? ! or %', /[^\s\u202f][;?!](?=\s|$)| [;?!%]|\d%/],
    ['a space that may break after «', /«[^\u00a0]/],
    ['straight quotation marks or apostrophe', /["']/],
    ['quotation marks of another language', /[“”]/],
  ],
  es: [
    ['quotation marks of another language', /[«»„"]/],
    ['a question without its first mark', /^[^¿]*\p{L}\?/u],
    ['a space that may break before %', / %/],
  ],
  ru: [
    ['quotation marks of another language', /[“”"]/],
    ['an en dash between words', /\p{L} – |» – | – «/u],
    ['a space that may break before %', / %/],
    ['the letter ё', /ё/],
  ],
  ar: [
    ['punctuation of another script', /\p{Script=Arabic}[,;?]/u],
    ['quotation marks of another language', /[“”"]/],
    ['tanwin after its alif', /\u064b\u0627/],
    ['a date that is not isolated', /(?<!\u2066)\b\d{4}-\d\d(?:-\d\d)?\b(?!\u2069)/],
  ],
  zh: [
    ['half-width punctuation', /\p{Script=Han}[,;:?!()]/u],
    ['a space beside a Chinese character', /\p{Script=Han} [\w{#]|[\w}#] \p{Script=Han}/u],
    ['quotation marks of another language', /[«»"]/],
  ],
};

const groups = /(?<![\d-])\d{1,3}(?:[,. \u00a0\u202f]\d{3})+(?!\d)/;
const singular: readonly string[] = ['one', 'two', '=1', '=2'];

/** The forms of an Arabic plural for one and two that count with the number itself. */
function numberedForms(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (!isPluralElement(element) && !isSelectElement(element)) return [];
    const inside = Object.values(element.options).flatMap(({ value }) => numberedForms(value));
    if (!isPluralElement(element)) return inside;
    const forms = Object.entries(element.options)
      .filter(([form, { value }]) => singular.includes(form) && value.some(isPoundElement))
      .map(([form]) => `counts ${form} with the number`);
    return [...inside, ...forms];
  });
}

function* faultsOfText(locale: Locale, text: string): Generator<string> {
  const elements = parse(text);
  const said = saidBy(elements);
  const has = (pattern: RegExp) => said.some((one) => pattern.test(one));
  const { terms, never } = glossaries[locale];
  for (const { term, not } of terms)
    for (const pattern of not)
      if (has(new RegExp(pattern, 'u'))) yield `has another word for “${term}”: ${pattern}`;
  for (const pattern of never)
    if (has(new RegExp(pattern, 'u'))) yield `has what no text says: ${pattern}`;
  for (const [what, pattern] of typography[locale]) if (has(pattern)) yield `has ${what}`;
  if (has(groups)) yield 'has digits in groups instead of {n, number}';
  if (locale === 'ar') yield* new Set(numberedForms(elements));
}

/** What is wrong with the words and signs of a language, one line each. */
export const wordingFaults = (locale: Locale, messages: Messages): string[] =>
  [...textsOf(messages)]
    .filter(([key]) => !apart.test(key))
    .flatMap(([key, text]) =>
      [...faultsOfText(locale, text)].map((fault) => `${locale} ${key} ${fault}`),
    );
