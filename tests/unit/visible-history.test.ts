import { describe, expect, it } from 'vitest';
import { actor, publicActor, type Actor } from '#lib/base/actor';
import { VisibleHistory, type ReviewSpan } from '#lib/counting/facts/visible-history';

const today = 20_261_130;
const span = (
  from: number,
  to: number | null,
  publishedOn: number,
  more: Partial<ReviewSpan> = {},
): ReviewSpan => ({
  from,
  to,
  publishedOn,
  completedOn: 20_220_630,
  endedOn: to === null ? 0 : 20_260_101,
  shown: 'AFR ',
  ...more,
});
const as = (given: Partial<Actor>) => actor({ ...publicActor, ...given });
const focal = as({ role: 'focal-point', stateId: 'state' });
const reviewer = as({ role: 'reviewer', reviewIds: ['review'] });

/** A review published at 30 and withdrawn at 60 or not, with needs that changed at these revisions. */
function history(spans: readonly ReviewSpan[], changes: readonly number[]) {
  const made = new VisibleHistory();
  made.revision = 100;
  made.addOpen(3);
  made.putReview('review', 'state', spans);
  for (const each of changes) made.addOfReview('review', each);
  return made;
}
const published = [span(10, 30, 0), span(30, null, 20_250_101)];
const last = (of: VisibleHistory, reader: Actor, most = Infinity, day = today) =>
  of.lastSeen(reader, day, most);

describe('the revision that a reader is told', () => {
  it('is that of the last change to what they see, at or before the one asked for', () => {
    const made = history(published, [20, 40, 50]);
    expect(
      [1, 3, 15, 25, 30, 39, 40, 49, 99, Infinity].map((at) => last(made, publicActor, at)),
    ).toEqual([0, 3, 3, 3, 30, 30, 40, 40, 50, 50]);
    for (const own of [focal, reviewer])
      expect([5, 10, 25, 35, 45, 99].map((at) => last(made, own, at))).toEqual([
        3, 10, 20, 30, 40, 50,
      ]);
    expect(last(made, as({ role: 'manager' }), 77)).toBe(77);
    expect(last(made, as({ role: 'administrator' }))).toBe(100);
    expect(last(made, as({ role: 'focal-point', stateId: 'another' }))).toBe(50);
  });

  it('moves with nothing in a summary before it is published or after it is withdrawn', () => {
    expect(last(history([span(10, null, 0)], [20, 90]), publicActor)).toBe(3);
    const withdrawn = history(
      [span(10, 30, 0), span(30, 60, 20_250_101), span(60, null, 0)],
      [20, 40, 70, 90],
    );
    expect([50, 60, 99].map((at) => last(withdrawn, publicActor, at))).toEqual([40, 60, 60]);
    expect(withdrawn.lastWithdrawal(today)).toBe(60);
    expect([...withdrawn.unpublished(today)]).toEqual(['review']);
  });

  it('waits for the day of a publication, and never moves by one taken back before its day', () => {
    const later = [span(10, 30, 0), span(30, null, 20_261_201)];
    const made = history(later, [40]);
    expect(last(made, publicActor)).toBe(3);
    expect(last(made, publicActor, Infinity, 20_261_201)).toBe(40);
    const takenBack = history(
      [span(10, 30, 20_261_201, { endedOn: 20_261_120 }), span(30, null, 0)],
      [20],
    );
    expect(last(takenBack, publicActor, Infinity, 20_261_205)).toBe(3);
  });

  it('moves with a new symbol or regional group of a published summary, and not with its closing', () => {
    const renamed = [...published.slice(0, 1), span(30, 80, 20_250_101)];
    expect(
      last(
        history([...renamed, span(80, null, 20_250_101, { shown: 'AFR CAC/1' })], []),
        publicActor,
      ),
    ).toBe(80);
    expect(last(history([...renamed, span(80, null, 20_250_101)], [40]), publicActor)).toBe(40);
  });
});
