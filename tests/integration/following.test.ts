import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordChange } from '#db/change';
import { transaction } from '#db/client';
import { needVersion } from '#db/schema';
import { publicActor, type Actor } from '#lib/base/actor';
import { editNeed, submitNeed, withdrawNeed } from '#lib/needs/entry/commands';
import { publishSummary, setCompletion } from '#lib/needs/reviews/commands';
import { countForOptions } from '#lib/counting/summaries/queries';
import { revision } from '#tests/support/databases/log-rows';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager } from '#tests/support/factories/people';
import { runProgram } from '#tests/support/servers/child-processes';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';
import { commands } from '#tests/support/factories/situations';

let admin: Actor;
let staff: Actor;
beforeAll(async () => {
  await freshRegister();
  [admin, staff] = [await administrator(), await manager()];
});

/** The numbers as the actor sees them. */
async function seen(actor: Actor, cutoff: string | null = null) {
  const {
    totals: { summaries, statesWithNeeds, needs },
    matrices,
  } = await countForOptions(actor, { cycle: 2, chapters: ['II'], cutoff, regions: [] });
  const rows = matrices.at(-1)!.rows.map(({ articles, total }) => `${articles}: ${total}`);
  return { summaries, statesWithNeeds, needs, rows };
}
type Seen = Awaited<ReturnType<typeof seen>>;
const added = (before: Seen, after: Seen) => [
  after.summaries - before.summaries,
  after.statesWithNeeds - before.statesWithNeeds,
  after.needs - before.needs,
];
const rowOf = ({ rows }: Seen, articles: string) =>
  Number(rows.find((row) => row.startsWith(`${articles}: `))?.split(': ')[1] ?? 0);

