import { describe, expect, it } from 'vitest';
import { actor, publicActor, type Actor } from '#lib/base/actor';
import { mentionsState } from '#lib/review/coding/mentions-state';
import {
  checkCodingRule,
  codingStatuses,
  maySeeSamples,
  type CodingRuleInput,
} from '#lib/review/coding/rules';
import { assignCoders, sampleSize } from '#lib/review/coding/draw';
import { sampleSchema } from '#lib/review/coding/schema';

const verbs = ['draw', 'hand-on', 'code', 'settle', 'copy', 'remove'] as const;
const me = 'me';
const as = (role: Actor['role']) => actor({ ...publicActor, role, accountId: me });
const standing: Omit<CodingRuleInput, 'status'> = {
  coder: 'another',
  involved: ['somebody'],
  coders: ['somebody', 'another'],
};
const letters = {
  allowed: '+',
  role: 'r',
  'not-yours': 'y',
  'four-eyes': '4',
  status: 's',
} as const;

/**
 * One letter for each verb in the order above, one word for each status: none, open, same, differs,
 * settled, shown.
 */
const tableOf = (who: Actor, more: Partial<CodingRuleInput>) =>
  codingStatuses
    .map((status) =>
      verbs
        .map((verb) => letters[checkCodingRule(who, verb, { ...standing, ...more, status })])
        .join(''),
    )
    .join(' ');
const never = 'rrrrrr rrrrrr rrrrrr rrrrrr rrrrrr rrrrrr';

describe('who may do what to second codings', () => {
  it.each<[string, Actor, Partial<CodingRuleInput>, string]>([
    ['the manager', as('manager'), {}, '+srsss s+rsss ssrsss ssr+ss ssrs+s ssrss+'],
    [
      'a manager who entered the need when they were a reviewer',
      as('manager'),
      { coders: [me, 'another'] },
      '+sr4ss s+r4ss ssr4ss ssr4ss ssr4+s ssr4s+',
    ],
    [
      'the reviewer to whom it was dealt',
      as('reviewer'),
      { coder: me, coders: ['somebody', me] },
      'rrs4rr rr+4rr rrs4rr rrs4rr rrs4rr rrs4rr',
    ],
    [
      'the reviewer to whom it was dealt and who had a hand in it since',
      as('reviewer'),
      { coder: me, involved: [me], coders: ['somebody', me] },
      'rr44rr rr44rr rr44rr rr44rr rr44rr rr44rr',
    ],
    [
      'a reviewer who coded neither',
      as('reviewer'),
      { involved: ['somebody', me] },
      'rrysrr rrysrr rrysrr rry+rr rrysrr rrysrr',
    ],
    [
      'the reviewer who made the first coding',
      as('reviewer'),
      { involved: [me], coders: [me, 'another'] },
      'rry4rr rry4rr rry4rr rry4rr rry4rr rry4rr',
    ],
    ['the administrator', as('administrator'), {}, never],
    ['a focal point', as('focal-point'), { coder: me, coders: [] }, never],
    ['a contributor', as('contributor'), { coder: me }, never],
    ['a program', as('system'), { coder: me }, never],
    ['the public', publicActor, {}, never],
    [
      'the public, crafted as a manager without an account',
      actor({ ...publicActor, role: 'manager' }),
      {},
      never,
    ],
  ])('%s', (_said, who, more, table) => {
    expect(tableOf(who, more)).toBe(table);
  });

  it('samples are read by the secretariat alone', () => {
    const roles = [
      'public',
      'system',
      'focal-point',
      'contributor',
      'reviewer',
      'manager',
      'administrator',
    ] as const;
    expect(roles.filter((role) => maySeeSamples(as(role)))).toEqual(['manager', 'administrator']);
  });
});

describe('dealing', () => {
  it('takes half a need and more as a whole one', () => {
    expect([
      sampleSize(315, 10),
      sampleSize(5, 10),
      sampleSize(4, 10),
      sampleSize(9, 100),
      sampleSize(0, 50),
    ]).toEqual([32, 1, 0, 9, 0]);
  });

  it('is balanced, the same for the same seed, never to who is excluded, and to nobody where nobody is left', () => {
    const needs = Array.from({ length: 9 }, () => ({ excluded: new Set<string>() }));
    const dealt = assignCoders(needs, ['a', 'b', 'c'], 2, 'seed');
    expect(dealt).toEqual(assignCoders(needs, ['c', 'b', 'a'], 2, 'seed'));
    expect(
      ['a', 'b', 'c'].map((person) => dealt.flat().filter((each) => each === person).length),
    ).toEqual([6, 6, 6]);
    expect(dealt.every(([x, y]) => x !== y)).toBe(true);
    expect(
      assignCoders(
        [{ excluded: new Set(['a']) }, { excluded: new Set(['a', 'b']) }],
        ['a', 'b'],
        2,
        'seed',
      ),
    ).toEqual([
      ['b', null],
      [null, null],
    ]);
  });
});

describe('whether a text names the State', () => {
  it.each<[string, string, boolean]>([
    ['Training of inspectors in Kenya.', 'KEN', true],
    ['Kenyan inspectors', 'KEN', false],
    ['Формирование политики Кении', 'KEN', true],
    ['肯尼亚检查人员培训', 'KEN', true],
    ['تدريب المفتشين في كينيا', 'KEN', true],
    ['A plan for AFR-18.', 'AFR-18', true],
    ['A plan for AFR-180.', 'AFR-18', false],
    ['A woman in charge', 'OMN', false],
    ['Advice to Oman', 'OMN', true],
    ['Support to Bolivia', 'BOL', true],
  ])('%s', (text, code, named) => {
    expect(mentionsState(text, code)).toBe(named);
  });
});

it.each([
  ['\u008c', 'unknownChapter'],
  ['V', undefined],
  ['III', 'chapterOfOtherCycle'],
])(
  'a sample of the second cycle and chapter %j is asked for rightly, or refused at its field',
  (chapter, message) => {
    const { error } = sampleSchema.safeParse({
      drawnFrom: 'approved',
      cycle: '2',
      chapter,
      region: '',
      share: '10',
      seed: 'a',
      coders: '1',
    });
    expect(error?.issues.map((issue) => [issue.path[0], issue.message]) ?? []).toEqual(
      message ? [['chapter', message]] : [],
    );
  },
);
