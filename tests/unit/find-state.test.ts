import { describe, expect, it } from 'vitest';
import { stateFinder } from '#lib/convention/find-state';
import { conventionStates } from '#lib/convention/states';

const find = stateFinder(['AFR-01', 'GRL-07']);

describe('finding a State by what people write', () => {
  it('finds every State by its code, its number and its name in six languages', () => {
    const names = conventionStates.flatMap(({ code, m49, names: by }) => [code, code.toLowerCase(), ...(m49 ? [m49] : []), ...Object.values(by), ...Object.values(by).map((name) => name.toUpperCase())].map((name) => [name, code] as const));
    expect(names.length).toBeGreaterThan(2500);
    expect(names.filter(([name, code]) => JSON.stringify(find(name)) !== JSON.stringify({ code }))).toEqual([]);
  });

  it.each([['cote d ivoire', 'CIV'], ['  Viet   Nam ', 'VNM'], ['Türkiye', 'TUR'], ['TURKIYE', 'TUR'], ['afr-01', 'AFR-01'], ['الاردن', 'JOR']])('takes %j for %s', (name, code) => {
    expect(find(name)).toEqual({ code });
  });

  it.each([['Kenja', 'KEN'], ['Columbia', 'COL'], ['Phillipines', 'PHL'], ['Bolivia', 'BOL'], ['Tanzania', 'TZA'], ['Казахстн', 'KAZ'], ['Equador', 'ECU'], ['Marroc', 'MAR'], ['Venezuela', 'VEN']])('offers for %j among others %s, and takes it for nothing', (name, code) => {
    const found = find(name);
    expect(found).not.toHaveProperty('code');
    expect('likely' in found && found.likely).toContain(code);
  });

  it.each(['Atlantis', 'AFR-99', '', '?', 'Global', 'x'.repeat(200)])('finds nothing certain in %j', (name) => { expect(find(name)).not.toHaveProperty('code'); });
});
