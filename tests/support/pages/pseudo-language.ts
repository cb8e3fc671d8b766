import { articles } from '#lib/convention/articles';
import { categories } from '#lib/convention/categories';
import { chapters } from '#lib/convention/chapters';
import { regions } from '#lib/convention/regions';
import { conventionStates } from '#lib/convention/states';
import { glossaryIn } from '#lib/text/glossary/glossary';
import { languageNames } from '#lib/text/languages';
import { demonstrationAccounts } from '#lib/people/accounts/demonstration-accounts';
import { vocabulary } from '#tests/support/factories/vocabulary-rows';
import { themes, themeName } from '#lib/assistance/activities/vocabulary';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** How an English text is found on a page. */
type Pseudo = Readonly<{ pattern: string }>;

/** The plain parts of a message between what is filled in; its branches one by one. */
function branches(text: string): string[] {
  const inner = /\{(\w+), (?:plural|select|selectordinal),((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/;
  const found = inner.exec(text);
  if (!found) return [text];
  const options = [...found[2]!.matchAll(/[\w=-]+ \{((?:[^{}]|\{[^{}]*\})*)\}/g)];
  return options.flatMap(([, option]) => branches(text.replace(found[0], () => option!)));
}

export function pseudoTexts(texts: readonly string[]): readonly Pseudo[] {
  const all = texts.flatMap(branches).map((text) => text.replaceAll(/<\/?\w+>/g, ''));
  return [...new Set(all)].flatMap((text) => {
    const parts = text.split(/\{[^{}]*\}|#/);
    const letters = parts.join('').replaceAll(/\P{L}/gu, '').length;
    // A text that is hardly more than what is filled in would say anything.
    if (letters < (parts.length === 1 ? 1 : 4)) return [];
    const pattern = parts.map((part) => escaped(part.trim() === '' ? '' : part)).join('[^]*');
    return [{ pattern: `^${pattern}$` }];
  });
}

export type Found = Readonly<{ unsaid: string[]; cut: string[] }>;

/**
 * Puts the pseudo-language in place of each text of the page that a message says, and turns the page
 * around. Returns the texts that no message says, and those that no longer fit. Runs in the browser.
 */
export function turnPage(texts: readonly Pseudo[]): Found {
  const known = texts.map(({ pattern }) => new RegExp(pattern, 'u'));
  const unsaid: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  for (const node of nodes) {
    const text = (node.textContent ?? '').trim();
    const parent = node.parentElement;
    if (!/\p{L}{3}/u.test(text) || !parent) continue;
    if (parent.closest('script, style, svg, bdi, [lang]:not(html), .summary-data')) continue;
    if (known.some((pattern) => pattern.test(text))) {
      // Acute accents on the vowels, and half as many letters again.
      const accented = text.replaceAll(/[aeiouAEIOU]/g, (letter) => `${letter}\u0301`);
      node.textContent = `${accented} ${'\u0151\u0151\u0151 '.repeat(Math.ceil(text.length / 8))}`;
    } else unsaid.push(text);
  }
  document.documentElement.dir = 'rtl';
  const cut = [
    ...document.querySelectorAll<HTMLElement>(
      'a, button, label, h1, h2, h3, legend, summary, li, p, dt, dd, .tag',
    ),
  ]
    .filter((element) => {
      const { overflowX } = getComputedStyle(element);
      const hides = overflowX === 'hidden' || overflowX === 'clip';
      return hides && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
    })
    .map((element) => element.textContent?.slice(0, 60) ?? '');
  if (document.documentElement.scrollWidth > window.innerWidth + 1)
    cut.push('the page is wider than the window');
  return { unsaid, cut };
}

/** What the register says that is named by the Convention, the vocabulary or people. */
const named = new Set(
  [
    ...articles.map(({ title }) => title.en),
    ...chapters.map(({ title }) => title.en),
    ...categories.flatMap(({ name, short }) => [name.en, short.en]),
    ...regions.flatMap(({ name, short }) => [name.en, short.en]),
    ...themes.map((theme) => themeName(theme, 'en')),
    ...conventionStates.map(({ names }) => names.en),
    ...Object.values(languageNames),
    // Organisations of the demonstration.
    'United Nations Office on Drugs and Crime',
    'Demonstration Centre for Integrity',
    ...Object.values(vocabulary).flatMap((terms) => terms.map(({ names }) => names.en)),
    ...glossaryIn('en').flatMap(({ term, meaning, others }) => [
      term,
      meaning,
      ...others.map((other) => other.term),
    ]),
    ...demonstrationAccounts.flatMap(({ name, email }) => [name, email]),
  ].map((name) => name.toLowerCase()),
);

const isDate = (text: string) => !Number.isNaN(Date.parse(text.replace(' at ', ' ')));
const isCode = (text: string) => /^[A-Z\d/%<>=.-]+$/.test(text);

/** Of the texts that no message says, the parts that are not names, dates, codes or messages. */
export function findUnsaid(unsaid: readonly string[], texts: readonly Pseudo[]): string[] {
  const known = texts.map(({ pattern }) => new RegExp(pattern, 'u'));
  const isSaid = (part: string) =>
    !/\p{L}{3}/u.test(part) ||
    named.has(part.toLowerCase()) ||
    isDate(part) ||
    isCode(part) ||
    known.some((pattern) => pattern.test(part));
  const allSaid = (text: string, separators: RegExp, said: (part: string) => boolean) =>
    text.split(separators).every((part) => said(part.trim()));
  // A name may have commas and words of its own; what joins names is looked at after that.
  const isJoined = (text: string) =>
    isSaid(text) || allSaid(text, / or | and |: |; |, | \(|\)/, isSaid);
  /** Whether a text is one message after another. */
  const isFollowed = (text: string): boolean =>
    isSaid(text) ||
    [...text.matchAll(/\. /g)].some(
      ({ index }) => isSaid(text.slice(0, index + 1)) && isFollowed(text.slice(index + 2)),
    );
  return [...new Set(unsaid)].filter(
    (text) => !isFollowed(text) && !allSaid(text, / [·+–—›|] /, isJoined),
  );
}
