import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  approveNeed,
  editNeed,
  enterNeed,
  recodeNeed,
  reopenNeed,
  returnNeed,
  submitNeed,
  withdrawNeed,
} from '#lib/needs/entry/commands';
import { revision } from '#tests/support/databases/log-rows';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

/** What the register holds of a review, and how much in all. */
const traces = async (reviewId: string) => ({
  revision: await revision(),
  numbered: await number('select numbered from review where id = ?', [reviewId]),
  needs: await rows(
    'select id, status, version, reference, text, recoded_by from need where review_id = ? order by id',
    [reviewId],
  ),
  versions: await number('select count(*) from need_version'),
  articles: await number('select count(*) from need_article'),
});

describe('what is refused leaves no row, no change and no number', () => {
  it('a submission with faults', async () => {
    const { review, focal } = await panel();
    const incomplete = await draft(focal, review, { text: '', articles: ['51'] });
    const before = await traces(review.id);
    expect(failureOf(await submitNeed(focal, incomplete))).toEqual({
      kind: 'invalid',
      errors: [
        { field: 'text', message: 'enterText' },
        { field: 'articles', message: 'articleOfOtherChapter' },
      ],
    });
    expect(await traces(review.id)).toEqual(before);
  });

  it('an entry or an edit with codes that do not exist', async () => {
    const { review, focal } = await panel();
    const known = await draft(focal, review);
    const before = await traces(review.id);
    const wrong = {
      kind: 'invalid',
      errors: [{ field: 'subcategory', message: 'unknownSubcategory' }],
    };
    const fields = { ...completeFields, subcategory: 'no-such-thing' };
    expect(
      failureOf(await enterNeed(focal, { id: randomUUID(), reviewId: review.id, fields })),
    ).toEqual(wrong);
    expect(failureOf(await editNeed(focal, { ...known, fields }))).toEqual(wrong);
    expect(await traces(review.id)).toEqual(before);
  });

  it('an entry into a review that does not exist', async () => {
    const { review, focal } = await panel();
    const before = await traces(review.id);
    expect(
      failureOf(
        await enterNeed(focal, {
          id: randomUUID(),
          reviewId: randomUUID(),
          fields: completeFields,
        }),
      ),
    ).toEqual({ kind: 'not-found' });
    expect(await traces(review.id)).toEqual(before);
  });

  it('a return, a reopening or a withdrawal without a reason, or with one that is too long', async () => {
    const { review, focal, first } = await panel();
    const [sent, done] = [await submitted(focal, review), await approved(focal, first, review)];
    const before = await traces(review.id);
    for (const [reason, message] of [
      ['', 'enterReason'],
      [' \r\n', 'enterReason'],
      ['x'.repeat(2001), 'reasonTooLong'],
    ] as const) {
      const refused = { kind: 'invalid', errors: [{ field: 'reason', message }] };
      expect(failureOf(await returnNeed(first, { ...sent, reason }))).toMatchObject(
        message === 'enterReason'
          ? { kind: 'invalid', errors: [{ field: 'reason', message: 'enterReasonOrComment' }] }
          : refused,
      );
      expect(failureOf(await withdrawNeed(focal, { ...sent, reason }))).toMatchObject(refused);
      expect(failureOf(await reopenNeed(first, { ...done, reason }))).toMatchObject(refused);
    }
    expect(await traces(review.id)).toEqual(before);
    valueOf(await returnNeed(first, { ...sent, reason: 'x'.repeat(2000) }));
  });

  it.each([
    ['none', ''],
    ['blanks', ' \r\n'],
    ['2,001 characters', 'x'.repeat(2001)],
  ])('a recoding whose reason is %s', async (_said, reason) => {
    const { review, focal, first } = await panel();
    const sent = await submitted(focal, review);
    const before = await traces(review.id);
    expect(
      failureOf(await recodeNeed(first, { ...sent, fields: completeFields, reason })),
    ).toMatchObject({ kind: 'invalid', errors: [{ field: 'reason' }] });
    expect(await traces(review.id)).toEqual(before);
  });

  it('a recoding that could not be submitted', async () => {
    const { review, focal, first } = await panel();
    const sent = await submitted(focal, review);
    const before = await traces(review.id);
    const fields = { ...completeFields, category: 'other' as const };
    expect(
      failureOf(await recodeNeed(first, { ...sent, fields, reason: 'Not training.' })),
    ).toEqual({
      kind: 'invalid',
      errors: [
        { field: 'subcategory', message: 'subcategoryOfOtherCategory' },
        { field: 'types', message: 'typesOfCapacityBuildingOnly' },
      ],
    });
    expect(await traces(review.id)).toEqual(before);
  });

  it('an approval by whoever entered the need', async () => {
    const { review, first } = await panel();
    const own = await submitted(first, review);
    const before = await traces(review.id);
    expect(failureOf(await approveNeed(first, own))).toEqual({
      kind: 'forbidden',
      why: 'four-eyes',
    });
    expect(await traces(review.id)).toEqual(before);
  });
});

describe('a text that a database cannot hold', () => {
  it('is stored without what nobody sees: a NUL character in a reason', async () => {
    const { review, focal, first } = await panel();
    const sent = await submitted(focal, review);
    valueOf(await returnNeed(first, { ...sent, reason: 'before\u0000after' }));
    expect(
      await rows(`select reason from need_version where verb = 'return' and need_id = ?`, [
        sent.id,
      ]),
    ).toEqual([{ reason: 'beforeafter' }]);
  });

  it('is refused and named where it stands for something: half a character in a reason', async () => {
    const reason = 'before\uD800after';
    const { review, focal, first } = await panel();
    const sent = await submitted(focal, review);
    const before = await traces(review.id);
    expect(failureOf(await returnNeed(first, { ...sent, reason }))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'reason' }],
    });
    expect(failureOf(await withdrawNeed(focal, { ...sent, reason }))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'reason' }],
    });
    expect(await traces(review.id)).toEqual(before);
  });
});
