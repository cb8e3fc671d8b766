import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnNamed } from '#lib/needs/imports/needs/labels';
import { parseFile } from '#lib/files/tables/parse-file';
import { readTable } from '#lib/files/tables/read-table';
import { escapeSheetText, unescapeSheetText } from '#lib/files/tables/sheet-text';
import { writeWorkbook } from '#lib/files/tables/write-workbook';
import { workbookOfSheets, type RawSheet } from '#tests/support/files/workbooks';

const isKnown = (name: string) => columnNamed(name) !== undefined;
const read = (content: Uint8Array, sheet?: string) => readTable(content, isKnown, sheet);
const faultsOf = async (content: Uint8Array, sheet?: string) => {
  const result = await parseFile(content, async () => ({ value: await read(content, sheet) }));
  return result.ok ? [] : result.faults;
};
const needs = (name: string, state?: RawSheet['state'], ref = 'X1'): RawSheet => ({
  name,
  state,
  rows: [{ cells: ['ref', 'articles', 'text'] }, { cells: [ref, '7', 'A need'] }],
});
const summary: RawSheet = {
  name: 'Export summary',
  rows: [{ cells: ['This document was exported.'] }, { cells: ['Sheet', 'Table'] }],
};

describe('the sheet of a workbook', () => {
  it.each([
    ['behind a hidden one', [needs('Lists', 'hidden', 'no'), needs('Needs')]],
    ['behind a very hidden one', [needs('Lists', 'veryHidden', 'no'), needs('Needs')]],
    ['behind one with other headings', [summary, needs('Needs')]],
    [
      'before one that shares a heading',
      [needs('Needs'), { ...summary, rows: [{ cells: ['Ref', 'Value', 'Code'] }] }],
    ],
  ] as const)('is the visible one with known headings: %s', async (_, sheets) => {
    expect((await read(workbookOfSheets(sheets))).records).toEqual([
      { line: 2, cells: ['X1', '7', 'A need'] },
    ]);
  });

  it('must be named where several have the headings, in whatever spelling', async () => {
    const content = workbookOfSheets([needs('2023'), needs('Année – 2024', undefined, 'X2')]);
    expect(await faultsOf(content)).toEqual([
      { key: 'severalSheets', values: { value: '“2023”, “Année – 2024”' } },
    ]);
    expect((await read(content, 'annee - ２０２４')).records[0]!.cells[0]).toBe('X2');
    expect(await faultsOf(content, '2025')).toEqual([
      { key: 'noSuchSheet', values: { value: '2025', found: '“2023”, “Année – 2024”' } },
    ]);
  });
});

describe('a cell of a workbook', () => {
  const withCells = (...cells: readonly string[]) =>
    workbookOfSheets([
      {
        name: 'Needs',
        rows: [{ cells: ['ref', 'text'] }, ...cells.map((xml) => ({ cells: ['X', { xml }] }))],
      },
    ]);

  it('is a fault where its formula failed or its result is not stored, and never empty', async () => {
    const { cellFaults, records } = await read(
      withCells(
        '<c><f>A2&amp;"!"</f></c>',
        '<c t="str"><f>A2</f><v>Stored</v></c>',
        '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        '<c t="e"><v>#N/A</v></c>',
        '<c t="inlineStr"><is><t>#¡VALOR!</t></is></c>',
        '<c t="str"><f>""</f><v></v></c>',
        '<c><f t="shared" si="0"/></c>',
      ),
    );
    expect(cellFaults).toEqual([
      { line: 2, column: 1, key: 'formulaWithoutValue' },
      { line: 4, column: 1, key: 'cellError', values: { value: '#DIV/0!' } },
      { line: 5, column: 1, key: 'cellError', values: { value: '#N/A' } },
      { line: 6, column: 1, key: 'cellError', values: { value: '#¡VALOR!' } },
      { line: 8, column: 1, key: 'formulaWithoutValue' },
    ]);
    expect(records[1]!.cells).toEqual(['X', 'Stored']);
  });

  it('has a value, is empty or is a fault, whatever its formula is', async () => {
    const kinds = {
      text: ['<c t="inlineStr"><is><t>Text</t></is></c>', undefined, 'Text'],
      number: ['<c><v>7</v></c>', undefined, '7'],
      stored: ['<c t="str"><f>A2&amp;B2</f><v>Stored</v></c>', undefined, 'Stored'],
      storedNumber: ['<c><f>1+1</f><v>2</v></c>', undefined, '2'],
      emptyText: ['<c t="str"><f>""</f><v></v></c>', undefined, ''],
      notStored: ['<c><f>A2</f></c>', 'formulaWithoutValue', ''],
      notStoredText: ['<c t="str"><f>A2</f></c>', 'formulaWithoutValue', ''],
      failed: ['<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', 'cellError', '#DIV/0!'],
      pasted: ['<c t="e"><v>#N/A</v></c>', 'cellError', '#N/A'],
      typed: ['<c t="inlineStr"><is><t>#REF!</t></is></c>', 'cellError', '#REF!'],
    } as const;
    const names = Object.keys(kinds) as (keyof typeof kinds)[];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 12 }),
        async (cells) => {
          const table = await read(withCells(...cells.map((name) => kinds[name][0])));
          expect(table.records.map(({ cells: found }) => found[1])).toEqual(
            cells.map((name) => kinds[name][2]),
          );
          expect((table.cellFaults ?? []).map(({ line, key }) => [line, key])).toEqual(
            cells.flatMap((name, i) => (kinds[name][1] ? [[i + 2, kinds[name][1]]] : [])),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is a fault in CSV as well, where a spreadsheet saved the error', async () => {
    const { cellFaults } = await read(Buffer.from('ref,text\nX1,#N/A\nX2,#ССЫЛКА!\nX3,#12\n'));
    expect(cellFaults?.map(({ line, key }) => [line, key])).toEqual([
      [2, 'cellError'],
      [3, 'cellError'],
    ]);
  });

  it('stands after the one before it where it says no place, and so does a row', async () => {
    const sheet = { ...needs('Needs'), hasPlaces: false };
    expect((await read(workbookOfSheets([sheet]))).records).toEqual([
      { line: 2, cells: ['X1', '7', 'A need'] },
    ]);
  });

  it('is read with its number, date, runs of text and without the readings of characters', async () => {
    const { records } = await read(
      withCells(
        '<c><v>7.0</v></c>',
        '<c t="b"><v>1</v></c>',
        '<c t="d"><v>2024-02-29T00:00:00</v></c>',
        '<c t="inlineStr"><is><r><t>反</t></r><r><t>腐败</t></r><rPh sb="0" eb="1"><t>fǎn</t></rPh></is></c>',
      ),
    );
    expect(records.map(({ cells }) => cells[1])).toEqual(['7', 'true', '2024-02-29', '反腐败']);
  });
});

