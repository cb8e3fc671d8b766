import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { editNeed, returnNeed, submitNeed } from '#lib/needs/entry/commands';
import { versionsOfNeed } from '#lib/needs/store/history-queries';
import { restoreVersion } from '#lib/needs/entry/restore-commands';
import { changesOf, revision } from '#tests/support/databases/log-rows';
import { articleRows, needRow } from '#tests/support/factories/need-rows';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';
import { row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

/** A draft of three versions: as entered, with another text and article, and with a third text. */
async function threeVersions() {
  const own = await panel();
  const seen = await draft(own.focal, own.review, {
    text: 'First text.',
    articles: ['5', '6'],
    quote: 'First passage.',
  });
  const second = valueOf(
    await editNeed(own.focal, {
      ...seen,
      fields: { ...completeFields, text: 'Second text.', articles: ['9'] },
    }),
  );
  return {
    ...own,
    need: valueOf(
      await editNeed(own.focal, {
        ...second,
        fields: { ...completeFields, text: 'Third text.', articles: ['9'], priority: '' },
      }),
    ),
  };
}

describe('the history of a need', () => {
  it('holds every version whole, with who, when and why, the latest first', async () => {
    const { review, focal, first } = await panel();
    const seen = await submitted(focal, review, { text: 'As submitted.' });
    const back = valueOf(await returnNeed(first, { ...seen, reason: 'Which officers?' }));
    valueOf(
      await editNeed(focal, {
        ...back,
        fields: { ...completeFields, articles: ['7', '6'], text: 'As corrected.' },
      }),
    );
    const versions = await versionsOfNeed(focal, seen.id);
    expect(versions).toMatchObject([
      {
        version: 4,
        verb: 'edit',
        status: 'returned',
        by: 'Focal point',
        reason: null,
        content: { text: 'As corrected.', articles: [6, 7] },
      },
      {
        version: 3,
        verb: 'return',
        status: 'returned',
        reason: 'Which officers?',
        content: { text: 'As submitted.', articles: [5] },
      },
      { version: 2, verb: 'submit', status: 'submitted', content: { text: 'As submitted.' } },
      { version: 1, verb: 'enter', status: 'draft', content: { text: 'As submitted.' } },
    ]);
    expect(versions.map(({ at }) => at)).toEqual(
      (
        await rows<{ at: string }>(
          'select at from need_version where need_id = ? order by version desc',
          [seen.id],
        )
      ).map(({ at }) => at),
    );
    expect(
      (await versionsOfNeed(focal, seen.id, { upTo: 3, limit: 2 })).map(({ version }) => version),
    ).toEqual([3, 2]);
    expect(
      (await versionsOfNeed(focal, seen.id, { only: [1, 4, 9] })).map(({ version }) => version),
    ).toEqual([4, 1]);
  });

  it('is for those whose own work it is; of a published need the others see no version', async () => {
    const { review, focal, first, second } = await panel(await publishedReview());
    const { id } = await approved(focal, first, review);
    for (const actor of [focal, first, second, await administrator()])
      expect(await versionsOfNeed(actor, id)).toHaveLength(3);
    for (const actor of [
      publicActor,
      await manager(),
      await reviewer(),
      await focalPoint(await mintedReview()),
    ])
      expect(await versionsOfNeed(actor, id)).toEqual([]);
    const hers = await draft(focal, review);
    expect(await versionsOfNeed(second, hers.id)).toEqual([]);
  });
});

describe('an earlier text taken up again', () => {
  it('is a new version with all that the earlier one said, and its log says which', async () => {
    const { focal, need, ids } = await threeVersions();
    expect(valueOf(await restoreVersion(focal, { ...need, earlier: 1 }))).toEqual({
      id: need.id,
      version: 4,
    });
    const [now, , , entered] = await versionsOfNeed(focal, need.id);
    expect(now).toMatchObject({
      version: 4,
      verb: 'edit',
      status: 'draft',
      reason: null,
      restoredFrom: 1,
    });
    expect(now!.content).toEqual(entered!.content);
    expect(await needRow(need.id)).toMatchObject({
      status: 'draft',
      version: 4,
      changed_by: ids.focal,
    });
    expect(
      await row('select text, quote, priority, search_text from need where id = ?', [need.id]),
    ).toEqual({
      text: 'First text.',
      quote: 'First passage.',
      priority: 1,
      search_text: 'first text. first passage.',
    });
    expect(await articleRows(need.id)).toEqual([5, 6]);
    expect((await changesOf('need', need.id)).at(-1)).toMatchObject({
      verb: 'edit',
      actorId: ids.focal,
      data: { version: 4, status: 'draft', takenUp: 1 },
    });
  });

  it('is refused where the need has moved on, where it may not be edited, and for a version that is not there', async () => {
    const { focal, first, need } = await threeVersions();
    const foreign = await focalPoint(await mintedReview());
    const before = await revision();
    expect(
      failureOf(await restoreVersion(focal, { id: need.id, version: 2, earlier: 1 })),
    ).toMatchObject({ kind: 'conflict', why: 'moved', by: 'Focal point' });
    for (const earlier of [0, 4, 99])
      expect(failureOf(await restoreVersion(focal, { ...need, earlier }))).toEqual({
        kind: 'not-found',
      });
    expect(
      failureOf(await restoreVersion(focal, { id: randomUUID(), version: 1, earlier: 1 })),
    ).toEqual({ kind: 'not-found' });
    for (const actor of [publicActor, foreign, first])
      expect(failureOf(await restoreVersion(actor, { ...need, earlier: 1 }))).toEqual({
        kind: 'not-found',
      });
    expect(await revision()).toBe(before);
    const sent = valueOf(await submitNeed(focal, need));
    expect(failureOf(await restoreVersion(focal, { ...sent, earlier: 1 }))).toEqual({
      kind: 'conflict',
      why: 'status',
    });
    expect(failureOf(await restoreVersion(first, { ...sent, earlier: 1 }))).toMatchObject({
      kind: 'forbidden',
    });
  });
});
