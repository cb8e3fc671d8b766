import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { auditWhat } from '#components/audit/audit-what';
import { locales } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { auditKinds } from '#lib/people/audit/vocabulary';

const sources = globSync('{lib,db}/**/*.ts').map((path) => readFileSync(path, 'utf8'));

/** The codes that the sources write with this name, such as `verb: 'enter'`. */
const written = (pattern: RegExp) => [
  ...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, code]) => code!))),
];

/** The calls that record a change, each to the end of what it records. */
const recorded = /record(?:Note)?Change\([^;]{0,400}?;/g;
const calls = sources.flatMap((source) => [...source.matchAll(recorded)].map(([call]) => call));
const inCalls = (pattern: RegExp) => [
  ...new Set(calls.flatMap((call) => [...call.matchAll(pattern)].map(([, code]) => code!))),
];

it('every verb and thing of the change log has a name in six languages', () => {
  const verbs = inCalls(/verb: '([a-z-]+)'/g);
  const things = inCalls(/entity: '([a-z-]+)'/g);
  expect(verbs.length).toBeGreaterThan(30);
  expect(things.length).toBeGreaterThan(15);
  for (const locale of locales) {
    const t = translator(locale);
    for (const verb of [...verbs, 'recode', 'unpublish', 'send-for-review'])
      expect(auditWhat(t, { change: { verb, entity: 'need' } }), verb).not.toMatch(`${verb}:`);
    for (const entity of things) {
      const said = auditWhat(t, { change: { verb: 'enter', entity } });
      if (locale === 'ru' || locale === 'zh') expect(said, entity).not.toContain(entity);
      expect(said).not.toContain('undefined');
    }
  }
});

it('every event that is recorded is one that the audit page can show', () => {
  const events = written(/recordEvent\(\s*tx,\s*'([a-z-]+)'/g);
  expect(events).toContain('export');
  for (const event of events) expect(auditKinds).toContain(event);
});

it('a change that nobody has named is shown by its codes', () => {
  const said = auditWhat(translator('fr'), { change: { verb: 'foresee', entity: 'future' } });
  expect(said).toBe('foresee\u00a0: future');
});
