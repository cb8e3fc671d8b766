import { describe, expect, it } from 'vitest';
import {
  progressByRegion,
  stepStatisticsByRegion,
  percentile,
  progressCounts,
} from '#lib/counting/count/progress';

describe('how far reviews are', () => {
  it('counts what was entered without what was withdrawn, and the articles of the cycle that nothing answers', () => {
    expect(progressCounts(2, { draft: 1, approved: 3, withdrawn: 2 }, new Set([5, 6, 51]))).toEqual(
      {
        entered: 4,
        byStatus: { draft: 1, approved: 3, withdrawn: 2 },
        unanswered: 16,
      },
    );
  });

  it('adds up by region, with zeros for regions without', () => {
    const one = {
      id: '1',
      stateCode: 'A',
      region: 'AFR',
      cycle: 2,
      closed: false,
      entered: 2,
      byStatus: { draft: 1, approved: 1 },
      unanswered: 3,
    } as const;
    const regions = progressByRegion([
      one,
      { ...one, id: '2', byStatus: { approved: 4 }, entered: 4, unanswered: 0 },
    ]);
    expect(
      regions.map(({ region, reviews, entered, unanswered }) => [
        region,
        reviews,
        entered,
        unanswered,
      ]),
    ).toEqual([
      ['AFR', 2, 6, 3],
      ['APG', 0, 0, 0],
      ['EEG', 0, 0, 0],
      ['GRULAC', 0, 0, 0],
      ['WEOG', 0, 0, 0],
    ]);
    expect(regions[0]!.byStatus).toEqual({ draft: 1, approved: 5 });
  });

  it('gives the median and the 90th percentile by nearest rank, and neither of fewer than five', () => {
    expect([percentile([5, 1, 4, 2, 3], 0.5), percentile([5, 1, 4, 2, 3], 0.9)]).toEqual([3, 5]);
    expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
    expect(percentile([1, 2, 3, 4], 0.5)).toBeNull();
    const days = stepStatisticsByRegion(
      [1, 2, 3, 4, 5].map((n) => ({ region: 'APG', step: 'approve', days: n })),
    );
    expect(days.find(({ region, step }) => region === 'APG' && step === 'approve')).toEqual({
      region: 'APG',
      step: 'approve',
      needs: 5,
      median: 3,
      ninety: 5,
    });
  });
});
