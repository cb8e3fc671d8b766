import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  editNeed,
  enterNeed,
  returnNeed,
  submitNeed,
  withdrawNeed,
} from '#lib/needs/entry/commands';
import { verbsOf } from '#tests/support/databases/log-rows';
import { articleRows, needRow } from '#tests/support/factories/need-rows';
import { completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { focalPoint } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { number, row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

describe('entering', () => {
  it('a draft may be incomplete and contradict itself; nothing typed is lost', async () => {
    const { review, focal } = await panel();
    const { id } = await draft(focal, review, {
      chapter: 'V',
      articles: ['5', 'general'],
      category: '',
      subcategory: '',
      types: ['staff-training'],
      text: ' Hörsaal \r\n',
      language: '',
    });
    expect(
      await row(
        'select status, chapter, general, category, subcategory, types, text, language, reference from need where id = ?',
        [id],
      ),
    ).toMatchObject({
      status: 'draft',
      chapter: 'V',
      category: null,
      subcategory: null,
      types: '["staff-training"]',
      text: 'Hörsaal',
      language: null,
      reference: null,
    });
    expect(await number('select count(*) from need where id = ? and general', [id])).toBe(1);
    expect(await articleRows(id)).toEqual([5]);
    expect(await verbsOf('need', id)).toEqual(['enter']);
  });

  it('an edit changes the working row and its articles, and leaves the version before as it was', async () => {
    const { review, focal } = await panel();
    const entered = await draft(focal, review);
    valueOf(
      await editNeed(focal, {
        ...entered,
        fields: { ...completeFields, articles: ['14', '13', '7'], text: 'Another text.' },
      }),
    );
    expect(await articleRows(entered.id)).toEqual([7, 13, 14]);
    expect(await row('select text from need where id = ?', [entered.id])).toEqual({
      text: 'Another text.',
    });
    expect(
      await rows(
        'select version, provision, text from need_version where need_id = ? order by version',
        [entered.id],
      ),
    ).toEqual([
      { version: 1, provision: '5', text: 'Training of procurement officers.' },
      { version: 2, provision: '7;13;14', text: 'Another text.' },
    ]);
    expect(await verbsOf('need', entered.id)).toEqual(['enter', 'edit']);
  });

  it('the same form sent twice, one after the other, enters one need', async () => {
    const { review, focal } = await panel();
    const input = { id: randomUUID(), reviewId: review.id, fields: completeFields };
    for (let i = 0; i < 2; i += 1)
      expect(valueOf(await enterNeed(focal, input))).toEqual({ id: input.id, version: 1 });
    expect(await verbsOf('need', input.id)).toEqual(['enter']);
  });

  it('a form sent again with other words changes the need that it entered', async () => {
    const { review, focal } = await panel();
    const input = { id: randomUUID(), reviewId: review.id, fields: completeFields };
    valueOf(await enterNeed(focal, input));
    const fields = { ...completeFields, text: 'Something else.' };
    expect(valueOf(await enterNeed(focal, { ...input, fields }))).toEqual({
      id: input.id,
      version: 2,
    });
    expect(await rows('select text from need where review_id = ?', [review.id])).toEqual([
      { text: 'Something else.' },
    ]);
    expect(await verbsOf('need', input.id)).toEqual(['enter', 'edit']);
  });

  it('the same form sent several times at the same moment enters one need, and every sender is told so', async () => {
    const { review, focal } = await panel();
    const input = { id: randomUUID(), reviewId: review.id, fields: completeFields };
    // The first round opens the connections, so that the second one really runs at once.
    await Promise.all([1, 2, 3, 4].map(() => draft(focal, review)));
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => enterNeed(focal, input)));
    expect(outcomes.map(valueOf)).toEqual(Array(4).fill({ id: input.id, version: 1 }));
    expect(await verbsOf('need', input.id)).toEqual(['enter']);
  });

  it("the id of somebody else's need cannot be used for one's own", async () => {
    const { review, focal, first } = await panel();
    const sent = await submitted(focal, review);
    const input = {
      id: sent.id,
      reviewId: review.id,
      fields: { ...completeFields, text: 'Taken over.' },
    };
    expect(failureOf(await enterNeed(first, input))).toEqual({ kind: 'not-found' });
    expect(await verbsOf('need', sent.id)).toEqual(['enter', 'submit']);
  });

  it('the id of a need that one cannot see answers as if it were free to nobody', async () => {
    const [own, foreign] = [await panel(), await panel()];
    const hidden = await draft(foreign.focal, foreign.review);
    const input = { id: hidden.id, reviewId: own.review.id, fields: completeFields };
    expect(failureOf(await enterNeed(own.focal, input))).toEqual({ kind: 'not-found' });
    expect(await verbsOf('need', hidden.id)).toEqual(['enter']);
  });
});

describe('references', () => {
  it('a review numbers its needs at their first submission, each once', async () => {
    const [{ review, focal, first }, other] = [await panel(), await panel()];
    const [early, late] = [await draft(focal, review), await draft(focal, review)];
    const lateSent = valueOf(await submitNeed(focal, late));
    const elsewhere = await submitted(other.focal, other.review);
    valueOf(await submitNeed(focal, early));
    const back = valueOf(await returnNeed(first, { ...lateSent, reason: 'Please explain.' }));
    valueOf(await submitNeed(focal, back));
    expect((await needRow(late.id)).reference).toBe(`${review.stateCode}-2-001`);
    expect((await needRow(early.id)).reference).toBe(`${review.stateCode}-2-002`);
    expect((await needRow(elsewhere.id)).reference).toBe(`${other.review.stateCode}-2-001`);
    expect(await number('select numbered from review where id = ?', [review.id])).toBe(2);
  });

  it('the reviews of one State number apart, each with its cycle', async () => {
    const review = await mintedReview();
    const firstCycle = await mintedReview({ cycle: 1, of: review });
    const focal = await focalPoint(review);
    const [second, first] = [
      await submitted(focal, review),
      await submitted(focal, firstCycle, { chapter: 'III', articles: ['15'] }),
    ];
    expect((await needRow(second.id)).reference).toBe(`${review.stateCode}-2-001`);
    expect((await needRow(first.id)).reference).toBe(`${review.stateCode}-1-001`);
  });

  it('a draft that is never submitted takes no number', async () => {
    const { review, focal } = await panel();
    const { id, version } = await draft(focal, review);
    valueOf(await withdrawNeed(focal, { id, version, reason: 'Not meant.' }));
    expect((await needRow(id)).reference).toBeNull();
    expect(await number('select numbered from review where id = ?', [review.id])).toBe(0);
  });
});
