import { describe, expect, it } from 'vitest';
import { columnNamed } from '#lib/needs/imports/needs/labels';
import { parseFile } from '#lib/files/tables/parse-file';
import { readTable } from '#lib/files/tables/read-table';
import { bomb, withParts, workbookOf } from '#tests/support/files/workbooks';

const isKnown = (name: string) => columnNamed(name) !== undefined;
const read = (content: Uint8Array) => readTable(content, isKnown);
const refusal = async (content: Uint8Array) => {
  const result = await parseFile(content, async () => ({ value: await read(content) }));
  return result.ok ? 'read' : result.faults.map(({ key }) => key).join();
};
const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

describe('a table is read by what it holds', () => {
  const wanted = {
    names: ['Réf.', 'Catégorie', 'Le besoin'],
    records: [
      { line: 2, cells: ['1', 'Autre', 'Former; deux\nlignes'] },
      { line: 3, cells: ['2', '', ''] },
    ],
    faults: [],
  };
  const text = (separator: string) =>
    [
      ['Réf.', 'Catégorie', 'Le besoin'],
      ['1', 'Autre', '"Former; deux\nlignes"'],
      ['2', '', ''],
    ]
      .map((cells) => cells.join(separator))
      .join('\r\n');

  it.each([',', ';', '\t'])(
    'as CSV separated by %j, with a byte order mark or without, in UTF-8 or UTF-16',
    async (separator) => {
      for (const content of [
        Buffer.from(text(separator)),
        Buffer.from(`\ufeff${text(separator)}`),
        utf16(text(separator)),
      ])
        expect(await read(content)).toEqual(wanted);
    },
  );

  it('as a workbook, whose rows are counted as a spreadsheet counts them', async () => {
    expect(
      await read(
        await workbookOf([
          ['Réf.', 'Catégorie', 'Le besoin'],
          ['1', 'Autre', 'Former; deux\nlignes'],
          ['2', '', ''],
        ]),
      ),
    ).toEqual(wanted);
    expect((await read(await workbookOf([['ref'], [''], ['x']]))).records).toEqual([
      { line: 3, cells: ['x'] },
    ]);
  });

  it('without the empty columns and rows that a spreadsheet saves', async () => {
    expect(await read(Buffer.from('ref,text,,\na,b,,\n,,,\nc,d,,\n'))).toEqual({
      names: ['ref', 'text'],
      records: [
        { line: 2, cells: ['a', 'b'] },
        { line: 4, cells: ['c', 'd'] },
      ],
      faults: [],
    });
  });

  it('with a row of its own for each line that is no record', async () => {
    expect((await read(Buffer.from('ref,text\na,"x\ny"\nb,c"d\n'))).faults).toEqual([
      { line: 3, key: 'quoteInside' },
    ]);
  });
});

describe('a file is refused', () => {
  it('where its encoding cannot be known for certain', async () => {
    // "تدريب" in Windows-1256.
    expect(await refusal(Buffer.from([0x72, 0x65, 0x66, 0x0a, 0xca, 0xcf, 0xd1, 0xed, 0xc8]))).toBe(
      'notUtf8',
    );
    expect(await refusal(Buffer.from('ref\na', 'utf16le'))).toBe('utf16WithoutMark');
  });

  it('where it is something else, whatever it is called', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7'))).toBe('fileOfOtherKind');
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('fileOfOtherKind');
    expect(await refusal(Buffer.from('PK\u0003\u0004 and nothing'))).toBe('fileBroken');
    expect(await refusal(new Uint8Array())).toBe('emptyFile');
  });

  it('as a workbook that is a bomb, has macros, links to other files or declares entities', async () => {
    const sound = await workbookOf([['ref'], ['1']]);
    const types = (text: string) =>
      text.replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      );
    expect(await refusal(sound)).toBe('read');
    expect(await refusal(bomb(sound, 20))).toBe('fileTooMuch');
    expect(await refusal(withParts(sound, { 'xl/vbaProject.bin': () => 'macro' }))).toBe(
      'fileMacros',
    );
    expect(await refusal(withParts(sound, { '[Content_Types].xml': types }))).toBe('fileMacros');
    expect(
      await refusal(
        withParts(sound, { 'xl/externalLinks/externalLink1.xml': () => '<externalLink/>' }),
      ),
    ).toBe('fileLinks');
    expect(
      await refusal(
        withParts(sound, {
          'xl/worksheets/sheet1.xml': (text) =>
            text.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
        }),
      ),
    ).toBe('fileDoctype');
    expect(
      await refusal(
        withParts(sound, {
          '[Content_Types].xml': (text) =>
            text.replace('spreadsheetml.sheet.main', 'wordprocessingml.document.main'),
        }),
      ),
    ).toBe('fileOfOtherKind');
    expect(
      await refusal(
        withParts(sound, { 'xl/worksheets/sheet1.xml': () => '<worksheet><sheetData><row>' }),
      ),
    ).toBe('fileBroken');
  });
});
