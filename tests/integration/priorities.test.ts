import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { editNeed, submitNeed } from '#lib/needs/entry/commands';
import { setPriorities } from '#lib/needs/priorities/commands';
import { needsToRank } from '#lib/needs/priorities/queries';
import { changesOf, revision } from '#tests/support/databases/log-rows';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { commands } from '#tests/support/factories/situations';
import { number, row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const ranksOf = async (reviewId: string) =>
  Object.fromEntries(
    (
      await rows<{ id: string; priority: number | null; version: number }>(
        'select id, priority, version from need where review_id = ?',
        [reviewId],
      )
    ).map(({ id, priority, version }) => [id, [priority, version]]),
  );

/** A review with three drafts of priorities 1, 2 and none. */
async function three() {
  const own = await panel();
  const [a, b, c] = [
    await draft(own.focal, own.review, { priority: '1' }),
    await draft(own.focal, own.review, { priority: '2' }),
    await draft(own.focal, own.review, { priority: '' }),
  ];
  return { ...own, a, b, c };
}

describe('the priorities of a review', () => {
  it('are set all at once; only what changes gets a version and a log row, with the rest of its content', async () => {
    const { review, focal, ids, a, b, c } = await three();
    const before = await revision();
    const ranks = [
      { ...a, rank: '2' },
      { ...b, rank: '2' },
      { ...c, rank: ' 1 ' },
    ];
    expect(valueOf(await setPriorities(focal, { id: review.id, ranks }))).toEqual({
      id: review.id,
      changed: 2,
    });
    expect(await ranksOf(review.id)).toEqual({ [a.id]: [2, 2], [b.id]: [2, 1], [c.id]: [1, 2] });
    expect(await revision()).toBe(before + 2);
    expect((await changesOf('need', c.id)).at(-1)).toMatchObject({
      verb: 'edit',
      actorId: ids.focal,
      data: { version: 2, status: 'draft' },
    });
    expect(
      await row(
        'select text, provision, priority, search_text from need_version where need_id = ? and version = 2',
        [c.id],
      ),
    ).toEqual({
      text: completeFields.text,
      provision: '5',
      priority: 1,
      search_text: 'training of procurement officers.',
    });
    expect((await needsToRank(focal, review.id)).map(({ priority }) => priority)).toEqual([
      1, 2, 2,
    ]);
    valueOf(
      await setPriorities(focal, { id: review.id, ranks: [{ id: a.id, version: 2, rank: '' }] }),
    );
    expect((await ranksOf(review.id))[a.id]).toEqual([null, 3]);
  });

  it('say in which order the needs stand: those without one last', async () => {
    const { review, focal, a, b, c } = await three();
    expect((await needsToRank(focal, review.id)).map(({ id }) => id)).toEqual([a.id, b.id, c.id]);
  });

  it('of needs that somebody else has changed meanwhile are a conflict, and none is set', async () => {
    const { review, focal, a, b } = await three();
    const colleague = await focalPoint(review, 'Colleague');
    valueOf(await editNeed(colleague, { ...b, fields: { ...completeFields, priority: '7' } }));
    const before = await ranksOf(review.id);
    const ranks = [
      { ...a, rank: '3' },
      { ...b, rank: '2' },
    ];
    expect(failureOf(await setPriorities(focal, { id: review.id, ranks }))).toMatchObject({
      kind: 'conflict',
      why: 'moved',
      by: 'Colleague',
    });
    expect(await ranksOf(review.id)).toEqual(before);
    expect(
      valueOf(
        await setPriorities(focal, {
          id: review.id,
          ranks: [
            { ...a, rank: '3' },
            { ...b, rank: '7' },
          ],
        }),
      ),
      'what already stands so is no conflict',
    ).toMatchObject({ changed: 1 });
  });

  it('set twice at the same moment are set once', async () => {
    const { review, focal, a, b } = await three();
    const outcomes = await Promise.all(
      ['4', '5'].map((rank) =>
        setPriorities(focal, {
          id: review.id,
          ranks: [
            { ...a, rank },
            { ...b, rank },
          ],
        }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await number('select count(*) from need_version where need_id = ?', [a.id])).toBe(2);
  });

  it('of what is submitted, recoded, approved or withdrawn do not change; of a returned one they do', async () => {
    const own = await panel();
    const { review, focal, first } = own;
    const sent = await submitted(focal, review);
    const fixed = [
      sent,
      valueOf(await commands.recode(first, await submitted(focal, review))),
      await approved(focal, first, review),
    ];
    const open = valueOf(await commands.return(first, await submitted(focal, review)));
    const gone = valueOf(await commands.withdraw(focal, await submitted(focal, review)));
    const before = await revision();
    for (const need of fixed)
      expect(
        failureOf(
          await setPriorities(focal, {
            id: review.id,
            ranks: [
              { ...open, rank: '5' },
              { ...need, rank: '6' },
            ],
          }),
        ),
      ).toEqual({ kind: 'conflict', why: 'status' });
    expect(
      failureOf(await setPriorities(focal, { id: review.id, ranks: [{ ...gone, rank: '6' }] })),
    ).toEqual({ kind: 'not-found' });
    expect(await revision()).toBe(before);
    expect(
      valueOf(
        await setPriorities(focal, {
          id: review.id,
          ranks: [...fixed, open].map((need) => ({ ...need, rank: need === open ? '5' : '1' })),
        }),
      ),
    ).toMatchObject({ changed: 1 });
    expect(await row('select status, priority, version from need where id = ?', [open.id])).toEqual(
      { status: 'returned', priority: 5, version: open.version + 1 },
    );
  });

  it('that are no ranks are named, each at its field', async () => {
    const { review, focal, a, b, c } = await three();
    const before = await revision();
    const ranks = [
      { ...a, rank: '0' },
      { ...b, rank: '1' },
      { ...c, rank: 'first' },
    ];
    expect(failureOf(await setPriorities(focal, { id: review.id, ranks }))).toEqual({
      kind: 'invalid',
      errors: [a, c].map(({ id }) => ({ field: `rank-${id}`, message: 'priorityNumber' })),
    });
    expect(await revision()).toBe(before);
  });

  it('are the work of those who enter needs of the review, and of no other review', async () => {
    const { review, focal, first, a } = await three();
    const other = await three();
    const set = (actor: Actor, id: string, need: { id: string; version: number }) =>
      setPriorities(actor, { id, ranks: [{ ...need, rank: '9' }] });
    const foreign = await focalPoint(await mintedReview());
    const before = await revision();
    for (const actor of [publicActor, foreign, other.first])
      expect(failureOf(await set(actor, review.id, a))).toEqual({ kind: 'not-found' });
    for (const actor of [await manager(), await administrator()])
      expect(failureOf(await set(actor, review.id, a))).toEqual({ kind: 'forbidden', why: 'role' });
    expect(failureOf(await set(focal, review.id, other.a)), 'a need of another review').toEqual({
      kind: 'not-found',
    });
    expect(failureOf(await set(focal, review.id, { id: randomUUID(), version: 1 }))).toEqual({
      kind: 'not-found',
    });
    expect(failureOf(await set(first, review.id, a)), 'a draft of somebody else').toEqual({
      kind: 'not-found',
    });
    const hers = await draft(focal, review);
    const sent = valueOf(await submitNeed(focal, hers));
    expect(
      failureOf(await set(first, review.id, sent)),
      'a need that a reviewer did not enter',
    ).toEqual({ kind: 'forbidden', why: 'not-yours' });
    expect(await revision()).toBe(before + 2);
  });
});
