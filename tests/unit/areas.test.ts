import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areas } from '#bin/house/areas';
import { functionsIn } from '#bin/house/functions';
import { circlesOf, importsOf, importsWithin } from '#bin/house/imports';
import { complaints, refusal } from '#tests/support/run/lint-findings';

const ofArea = (area: string) => `export * from '#lib/${area}/anything';`;
const typesOfArea = (area: string) => `export type { Anything } from '#lib/${area}/within/it';`;

describe('the areas of lib', () => {
  it('are the folders of lib, and nothing lies beside them', () => {
    expect(readdirSync('lib').toSorted()).toEqual([...areas].toSorted());
  });

  it.each(areas.map((area, at) => [area, at] as const))(
    '%s imports from itself and those before it alone, also types',
    (area, at) => {
      const before = areas.slice(0, at + 1).flatMap((other) => [ofArea(other), typesOfArea(other)]);
      const after = areas.slice(at + 1).flatMap((other) => [ofArea(other), typesOfArea(other)]);
      const [file, within] = [`lib/${area}/planted.ts`, `lib/${area}/within/planted.ts`];
      const found = complaints([file, within], [...before, ...after], '.oxlintrc.areas.json');
      const refused = after.map(refusal).toSorted();
      expect(found).toEqual({ [file]: refused, [within]: refused });
    },
  );

  it('have no folders that import each other in a circle', () => {
    expect(circlesOf(importsWithin('lib'))).toEqual([]);
  });
});

describe('what npm run house measures', () => {
  it('a circle is found over several folders, and each folder named once', () => {
    const imports = [
      { from: 'lib/a/one.ts', to: 'lib/b/two' },
      { from: 'lib/b/two.ts', to: 'lib/b/within/three' },
      { from: 'lib/b/within/three.ts', to: 'lib/a/four' },
      { from: 'lib/c/five.ts', to: 'lib/a/one' },
    ];
    expect(circlesOf(imports)).toEqual([['lib/a', 'lib/b', 'lib/b/within']]);
    expect(circlesOf(imports.slice(0, 2))).toEqual([]);
  });

  it('imports by type, by value, over several lines and while running are all seen', () => {
    const text = [
      `import type { A } from '#lib/needs/a';`,
      `import {\n  b,\n} from '#lib/needs/b';`,
      `export * from '#db/c';`,
      `const d = await import('#lib/needs/d');`,
      `import '#lib/needs/e';`,
      `import f from 'other';`,
    ].join('\n');
    expect(importsOf(text)).toEqual([
      'lib/needs/a',
      'lib/needs/b',
      'db/c',
      'lib/needs/d',
      'lib/needs/e',
    ]);
  });

  it('a function is as long as it stands, and one on a line is left out', () => {
    const text = [
      'export async function first(',
      '  given: string,',
      ') {',
      '  return given;',
      '}',
      'const short = () => 1;',
      'const second = (given: number) => {',
      '  return given;',
      '};',
      'const third = (given: number) =>',
      '  given',
      '    .toString();',
      '',
      'export const fourth = (',
      '  given: number,',
      '): string => {',
      '  return String(given);',
      '};',
    ].join('\n');
    expect(functionsIn('file.ts', text)).toEqual([
      { file: 'file.ts', name: 'first', line: 1, lines: 5 },
      { file: 'file.ts', name: 'second', line: 7, lines: 3 },
      { file: 'file.ts', name: 'third', line: 10, lines: 3 },
      { file: 'file.ts', name: 'fourth', line: 14, lines: 5 },
    ]);
  });
});
