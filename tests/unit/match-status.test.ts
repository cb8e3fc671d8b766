import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityStatuses } from '#lib/needs/fulfilment/vocabulary';
import {
  claimsOf,
  matchStatusAfter,
  statusOfNeed,
  applyStep,
  stepsAt,
  type MatchWithActivity,
  type MatchStatus,
  type MatchStep,
} from '#lib/needs/fulfilment/status';
import {
  confirmations,
  degrees,
  matchStates,
  matchVerbs,
  needStatuses,
} from '#lib/needs/fulfilment/vocabulary';

type Said = MatchStep['verb'] | readonly [MatchStep['verb'], MatchStep['degree']];
const steps = (...verbs: Said[]): MatchStep[] =>
  verbs.map((each, i) => {
    const [verb, degree] = typeof each === 'string' ? [each, 'partly' as const] : each;
    return { number: i + 1, verb, degree, seq: 10 * (i + 1) };
  });
const by = (activity: MatchWithActivity['activity'], ...verbs: Said[]): MatchWithActivity => ({
  standing: matchStatusAfter(steps(...verbs)),
  activity,
});

describe('a need is', () => {
  it.each<[string, MatchWithActivity[], string, string[]]>([
    ['unmet without any match', [], 'unmet', []],
    ['unmet while a match is only proposed', [by('completed', 'propose')], 'unmet', []],
    ['unmet where the match was rejected', [by('under-way', 'propose', 'reject')], 'unmet', []],
    [
      'unmet again where an accepted match was withdrawn',
      [by('completed', 'propose', 'accept', ['confirm', 'fully'], 'withdraw')],
      'unmet',
      [],
    ],
    ['unmet where the activity was cancelled', [by('cancelled', 'propose', 'accept')], 'unmet', []],
    [
      'planned by an accepted match of a planned activity',
      [by('planned', 'propose', 'accept')],
      'planned',
      ['awaiting'],
    ],
    [
      'current by an activity under way',
      [by('under-way', 'propose', 'accept')],
      'current',
      ['awaiting'],
    ],
    [
      'current, not met, where an activity is completed and the State has said nothing',
      [by('completed', ['propose', 'fully'], ['accept', 'fully'])],
      'current',
      ['awaiting'],
    ],
    [
      'current, not met, where the State disputes it',
      [by('completed', 'propose', 'accept', 'dispute')],
      'current',
      ['disputed'],
    ],
    [
      'current where a dispute was answered: nobody but the State can say more',
      [by('completed', 'propose', 'accept', 'dispute', 'answer')],
      'current',
      ['disputed', 'answered'],
    ],
    [
      'current where the State confirms that it is answered partly',
      [by('completed', 'propose', 'accept', ['confirm', 'partly'])],
      'current',
      ['confirmed'],
    ],
    [
      'met where the State confirms that it is answered fully',
      [by('completed', 'propose', 'accept', 'dispute', 'answer', ['confirm', 'fully'])],
      'met',
      ['confirmed'],
    ],
    [
      'not met by two that answer it partly',
      [
        by('completed', 'propose', 'accept', 'confirm'),
        by('completed', 'propose', 'accept', 'confirm'),
      ],
      'current',
      ['confirmed'],
    ],
    [
      'not met by what was confirmed of an activity that is under way again',
      [by('under-way', 'propose', 'accept', ['confirm', 'fully'])],
      'current',
      ['confirmed'],
    ],
    [
      'disputed again where the State takes its confirmation back',
      [by('completed', 'propose', 'accept', ['confirm', 'fully'], ['dispute', 'fully'])],
      'current',
      ['disputed'],
    ],
    [
      'what the furthest of its matches makes it',
      [
        by('planned', 'propose', 'accept'),
        by('completed', 'propose', 'accept', ['confirm', 'fully']),
        by('under-way', 'propose', 'reject'),
      ],
      'met',
      ['awaiting', 'confirmed'],
    ],
    [
      'proposed anew after a rejection that was reopened',
      [by('under-way', 'propose', 'reject', 'reopen', 'accept')],
      'current',
      ['awaiting'],
    ],
  ])('%s', (_said, matches, status, said) => {
    expect(statusOfNeed(matches)).toBe(status);
    expect(claimsOf(matches)).toEqual(said);
  });
});

