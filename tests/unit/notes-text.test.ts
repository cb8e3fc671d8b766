import { describe, expect, it } from 'vitest';
import { locales } from '#lib/convention/names';
import type { FinishedNote, Runs } from '#lib/documents/model/document';
import { noteHtml } from '#lib/documents/html/note-html';
import { renderText } from '#lib/documents/plain/render-text';
import { planted, runsOf, smallNote } from '#tests/support/factories/finished-note-small';
import { readMarkup } from '#tests/support/pages/read-markup';

/** The words of some runs with the marks of their footnotes, as one reads them. */
const said = (runs: Runs): string =>
  runs.map(({ text, footnote }) => (footnote === undefined ? text : ` ${footnote} `)).join('');
const htmlText = (note: FinishedNote) =>
  readMarkup(noteHtml(note, { links: 'none', base: '', labels: { back: 'back', marks: null } }))
    .text;
/** The words alone: of what stands between them the two have their own. */
const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
const tally = (words: readonly string[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(words, (word) => word)).map(([word, all]) => [word, all!.length]),
  );

describe('a note as plain text', () => {
  it.each(locales)('holds every number of the note, as the page does, in %s', (locale) => {
    const note = smallNote(locale);
    const bound = runsOf(note).filter(({ value }) => value !== undefined);
    expect(bound.length).toBeGreaterThan(20);
    const wanted = tally(bound.map(({ text }) => text));
    for (const text of [renderText(note), htmlText(note)]) {
      for (const [number, times] of Object.entries(wanted))
        expect(text.split(number).length - 1, `${number} in ${locale}`).toBeGreaterThanOrEqual(
          times,
        );
    }
  });

  it.each(locales)('says what the page says in %s, word by word and in its order', (locale) => {
    const note = smallNote(locale);
    // The contents, the numbers within drawings and the mark of a footnote are the page's own; the
    // rows of the annex are set otherwise.
    const body = (text: string) => wordsOf(text).join(' ');
    const page = body(htmlText(note).normalize('NFC'));
    const plain = body(renderText(note));
    for (const block of note.blocks) {
      const texts =
        'runs' in block
          ? [said(block.runs)]
          : [
              said(block.caption),
              ...(block.note ? [said(block.note)] : []),
              ...block.table.columns,
              ...block.table.rows.map(({ header, cells }) =>
                [header, ...cells.map(said)].join(' '),
              ),
            ];
      for (const text of texts) {
        expect(plain, text).toContain(body(text));
        expect(page, text).toContain(body(text));
      }
    }
    const strange = Object.keys(tally(wordsOf(renderText(note)))).filter(
      (word) => !wordsOf(htmlText(note)).includes(word),
    );
    expect(strange).toEqual([]);
  });

  it('has one line a paragraph, no line broken and none that ends in blanks', () => {
    const note = smallNote('en');
    const text = renderText({
      ...note,
      blocks: [
        ...note.blocks,
        {
          kind: 'paragraph',
          key: 'long',
          number: 3,
          runs: [{ text: 'word '.repeat(500) }, { text: 'a\r\nb\u2028c' }],
        },
      ],
    });
    expect(text).toContain(`\n\n3. ${'word '.repeat(500)}a b c\n`);
    expect(text).not.toMatch(/\r|[ \t]\n|\n\n\n\n/);
    expect(text.endsWith('\n')).toBe(true);
    expect(text).toContain(
      '\n\n1. The number of needs was 1,315 (Figure I).[1] 4/1\n\n    (a) capacity-building: 64%\n',
    );
    expect(text).toContain('\n[1] See the guide. 1,317\n');
    expect(text).toContain(planted);
  });

  it('aligns the columns of its tables, also in Chinese', () => {
    expect(renderText(smallNote('en'))).toContain(
      [
        'Overview  Capacity-building  Legislative assistance',
        '5;6                       7                    1007',
        '5;7                       8                    1008',
        '5;8                       9                    1009',
        'Total                    27                    3027',
      ].join('\n'),
    );
    expect(renderText(smallNote('zh'))).toContain(
      [
        '概览  能力建设  立法援助',
        '5;6          7      1007',
        '5;7          8      1008',
        '5;8          9      1009',
        '合计        27      3027',
      ].join('\n'),
    );
  });
});
