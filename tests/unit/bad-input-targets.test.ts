import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chance } from '#tests/support/run/seeded-random';
import { forms } from '#tests/support/attacks/bad-input-targets';

/** What takes files (tried by tests of its own), and what would end the session of the campaign. */
const apart = [
  /\/(attach|import\/check|translations\/check|self-assessment\/fill|hand-over|notes\/enter|end-session)$/,
  /^\/api\//,
];

it('the campaign of bad input sends to every form that there is', () => {
  const there = {
    need: 'ID',
    version: '1',
    review: 'ID',
    reviewVersion: '1',
    account: 'ID',
    token: 'ID',
    comment: 'ID',
    sampled: 'ID',
    sample: 'ID',
    note: 'ID',
    noteVersion: '1',
    block: 'ID',
    blockVersion: '1',
  };
  const pattern = (path: string) =>
    path
      .replace(/^\/\w\w\//, '/')
      .replace(/(\/translation\/)\w\w\//, '$1*/')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\bID\b/g, '*');
  const sent = new Set(forms.map(({ path }) => pattern(path(there))));
  const routes = readdirSync('app/[locale]', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => `/${file.replace(/\/route\.ts$/, '').replace(/\[\w+\]/g, '*')}`);
  const readOnly = [
    '/accounts/colleagues/letters/*',
    '/admin/audit/export',
    '/assistance/export',
    '/assistance/hubs/*/brief',
    '/assistance/import/template',
    '/assistance/plans/*/export/*',
    '/summaries/export/*',
    '/needs/translations/export',
    '/likeness',
    '/notes/*/documents/*/*',
    '/reviews/*/files/*',
    '/reviews/*/import/template/*',
    '/summaries/against-the-note/notes/template',
    '/summaries/figures/*/*',
  ];
  const missing = routes.filter(
    (route) =>
      !sent.has(route) && !readOnly.includes(route) && !apart.some((known) => known.test(route)),
  );
  expect(existsSync('app/[locale]/needs/enter/route.ts')).toBe(true);
  expect(missing).toEqual([]);
  expect(forms.map((form) => form.fields(there, chance(1)))).toHaveLength(forms.length);
});
