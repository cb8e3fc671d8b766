import { expect, it } from 'vitest';
import { parseComparison, yearBefore } from '#lib/counting/comparisons/comparison-parameters';

const now = { today: '2026-11-24', revision: 400 };
const nothing = {
  cycle: 2,
  chapters: ['II'],
  cutoff: null,
  since: null,
  revision: null,
  sinceRevision: null,
  region: null,
  against: null,
};
const read = (query: string) =>
  parseComparison(Object.fromEntries(new URLSearchParams(query)), now);

it.each([
  ['', {}],
  ['since=2021-10-31&cutoff=2023-02-28', { since: '2021-10-31', cutoff: '2023-02-28' }],
  ['sinceRevision=0&revision=400', { sinceRevision: 0, revision: 400 }],
  ['sinceRevision=٧&revision=４００', { sinceRevision: 7, revision: 400 }],
  ['since=٢٠٢١−١٠−٣١', { since: '2021-10-31' }],
  ['region=AFR&against=APG', { region: 'AFR', against: 'APG' }],
  [
    'region=EEG&since=2024-02-29&chapter=III',
    { region: 'EEG', since: '2024-02-29', chapters: ['III'], cycle: 1 },
  ],
])('the question "%s" is taken as it stands', (query, asked) => {
  expect(read(query)).toEqual({ parameters: { ...nothing, ...asked }, faults: [] });
});

it.each([
  ['cutoff=2023-02-29', 'cutoff', 'unknown'],
  ['cutoff=1445-08-01', 'cutoff', 'unknown'],
  ['since=2026-11-25', 'since', 'ahead'],
  ['revision=401', 'revision', 'notYet'],
  ['revision=-1', 'revision', 'unknown'],
  ['sinceRevision=007', 'sinceRevision', 'unknown'],
  ['region=XXX', 'region', 'unknown'],
  ['against=AFR', 'against', 'alone'],
  ['region=AFR&against=AFR', 'against', 'same'],
  ['region=AFR&against=APG&since=2021-10-31', 'against', 'both'],
  ['chapter=IX', 'chapter', 'unknown'],
  ['chapter=II&cycle=1', 'chapter', 'unknown'],
])('of "%s" it is said what is wrong with %s, and the rest is kept', (query, name, why) => {
  const { parameters: asked, faults } = read(
    `${query}&${query.startsWith('cutoff') ? 'since=2020-01-01' : 'cutoff=2023-02-28'}`,
  );
  expect(faults.map((fault) => [fault.name, fault.why])).toEqual([[name, why]]);
  expect(asked[query.startsWith('cutoff') ? 'since' : 'cutoff']).toBe(
    query.startsWith('cutoff') ? '2020-01-01' : '2023-02-28',
  );
});

it('what stands twice in an address is not guessed at', () => {
  expect(parseComparison({ since: ['2020-01-01', '2021-01-01'] }, now).faults).toMatchObject([
    { name: 'since', why: 'unknown' },
  ]);
});

it('a year before 29 February is 28 February', () => {
  expect([yearBefore('2024-02-29'), yearBefore('2026-11-24')]).toEqual([
    '2023-02-28',
    '2025-11-24',
  ]);
});
