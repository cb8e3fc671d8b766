import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { locales, type Locale } from '#lib/convention/names';

export type Messages = { readonly [key: string]: string | Messages };
/** The texts of each language that may read as in English: cognates, symbols and abbreviations. */
export type Allowed = Readonly<Partial<Record<Locale, readonly string[]>>>;

type Text = Readonly<{ text: string; elements: readonly MessageFormatElement[]; broken?: string }>;

function read(text: string): Text {
  try {
    return { text, elements: parse(text) };
  } catch (error) {
    return { text, elements: [], broken: error instanceof Error ? error.message : String(error) };
  }
}

function textsOf(messages: Messages, path = ''): [string, Text][] {
  return Object.entries(messages).flatMap(([key, value]): [string, Text][] =>
    typeof value === 'string' ? [[`${path}${key}`, read(value)]] : textsOf(value, `${path}${key}.`),
  );
}

/** Every element, those inside branches and tags too. */
function everyElement(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) => {
    if (isTagElement(element)) return [element, ...everyElement(element.children)];
    if (!isPluralElement(element) && !isSelectElement(element)) return [element];
    return [element, ...Object.values(element.options).flatMap(({ value }) => everyElement(value))];
  });
}

/** What the program fills in: the names of arguments and tags. */
function filled({ elements }: Text): string {
  const names = everyElement(elements).flatMap((element) =>
    isLiteralElement(element) || isPoundElement(element)
      ? []
      : [isTagElement(element) ? `<${element.value}>` : `{${element.value}}`],
  );
  return [...new Set(names)].sort().join(' ');
}

/**
 * Where English chooses between texts, a translation must know the same choices; it may have
 * choices of its own elsewhere.
 */
function* lostChoices(text: Text, english: Text): Generator<string> {
  const choices = ({ elements }: Text) => everyElement(elements).filter(isSelectElement);
  for (const { value, options } of choices(english)) {
    const own = choices(text).find((choice) => choice.value === value);
    const lost = Object.keys(options).filter((branch) => !own || !(branch in own.options));
    if (lost.length > 0) yield `does not choose by {${value}} between ${lost.join(', ')}`;
  }
}

const smallNumbers = Array.from({ length: 1000 }, (_, n) => n);

/**
 * The plural forms that whole numbers below a thousand need and a text lacks; `=1` will do where
 * the form is for 1 alone.
 */
function missingForms(locale: Locale, { elements }: Text): string[] {
  return everyElement(elements)
    .filter(isPluralElement)
    .flatMap(({ options, offset, pluralType, value }) => {
      const rules = new Intl.PluralRules(locale, { type: pluralType });
      const needed = smallNumbers
        .filter((n) => !(`=${n}` in options))
        .map((n) => rules.select(Math.abs(n - offset)));
      return [...new Set([...needed, 'other'])]
        .filter((form) => !(form in options))
        .map((form) => `{${value}} has no plural form "${form}"`);
    });
}

const lettersOf = ({ elements }: Text) =>
  everyElement(elements)
    .filter(isLiteralElement)
    .map(({ value }) => value)
    .join('')
    .replace(/\P{L}/gu, '');

const scripts: Partial<Record<Locale, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};

function* faultsOf(
  locale: Locale,
  text: Text,
  english: Text | undefined,
  allowed: boolean,
): Generator<string> {
  if (text.text.trim() === '') yield 'is empty';
  if (text.broken) return yield `cannot be read: ${text.broken}`;
  yield* missingForms(locale, text);
  if (!english || locale === 'en') return;
  if (!english.broken && filled(text) !== filled(english))
    yield `fills in "${filled(text)}", English "${filled(english)}"`;
  yield* lostChoices(text, english);
  const letters = lettersOf(text);
  const foreign =
    letters !== '' && (text.text === english.text || scripts[locale]?.test(letters) === false);
  if (foreign && !allowed) yield `is not translated: "${text.text}"`;
}

/** What is wrong with the six files, one line each; an empty list when nothing is. */
export function messageFaults(
  messages: Readonly<Record<Locale, Messages>>,
  allowed: Allowed,
): string[] {
  const english = new Map(textsOf(messages.en));
  return locales.flatMap((locale) => {
    const texts = new Map(textsOf(messages[locale]));
    const known = allowed[locale] ?? [];
    return [
      ...[...english.keys()]
        .filter((path) => !texts.has(path))
        .map((path) => `${locale} ${path} is missing`),
      ...[...texts.keys()]
        .filter((path) => !english.has(path))
        .map((path) => `${locale} ${path} is not in English`),
      ...known
        .filter((text) => ![...texts.values()].some((one) => one.text === text))
        .map((text) => `${locale} allows "${text}", which no text says`),
      ...[...texts].flatMap(([path, text]) =>
        [...faultsOf(locale, text, english.get(path), known.includes(text.text))].map(
          (fault) => `${locale} ${path} ${fault}`,
        ),
      ),
    ];
  });
}
