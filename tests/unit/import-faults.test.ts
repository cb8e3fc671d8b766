import { describe, expect, it } from 'vitest';
import { Faults, listCodes, quoteCell } from '#lib/needs/imports/pipeline/faults';

describe('faults', () => {
  it('are all counted, but two hundred at most are shown', () => {
    const faults = new Faults();
    for (let line = 2; line <= 252; line += 1)
      faults.add({ file: 'needs.csv', line, column: 'ref', key: 'chooseRef' });
    const lines = faults.lines();
    expect(faults.count).toBe(251);
    expect(lines).toHaveLength(201);
    expect(lines[0]).toBe(
      'needs.csv:2: ref: is empty; required: the number of the need in your own files',
    );
    expect(lines.at(-1)).toBe('… and 51 more faults.');
  });

  it('stand in the order of the files and of their lines', () => {
    const faults = new Faults();
    for (const [file, line] of [
      ['states.csv', 9],
      ['needs.csv', 7],
      ['needs.csv', 3],
      ['needs.csv', 12],
    ] as const)
      faults.add({ file, line, key: 'lineTooLong', values: { longest: 10 } });
    expect(faults.lines().map((line) => line.split(': ')[0])).toEqual([
      'states.csv:9',
      'needs.csv:3',
      'needs.csv:7',
      'needs.csv:12',
    ]);
  });

  it('show what stands in a cell shortened, and never let it act on a terminal', () => {
    expect(quoteCell('plain')).toBe('"plain"');
    expect(quoteCell('x'.repeat(100))).toBe(`"${'x'.repeat(40)}…"`);
    expect(quoteCell('\u001b[2Jab\u202ec\n')).toBe('"\\u001b[2Jab\\u202ec\\u000a"');
    expect(quoteCell('😀'.repeat(41))).toBe(`"${'😀'.repeat(40)}…"`);
  });

  it('list what is allowed, shortened where it is long', () => {
    expect(listCodes([])).toBe('none');
    expect(listCodes(['a', 'b'])).toBe('a, b');
    expect(listCodes(Array.from({ length: 30 }, (_, i) => i))).toBe(
      '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 … (30 in all)',
    );
  });
});
