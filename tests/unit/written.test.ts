import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, searchWords } from '#lib/text/folding';
import { readCode, readEmail, readWholeNumber, splitNumbers } from '#lib/text/written';

describe('a whole number', () => {
  it.each([
    ['7', 7],
    ['٧', 7],
    ['۷', 7],
    ['７', 7],
    ['07', 7],
    ['7.0', 7],
    ['7,00', 7],
    ['٧٫٠', 7],
    [' \u200f7\u00a0', 7],
    ['\u200b12\ufeff', 12],
    ['', null],
    ['\u200e', null],
    ['7.5', undefined],
    ['7²', undefined],
    ['七', undefined],
    ['-7', undefined],
    ['1e3', undefined],
    ['0x7', undefined],
    ['7 8', undefined],
  ])('is read in %j as %j', (text, number) => {
    expect(readWholeNumber(text)).toBe(number);
  });

  it('is read in any digits, among signs that nobody sees', () => {
    const zero = fc.constantFrom(0x30, 0x660, 0x6f0, 0xff10);
    const unseen = fc.constantFrom('', '\u200b', '\u200f', '\u00ad', '\ufeff', '\u2066');
    fc.assert(
      fc.property(fc.nat(999_999), zero, unseen, (number, from, sign) => {
        const written = [...String(number)]
          .map((digit) => String.fromCodePoint(from + Number(digit)) + sign)
          .join('');
        return readWholeNumber(sign + written) === number;
      }),
    );
  });
});

it.each(['7; 8', '7، 8', '7、8', '7；8', '7\n8', '7؛8', '7 ， 8', '7|8'])(
  'the numbers in %j are two',
  (text) => {
    expect(splitNumbers(text)).toEqual(['7', '8']);
  },
);

it('codes and addresses are read without what keyboards and spreadsheets add', () => {
  expect(readCode(' \u200eＬＡ‑drafting\u00a0')).toBe('LA-drafting');
  expect(readCode('２０２４−０１–３１')).toBe('2024-01-31');
  expect(readEmail('\u200fAmina.Ali＠Example.ORG \ufeff')).toBe('amina.ali@example.org');
  expect(readEmail('josé@example.org')).toBe('josé@example.org');
});

describe('the folding', () => {
  it.each([
    ['12', '1²'],
    ['1', '①'],
    ['12', '1½'],
    ['мой', 'мои'],
    ['а', 'a'],
    ['گ', 'ك'],
    ['پ', 'ب'],
    ['anti-corruption', 'anticorruption'],
    ['KEN-1', 'KEN-2'],
    ['立法', '司法'],
    ['v', 'w'],
    ['n', 'm'],
    ['ж', 'з'],
    ['س', 'ش'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });

  it('makes equal what a person cannot tell apart, and changes nothing when it is done twice', () => {
    const sign = fc.constantFrom('', '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\u2067');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), sign, (text, unseen) => {
        const written = [...text].join(unseen);
        expect(foldText(foldText(text))).toBe(foldText(text));
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
        if (!/[\ud800-\udfff]/.test(text)) expect(foldText(written)).toBe(foldText(text));
      }),
    );
  });

  it('reads long hostile texts in one pass', () => {
    for (const piece of ['-', ' ', '.', '\u0301', '\u200f', 'ـ', '"', '½', '_x000D'])
      expect(() => searchWords(`${piece.repeat(200_000)}a${piece.repeat(200_000)}`)).not.toThrow();
    expect(readWholeNumber('0'.repeat(1_000_000))).toBeUndefined();
    expect(readCode(' '.repeat(500_000))).toBe('');
  });
});
