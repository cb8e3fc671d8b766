import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateFinder } from '#lib/convention/find-state';
import { conventionStates } from '#lib/convention/states';

const find = stateFinder(['AFR-01', 'GRL-07']);

describe('finding a State by what people write', () => {
  it('finds every State by its code, its number and its name in six languages', () => {
    const names = conventionStates.flatMap(({ code, m49, names: by }) =>
      [
        code,
        code.toLowerCase(),
        ...(m49 ? [m49] : []),
        ...Object.values(by),
        ...Object.values(by).map((name) => name.toUpperCase()),
      ].map((name) => [name, code] as const),
    );
    expect(names.length).toBeGreaterThan(2500);
    expect(
      names.filter(([name, code]) => JSON.stringify(find(name)) !== JSON.stringify({ code })),
    ).toEqual([]);
  });

  it.each([
    ['cote d ivoire', 'CIV'],
    ['  Viet   Nam ', 'VNM'],
    ['Türkiye', 'TUR'],
    ['TURKIYE', 'TUR'],
    ['afr-01', 'AFR-01'],
    ['الاردن', 'JOR'],
  ])('takes %j for %s', (name, code) => {
    expect(find(name)).toEqual({ code });
  });

  it.each([
    ['Kenja', 'KEN'],
    ['Columbia', 'COL'],
    ['Phillipines', 'PHL'],
    ['Bolivia', 'BOL'],
    ['Tanzania', 'TZA'],
    ['Казахстн', 'KAZ'],
    ['Equador', 'ECU'],
    ['Marroc', 'MAR'],
    ['Venezuela', 'VEN'],
  ])('offers for %j among others %s, and takes it for nothing', (name, code) => {
    const found = find(name);
    expect(found).not.toHaveProperty('code');
    expect('likely' in found && found.likely).toContain(code);
  });

  it.each(['Atlantis', 'AFR-99', '', '?', 'Global', 'x'.repeat(200)])(
    'finds nothing certain in %j',
    (name) => {
      expect(find(name)).not.toHaveProperty('code');
    },
  );
});

describe('a name with one slip of the pen', () => {
  const slips = {
    leftOut: (name: string, at: number) => name.slice(0, at) + name.slice(at + 1),
    doubled: (name: string, at: number) => name.slice(0, at) + name[at] + name.slice(at),
    swapped: (name: string, at: number) =>
      name.slice(0, at) + (name[at + 1] ?? '') + name[at] + name.slice(at + 2),
    mistaken: (name: string, at: number) => `${name.slice(0, at)}x${name.slice(at + 1)}`,
  };

  it('is never taken for a State that has another name, and its State is among the likely ones', () => {
    const names = conventionStates
      .flatMap(({ code, names: by }) =>
        (['en', 'es', 'fr', 'ru'] as const).map((locale) => ({ code, name: by[locale] })),
      )
      .filter(({ name }) => name.length >= 6);
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...Object.values(slips)),
        fc.nat(),
        ({ code, name }, slip, somewhere) => {
          const written = slip(name, somewhere % name.length);
          const found = find(written);
          // What still is a name, as another State may bear, is taken for it and nothing else.
          if ('code' in found)
            return conventionStates.some(
              (state) =>
                state.code === found.code &&
                (state.code === code ||
                  Object.values(state.names).some(
                    (each) => each.toLowerCase() === written.toLowerCase(),
                  )),
            );
          return found.likely.includes(code);
        },
      ),
      { numRuns: 400 },
    );
  });
});
