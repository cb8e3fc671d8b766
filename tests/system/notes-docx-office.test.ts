import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { differencesOf } from '#lib/documents/docx/differences';
import { renderDocx } from '#lib/documents/docx/render-docx';
import { finishedNote } from '#tests/support/factories/finished-note';

const there = (program: string, ...options: string[]) =>
  spawnSync(program, options, { stdio: 'ignore' }).error === undefined;
const folder = mkdtempSync(join(tmpdir(), 'note-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * A program that shows Word documents and is not Word: what it makes of ours is what many readers
 * see.
 */
function converted(content: Uint8Array, name: string, to: 'pdf' | 'docx'): Buffer {
  const [input, output] = [join(folder, `${name}.docx`), join(folder, to)];
  writeFileSync(input, content);
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      output,
      input,
    ],
    { stdio: 'ignore', timeout: 120_000 },
  );
  return readFileSync(join(output, `${name}.${to}`));
}

describe.skipIf(!there('soffice', '--version') || !there('pdftotext', '-v'))(
  'a note in LibreOffice',
  () => {
    it.each(['en', 'ar', 'zh'] as const)(
      'is opened in %s with its text, tables and charts',
      async (locale) => {
        const note = finishedNote(locale);
        converted(await renderDocx(note), locale, 'pdf');
        const text = execFileSync(
          'pdftotext',
          ['-layout', join(folder, 'pdf', `${locale}.pdf`), '-'],
          { encoding: 'utf8' },
        ).normalize('NFKC');
        for (const word of ['CAC/COSP/IRG/2023/4', '315', '137', '67'])
          expect(text).toContain(word);
        const lines = text
          .split('\n')
          .map((line) => line.replace(/[\u200e\u200f\u202a-\u202e]/g, '').trim());
        // The axis of the first chart, whose ticks stand on one line: from the right in Arabic.
        const ticks =
          locale === 'ar' ? /^25\s+20\s+15\s+10\s+5\s+0$/ : /^0\s+5\s+10\s+15\s+20\s+25$/;
        expect(lines.filter((line) => ticks.test(line))).toHaveLength(1);
        expect(lines.some((line) => /\b2\/\d\b/.test(line))).toBe(true);
      },
    );

    it('is the same note after LibreOffice has saved it anew, but for the descriptions of charts', async () => {
      const original = await renderDocx(finishedNote('en'));
      const { numbers, text, charts, properties } = await differencesOf(
        original,
        converted(original, 'saved', 'docx'),
      );
      expect({ numbers, charts, properties }).toEqual({ numbers: [], charts: [], properties: [] });
      expect(
        text.every((change) => 'removed' in change && change.where.startsWith('Figure ')),
      ).toBe(true);
    });
  },
);
