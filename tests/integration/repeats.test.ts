import { beforeAll, describe, expect, it } from 'vitest';
import {
  approveNeed,
  editNeed,
  enterNeed,
  returnNeed,
  submitNeed,
} from '#lib/needs/entry/commands';
import { completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { focalPoint, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { number } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const versions = (id: string) =>
  number('select count(*) from need_version where need_id = ?', [id]);

describe('the same form sent again, as over a bad line', () => {
  it('does nothing a second time, and is answered as the first was', async () => {
    const review = await mintedReview();
    const [focal, by, other] = [
      await focalPoint(review),
      await reviewer(review),
      await reviewer(review),
    ];
    const entry = { id: crypto.randomUUID(), reviewId: review.id, fields: completeFields };
    const seen = valueOf(await enterNeed(focal, entry));
    expect(valueOf(await enterNeed(focal, entry))).toEqual(seen);
    const fields = { ...completeFields, text: 'Changed once.' };
    const edited = valueOf(await editNeed(focal, { ...seen, fields }));
    expect(valueOf(await editNeed(focal, { ...seen, fields }))).toEqual(edited);
    const sent = valueOf(await submitNeed(focal, edited));
    expect(valueOf(await submitNeed(focal, edited))).toEqual(sent);
    const returned = valueOf(await returnNeed(by, { ...sent, reason: 'A reason.' }));
    expect(valueOf(await returnNeed(by, { ...sent, reason: 'A reason.' }))).toEqual(returned);
    expect(await versions(seen.id)).toBe(4);
    // Another reason, another person, another text are not the same form.
    expect(failureOf(await returnNeed(by, { ...sent, reason: 'Another reason.' }))).toMatchObject({
      kind: 'conflict',
    });
    expect(failureOf(await returnNeed(other, { ...sent, reason: 'A reason.' }))).toMatchObject({
      kind: 'conflict',
    });
    expect(
      failureOf(
        await editNeed(focal, { ...seen, fields: { ...fields, text: 'Changed otherwise.' } }),
      ),
    ).toMatchObject({ kind: 'conflict' });
    expect(await versions(seen.id)).toBe(4);
  });

  it('ten times at once approves once', async () => {
    const review = await mintedReview();
    const by = await reviewer(review);
    const sent = await submitted(await focalPoint(review), review);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => approveNeed(by, sent)));
    expect(outcomes.map((outcome) => valueOf(outcome).version)).toEqual(Array(10).fill(3));
    expect(await versions(sent.id)).toBe(3);
  });

  it('by two who typed the same is a conflict all the same', async () => {
    const review = await mintedReview();
    const [one, two] = [await focalPoint(review), await focalPoint(review)];
    const seen = await draft(one, review);
    const fields = { ...completeFields, text: 'The same words.' };
    valueOf(await editNeed(one, { ...seen, fields }));
    expect(failureOf(await editNeed(two, { ...seen, fields }))).toMatchObject({
      kind: 'conflict',
      by: one.name,
    });
  });
});
