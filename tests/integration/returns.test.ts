import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { commentOnNeed } from '#lib/needs/comments/commands';
import { commentsOn } from '#lib/needs/comments/queries';
import { draftsOfReview } from '#lib/needs/entry/drafts';
import { returnedNeeds } from '#lib/needs/entry/returned';
import { editNeed, returnNeed, submitNeed, submitNeeds } from '#lib/needs/entry/commands';
import { changesSince } from '#lib/needs/store/conflicts';
import { merge } from '#lib/needs/model/merge';
import { needById } from '#lib/needs/store/queries';
import { fieldsOf } from '#lib/needs/model/schema';
import { completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { contributor, focalPoint, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { number, row } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

async function desk() {
  const review = await mintedReview();
  return { review, focal: await focalPoint(review), by: await reviewer(review) };
}

describe('a return that opens some answers', () => {
  it('lets these be changed and leaves the others as they were, whatever is sent', async () => {
    const { review, focal, by } = await desk();
    const returned = valueOf(
      await returnNeed(by, {
        ...(await submitted(focal, review)),
        reason: 'Another subcategory, please.',
        reopened: ['category', 'subcategory', 'types'],
      }),
    );
    expect((await needById(focal, returned.id))?.reopened).toEqual([
      'category',
      'subcategory',
      'types',
    ]);
    expect(
      await row('select reopened from need_version where need_id = ? and version = ?', [
        returned.id,
        returned.version,
      ]),
    ).toEqual({ reopened: '["category","subcategory","types"]' });
    const edited = valueOf(
      await editNeed(focal, {
        ...returned,
        fields: {
          ...completeFields,
          subcategory: 'cb-structures',
          text: 'Another text',
          articles: ['6'],
          priority: '9',
        },
      }),
    );
    expect(await needById(focal, returned.id)).toMatchObject({
      subcategory: 'cb-structures',
      text: completeFields.text,
      articles: [5],
      priority: 1,
      status: 'returned',
    });
    valueOf(await submitNeed(focal, edited));
    expect((await needById(focal, returned.id))?.reopened).toBeNull();
  });

  it('is shown to those alone whose work it is', async () => {
    const { review, focal, by } = await desk();
    const returned = valueOf(
      await returnNeed(by, {
        ...(await submitted(focal, review)),
        reason: 'All of it.',
        reopened: null,
      }),
    );
    expect((await needById(focal, returned.id))?.reopened).toBeNull();
    valueOf(
      await editNeed(focal, {
        ...returned,
        fields: { ...completeFields, text: 'All changed', articles: ['7'] },
      }),
    );
    expect(await needById(focal, returned.id)).toMatchObject({
      text: 'All changed',
      articles: [7],
    });
  });
});

describe('a return explained by comments', () => {
  /** A need returned with a comment on its text, and who returned it. */
  async function commented() {
    const { review, focal, by } = await desk();
    const need = await submitted(focal, review);
    const comment = randomUUID();
    const said = { id: need.id, comment, internal: false, text: 'Which units?' };
    valueOf(await commentOnNeed(by, { ...said, field: 'text' }));
    const seen = valueOf(
      await returnNeed(by, { ...need, reason: 'See the comment.', reopened: null }),
    );
    const mine = async () =>
      (await returnedNeeds(focal)).find(({ need: { id } }) => id === need.id);
    return { focal, by, seen, comment, mine };
  }

  it('is shown with the comments, and counts as corrected once something was changed', async () => {
    const { focal, seen, comment, mine } = await commented();
    expect((await mine())?.comments).toMatchObject([{ id: comment, field: 'text' }]);
    expect((await mine())?.corrected).toBe(false);
    // Saving without a change corrects nothing.
    const same = valueOf(await editNeed(focal, { ...seen, fields: completeFields }));
    expect((await mine())?.corrected).toBe(false);
    valueOf(await editNeed(focal, { ...same, fields: { ...completeFields, text: 'Of units.' } }));
    expect((await mine())?.corrected).toBe(true);
  });

  it('is answered in the form, at the field, and then counts as corrected as well', async () => {
    const { focal, by, seen, comment, mine } = await commented();
    const answers = [{ comment, text: 'All of them.', resolve: true }];
    valueOf(await editNeed(focal, { ...seen, fields: completeFields, answers }));
    expect((await mine())?.corrected).toBe(true);
    expect(await commentsOn(by, [seen.id])).toMatchObject([
      // Only reviewers resolve what a reviewer said.
      { id: comment, resolved: null },
      { field: 'text', text: 'All of them.', internal: false, by: focal.name },
    ]);
  });

  it('stores neither the need nor an answer where one of both is refused', async () => {
    const { focal, by, seen, comment } = await commented();
    const answer = (text: string, id = comment) => ({
      ...seen,
      fields: { ...completeFields, text: 'Changed' },
      answers: [{ comment: id, text, resolve: false }],
    });
    expect(failureOf(await editNeed(focal, answer('x'.repeat(5000))))).toEqual({
      kind: 'invalid',
      errors: [{ field: `answer.${comment}`, message: 'commentTooLong' }],
    });
    expect(failureOf(await editNeed(focal, answer('x', randomUUID())))).toEqual({
      kind: 'not-found',
    });
    const stale = { ...answer('x'), version: seen.version - 1 };
    expect(failureOf(await editNeed(focal, stale))).toMatchObject({ kind: 'conflict' });
    expect((await needById(focal, seen.id))?.text).toBe(completeFields.text);
    expect(await commentsOn(by, [seen.id])).toHaveLength(1);
  });
});

describe('several needs submitted at once', () => {
  it('are all submitted, or none of them', async () => {
    const { review, focal } = await desk();
    const [one, two, broken] = [
      await draft(focal, review),
      await draft(focal, review),
      await draft(focal, review, { category: '', subcategory: '' }),
    ];
    expect(failureOf(await submitNeeds(focal, { needs: [one, two, broken] }))).toMatchObject({
      kind: 'invalid',
    });
    expect(
      failureOf(await submitNeeds(focal, { needs: [one, { ...two, version: 7 }] })),
    ).toMatchObject({ kind: 'conflict' });
    expect(
      await number(`select count(*) from need where review_id = ? and status = 'submitted'`, [
        review.id,
      ]),
    ).toBe(0);
    expect(await number('select numbered from review where id = ?', [review.id])).toBe(0);
    expect(valueOf(await submitNeeds(focal, { needs: [one, two] }))).toHaveLength(2);
    expect(
      await number(`select count(*) from need where review_id = ? and status = 'submitted'`, [
        review.id,
      ]),
    ).toBe(2);
  });
});

describe('a conflict', () => {
  it('names for each answer who changed it last, and merges what only one of two changed', async () => {
    const { review, focal } = await desk();
    const colleague = await focalPoint(review);
    const seen = await draft(focal, review);
    const theirs = { ...completeFields, text: 'Theirs', priority: '4' };
    const moved = valueOf(await editNeed(colleague, { ...seen, fields: theirs }));
    const mine = { ...completeFields, text: 'Mine', topics: ['bribery'] };
    expect(failureOf(await editNeed(focal, { ...seen, fields: mine }))).toMatchObject({
      kind: 'conflict',
      by: colleague.name,
    });
    const since = (await changesSince(focal, seen.id, seen.version))!;
    expect([...since.changed].map(([field, { by }]) => [field, by])).toEqual([
      ['text', colleague.name],
      ['priority', colleague.name],
    ]);
    const stored = fieldsOf((await needById(focal, seen.id))!);
    const found = merge(since.base, mine, stored);
    expect(found).toMatchObject({
      both: ['text'],
      onlyMine: ['topics'],
      onlyTheirs: ['priority'],
      merged: { ...mine, priority: '4' },
    });
    // Whoever chooses the stored text takes it as it is stored, not as a form says it.
    valueOf(await editNeed(focal, { ...moved, fields: found.merged, take: ['text'] }));
    expect(await needById(focal, seen.id)).toMatchObject({
      text: 'Theirs',
      priority: 4,
      topics: ['bribery'],
    });
    expect(await changesSince(await focalPoint(await mintedReview()), seen.id, 1)).toBeUndefined();
  });
});

describe('the drafts of a review', () => {
  it('are listed with who entered them and what they lack, and are submitted in one step', async () => {
    const { review, focal } = await desk();
    const colleague = await contributor(review);
    const whole = await draft(colleague, review);
    const empty = await draft(focal, review, { text: '' });
    const drafts = await draftsOfReview(focal, review.id);
    expect(drafts.map(({ need, by, missing }) => [need.id, by, missing])).toEqual([
      [whole.id, colleague.name, []],
      [empty.id, focal.name, ['text']],
    ]);
    const seen = await draftsOfReview(colleague, review.id);
    expect(seen.map(({ maySubmit }) => maySubmit)).toEqual([false, false]);
    expect(await draftsOfReview(await focalPoint(await mintedReview()), review.id)).toEqual([]);
    valueOf(await submitNeeds(focal, { needs: [whole] }));
    expect((await draftsOfReview(focal, review.id)).map(({ need }) => need.id)).toEqual([empty.id]);
  });
});
