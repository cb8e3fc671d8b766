import { chromium as playwright, type Browser } from '@playwright/test';
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { diffArrays } from 'diff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales, type Locale } from '#lib/convention/names';
import { readSource } from '#lib/files/source/read-source';
import { hasFont } from '#lib/documents/pdf/fonts';
import { campaign } from '#tests/support/run/campaign';
import { chromiumArguments, chromiumPath } from '#tests/support/pages/chromium';
import { layouts, type Layout } from '#tests/support/files/source-layouts';
import { wordsOf } from '#tests/support/files/source-texts';

const path = chromiumPath();
const fonts = (await hasFont('ar')) && (await hasFont('zh'));
/** Every day a script that is read from each side, and one without spaces; all in a campaign. */
const read: readonly Locale[] = campaign ? locales : ['ar', 'fr', 'zh'];

let browser: Browser | undefined;
beforeAll(async () => {
  if (path)
    browser = await playwright.launch({ executablePath: path, args: [...chromiumArguments] });
});
afterAll(() => browser?.close());

async function print({ html, turned }: Layout): Promise<Buffer> {
  const page = await browser!.newPage();
  await page.setContent(html);
  const content = await page.pdf({ format: 'A4' });
  await page.close();
  if (turned === undefined) return content;
  const file = await PDFDocument.load(content);
  for (const each of file.getPages()) each.setRotation(degrees(turned));
  return Buffer.from(await file.save());
}

/** The share of the words of a text that are read in its order. */
function shareOf(expected: readonly string[], found: readonly string[]): number {
  const same = diffArrays([...expected], [...found]).filter(
    ({ added, removed }) => !added && !removed,
  );
  return same.reduce((sum, { value }) => sum + value.length, 0) / expected.length;
}

describe.skipIf(!path || !fonts)('the words of a PDF that a browser printed are read', () => {
  const cases = read.flatMap((locale) =>
    Object.keys(layouts).map((name) => [locale, name] as const),
  );

  it.each(cases)('in %s, set as %s', { timeout: 60_000 }, async (locale, name) => {
    const layout = layouts[name]!(locale);
    const result = await readSource({ file: await print(layout) });
    if (!result.ok) throw new Error(result.why);
    const { passages, unread } = result.value;
    const found = passages.map(({ number, text }) => (number ? `${number} ${text}` : text));
    const expected = layout.text.map((text) =>
      text.replace(/^\((\d+)\)/u, '$1').replace(/^(3\.6)\./u, '$1'),
    );
    const words = wordsOf(found.join('\n'));
    const share = shareOf(wordsOf(expected.join('\n')), words);
    expect.soft(found).toEqual(expected.map((text) => text.trim()));
    expect(share).toBeGreaterThanOrEqual(0.99);
    expect(unread).toEqual([]);
  });
});
