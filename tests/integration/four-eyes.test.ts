import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import {
  approveNeed,
  editNeed,
  enterNeed,
  recodeNeed,
  returnNeed,
  submitNeed,
} from '#lib/needs/entry/commands';
import { releaseReviewer } from '#lib/needs/reviews/commands';
import { verbsOf } from '#tests/support/databases/log-rows';
import { needRow } from '#tests/support/factories/need-rows';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import {
  administrator,
  again,
  focalPoint,
  manager,
  reviewer,
} from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';
import { commands } from '#tests/support/factories/situations';
import { number, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const fourEyes = { kind: 'forbidden', why: 'four-eyes' };

describe('four eyes', () => {
  it('whoever recoded a need does not approve it, even after the focal point has changed it since', async () => {
    const { review, focal, first, second } = await panel();
    const recoded = valueOf(
      await recodeNeed(first, {
        ...(await submitted(focal, review)),
        fields: completeFields,
        reason: 'A reason.',
      }),
    );
    const back = valueOf(
      await returnNeed(second, { ...recoded, reason: 'The focal point objects.' }),
    );
    const sent = valueOf(
      await submitNeed(focal, valueOf(await editNeed(focal, { ...back, fields: completeFields }))),
    );
    expect(failureOf(await approveNeed(first, sent))).toEqual(fourEyes);
    valueOf(await approveNeed(second, sent));
    expect(await verbsOf('need', sent.id)).toEqual([
      'enter',
      'submit',
      'recode',
      'return',
      'edit',
      'submit',
      'approve',
    ]);
  });

  it('whoever recoded a need does not approve it, even after another reviewer has recoded it since', async () => {
    const { review, focal, first, second } = await panel();
    const recoded = valueOf(
      await recodeNeed(first, {
        ...(await submitted(focal, review)),
        fields: completeFields,
        reason: 'A reason.',
      }),
    );
    const sent = valueOf(
      await submitNeed(
        focal,
        valueOf(await returnNeed(second, { ...recoded, reason: 'The focal point objects.' })),
      ),
    );
    const twice = valueOf(
      await recodeNeed(second, { ...sent, fields: completeFields, reason: 'Another reason.' }),
    );
    for (const hands of [first, second])
      expect(failureOf(await approveNeed(hands, twice))).toEqual(fourEyes);
    valueOf(await approveNeed(await reviewer(review), twice));
  });

  it('whoever entered a need does not approve it, even after a focal point has changed it since', async () => {
    const { review, focal, first, second } = await panel();
    const changed = valueOf(
      await editNeed(focal, { ...(await draft(first, review)), fields: completeFields }),
    );
    const sent = valueOf(await submitNeed(focal, changed));
    expect(await needRow(sent.id)).toMatchObject({
      entered_by: first.accountId,
      changed_by: focal.accountId,
    });
    expect(failureOf(await approveNeed(first, sent))).toEqual(fourEyes);
    valueOf(await approveNeed(second, sent));
  });

  it('whoever last changed a need does not approve it, whoever entered it', async () => {
    const { review, focal, first, second } = await panel();
    const sent = await submitted(focal, review);
    await rows('update need set changed_by = ? where id = ?', [first.accountId, sent.id]);
    expect(failureOf(await approveNeed(first, sent))).toEqual(fourEyes);
    expect(await needRow(sent.id)).toMatchObject({ status: 'submitted', counted_version: null });
    valueOf(await approveNeed(second, sent));
  });

  it('an approval repeated after a reopening needs other hands again', async () => {
    const { review, focal, first, second } = await panel();
    const done = await approved(first, second, review);
    const back = valueOf(await commands.reopen(first, done));
    const sent = valueOf(await submitNeed(first, back));
    expect(failureOf(await approveNeed(first, sent))).toEqual(fourEyes);
    expect(failureOf(await approveNeed(focal, sent))).toEqual({ kind: 'forbidden', why: 'role' });
    valueOf(await approveNeed(second, sent));
  });
});

describe('entering a need into a review', () => {
  const entry = (reviewId: string) => ({ id: randomUUID(), reviewId, fields: completeFields });
  const needsIn = (id: string) => number('select count(*) from need where review_id = ?', [id]);

  it('is for the focal point of its State and the reviewers assigned to it', async () => {
    const review = await mintedReview();
    for (const actor of [await focalPoint(review), await reviewer(review)]) {
      const input = entry(review.id);
      expect(valueOf(await enterNeed(actor, input))).toEqual({ id: input.id, version: 1 });
      expect(await verbsOf('need', input.id)).toEqual(['enter']);
    }
    expect(await needsIn(review.id)).toBe(2);
  });

  it('is refused to the manager and the administrator, who see the review', async () => {
    const review = await mintedReview();
    for (const actor of [await manager(), await administrator()]) {
      expect(failureOf(await enterNeed(actor, entry(review.id)))).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
    }
    expect(await needsIn(review.id)).toBe(0);
  });

  it('answers everybody else as if there were no such review, published or not', async () => {
    const others = [
      await focalPoint(await mintedReview()),
      await reviewer(await mintedReview()),
      await reviewer(),
      publicActor,
    ];
    for (const review of [await mintedReview(), await publishedReview()]) {
      for (const actor of others)
        expect(failureOf(await enterNeed(actor, entry(review.id)))).toEqual(
          failureOf(await enterNeed(actor, entry(randomUUID()))),
        );
      expect(await needsIn(review.id)).toBe(0);
    }
  });
});

describe('what is out of scope', () => {
  it.each(Object.keys(commands) as (keyof typeof commands)[])(
    'a foreign need answers to "%s" exactly like one that does not exist',
    async (verb) => {
      const [own, foreign] = [await panel(), await panel()];
      for (const hidden of [
        await draft(foreign.focal, foreign.review),
        await submitted(foreign.focal, foreign.review),
        await approved(foreign.focal, foreign.first, foreign.review),
      ]) {
        for (const actor of [own.focal, own.first, publicActor]) {
          expect(await commands[verb](actor, hidden)).toEqual(
            await commands[verb](actor, { id: randomUUID(), version: hidden.version }),
          );
          expect(await commands[verb](actor, { ...hidden, version: 99 })).toEqual(
            await commands[verb](actor, { id: 'no id at all', version: 99 }),
          );
        }
      }
    },
  );

  it('a reviewer who was released sees and does no more from the next request on', async () => {
    const { review, focal, first } = await panel();
    const sent = await submitted(focal, review);
    valueOf(
      await releaseReviewer(await administrator(), { id: review.id, accountId: first.accountId! }),
    );
    expect(failureOf(await approveNeed(await again(first), sent))).toEqual({ kind: 'not-found' });
    expect(await verbsOf('need', sent.id)).toEqual(['enter', 'submit']);
  });
});
