import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const oxlint = resolve('node_modules/oxlint/bin/oxlint');

type Report = Readonly<{ diagnostics: readonly { code: string }[]; number_of_files: number }>;

/** The rules that complain when this text stands at this place in a copy of the house. */
function complaints(path: string, source: string): readonly string[] {
  const house = mkdtempSync(join(tmpdir(), 'needs-register-fences-'));
  try {
    copyFileSync('.oxlintrc.json', join(house, '.oxlintrc.json'));
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), source);
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: house, encoding: 'utf8' });
    const report = JSON.parse(stdout) as Report;
    expect(report.number_of_files, 'the planted file was linted').toBe(1);
    return report.diagnostics.map(({ code }) => code);
  } finally {
    rmSync(house, { recursive: true });
  }
}

const importing = (module: string) => `import { something } from '${module}';\nexport const used = something;\n`;
const fenced = ['eslint(no-restricted-imports)'];

type Fence = Readonly<{ name: string; at: readonly string[]; refused: readonly string[]; allowed: readonly string[] }>;

const fences: readonly Fence[] = [
  {
    name: 'app never reaches the database itself',
    at: ['app/[locale]/needs/page.tsx', 'app/api/v1/needs/route.ts'],
    refused: ['#db/client', '#db/columns/index', 'drizzle-orm', 'drizzle-orm/pg-core', 'pg', 'better-sqlite3', '../../../db/client', '#bin/build', '#tests/support/register'],
    allowed: ['#lib/needs/queries', '#components/needs/form', '../columns', 'next/navigation', 'react'],
  },
  {
    name: 'components load nothing of the server',
    at: ['components/ui/field.tsx', 'components/needs/form.tsx'],
    refused: ['#db/schema', '#lib/needs/queries', '#lib/needs/commands', '#lib/needs/scope', '#lib/auth', '#lib/post', '#lib/env', '#lib/actor',
      '#lib/anything-new', 'node:fs', 'drizzle-orm', 'next/headers', 'zod', '../../lib/env'],
    allowed: ['#components/ui/field', '#lib/convention/articles', '#lib/needs/vocabulary', '#lib/needs/schema', '#lib/needs/rules', '#lib/needs/provision',
      '#lib/summaries/figures', '#lib/dates', '#lib/format', '#lib/i18n-types', 'react', 'react-hook-form', 'zod/mini'],
  },
  {
    name: 'pure lib imports pure lib alone',
    at: ['lib/convention/regions.ts', 'lib/needs/vocabulary.ts', 'lib/needs/schema.ts', 'lib/needs/rules.ts', 'lib/needs/provision.ts', 'lib/summaries/count.ts',
      'lib/summaries/figures.ts', 'lib/dates.ts', 'lib/format.ts'],
    refused: ['#db/schema', 'node:crypto', 'next', 'next/headers', 'server-only', '#lib/env', '#lib/needs/queries', '#lib/needs/commands', '#lib/actor', 'drizzle-orm', './queries'],
    allowed: ['#lib/convention/chapters', '#lib/needs/vocabulary', '#lib/needs/rules', 'zod/mini'],
  },
  {
    name: 'in lib only auth, post and page know Next',
    at: ['lib/actor.ts', 'lib/needs/queries.ts', 'lib/summaries/load.ts'],
    refused: ['next', 'next/headers', 'next/navigation', 'next-auth', 'next-auth/jwt', '#components/ui/field', './scope', '../needs/scope'],
    allowed: ['#db/client', '#lib/needs/scope', 'node:crypto', 'drizzle-orm', 'server-only'],
  },
  {
    name: 'auth, post and page of lib use Next but not its client router',
    at: ['lib/auth.ts', 'lib/post.ts', 'lib/page.ts'],
    refused: ['next/link', 'next/image', '#components/ui/field'],
    allowed: ['next/headers', 'next/server', 'next-auth', 'next-auth/jwt'],
  },
  {
    name: 'db knows only vocabularies',
    at: ['db/schema.ts', 'db/columns/index.ts'],
    refused: ['#lib/actor', '#lib/needs/queries', '#lib/needs/schema', '#lib/auth', '#components/ui/field', 'next/headers', 'react', '../lib/auth'],
    allowed: ['#db/engine', '#lib/convention/regions', '#lib/needs/vocabulary', '#lib/env', '#lib/process-wide', 'drizzle-orm', 'pg', 'node:fs', 'server-only'],
  },
  {
    name: 'a witness does not know what it is a witness of',
    at: ['tests/support/witness.ts', 'tests/support/witness-regions.ts'],
    refused: ['#lib/summaries/count', '#lib/convention/regions', '../../lib/summaries/count'],
    allowed: ['#db/client', 'drizzle-orm', 'pg'],
  },
  {
    name: 'pages are documents: plain links everywhere',
    at: ['app/page.tsx', 'components/ui/link.tsx', 'lib/page.ts', 'bin/start.ts', 'tests/e2e/home.spec.ts'],
    refused: ['next/link', 'next/image'],
    allowed: ['react'],
  },
];

describe.each(fences)('$name', ({ at, refused, allowed }) => {
  it.each(at)('in %s', (path) => {
    const passed = refused.filter((module) => complaints(path, importing(module)).join() !== fenced.join());
    expect(passed, 'imports that the fence let through').toEqual([]);
    expect(complaints(path, allowed.map((module, index) => `export { a as a${index} } from '${module}';\n`).join('')), 'allowed imports').toEqual([]);
  });
});

describe('other fences', () => {
  it('the client router is refused wherever Next is known', () => {
    const router = `import { useRouter } from 'next/navigation';\nexport const used = useRouter;\n`;
    for (const path of ['app/page.tsx', 'components/ui/link.tsx', 'lib/page.ts', 'bin/start.ts']) expect(complaints(path, router), path).toEqual(fenced);
    expect(complaints('app/page.tsx', router.replaceAll('useRouter', 'notFound'))).toEqual([]);
  });

  it('components and pure lib may name the types of server modules, which are gone when they run', () => {
    const types = `import type { Actor } from '#lib/actor';\nexport type Used = Actor;\n`;
    for (const path of ['components/needs/form.tsx', 'lib/needs/rules.ts']) expect(complaints(path, types), path).toEqual([]);
  });

  it('an import made while running is fenced as well', () => {
    expect(complaints('app/page.tsx', `export const used = await import('#db/client');\n`)).toEqual(fenced);
  });

  it('any is refused', () => {
    expect(complaints('lib/dates.ts', 'export const used: any = 1;\n')).toEqual(['typescript-eslint(no-explicit-any)']);
    expect(complaints('lib/dates.ts', 'export const used: unknown = 1;\n')).toEqual([]);
  });
});