describe('the numbers follow every write', () => {
  it('a summary counts from its completion for staff and its own State, from its publication for all', async () => {
    const { review, focal, first } = await panel();
    const stranger = await focalPoint(await mintedReview());
    const readers = [publicActor, stranger, focal, first, staff, admin];
    const before = await Promise.all(readers.map((actor) => seen(actor)));
    const changes = async () =>
      Promise.all(readers.map(async (actor, i) => added(before[i]!, await seen(actor))));
    await approved(focal, first, review);
    expect(await changes()).toEqual(readers.map(() => [0, 0, 0]));
    valueOf(
      await setCompletion(admin, {
        id: review.id,
        version: 1,
        completedOn: '2022-05-05',
        symbol: '',
      }),
    );
    expect(await changes()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ]);
    valueOf(await publishSummary(admin, { id: review.id, version: 2 }));
    expect(await changes()).toEqual(readers.map(() => [1, 1, 1]));
  });

  it('a completed summary without needs is a summary, and no State with needs', async () => {
    const before = await seen(publicActor);
    await publishedReview();
    expect(added(before, await seen(publicActor))).toEqual([1, 0, 0]);
  });

  it('an approval made by another process counts at the next question', async () => {
    const { review, focal, first } = await panel(await publishedReview());
    const sent = await submitted(focal, review, { articles: ['12'] });
    const before = await seen(publicActor);
    const { stdout, stderr } = await runProgram({
      script: 'tests/support/durability/approve-need.ts',
      given: [first.sessionId!, sent.id, '2'],
    });
    expect([stdout, stderr]).toEqual([`{"ok":true,"value":{"id":"${sent.id}","version":3}}`, '']);
    const after = await seen(publicActor);
    expect(added(before, after)).toEqual([0, 1, 1]);
    expect(rowOf(after, '12') - rowOf(before, '12')).toBe(1);
    expect(
      (
        await countForOptions(publicActor, {
          cycle: 2,
          chapters: ['II'],
          cutoff: null,
          regions: [],
        })
      ).revision,
    ).toBe(await revision());
  });

  it('a reopened need counts as it was approved, until it is approved anew; then it stands in its new row', async () => {
    const { review, focal, first } = await panel(await publishedReview());
    const done = await approved(focal, first, review, { articles: ['8'] });
    const before = await seen(publicActor);
    const edited = valueOf(
      await editNeed(focal, {
        ...valueOf(await commands.reopen(first, done)),
        fields: { ...completeFields, articles: ['14', '13'] },
      }),
    );
    const sent = valueOf(await submitNeed(focal, edited));
    expect(await seen(publicActor)).toEqual(before);
    valueOf(await commands.approve(first, sent));
    const after = await seen(publicActor);
    expect(added(before, after)).toEqual([0, 0, 0]);
    expect([
      rowOf(after, '8') - rowOf(before, '8'),
      rowOf(after, '13;14') - rowOf(before, '13;14'),
    ]).toEqual([-1, 1]);
  });

  it('what is entered, submitted, recoded, returned or withdrawn changes no number', async () => {
    const { review, focal, first } = await panel(await publishedReview());
    const before = await seen(staff);
    await draft(focal, review);
    valueOf(await commands.return(first, await submitted(focal, review)));
    valueOf(await commands.recode(first, await submitted(focal, review)));
    valueOf(
      await withdrawNeed(focal, { ...(await submitted(focal, review)), reason: 'Entered twice.' }),
    );
    expect(await seen(staff)).toEqual(before);
  });

  it('a need that ceases to count is taken out of every number', async () => {
    const { review, focal, first } = await panel(await publishedReview());
    const before = await seen(publicActor);
    const done = await approved(focal, first, review, { articles: ['11'] });
    await approved(focal, first, review, { articles: ['10'] });
    expect(added(before, await seen(publicActor))).toEqual([0, 1, 2]);
    // No command does it yet: a withdrawal of what is approved will.
    await transaction(async (tx) => {
      const seq = await recordChange(tx, {
        actorId: first.accountId!,
        verb: 'withdraw',
        entity: 'need',
        entityId: done.id,
      });
      await tx
        .update(needVersion)
        .set({ countedToSeq: seq })
        .where(eq(needVersion.needId, done.id));
    });
    const after = await seen(publicActor);
    expect(added(before, after)).toEqual([0, 1, 1]);
    expect([
      rowOf(after, '11') - rowOf(before, '11'),
      rowOf(after, '10') - rowOf(before, '10'),
    ]).toEqual([0, 1]);
  });

  it('a summary dated anew counts from its new day, and no more once its date is taken back', async () => {
    const { review, focal, first } = await panel(await mintedReview({ completedOn: '2019-09-09' }));
    await approved(focal, first, review);
    await approved(focal, first, review, { articles: ['general'] });
    const days = ['2019-09-08', '2019-09-09', '2019-10-09', '2019-10-10', null];
    const without = await Promise.all(days.map((day) => seen(publicActor, day)));
    const changes = () =>
      Promise.all(days.map(async (day, i) => added(without[i]!, await seen(focal, day))));
    expect(await changes()).toEqual([
      [0, 0, 0],
      [1, 1, 2],
      [1, 1, 2],
      [1, 1, 2],
      [1, 1, 2],
    ]);
    valueOf(
      await setCompletion(admin, {
        id: review.id,
        version: 2,
        completedOn: '2019-10-10',
        symbol: '',
      }),
    );
    expect(await changes()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
      [1, 1, 2],
      [1, 1, 2],
    ]);
    valueOf(await setCompletion(admin, { id: review.id, version: 3, completedOn: '', symbol: '' }));
    expect(await changes()).toEqual(days.map(() => [0, 0, 0]));
  });

  it('questions asked while writing goes on are each answered with one whole state', async () => {
    const { review, focal, first } = await panel(await publishedReview());
    const before = await seen(publicActor);
    const writing = (async () => {
      for (let n = 0; n < 8; n += 1) await approved(focal, first, review);
    })();
    const answers = await Promise.all(Array.from({ length: 40 }, () => seen(publicActor)));
    await writing;
    for (const answer of answers)
      expect(answer.rows.map((row) => Number(row.split(': ')[1])).reduce((a, b) => a + b, 0)).toBe(
        answer.needs,
      );
    expect(added(before, await seen(publicActor))).toEqual([0, 1, 8]);
  });
});
