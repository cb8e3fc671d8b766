import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright, type Browser } from '@playwright/test';
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { diffArrays } from 'diff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales, type Locale } from '#lib/convention/names';
import { readSource } from '#lib/files/source/read-source';
import { hasFont } from '#lib/documents/pdf/fonts';
import { campaign, record } from '#tests/support/run/campaign';
import { chromiumArguments, chromiumPath } from '#tests/support/pages/chromium';
import { handLayouts } from '#tests/support/files/hand-layouts';
import { officeLayouts } from '#tests/support/files/office-layouts';
import { layouts, type Layout } from '#tests/support/files/source-layouts';
import { wordsOf } from '#tests/support/files/source-texts';

const isThere = (program: string, ...options: string[]) =>
  spawnSync(program, options, { stdio: 'ignore' }).error === undefined;
const path = chromiumPath();
const fonts = (await hasFont('ar')) && (await hasFont('zh'));
const office = isThere('soffice', '--version');
const otherReader = isThere('pdftotext', '-v');
/** In the gate a script that is read from right to left and one without spaces take turns. */
const languagesOf = (at: number): readonly Locale[] =>
  campaign ? locales : [at % 2 === 0 ? 'ar' : 'zh'];

const folder = mkdtempSync(join(tmpdir(), 'source-words-'));
let browser: Browser | undefined;
beforeAll(async () => {
  if (path)
    browser = await playwright.launch({ executablePath: path, args: [...chromiumArguments] });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser?.close();
});

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

/** A number at the beginning stands apart from its paragraph: it is compared without its marks. */
const withPlainNumber = (text: string) =>
  text.replace(/^[(\s]*(\d{2})[.)]\s*/gmu, '$1 ').replace(/^(3\.6)\./gmu, '$1');

/** The words that pdftotext finds, for comparison. */
function wordsOfOther(content: Buffer): string[] | undefined {
  if (!otherReader) return undefined;
  const file = join(folder, 'other.pdf');
  writeFileSync(file, content);
  const text = execFileSync('pdftotext', [file, '-'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return wordsOf(
    withPlainNumber(
      text.normalize('NFKC').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ''),
    ),
  );
}

type Shares = { files: number; words: number; least: number; ours: number; pdftotext: number };
const table = new Map<string, Shares>();
afterAll(() => {
  for (const [layout, { files, words, least, ours, pdftotext }] of table) {
    const percent = (share: number) => `${((100 * share) / words).toFixed(1)} %`;
    record(layout, {
      files,
      words,
      'in order': percent(ours),
      least: `${(100 * least).toFixed(1)} %`,
      pdftotext: otherReader ? percent(pdftotext) : 'not installed',
    });
  }
});

/** Reads a file, and expects the paragraphs that it was made from. */
async function expectText(layout: string, content: Buffer, text: readonly string[]) {
  const result = await readSource({ file: content });
  if (!result.ok) throw new Error(result.why);
  const { passages, unread } = result.value;
  const found = passages.map(({ number, text: own }) => (number ? `${number} ${own}` : own));
  const expected = text.map((each) => withPlainNumber(each).trim());
  const [wanted, words] = [wordsOf(expected.join('\n')), wordsOf(found.join('\n'))];
  const share = shareOf(wanted, words);
  const other = shareOf(wanted, wordsOfOther(content) ?? []);
  const sum = table.get(layout) ?? { files: 0, words: 0, least: 1, ours: 0, pdftotext: 0 };
  table.set(layout, {
    files: sum.files + 1,
    words: sum.words + wanted.length,
    least: Math.min(sum.least, share),
    ours: sum.ours + share * wanted.length,
    pdftotext: sum.pdftotext + other * wanted.length,
  });
  expect.soft(found).toEqual(expected);
  expect(share).toBeGreaterThanOrEqual(0.99);
  expect(unread).toEqual([]);
}

const casesOf = (names: readonly string[]) =>
  names.flatMap((name, at) => languagesOf(at).map((locale) => [locale, name] as const));

describe.skipIf(!path || !fonts)('the words of a PDF that a browser printed are read', () => {
  it.each(casesOf(Object.keys(layouts)))('in %s, set as %s', async (locale, name) => {
    const layout = layouts[name]!(locale);
    await expectText(`browser, ${name}`, await print(layout), layout.text);
  });
});

describe.skipIf(!office || !fonts)('the words of a PDF of a word processor are read', () => {
  const cases = casesOf(Object.keys(officeLayouts));
  const fileOf = (locale: Locale, name: string) => join(folder, `${locale}-${name}`);

  beforeAll(() => {
    for (const [locale, name] of cases)
      writeFileSync(`${fileOf(locale, name)}.docx`, officeLayouts[name]!(locale).docx);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        ...['--headless', '--convert-to', 'pdf', '--outdir', folder],
        ...cases.map(([locale, name]) => `${fileOf(locale, name)}.docx`),
      ],
      { stdio: 'ignore' },
    );
  });

  it.each(cases)('in %s, set as %s', async (locale, name) => {
    const { text } = officeLayouts[name]!(locale);
    const content = readFileSync(`${fileOf(locale, name)}.pdf`);
    await expectText(`word processor, ${name}`, content, text);
  });
});

describe('the words of a PDF that was made by hand are read', () => {
  it.each(casesOf(Object.keys(handLayouts)))('in %s, set as %s', async (locale, name) => {
    const { file, text } = handLayouts[name]!(locale);
    await expectText(`by hand, ${name}`, file, text);
  });
});
