import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { compareEditions } from '#lib/notes/comparison/compare-queries';
import { freezeEdition } from '#lib/notes/editions/status-commands';
import { editionById } from '#lib/notes/store/queries';
import { chance } from '#tests/support/run/seeded-random';
import { demonstrationManager, opened } from '#tests/support/factories/editions';
import { changeSome } from '#tests/support/random/need-changes';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';

let manager: Actor;
beforeAll(async () => {
  manager = await demonstrationManager();
});

it('what changed between two editions is named number by number, with what it is made of and no rest', async () => {
  const first = await opened(manager, {
    cutoff: '2021-10-31',
    previousCutoff: null,
    previousSymbol: null,
    documentDate: '2021-11-05',
    symbol: 'NR/2021/1',
  });
  const { edition } = valueOf(await editionById(manager, first));
  valueOf(await freezeEdition(manager, { id: first, version: edition.version, seen: 'yes' }));
  const second = await opened(manager, { previousId: first, symbol: 'NR/2023/1' });
  const by = chance(42);
  for (let at = 0; at < 5; at += 1) await changeSome(manager.accountId!, by);
  const later = valueOf(await editionById(manager, second));
  expect(later.edition).toMatchObject({
    previousId: first,
    previousCutoff: '2021-10-31',
    previousSymbol: 'NR/2021/1',
  });
  const { numbers, blocks } = valueOf(await compareEditions(manager, later, first, 'en'));
  // By paragraph 6 of the note of 2023: 9 new summaries, 6 new States and 24 new needs, before
  // anything was changed.
  const named = (definition: string) => numbers.find((number) => number.definition === definition)!;
  expect(named('Completed executive summaries')).toMatchObject({
    before: 58,
    after: 67,
    change: { coverage: 9, revision: 0, rest: 0 },
  });
  const needs = named('Needs');
  expect(needs.before).toBe(291);
  expect(needs.change!.coverage + needs.change!.revision).toBe(needs.after! - needs.before!);
  const split = numbers.filter(({ change }) => change !== null);
  expect(split.length).toBeGreaterThan(20);
  for (const { definition, before, after, change } of split) {
    expect(change!.rest, definition).toBe(0);
    expect([change!.before, change!.after], definition).toEqual([before, after]);
  }
  expect(split.some(({ change }) => change!.revision !== 0)).toBe(true);
  expect(blocks.find(({ key }) => key === 'intro.convention')).toMatchObject({
    before: expect.any(String),
  });
  expect(blocks.filter(({ before, after }) => before !== after).map(({ key }) => key)).toEqual(
    expect.arrayContaining(['summary', 'overall.new']),
  );
  // Assistance is counted up to the date of the document, so more of it had begun by the later one.
  expect(named('Activities of assistance')).toMatchObject({
    before: expect.any(Number),
    after: 43,
    change: null,
  });
  expect(failureOf(await compareEditions(manager, later, 'none', 'en'))).toEqual({
    kind: 'not-found',
  });
});
