import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { editNeed } from '#lib/needs/entry/commands';
import { pageOfNeeds, totalOfNeeds } from '#lib/needs/lists/list-queries';
import { historyOfNeed, needById } from '#lib/needs/store/queries';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';
import { commands } from '#tests/support/factories/situations';

beforeAll(() => freshRegister());

const others = async (): Promise<Actor[]> => [
  await focalPoint(await mintedReview()),
  await reviewer(await mintedReview()),
  await reviewer(),
  publicActor,
];
const idsSeen = async (actor: Actor, reviewId: string) =>
  (await pageOfNeeds(actor, { filter: { review: reviewId } })).needs.map(({ id }) => id).toSorted();

describe('reading needs', () => {
  it("a focal point cannot see another State's need, in whatever status, before its summary is published", async () => {
    const { review, focal, first } = await panel(await mintedReview({ completedOn: '2022-06-30' }));
    const hidden = [
      await draft(focal, review),
      await submitted(focal, review),
      await approved(focal, first, review),
    ];
    for (const actor of await others()) {
      for (const { id } of hidden) {
        expect(await needById(actor, id)).toEqual(await needById(actor, randomUUID()));
        expect(await historyOfNeed(actor, id)).toEqual([]);
      }
      for (const list of ['own', 'approved'] as const)
        expect(await pageOfNeeds(actor, { list, filter: { review: review.id } })).toEqual({
          needs: [],
        });
    }
    expect(await idsSeen(focal, review.id)).toEqual(hidden.map(({ id }) => id).toSorted());
  });

  it('of a published summary everybody sees the approved version, never what is being made of it, nor its history', async () => {
    const { review, focal, first } = await panel(await publishedReview());
    const done = await approved(focal, first, review, { text: 'As approved.' });
    const back = valueOf(await commands.reopen(first, done));
    valueOf(
      await editNeed(focal, {
        ...back,
        fields: { ...completeFields, articles: ['9'], text: 'Not approved yet.' },
      }),
    );
    await submitted(focal, review, { text: 'Never approved.' });
    for (const actor of await others()) {
      expect(await needById(actor, done.id)).toMatchObject({
        status: 'approved',
        version: 3,
        working: false,
        text: 'As approved.',
        articles: [5],
      });
      const listed = { list: 'approved', filter: { review: review.id } } as const;
      expect((await pageOfNeeds(actor, listed)).needs).toMatchObject([
        { id: done.id, status: 'approved', text: 'As approved.', working: false },
      ]);
      expect(
        await totalOfNeeds(actor, {
          ...listed,
          filter: { ...listed.filter, statuses: ['returned'] },
        }),
      ).toBe(0);
      expect(
        await totalOfNeeds(actor, {
          ...listed,
          filter: { ...listed.filter, statuses: ['approved'] },
        }),
      ).toBe(1);
      expect(await totalOfNeeds(actor, { ...listed, list: 'own' })).toBe(0);
      expect(await historyOfNeed(actor, done.id)).toEqual([]);
    }
    expect(await needById(focal, done.id)).toMatchObject({
      status: 'returned',
      version: 5,
      working: true,
      text: 'Not approved yet.',
      articles: [9],
    });
    expect(
      await totalOfNeeds(focal, { filter: { review: review.id, statuses: ['approved'] } }),
    ).toBe(0);
    expect((await historyOfNeed(focal, done.id)).map(({ verb }) => verb)).toEqual([
      'edit',
      'reopen',
      'approve',
      'submit',
      'enter',
    ]);
  });

  it("a reviewer sees their own drafts and nobody else's", async () => {
    const { review, focal, first, second } = await panel();
    const [hers, own] = [await draft(focal, review), await draft(first, review)];
    expect(await idsSeen(first, review.id)).toEqual([own.id]);
    expect(await idsSeen(second, review.id)).toEqual([]);
    expect(await idsSeen(focal, review.id)).toEqual([hers.id, own.id].toSorted());
  });

  it('the manager sees what is approved, published or not; the administrator sees all as it stands', async () => {
    const { review, focal, first } = await panel();
    const [drafted, sent, done] = [
      await draft(focal, review),
      await submitted(focal, review),
      await approved(focal, first, review),
    ];
    expect(await idsSeen(await manager(), review.id)).toEqual([done.id]);
    expect(await idsSeen(await administrator(), review.id)).toEqual(
      [drafted.id, sent.id, done.id].toSorted(),
    );
    expect(await historyOfNeed(await manager(), done.id)).toEqual([]);
  });
});

describe('the order of a list', () => {
  it('is by what its reader sees: work on an approved need moves nothing for the others', async () => {
    const { review, focal, first } = await panel(await publishedReview());
    const older = await approved(focal, first, review);
    const newer = await approved(focal, first, review);
    await commands.reopen(first, older);
    const order = async (actor: Actor) =>
      (await pageOfNeeds(actor, { filter: { review: review.id } })).needs.map(({ id }) => id);
    expect(await order(focal)).toEqual([older.id, newer.id]);
    expect(await order(publicActor)).toEqual([newer.id, older.id]);
  });
});
