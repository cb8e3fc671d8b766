import { demonstrationAccounts } from '#lib/people/accounts/demonstration-accounts';
import type { Locale } from '#lib/convention/names';
import { vocabulary } from '#tests/support/factories/vocabulary-rows';
import ar from '#messages/ar' with { type: 'json' };
import en from '#messages/en' with { type: 'json' };
import es from '#messages/es' with { type: 'json' };
import fr from '#messages/fr' with { type: 'json' };
import ru from '#messages/ru' with { type: 'json' };
import zh from '#messages/zh' with { type: 'json' };

type Messages = { readonly [key: string]: string | Messages };

/** The texts of a language by their keys. */
function flat(messages: Messages, before = ''): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${before}${key}`, value] as [string, string]]
      : flat(value, `${before}${key}.`),
  );
}

const all: Readonly<Record<Locale, Messages>> = { ar, en, es, fr, ru, zh };
const textsIn = (locale: Locale) => new Map(flat(all[locale]));

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  nbsp: '\u00a0',
};
const plainly = (html: string) =>
  html.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole).trim();

/** What a piece of HTML says, without its marks. */
export const textOf = (html: string) =>
  plainly(html.replaceAll('<!-- -->', '').replaceAll(/<[^>]*>/g, ''));

/** The rows of a page or a part of it, each with its key, if it has one, and its cells. */
export const rowsIn = (html: string) =>
  [...html.matchAll(/<tr\b.*?<\/tr>/gs)].map(([row]) => {
    const cells = (names: string) =>
      [...row.matchAll(new RegExp(`<(${names})\\b.*?</\\1>`, 'gs'))].map(([cell]) => textOf(cell));
    const key = /^<tr[^>]* data-[\w-]+="([^"]*)"/.exec(row)?.[1] ?? '';
    return { html: row, key, cells: cells('t[hd]'), values: cells('td') };
  });

/** The table of this id, or nothing. */
export const tableIn = (html: string, id: string): string | undefined =>
  html
    .match(/<table\b.*?<\/table>/gs)
    ?.find((table) => table.slice(0, table.indexOf('>')).includes(` id="${id}"`));

/** Every piece of text of a page, and what is said to who cannot see. */
export function wordsOf(html: string): string[] {
  // Drawings break their texts into lines; the table beside each says the same.
  const body = html.slice(html.indexOf('<body')).replaceAll(/<(script|style|svg)\b.*?<\/\1>/gs, '');
  const spoken = [...body.matchAll(/ (?:aria-label|title|alt|placeholder)="([^"]*)"/g)];
  const texts = body.replaceAll('<!-- -->', '').split(/<[^>]*>/);
  return [...texts, ...spoken.map(([, text]) => text!)].map(plainly).filter(Boolean);
}

// Names of people, and of terms that the register keeps with names of their own in each language.
const names = new Set([
  ...demonstrationAccounts.map(({ name }) => name),
  ...Object.values(vocabulary).flatMap((terms) => terms.map((term) => term.names.en)),
]);

/**
 * What each fixed English text may read as in another language. A text with placeholders is not
 * fixed; a name, and what is a text of the other language as well, tells nothing.
 */
export function translationsInto(locale: Locale): ReadonlyMap<string, ReadonlySet<string>> {
  const theirs = textsIn(locale);
  const found = new Map<string, Set<string>>();
  for (const [key, text] of textsIn('en')) {
    if (/[{}<>']/.test(text) || !/\p{L}{2}/u.test(text) || names.has(text)) continue;
    found.set(text, (found.get(text) ?? new Set()).add(theirs.get(key) ?? ''));
  }
  const own = new Set(theirs.values());
  return new Map([...found].filter(([text]) => !own.has(text)));
}

/** A page without what is of another language than it, and without the names of columns and codes. */
const inOneLanguage = (html: string) =>
  html
    .slice(html.indexOf('<body'))
    .replaceAll(/<code\b[^]*?<\/code>/g, '')
    .replaceAll(/<(\w+)[^>]* lang="\w+"[^]*?<\/\1>/g, '');

/** What is amiss with a page, set beside the same page in English. */
export function untranslated(
  html: string,
  english: string,
  translations: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const said = new Set(wordsOf(inOneLanguage(html)));
  const there = new Set(wordsOf(inOneLanguage(english)));
  const left = [...said].filter((text) => translations.has(text));
  const missing = [...there].filter((text) => {
    const possible = translations.get(text);
    return possible && ![...possible].some((one) => said.has(one));
  });
  return [
    ...left.map((text) => `in English: ${text}`),
    ...missing.map((text) => `not said: ${text}`),
  ];
}
