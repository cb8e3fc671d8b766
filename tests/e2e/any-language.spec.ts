import { readFileSync } from 'node:fs';
import { emails } from '#tests/support/pages/samples';
import { expect, test } from '#tests/support/pages/fixture';
import type { Messages } from '#tests/support/pages/message-faults';
import { textsOf } from '#tests/support/pages/wording-faults';
import {
  findUnsaid,
  pseudoTexts,
  turnPage,
  type Found,
} from '#tests/support/pages/pseudo-language';
import { signedIn } from '#tests/support/pages/sign-in';

/** The main pages, as a manager sees them. */
const mainPages = [
  '',
  '/needs',
  '/reviews',
  '/summaries',
  '/summaries/regions/AFR',
  '/summaries/trends',
  '/summaries/compare',
  '/assistance',
  '/assistance/unmet',
  '/progress',
  '/reviewers',
  '/glossary',
  '/accounts/me',
  '/notes',
] as const;

const english = JSON.parse(readFileSync('messages/en.json', 'utf8')) as Messages;

/**
 * A language that does not exist, made from the English texts: long, accented, from right to left.
 * The browser puts it in place of the English texts of a page; what it cannot replace does not come
 * from messages.
 */
test('a language more needs its texts alone: none is elsewhere, and none is cut off', async ({
  visit,
  untouched,
}) => {
  const page = await visit({ bypassCSP: true, viewport: { width: 1280, height: 800 } });
  await signedIn(page, untouched.url, { email: emails.manager });
  const texts = pseudoTexts([...textsOf(english)].map(([, text]) => text));
  const faults: string[] = [];
  for (const path of mainPages) {
    await page.goto(`${untouched.url}/en${path}`);
    const { unsaid, cut } = await page.evaluate<Found, typeof texts>(turnPage, texts);
    faults.push(...findUnsaid(unsaid).map((text) => `${path}: not from messages: ${text}`));
    faults.push(...cut.map((text) => `${path}: cut off: ${text}`));
  }
  expect(faults).toEqual([]);
});

/** References, codes, dates and numbers whose letters do not follow from left to right. */
const turnedAround = () => {
  const found: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.textContent ?? '';
    if (node.parentElement?.closest('script, style, svg, [hidden], details:not([open])')) continue;
    for (const match of text.matchAll(/[A-Za-z\d]+(?:[-/.,:][A-Za-z\d]+)+/g)) {
      const places = Array.from(match[0], (_, i) => {
        range.setStart(node, match.index + i);
        range.setEnd(node, match.index + i + 1);
        return range.getBoundingClientRect();
      }).filter(({ width }) => width > 0);
      const turned = places.some(
        ({ left, top }, i) => i > 0 && top === places[i - 1]!.top && left < places[i - 1]!.left,
      );
      if (turned) found.push(match[0]);
    }
    if (/[→]/.test(text)) found.push(text);
  }
  for (const marked of document.querySelectorAll('[data-mark="→"]'))
    if (getComputedStyle(marked, '::before').content.includes('→'))
      found.push('a mark that points right');
  return found;
};

test('references, codes, dates and numbers read from left to right in Arabic', async ({
  visit,
  untouched,
}) => {
  const page = await visit();
  await signedIn(page, untouched.url, { email: emails.manager });
  const faults: string[] = [];
  for (const path of [...mainPages, '/admin/terms', '/decisions']) {
    await page.goto(`${untouched.url}/ar${path}`);
    faults.push(...(await page.evaluate(turnedAround)).map((text) => `${path}: ${text}`));
  }
  expect(faults).toEqual([]);
});

test('a date between Arabic words that is not set apart would be seen', async ({ visit }) => {
  const page = await visit();
  const shown = async (text: string) => {
    await page.setContent(`<html lang="ar" dir="rtl"><body><p>${text}</p></body></html>`);
    return page.evaluate(turnedAround);
  };
  expect(await shown('مثلاً 2026-03-31')).toEqual(['2026-03-31']);
  expect(await shown('مثلاً \u20662026-03-31\u2069')).toEqual([]);
  expect(await shown('من → إلى')).toEqual(['من → إلى']);
});
