import { describe, expect, it } from 'vitest';
import { complaints, everywhere, reexport, refusal } from '#tests/support/run/lint-findings';

type Fence = Readonly<{
  name: string;
  at: readonly string[];
  refused: readonly string[];
  allowed: readonly string[];
}>;

const fences: readonly Fence[] = [
  {
    name: 'app never reaches the database itself',
    at: ['app/[locale]/needs/page.tsx', 'app/api/v1/needs/route.ts'],
    refused: [
      '#db/client',
      '#db/columns/index',
      'drizzle-orm',
      'drizzle-orm/pg-core',
      'pg',
      'better-sqlite3',
      '../../../db/client',
      '#bin/build',
      '#tests/support/databases/fresh-register',
    ],
    allowed: [
      '#lib/needs/store/queries',
      '#components/needs/form',
      '../columns',
      'next/headers',
      'react',
    ],
  },
  {
    name: 'components load nothing of the server',
    at: ['components/ui/field.tsx', 'components/needs/form.tsx'],
    refused: [
      '#db/schema',
      '#lib/text/i18n',
      'node:fs',
      'drizzle-orm',
      'next/headers',
      'zod',
      '../../lib/env',
    ],
    allowed: [
      '#components/ui/field',
      '#lib/convention/articles',
      '#lib/needs/model/vocabulary',
      '#lib/needs/model/schema',
      '#lib/needs/model/transitions',
      '#lib/convention/provision',
      '#lib/counting/figures/figures',
      '#lib/text/dates',
      '#lib/base/errors',
      '#lib/http/form',
      '#lib/text/format',
      '#lib/text/languages',
      'react',
      'react-hook-form',
      'zod/mini',
    ],
  },
  {
    name: 'in lib only sessions, http and server know Next',
    at: ['lib/base/actor.ts', 'lib/needs/store/queries.ts', 'lib/counting/facts/load.ts'],
    refused: [
      'next',
      'next/headers',
      'next/navigation',
      'next-auth',
      'next-auth/jwt',
      '#components/ui/field',
      './scope',
      '../needs/scope',
    ],
    allowed: ['#db/client', '#lib/needs/model/scope', 'node:crypto', 'drizzle-orm', 'server-only'],
  },
  {
    name: 'sessions, http and server use Next but not its client router',
    at: ['lib/sessions/auth.ts', 'lib/http/post.ts', 'lib/server/server.ts'],
    refused: ['next/link', 'next/image', '#components/ui/field'],
    allowed: ['next/headers', 'next/server', 'next-auth', 'next-auth/jwt'],
  },
  {
    name: 'db knows only vocabularies',
    at: ['db/schema.ts', 'db/columns/index.ts'],
    refused: [
      '#lib/base/actor',
      '#lib/needs/store/queries',
      '#lib/needs/model/schema',
      '#lib/sessions/auth',
      '#components/ui/field',
      'next/headers',
      'react',
      '../lib/auth',
    ],
    allowed: [
      '#db/engine',
      '#lib/convention/regions',
      '#lib/needs/model/vocabulary',
      '#lib/base/env',
      '#lib/base/global-singleton',
      'drizzle-orm',
      'pg',
      'node:fs',
      'server-only',
    ],
  },
  {
    name: 'a witness does not know what it is a witness of',
    at: ['tests/support/counting/witness.ts', 'tests/support/counting/witness-regions.ts'],
    refused: [
      '#lib/counting/count/count',
      '#lib/convention/regions',
      '../../lib/counting/count/count',
    ],
    allowed: ['#db/client', 'drizzle-orm', 'pg'],
  },
  {
    name: 'pages are documents: plain links everywhere',
    at: [
      'app/page.tsx',
      'components/ui/link.tsx',
      'lib/http/page.ts',
      'bin/start.ts',
      'tests/e2e/home.spec.ts',
    ],
    refused: ['next/link', 'next/image'],
    allowed: ['react'],
  },
];

describe('in every place', () => {
  it.each(fences)('$name', ({ at, refused, allowed }) => {
    const planted = refused.map(reexport);
    expect(complaints(at, [...planted, ...allowed.map(reexport)])).toEqual(
      everywhere(at, planted.map(refusal)),
    );
  });
});

describe('other fences', () => {
  it('the client router is refused where Next is known', () => {
    const router = `export { useRouter } from 'next/navigation';`;
    const at = ['app/page.tsx', 'lib/http/page.ts', 'bin/start.ts'];
    expect(complaints(at, [router, `export { notFound } from 'next/navigation';`])).toEqual(
      everywhere(at, [refusal(router)]),
    );
  });

  it('the types of server modules, gone at run time, may be named', () => {
    const at = ['components/needs/form.tsx', 'components/ui/field.tsx'];
    expect(complaints(at, [`export type { Reader } from '#db/client';`])).toEqual(
      everywhere(at, []),
    );
  });

  it('an import made while running is fenced as well', () => {
    const late = `export const used = await import('#db/client');`;
    expect(complaints(['app/page.tsx'], [late])).toEqual({ 'app/page.tsx': [refusal(late)] });
  });

  it('any is refused', () => {
    const loose = 'export const loose: any = 1;';
    const found = complaints(['lib/text/dates.ts'], [loose, 'export const strict: unknown = 1;']);
    expect(found).toEqual({ 'lib/text/dates.ts': [`${loose} typescript(no-explicit-any)`] });
  });

  it('a comparison that converts its values is refused', () => {
    const loose = 'export const same = (a: string, b: string) => a == b;';
    const strict = 'export const equal = (a: string, b: string) => a === b;';
    const [found] = complaints(['lib/text/dates.ts'], [loose, strict])['lib/text/dates.ts'] ?? [];
    expect(found).toBe(`${loose} eslint(eqeqeq)`);
    expect(complaints(['lib/text/dates.ts'], [strict])).toEqual({ 'lib/text/dates.ts': [] });
  });
});
