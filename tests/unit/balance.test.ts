import { describe, expect, it } from 'vitest';
import {
  balanceAssignments,
  findConflictOfInterest,
  type ReviewerCandidate,
  type ReviewToStaff,
} from '#lib/people/reviewers/balance';

const state = (id: string, region: 'AFR' | 'APG' | 'EEG' = 'AFR') => ({ id, region });
const expert = (id: string, of: ReturnType<typeof state>, load = 0): ReviewerCandidate => ({
  id,
  nominatedBy: of,
  load,
});
const officer = (id: string, load = 0): ReviewerCandidate => ({ id, nominatedBy: null, load });
const review = (
  id: string,
  of: ReturnType<typeof state>,
  assigned: string[] = [],
): ReviewToStaff => ({ id, state: of, assigned });

describe('a conflict of interest', () => {
  it('is the own State always, the own region where the setting says so, and the State of the other expert', () => {
    expect(findConflictOfInterest(state('A'), state('A'), [], false)).toBe('own-state');
    expect(findConflictOfInterest(state('A'), state('B'), [], false)).toBeUndefined();
    expect(findConflictOfInterest(state('A'), state('B'), [], true)).toBe('own-region');
    expect(findConflictOfInterest(state('A'), state('C', 'APG'), ['A'], true)).toBe(
      'same-nomination',
    );
    expect(findConflictOfInterest(null, state('A'), ['A'], true)).toBeUndefined();
  });
});

describe('assigning what is missing', () => {
  const people = [
    expert('e1', state('X', 'APG')),
    expert('e2', state('Y', 'EEG')),
    expert('e3', state('A')),
    officer('o1'),
    officer('o2'),
  ];

  it('gives each review two experts of different States and an officer, never the own State’s', () => {
    expect(balanceAssignments([review('r', state('A'))], people, false)).toEqual([
      { reviewId: 'r', accountId: 'e1' },
      { reviewId: 'r', accountId: 'e2' },
      { reviewId: 'r', accountId: 'o1' },
    ]);
    expect(
      balanceAssignments([review('r', state('X', 'APG'), ['e2', 'o1'])], people, false),
    ).toEqual([{ reviewId: 'r', accountId: 'e3' }]);
  });

  it('does so evenly: no two of a kind who can take the same reviews differ by more than one', () => {
    const many = Array.from({ length: 31 }, (_, i) =>
      review(`r${String(i).padStart(2, '0')}`, state(`S${i}`)),
    );
    const chosen = balanceAssignments(many, people, false);
    const load = (id: string) => chosen.filter(({ accountId }) => accountId === id).length;
    expect(chosen).toHaveLength(31 * 3);
    expect(Math.abs(load('o1') - load('o2'))).toBeLessThanOrEqual(1);
    expect(
      Math.max(...['e1', 'e2', 'e3'].map(load)) - Math.min(...['e1', 'e2', 'e3'].map(load)),
    ).toBeLessThanOrEqual(1);
    for (const { id } of many)
      expect(
        new Set(chosen.filter(({ reviewId }) => reviewId === id).map(({ accountId }) => accountId))
          .size,
      ).toBe(3);
  });

  it('takes in what they have already, and leaves open what nobody can take', () => {
    expect(
      balanceAssignments(
        [review('r', state('B'))],
        [
          expert('busy', state('X'), 5),
          expert('free', state('Y'), 1),
          expert('freer', state('Y'), 0),
        ],
        false,
      ).map(({ accountId }) => accountId),
    ).toEqual(['freer', 'busy']);
    expect(balanceAssignments([review('r', state('B'))], [expert('e', state('A'))], true)).toEqual(
      [],
    );
  });
});
