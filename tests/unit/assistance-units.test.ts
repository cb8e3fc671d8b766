import { describe, expect, it } from 'vitest';
import { normaliseUnit } from '#lib/assistance/activities/unit-lookup';
import { formatUnitCount, unitName, units } from '#lib/assistance/activities/units';
import { locales } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import { translator } from '#lib/text/i18n';

describe('what reported numbers count', () => {
  it.each(locales)(
    'is known by its name in %s, whatever the number, and says its number once',
    (locale) => {
      const t = translator(locale);
      for (const unit of units) {
        for (const count of [0, 1, 2, 3, 5, 11, 21, 100, 1100, 1_000_000]) {
          const number = formatNumber(locale, count);
          const whole = formatUnitCount(t, unit, count, number);
          // Arabic says one and two by the noun itself.
          const inWords = locale === 'ar' && (count === 1 || count === 2);
          expect(whole.split(number), whole).toHaveLength(inWords ? 1 : 2);
          const digits = inWords ? undefined : number.replaceAll(/\P{Nd}/gu, '');
          expect(whole.match(/\p{Nd}+/gu)?.join('')).toBe(digits);
          expect(unitName(t, unit, count), whole).not.toMatch(/\p{Nd}|^\s|\s$/u);
          if (count > 0) expect(normaliseUnit(unitName(t, unit, count)), whole).toBe(unit);
        }
      }
    },
  );

  it('stays as it was written where it has no name of its own', () => {
    expect(normaliseUnit('laptops')).toBe('laptops');
    expect(normaliseUnit('  COUNTRIES (not named) ')).toBe('countries-not-named');
    expect(normaliseUnit('mémoires')).toBe('mémoires');
    expect(unitName(translator('ar'), 'laptops', 3)).toBe('laptops');
    expect(formatUnitCount(translator('en'), 'laptops', 3, '3')).toBe('3 laptops');
  });
});