const standings = fc.option(
  fc.record<MatchStatus>({
    state: fc.constantFrom(...matchStates),
    degree: fc.constantFrom(...degrees),
    confirmation: fc.constantFrom(...confirmations),
    answered: fc.boolean(),
  }),
  { nil: null },
);
const answerings = fc.array(
  fc.record<MatchWithActivity>({
    standing: standings,
    activity: fc.constantFrom(...activityStatuses),
  }),
  { maxLength: 5 },
);
const histories = fc
  .array(fc.record({ verb: fc.constantFrom(...matchVerbs), degree: fc.constantFrom(...degrees) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((list): MatchStep[] => list.map((step, i) => ({ ...step, number: i + 1, seq: 3 * i + 2 })));

describe('the status of a need', () => {
  it('is one of the four, whatever its matches, and never falls by one more match', () => {
    fc.assert(
      fc.property(answerings, answerings, (some, more) => {
        const [one, both] = [statusOfNeed(some), statusOfNeed([...some, ...more])];
        expect(needStatuses).toContain(one);
        expect(needStatuses.indexOf(both)).toBeGreaterThanOrEqual(needStatuses.indexOf(one));
      }),
    );
  });

  it('does not depend on the order of its matches', () => {
    fc.assert(
      fc.property(
        answerings.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect([statusOfNeed(shuffled), claimsOf(shuffled)]).toEqual([
            statusOfNeed(list),
            claimsOf(list),
          ]);
        },
      ),
    );
  });

  it('is met only where a completed activity was confirmed as answering it fully', () => {
    fc.assert(
      fc.property(answerings, (list) => {
        const met = list.some(
          ({ standing, activity }) =>
            activity === 'completed' &&
            standing?.state === 'accepted' &&
            standing.confirmation === 'confirmed' &&
            standing.degree === 'fully',
        );
        expect(statusOfNeed(list) === 'met').toBe(met);
      }),
    );
  });

  it('has a claim exactly where it is not unmet', () => {
    fc.assert(
      fc.property(answerings, (list) => {
        expect(claimsOf(list).length > 0).toBe(statusOfNeed(list) !== 'unmet');
      }),
    );
  });
});

describe('where a match stands', () => {
  it('is a function of its history, in whatever order its steps are read', () => {
    fc.assert(
      fc.property(
        histories.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(matchStatusAfter(shuffled)).toEqual(matchStatusAfter(list));
        },
      ),
    );
  });

  it('at any revision is what the steps up to it make', () => {
    fc.assert(
      fc.property(histories, fc.nat(40), (list, revision) => {
        let stepwise: MatchStatus | null = null;
        for (const { verb, degree, seq } of list)
          if (seq <= revision) stepwise = applyStep(stepwise, verb, degree);
        expect(matchStatusAfter(stepsAt(list, revision))).toEqual(stepwise);
      }),
    );
  });

  it('is not touched by the steps of another: two histories may be mixed in time as they will', () => {
    fc.assert(
      fc.property(
        histories,
        histories,
        fc.constantFrom(...activityStatuses),
        (one, other, activity) => {
          const together = [
            ...one.map((step) => ({ of: 1, ...step })),
            ...other.map((step) => ({ of: 2, ...step, seq: step.seq + 1 })),
          ].sort((a, b) => a.seq - b.seq);
          const read = ([1, 2] as const).map((of) => ({
            standing: matchStatusAfter(together.filter((step) => step.of === of)),
            activity,
          }));
          expect(statusOfNeed(read)).toBe(
            statusOfNeed([
              { standing: matchStatusAfter(other), activity },
              { standing: matchStatusAfter(one), activity },
            ]),
          );
        },
      ),
    );
  });
});
