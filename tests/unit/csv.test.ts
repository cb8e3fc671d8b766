import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '#lib/text/csv';

const cells = (line: string, delimiter = ',') =>
  (parse(line, { delimiter, relax_quotes: delimiter !== ',' }) as string[][]).flat();

describe('a line of CSV', () => {
  it('is read again as it was, whatever stands in its cells', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .filter((each) => !/[=+\-@＝＋－＠]/.test(each));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (some) => {
        expect(cells(csvLine(['first', ...some]))).toEqual(['first', ...some]);
      }),
    );
    expect(cells(csvLine(['a "quoted" word', 'two\nlines', 'a, b; c', ' spaced ', '']))).toEqual([
      'a "quoted" word',
      'two\nlines',
      'a, b; c',
      ' spaced ',
      '',
    ]);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =1',
    '\u200e=1',
    '\u202e\u2066=1',
    '＝1',
    '＋1',
    '－1',
    '＠A1',
    '\u00a0=1',
    '\ufeff=1',
  ])('%j begins no formula', (text) => {
    const [read] = cells(csvLine([text]));
    expect(read).toMatch(/^[\t\r]?'/);
    expect(read!.replace("'", '')).toBe(text);
  });

  it('begins none either where a program divides it at semicolons, tabs or line ends', () => {
    for (const text of ['see;=1+1', 'see; =1+1', 'see\t@A1', 'see\n=1+1']) {
      for (const part of csvLine([text]).split(/[;\t\n]/))
        expect(part.trim()).not.toMatch(/^[=+\-@]/);
    }
  });

  it('leaves ordinary signs alone', () => {
    expect(csvLine(['anti-corruption', 'a + b = c', 'name@example.org', '5; 6'])).toBe(
      'anti-corruption,a + b = c,name@example.org,"5; 6"\r\n',
    );
  });
});
