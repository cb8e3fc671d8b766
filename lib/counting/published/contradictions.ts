import type { ContradictionReason } from '#lib/counting/published/vocabulary';

/** Why 18 numbers of the note of 2023 cannot be right. */
export const contradictions: Readonly<Record<string, ContradictionReason>> = {
  'p06-base': { why: 'summaries' },
  'p12-one-fifth': { why: 'oneFifth' },
  'p18-states': { why: 'statesBefore' },
  'p21-ap-7': { why: 'wrongTotals', n: 25, right: 11 },
  'p21-ap-10': { why: 'wrongTotals', n: 20, right: 7 },
  'p21-ap-11': { why: 'wrongTotals', n: 3, right: 3 },
  'p21-ap-14': { why: 'wrongTotals', n: 5, right: 5 },
  'p23-both-90': { why: 'overNinety' },
  'p27-ap-6': { why: 'columnShort', right: 7 },
  'p27-ap-6-pct': { why: 'shareOfSix' },
  'p27-ap-7': { why: 'columnShort', right: 5 },
  'p27-ap-9': { why: 'columnShort', right: 5 },
  'p33-ap-general': { why: 'shareOfNine' },
  'p34-af-13': { why: 'shareOfTwentyThree' },
  't2-7-total': { why: 'rowTotal', first: 15, second: 10, right: 11 },
  't2-10-total': { why: 'rowTotal', first: 12, second: 8, right: 7 },
  't2-13-total': { why: 'rowTotal', first: 3, second: 8, right: 4 },
  't2-general-total': { why: 'rowTotal', first: 5, second: 1, right: 5 },
};
