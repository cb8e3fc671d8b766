import { describe, expect, it } from 'vitest';
import { next, withRun, type Run } from '#tests/support/run/campaign-results';

const run = (portion: number, more: Partial<Run> = {}): Run => ({
  portion,
  seed: 10 + portion,
  date: '2026-11-30',
  node: '24.0.0',
  passed: 2,
  failed: 0,
  skipped: 0,
  seconds: 60,
  named: [],
  counted: [
    {
      what: 'kills',
      engine: 'sqlite',
      seed: 10 + portion,
      counts: 5,
      rows: 50,
      'megabytes in all': 100 * portion,
    },
  ],
  ...more,
});
const begun = { part: 'kills', portions: 3, runs: [] };

describe('the results of a campaign', () => {
  it('add up over its runs, each thing on each engine by itself; of memory, time and size the most is kept', () => {
    const onPostgresql = { what: 'kills', engine: 'postgresql', counts: 7 };
    const one = withRun(begun, run(1));
    const two = withRun(one, run(2, { counted: [...run(2).counted, onPostgresql] }));
    expect(two.total).toEqual([
      { what: 'kills', engine: 'sqlite', counts: 10, rows: 50, 'megabytes in all': 200 },
      { what: 'kills', engine: 'postgresql', counts: 7 },
    ]);
    expect(two.runs.map(({ seed }) => seed)).toEqual([11, 12]);
  });

  it('go on with the next portion and a seed that follows from the first, until they are complete', () => {
    const one = withRun(begun, run(1));
    expect(next(one, 'kills', 3, 99)).toMatchObject({
      portion: 2,
      seed: 12,
      before: { runs: one.runs },
    });
    const all = withRun(withRun(one, run(2)), run(3));
    expect([one.complete, all.complete]).toEqual([false, true]);
  });

  it('begin anew by a new seed once they are complete, where there are none, or where the part is divided otherwise', () => {
    const anew = { portion: 1, seed: 99, before: { runs: [] } };
    const all = withRun(withRun(withRun(begun, run(1)), run(2)), run(3));
    expect(next(undefined, 'kills', 3, 99)).toMatchObject(anew);
    expect(next(all, 'kills', 3, 99)).toMatchObject(anew);
    expect(next(withRun(begun, run(1)), 'kills', 4, 99)).toMatchObject(anew);
  });
});
