import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { withdrawOrDiscard, undoDiscard } from '#lib/needs/entry/discard';
import { withdrawNeed } from '#lib/needs/entry/commands';
import { totalOfNeeds } from '#lib/needs/lists/list-queries';
import { undoPeriod } from '#lib/needs/model/transitions';
import { loadReviewStatus } from '#lib/needs/reviews/load-review-status';
import { progressOfReviews, reviewById } from '#lib/needs/reviews/queries';
import { historyOfNeed, needById } from '#lib/needs/store/queries';
import { allReviewProgress } from '#lib/review/progress/queries';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { changesOf } from '#tests/support/databases/log-rows';
import { number, row } from '#tests/support/databases/sql';
import { draft, submitted, type Seen } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, contributor, focalPoint, manager } from '#tests/support/factories/people';
import { commands } from '#tests/support/factories/situations';

beforeAll(() => freshRegister());

/** Runs as if so many milliseconds had passed since. */
async function later<T>(milliseconds: number, run: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });
  try {
    return await run();
  } finally {
    vi.useRealTimers();
  }
}

async function isShown(actor: Actor, { id }: Seen): Promise<boolean> {
  const shown = [
    (await needById(actor, id)) !== undefined,
    (await historyOfNeed(actor, id)).length > 0,
    (await totalOfNeeds(actor, { filter: { ids: [id] } })) > 0,
  ];
  expect(new Set(shown).size).toBe(1);
  return shown[0]!;
}

/** A draft of a contributor, discarded by the focal point, and everybody else of the review. */
async function discarded() {
  const { review, focal, first, second } = await panel();
  const author = await contributor(review);
  const entered = await draft(author, review);
  const outcome = valueOf(await withdrawOrDiscard(focal, { ...entered, reason: '' }));
  expect(outcome).toEqual({ id: entered.id, isVisible: false });
  const need = { id: entered.id, version: entered.version + 1 };
  const others = [focal, first, second, await focalPoint(review), await administrator()];
  return { review, author, need, others };
}

describe('a discarded draft', () => {
  it('takes no reason, is shown to its author for a day and to nobody else, and its rows stay', async () => {
    const { review, author, need, others } = await discarded();
    for (const actor of [...others, await manager()])
      expect(await isShown(actor, need)).toBe(false);
    expect(await isShown(author, need)).toBe(true);
    await later(undoPeriod + 1000, async () => {
      for (const actor of [author, ...others]) expect(await isShown(actor, need)).toBe(false);
      expect(failureOf(await undoDiscard(author, need))).toEqual({ kind: 'not-found' });
    });
    expect(await row('select status, reference from need where id = ?', [need.id])).toEqual({
      status: 'withdrawn',
      reference: null,
    });
    expect(await number('select count(*) from need_version where need_id = ?', [need.id])).toBe(2);
    const managing = await manager();
    expect((await progressOfReviews(managing)).get(review.id)).toBeUndefined();
    const status = await loadReviewStatus(managing, (await reviewById(managing, review.id))!);
    expect(JSON.stringify(status)).not.toContain('withdrawn');
    const progress = (await allReviewProgress(managing)).find(
      ({ stateCode }) => stateCode === review.stateCode,
    );
    expect(JSON.stringify(progress)).not.toContain('"withdrawn":1');
  });

  it('is brought back by its author alone, as the draft that it was', async () => {
    const { author, need, others } = await discarded();
    for (const actor of others)
      expect(failureOf(await undoDiscard(actor, need))).toEqual({ kind: 'not-found' });
    expect(failureOf(await undoDiscard(author, { ...need, version: 1 }))).toMatchObject({
      kind: 'conflict',
      why: 'moved',
    });
    valueOf(await undoDiscard(author, need));
    expect(await needById(author, need.id)).toMatchObject({ status: 'draft', version: 3 });
    expect(await isShown(others[0]!, need)).toBe(true);
    expect((await changesOf('need', need.id)).at(-1)).toMatchObject({
      verb: 'edit',
      data: { version: 3, status: 'draft', undone: 2 },
    });
    expect(failureOf(await undoDiscard(author, { ...need, version: 3 }))).toEqual({
      kind: 'conflict',
      why: 'status',
    });
  });

  it('is no withdrawn need: that one was submitted, is withdrawn with a reason, and stays in sight', async () => {
    const { review, focal, first } = await panel();
    const sent = await submitted(focal, review);
    expect(failureOf(await withdrawNeed(focal, { ...sent, reason: '' }))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'reason', message: 'enterReason' }],
    });
    const withdrawn = valueOf(await commands.withdraw(focal, sent));
    for (const actor of [focal, first, await administrator()])
      expect(await isShown(actor, withdrawn)).toBe(true);
    expect(failureOf(await undoDiscard(focal, withdrawn))).toEqual({
      kind: 'conflict',
      why: 'status',
    });
  });
});
