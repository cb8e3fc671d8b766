import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourcesIn, valueImportsOf } from '#bin/house/imports';
import { serverOnlyFaults } from '#bin/house/server-only';

const texts = new Map(
  ['lib', 'components'].flatMap(sourcesIn).map((file) => [file, readFileSync(file, 'utf8')]),
);
const faultsWith = (file: string, text: string) =>
  serverOnlyFaults(new Map([...texts, [file, text]]));

describe('the first line of a file of lib', () => {
  it('says whether the file is for the server alone; all others are pure, as are components', () => {
    expect(serverOnlyFaults(texts)).toEqual([]);
  });

  it.each([
    ['lib/needs/planted.ts', '#db/client', 'db/client'],
    ['lib/needs/planted.ts', 'node:fs', 'node:fs'],
    ['lib/needs/planted.ts', 'drizzle-orm', 'drizzle-orm'],
    ['lib/needs/planted.ts', 'zod', 'zod'],
    ['lib/needs/planted.ts', '#lib/base/env', 'lib/base/env'],
    ['lib/needs/planted.ts', '#lib/needs/store/queries', 'lib/needs/store/queries'],
    ['components/planted.tsx', '#lib/sessions/auth', 'lib/sessions/auth'],
    ['components/planted.tsx', '#lib/no-such-file', 'lib/no-such-file'],
    ['components/planted.tsx', '#db/schema', 'db/schema'],
    ['components/planted.tsx', 'next/headers', 'next/headers'],
  ])('%s may not import %s without it', (file, module, name) => {
    const fault = `${file} is not server-only, but imports ${name}`;
    expect(faultsWith(file, `import { a } from '${module}';\n`)).toEqual([fault]);
    expect(faultsWith(file, `export * from '${module}';\n`)).toEqual([fault]);
    expect(faultsWith(file, `const a = await import('${module}');\n`)).toEqual([fault]);
    expect(faultsWith(file, `import type { A } from '${module}';\n`)).toEqual([]);
  });

  it('is nothing for a component, and lets a file of lib import anything', () => {
    const text = `import 'server-only';\nimport { read } from '#db/client';\n`;
    expect(faultsWith('lib/needs/planted.ts', text)).toEqual([]);
    expect(faultsWith('components/planted.tsx', text)).toEqual([
      'components/planted.tsx is a component, yet server-only',
    ]);
  });

  it('makes whoever imports the file say it too', () => {
    const pure = 'lib/text/normalise.ts';
    const faults = faultsWith(pure, `import 'server-only';\n${texts.get(pure)}`);
    expect(faults).toContain(
      'lib/text/reason.ts is not server-only, but imports lib/text/normalise',
    );
  });
});

describe('what a file loads at run time', () => {
  it('is read over several lines, and types are left out', () => {
    const text = [
      `import { a, type B } from '#lib/a';`,
      `import type { C } from '#lib/c';`,
      `import {\n  d,\n  type D,\n} from '#lib/d';`,
      `import type {\n  E,\n} from '#lib/e';`,
      `export { f } from 'f';`,
      `import 'g';`,
      `  await import('#db/h');`,
    ].join('\n');
    expect(valueImportsOf(text)).toEqual(['lib/a', 'lib/d', 'f', 'g', 'db/h']);
  });
});
