import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '#lib/assistance/activities/reported-numbers';

describe('a whole number as people write it', () => {
  it.each([
    ['1200', 1200],
    ['1 200', 1200],
    ['1\u00a0200', 1200],
    ['1\u202f234\u202f567', 1234567],
    ["1'200", 1200],
    ['1’200', 1200],
    ['١٬٢٠٠', 1200],
    ['۱۲۰۰', 1200],
    ['１２００', 1200],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    [' 0 ', 0],
  ])('%j is %d', (text, value) => {
    expect(parseNumber(text)).toEqual({ value });
  });
  it.each(['1,200', '1.200', '12,345', '999.999'])(
    '%j could be two numbers, and is none',
    (text) => {
      expect(parseNumber(text)).toEqual({ fault: 'numberAmbiguous' });
    },
  );
  it.each([
    '',
    '-5',
    '1.5',
    '1,5',
    '1e3',
    '1 20',
    '12,34,567',
    '1,234.567',
    '1234567890',
    'many',
    '10%',
    '+3',
  ])('%j is no whole number', (text) => {
    expect(parseNumber(text)).toEqual({ fault: 'numberUnreadable' });
  });
  it('as each of the six languages writes it is read as it is or refused as ambiguous, never as another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom('ar-EG', 'ar', 'en', 'es', 'fr', 'ru', 'zh'),
        (value, locale) => {
          const read = parseNumber(new Intl.NumberFormat(locale).format(value));
          return 'value' in read ? read.value === value : read.fault === 'numberAmbiguous';
        },
      ),
    );
  });
});