it('rows that the spreadsheet hides are read and named', async () => {
  const row = (attributes?: string) => ({ attributes, cells: ['X', 'A need'] });
  const content = workbookOfSheets([
    {
      name: 'Needs',
      rows: [
        { cells: ['ref', 'text'] },
        row(),
        row('hidden="1"'),
        row('hidden="false"'),
        row('ht="0" customHeight="1"'),
        row('hidden="true"'),
      ],
    },
  ]);
  expect(await read(content)).toMatchObject({ hiddenLines: [3, 5, 6], records: { length: 5 } });
});

it('columns that the spreadsheet hides are read and named, unless they are empty', async () => {
  const sheet = {
    name: 'Needs',
    columns: '<col min="2" max="3" hidden="1"/><col min="4" max="16384" width="0"/>',
    rows: [{ cells: ['ref', 'articles', 'text', 'quote'] }, { cells: ['X1', '7', '', 'Cited'] }],
  };
  expect(await read(workbookOfSheets([sheet]))).toMatchObject({
    hiddenColumns: ['articles', 'quote'],
    records: [{ cells: ['X1', '7', '', 'Cited'] }],
  });
});

describe('a text of a workbook', () => {
  it.each([
    '_x000D_',
    'a _x0041_ b',
    '_x005F_x000D_',
    'Emoji 😀 and \ufffe and \uffff',
    '__x000d__',
  ])('%j comes back as it was written', async (text) => {
    const content = await writeWorkbook(
      [
        {
          name: 'Needs',
          rows: [
            ['ref', 'text'],
            ['X1', text],
          ],
          widths: [10, 20],
        },
      ],
      false,
    );
    expect((await read(content)).records[0]!.cells).toEqual(['X1', text]);
  });

  it('is the same after it was escaped and read, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('_', 'x', '0', 'D', 'a', '\r', '\ufffe', '\ud800', 'é'),
        }),
        (text) => unescapeSheetText(escapeSheetText(text)) === text,
      ),
    );
  });
});

describe('the beginning of CSV', () => {
  it.each([';', ',', '\t', '|'])(
    'may say that %j separates the cells, in a line that no row counts',
    async (separator) => {
      const lines = [`sep=${separator}`, ['ref', 'text'], ['X1', 'A, or; b']].map((line) =>
        typeof line === 'string' ? line : line.map((cell) => `"${cell}"`).join(separator),
      );
      expect(await read(Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`))).toEqual({
        names: ['ref', 'text'],
        records: [{ line: 2, cells: ['X1', 'A, or; b'] }],
        faults: [],
      });
    },
  );

  it('may have headings with line breaks in quotation marks', async () => {
    const { names, records } = await read(
      Buffer.from('ref;"Meant\r\nfor";"The\nneed"\nX1;;"A ""need"""\n'),
    );
    expect(names.map(columnNamed)).toEqual(['ref', 'target_groups', 'text']);
    expect(records).toEqual([{ line: 2, cells: ['X1', '', 'A "need"'] }]);
  });
});
