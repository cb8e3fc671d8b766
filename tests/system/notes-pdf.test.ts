import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { locales, type Locale } from '#lib/convention/names';
import { chromiumPath as ownPath } from '#lib/documents/pdf/chromium';
import { textOf } from '#lib/documents/model/document';
import { hasFont } from '#lib/documents/pdf/fonts';
import type { HtmlOptions } from '#lib/documents/html/html-options';
import { renderPdf } from '#lib/documents/pdf/render-pdf';
import { withPdfMetadata } from '#lib/documents/pdf/pdf-metadata';
import { campaign } from '#tests/support/run/campaign';
import { chromiumPath } from '#tests/support/pages/chromium';
import { runsOf, smallNote } from '#tests/support/factories/finished-note-small';
import { pdfFile } from '#tests/support/files/pdf-file';
import { readPdf } from '#tests/support/files/read-pdf';

const chromium = chromiumPath();
const fonts = (await hasFont('ar')) && (await hasFont('zh'));
/** Every day a language of each script that has fonts of its own; all six in a campaign. */
const printed: readonly Locale[] = campaign ? locales : ['ar', 'en', 'zh'];
const links: HtmlOptions = {
  links: 'register',
  base: 'https://register.example',
  labels: { back: 'Back', marks: null },
};
const folder = mkdtempSync(join(tmpdir(), 'needs-register-pdf-test-'));
// Others may be printing on this machine: what is left behind is looked for in a folder of its own.
const usual = process.env.TMPDIR;
process.env.TMPDIR = folder;
afterAll(() => {
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  rmSync(folder, { recursive: true });
});

/** A program that stands in the browser's place: what it does is a shell's line. */
function program(name: string, line: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o755);
  return path;
}
const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('needs-register-print-'));
const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{Mn}\p{Cf}]+/gu, '');
const letters = (text: string) => [...text].toSorted().join('');
/**
 * Whether the text is there. What reads it here gives Arabic as it is drawn, from left to right, so
 * its letters may stand in any order.
 */
const holds = (text: string, wanted: string) =>
  text.includes(wanted) ||
  (/\p{Script=Arabic}/u.test(wanted) &&
    Array.from(text, (_, at) => letters(text.slice(at, at + wanted.length))).includes(
      letters(wanted),
    ));

describe.skipIf(!chromium || !fonts)('a note as PDF', () => {
  it.each(printed)(
    'is searchable in %s, with bookmarks, title, language, links and numbers',
    async (locale) => {
      const note = smallNote(locale, { rows: 60 });
      const printed = await renderPdf(note, links, { chromium });
      if (!printed.ok) throw new Error(printed.why);
      const {
        pages,
        bookmarks,
        title,
        language,
        tagged,
        links: led,
        about,
      } = await readPdf(printed.content);
      const text = plain(pages.join('\n'));
      expect(pages.length).toBeGreaterThan(3);
      const headings = note.blocks.flatMap((block) =>
        block.kind === 'heading' ? [textOf(block.runs)] : [],
      );
      expect(
        [...headings, note.head.summary[0]!.text].filter((wanted) => !holds(text, plain(wanted))),
      ).toEqual([]);
      expect(headings).toHaveLength(3);
      for (const { text: number } of runsOf(note).filter(({ value }) => value !== undefined))
        expect(text).toContain(plain(number).replace('%', ''));
      const number = (key: string) =>
        note.blocks.flatMap((block) =>
          block.kind === 'heading' && block.key === key
            ? [`${block.number} ${textOf(block.runs)}`]
            : [],
        )[0]!;
      expect(bookmarks).toEqual([
        note.head.title,
        `> ${note.head.summaryTitle}`,
        `> ${note.labels.contents}`,
        `> ${number('intro')}`,
        `> > ${number('sub')}`,
        `> > > ${number('deep')}`,
        `> ${note.labels.footnotes}`,
      ]);
      expect({ title, language, tagged, about }).toEqual({
        about: [note.head.author, note.colophon, `${note.head.symbol} ${note.checksum}`],
        title: `${note.head.symbol} – ${note.head.title}`,
        language: locale,
        tagged: true,
      });
      expect(led).toContain(
        `https://register.example/${locale}/summaries/needs?cycle=2&value=overall.needs`,
      );
      // The head of the long table stands on each page that it takes; each page bears the symbol
      // and its number.
      const heads = pages.filter((page) => plain(page).includes(locale === 'ar' ? '40;5' : '5;40'));
      expect(heads).toHaveLength(1);
      const column = note.blocks.flatMap((block) =>
        block.kind === 'table' ? [block.table.columns[2]!] : [],
      )[0]!;
      expect(holds(plain(heads[0]!), plain(column))).toBe(true);
      pages.forEach((page, at) => {
        expect(page).toContain(note.head.symbol);
        expect(plain(page)).toContain(`${at + 1}/${pages.length}`);
      });
    },
  );

  it('prints a page and leaves nothing behind', async () => {
    const before = left();
    expect((await renderPdf(smallNote('en'), links, { chromium })).ok).toBe(true);
    expect(left()).toEqual(before);
  });
});

