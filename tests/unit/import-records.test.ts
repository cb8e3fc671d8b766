import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvParser } from '#lib/files/tables/csv-parser';
import { UnreadableFile } from '#lib/files/tables/faults';
import { maxRecordLength, type Delimiter } from '#lib/files/tables/limits';

/** The records of a text that comes in pieces, what is complained of, and why no more is read. */
function read(pieces: readonly string[], delimiter: Delimiter = ',') {
  const complaints: string[] = [];
  const records = new CsvParser(delimiter, ({ line, key, values }) =>
    complaints.push(`${line} ${key}${values ? ` ${JSON.stringify(values)}` : ''}`),
  );
  const found: [number, ...string[]][] = [];
  try {
    for (const piece of pieces)
      for (const { line, cells } of records.parse(piece)) found.push([line, ...cells]);
    for (const { line, cells } of records.parse('', true)) found.push([line, ...cells]);
  } catch (error) {
    if (error instanceof UnreadableFile)
      return { found, complaints, end: `${error.line} ${error.key}` };
    throw error;
  }
  return { found, complaints };
}

const records = (text: string, delimiter?: Delimiter) => read([text], delimiter).found;

describe('taking CSV apart', () => {
  it.each([
    [
      'cells and lines',
      'a,b\nc,d\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'a last line without an end',
      'a,b\nc,d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'empty cells',
      ',\n,,',
      [
        [1, '', ''],
        [2, '', '', ''],
      ],
    ],
    [
      'lines that end in CR LF, CR and LF',
      'a\r\nb\rc\nd',
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
        [4, 'd'],
      ],
    ],
    [
      'empty lines, which count',
      'a\n\n\r\n\nb\n',
      [
        [1, 'a'],
        [5, 'b'],
      ],
    ],
    ['quoted cells', '"a,b","c ""d""",""\n', [[1, 'a,b', 'c "d"', '']]],
    [
      'lines within quoted cells, by the line where the record begins',
      '"a\nb\r\nc",d\ne,f\n',
      [
        [1, 'a\nb\r\nc', 'd'],
        [4, 'e', 'f'],
      ],
    ],
    ['spaces, which belong to the cell', ' a , b \n', [[1, ' a ', ' b ']]],
    ['a quoted cell that is empty', '""\nb', [[2, 'b']]],
  ])('%s', (_name, text, expected) => {
    expect(records(text)).toEqual(expected);
  });

  it('by semicolon or tab, where commas mean nothing', () => {
    expect(records('a,b;"c;d"\n', ';')).toEqual([[1, 'a,b', 'c;d']]);
    expect(records('a,b\t"c\td"\n', '\t')).toEqual([[1, 'a,b', 'c\td']]);
  });

  it('agrees with csv-parse on any table, wherever the pieces are cut', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', ',', ';', '"', '\n', '\r', '\r\n', ' '),
      maxLength: 8,
    });
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.array(fc.nat(200), { maxLength: 6 }),
        (lines, end, sparing, cuts) => {
          const written = (text: string) =>
            sparing && !/[",\r\n]/.test(text) ? text : quote(text);
          const text = lines.map((cells) => cells.map(written).join(',')).join(end);
          const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
          const pieces = places.slice(1).map((place, i) => text.slice(places[i], place));
          const own = read(pieces);
          expect(own.complaints).toEqual([]);
          expect(own.end).toBeUndefined();
          expect(own.found.map(([, ...cells]) => cells)).toEqual(
            parse(text, {
              relax_column_count: true,
              skip_empty_lines: true,
              record_delimiter: [end],
            }),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what cannot be taken apart', () => {
  it('a quotation mark in the middle of a cell is complained of, and the rest is read', () => {
    expect(read(['a,b\nsay "x",c\nd,e'])).toEqual({
      found: [
        [1, 'a', 'b'],
        [3, 'd', 'e'],
      ],
      complaints: ['2 quoteInside'],
    });
  });

  it('what follows a closing quotation mark is complained of, with the line where the cell began', () => {
    expect(read(['a,b\n"one\ntwo" three,c\nd,e'])).toEqual({
      found: [
        [1, 'a', 'b'],
        [4, 'd', 'e'],
      ],
      complaints: ['3 afterQuote {"began":2}'],
    });
  });

  it('a quotation mark that is never closed is named by the line where it was opened', () => {
    expect(read(['a,b\n"x\ny",ok\nc,"open\nd,e\n', 'f,g\n'])).toEqual({
      found: [
        [1, 'a', 'b'],
        [2, 'x\ny', 'ok'],
      ],
      complaints: [],
      end: '4 unclosedQuote',
    });
  });

  it('nothing is complained of twice, however small the pieces', () => {
    expect(read([...'a"b,c\n"x"y,z\nd,e\n'])).toEqual({
      found: [[3, 'd', 'e']],
      complaints: ['1 quoteInside', '2 afterQuote {"began":2}'],
    });
  });

  it('an endless line is given up while it comes in', () => {
    const piece = 'x'.repeat(65_536);
    const complaints = () => undefined;
    const endless = new CsvParser(',', complaints);
    let taken = 0;
    expect(() => {
      for (; taken < 1000; taken += 1)
        for (const _ of endless.parse(taken === 0 ? `a,b\n${piece}` : piece));
    }).toThrow('lineTooLong');
    expect(taken * piece.length).toBeLessThan(maxRecordLength + 2 * piece.length);
  });

  it('an endless quoted cell is given up as well, by the line where it was opened', () => {
    const lines = 'more and more\n'.repeat(5000);
    expect(read(['a,b\nc,"open\n', ...Array<string>(100).fill(lines)])).toEqual({
      found: [[1, 'a', 'b']],
      complaints: [],
      end: '2 unclosedQuote',
    });
  });

  it('a line is too long beyond one million characters', () => {
    expect(read([`${'x'.repeat(maxRecordLength - 3)},y\n`]).found).toHaveLength(1);
    expect(read([`${'x'.repeat(maxRecordLength)},y\n`]).end).toBe('1 lineTooLong');
  });
});