describe.skipIf(process.platform === 'win32')(
  'where it cannot be printed, the reason is one of those that are known',
  () => {
    const note = smallNote('en');

    it('no browser', async () => {
      expect(await renderPdf(note, links, { chromium: undefined })).toEqual({
        ok: false,
        why: 'no-chromium',
      });
      expect(ownPath({ CHROMIUM_PATH: '/none/such' })).toBeUndefined();
      expect(ownPath({ CHROMIUM_PATH: process.execPath, PATH: '' })).toBe(process.execPath);
    });

    it.each([
      ['a browser that fails', 'exit 1', 'failed'],
      ['one that prints nothing', 'exit 0', 'failed'],
      [
        'one that prints half a file',
        'for each; do case "$each" in --print-to-pdf=*) printf %%PDF-1.4 > "${each#--print-to-pdf=}";; esac; done',
        'failed',
      ],
      ['one that never ends, nor what it has begun', 'sleep 600 & sleep 600', 'timed-out'],
    ])('%s', async (name, line, why) => {
      const before = left();
      // Ten minutes would go by before the program ended by itself.
      const chromium = program(name.replaceAll(/\W/g, '-'), line);
      const limits = why === 'timed-out' ? { chromium, seconds: 1 } : { chromium };
      expect(await renderPdf(note, links, limits)).toEqual({ ok: false, why });
      expect(left()).toEqual(before);
    });

    it('a file that is no program', async () => {
      const path = program('plain', '');
      chmodSync(path, 0o644);
      expect(await renderPdf(note, links, { chromium: path })).toEqual({
        ok: false,
        why: 'failed',
      });
    });

    it('somebody who does not want it any more', async () => {
      const stopping = new AbortController();
      setTimeout(() => stopping.abort(), 200);
      expect(
        await renderPdf(note, links, {
          chromium: program('slow', 'sleep 600'),
          signal: stopping.signal,
        }),
      ).toEqual({ ok: false, why: 'failed' });
    });
  },
);

it('a file that cannot be read keeps its own titles', async () => {
  const about = { author: 'A', subject: 'B', keywords: 'C' };
  for (const file of [
    '',
    '%PDF-1.4',
    '%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1\n/Root 5 0 R>>\nstartxref\n9\n%%EOF\n',
    '%PDF-1.7\nstartxref\n999999\n%%EOF\n',
    pdfFile({ pages: [[{ text: 'A page without bookmarks', y: 700 }]] }),
  ]) {
    const content = new Uint8Array(typeof file === 'string' ? Buffer.from(file) : file);
    expect(await withPdfMetadata(content, ['Title'], about)).toBe(content);
  }
});
