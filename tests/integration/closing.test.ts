import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { commentOnNeed } from '#lib/needs/comments/commands';
import { today } from '#lib/text/dates';
import { enterNeed } from '#lib/needs/entry/commands';
import { copyNeed } from '#lib/needs/entry/copies';
import { answerArticles } from '#lib/needs/reviews/answers';
import { reviewChecklist } from '#lib/review/closing/queries';
import { closeReview, endWaiver, reopenReview, waiveDoubts } from '#lib/review/closing/commands';
import { setCompletion } from '#lib/needs/reviews/commands';
import { historyOfReview, reviewById } from '#lib/needs/reviews/queries';
import { revision, verbsOf } from '#tests/support/databases/log-rows';
import { approved, completeFields, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { commands } from '#tests/support/factories/situations';
import { number, rows } from '#tests/support/databases/sql';
import { dropGuards } from '#tests/support/databases/unrecorded';

beforeAll(() => freshRegister());

const withoutNeeds = [6, 7, 8, 9, 10, 11, 12, 13, 14];
const chapterV = Array.from({ length: 9 }, (_, i) => 51 + i);
const list = async (actor: Actor, id: string) =>
  (await reviewChecklist(actor, (await reviewById(actor, id))!)).map(
    ({ doubt, subject, waiver: waived }) => [doubt, subject, waived !== null] as const,
  );
const close = async (actor: Actor, id: string) =>
  closeReview(actor, { id, version: (await reviewById(actor, id))!.version });

/**
 * A review in which all is settled: one approved need that quotes the summary, an answer for every
 * other article, symbol and date.
 */
async function settled() {
  const own = await panel();
  const need = await approved(own.focal, own.second, own.review, {
    quote: 'A passage.',
    articles: ['5'],
  });
  valueOf(
    await answerArticles(own.focal, {
      id: own.review.id,
      articles: [...withoutNeeds, ...chapterV],
    }),
  );
  valueOf(
    await setCompletion(await administrator(), {
      id: own.review.id,
      version: 1,
      completedOn: '2023-01-31',
      symbol: 'CAC/X/1',
    }),
  );
  return { ...own, need };
}

describe('what is doubtful about a review', () => {
  it('is computed: dates, articles, needs, requests, comments and quotes', async () => {
    const { review, focal, first, second } = await panel();
    const sent = await submitted(focal, review, { articles: ['5'] });
    const counted = await approved(focal, second, review, { articles: ['6'], quote: 'A passage.' });
    valueOf(await commands['request-withdrawal'](focal, counted));
    valueOf(
      await commentOnNeed(first, {
        id: sent.id,
        comment: crypto.randomUUID(),
        field: null,
        internal: true,
        text: 'Which?',
      }),
    );
    const found = await list(first, review.id);
    expect(found.filter(([doubt]) => doubt !== 'unanswered')).toEqual([
      ['undated', 'review', false],
      ['undecided', sent.id, false],
      ['request', counted.id, false],
      ['comment', sent.id, false],
      ['no-quote', sent.id, false],
    ]);
    expect(
      found.filter(([doubt]) => doubt === 'unanswered').map(([, subject]) => Number(subject)),
    ).toEqual([7, 8, 9, 10, 11, 12, 13, 14, ...chapterV]);
    expect(await list(await administrator(), review.id)).toEqual(found);
  });

  it('is shown to nobody but those who answer for it', async () => {
    const { review, focal } = await panel();
    for (const other of [focal, await manager()]) expect(await list(other, review.id)).toEqual([]);
    expect(failureOf(await close(focal, review.id))).toEqual({ kind: 'forbidden', why: 'role' });
    expect(
      failureOf(
        await closeReview(await focalPoint(await mintedReview()), { id: review.id, version: 1 }),
      ),
    ).toEqual({ kind: 'not-found' });
  });

  it('takes in a coding that no other need on the topic has, where there are enough of them', async () => {
    const { review, focal, first, second } = await panel(
      await mintedReview({ completedOn: '2022-01-31' }),
    );
    for (let i = 0; i < 10; i += 1)
      await approved(focal, second, review, { topics: ['asset-declarations'] });
    const legal = await approved(focal, second, review, {
      category: 'legislative-assistance',
      subcategory: 'la-drafting',
      types: [],
      topics: ['asset-declarations'],
    });
    expect((await list(first, review.id)).filter(([doubt]) => doubt === 'coding')).toEqual([
      ['coding', `${legal.id}~asset-declarations`, false],
    ]);
  });
});

describe('a waiver', () => {
  it('lets a doubt stand with a reason until a day, and can be taken back; the summary’s date cannot be waived', async () => {
    const { review, first } = await panel();
    const waive = (doubts: string[], more = {}) =>
      waiveDoubts(first, {
        id: review.id,
        doubts,
        reason: 'The summary says nothing of it.',
        expiresOn: today(),
        ...more,
      });
    expect(failureOf(await waive(['unanswered~5'], { reason: ' ' }))).toMatchObject({
      errors: [{ field: 'reason' }],
    });
    for (const expiresOn of ['2020-01-01', '2099-01-01'])
      expect(failureOf(await waive(['unanswered~5'], { expiresOn }))).toMatchObject({
        errors: [{ field: 'expiresOn', message: 'waiverDate' }],
      });
    expect(failureOf(await waive([]))).toMatchObject({ errors: [{ field: 'doubt' }] });
    for (const strange of ['undated~review', 'unanswered~99', 'nothing'])
      expect(failureOf(await waive(['unanswered~5', strange]))).toEqual({
        kind: 'conflict',
        why: 'set',
      });
    expect(await number(`select count(*) from waiver where review_id = '${review.id}'`)).toBe(0);
    valueOf(await waive(['unanswered~5', 'unanswered~6']));
    expect(
      (await list(first, review.id)).filter(([, , waived]) => waived).map(([, subject]) => subject),
    ).toEqual(['5', '6']);
    const [{ id } = { id: '' }] = await rows<{ id: string }>(
      `select id from waiver where review_id = ? and subject = '5'`,
      [review.id],
    );
    valueOf(await endWaiver(first, { id: review.id, waiver: id }));
    expect(failureOf(await endWaiver(first, { id: review.id, waiver: id }))).toEqual({
      kind: 'not-found',
    });
    await dropGuards();
    await rows(
      `update waiver set expires_on = '2020-01-01' where review_id = ? and subject = '6'`,
      [review.id],
    );
    expect((await list(first, review.id)).filter(([, , waived]) => waived)).toEqual([]);
    expect(await verbsOf('waiver', id)).toEqual(['waive', 'end-waiver']);
  });
});

describe('a review that is closed for counting', () => {
  it('was settled whole, or what was not was waived', async () => {
    const { review, first, focal, second } = await settled();
    const late = await submitted(focal, review, { articles: ['5'], quote: 'Another.' });
    const before = await revision();
    expect(failureOf(await close(first, review.id))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'close', message: 'doubtsLeft' }],
    });
    expect(await revision()).toBe(before);
    valueOf(await commands.approve(second, late));
    valueOf(await close(first, review.id));
    expect((await reviewById(first, review.id))?.closedAt).not.toBeNull();
    expect(failureOf(await close(first, review.id))).toEqual({ kind: 'conflict', why: 'closed' });
  });

  it('refuses every change of its needs, answers and dates, by whatever way it comes', async () => {
    const { review, focal, first, second, need } = await settled();
    const admin = await administrator();
    valueOf(await close(admin, review.id));
    const before = await revision();
    const closed = { kind: 'conflict', why: 'closed' };
    expect(
      failureOf(
        await enterNeed(focal, {
          id: crypto.randomUUID(),
          reviewId: review.id,
          fields: completeFields,
        }),
      ),
    ).toEqual(closed);
    expect(failureOf(await copyNeed(focal, { id: need.id, copy: crypto.randomUUID() }))).toEqual(
      closed,
    );
    expect(failureOf(await commands.reopen(first, need))).toEqual(closed);
    expect(failureOf(await commands['request-withdrawal'](focal, need))).toEqual(closed);
    expect(
      failureOf(
        await commentOnNeed(second, {
          id: need.id,
          comment: crypto.randomUUID(),
          field: null,
          internal: false,
          text: 'Late.',
        }),
      ),
    ).toEqual(closed);
    expect(failureOf(await answerArticles(focal, { id: review.id, articles: [5] }))).toEqual(
      closed,
    );
    expect(
      failureOf(
        await setCompletion(admin, {
          id: review.id,
          version: 3,
          completedOn: '2023-02-28',
          symbol: 'CAC/X/1',
        }),
      ),
    ).toEqual(closed);
    expect(await revision()).toBe(before);
  });

  it('is opened again with a reason that stands in its history', async () => {
    const { review, first, need } = await settled();
    valueOf(await close(first, review.id));
    const { version } = (await reviewById(first, review.id))!;
    expect(
      failureOf(await reopenReview(first, { id: review.id, version, reason: '' })),
    ).toMatchObject({ errors: [{ field: 'reason' }] });
    valueOf(await reopenReview(first, { id: review.id, version, reason: 'A corrigendum.' }));
    expect(
      (await historyOfReview(first, (await reviewById(first, review.id))!)).slice(0, 2),
    ).toMatchObject([
      { verb: 'reopen', reason: 'A corrigendum.' },
      { verb: 'close', reason: null },
    ]);
    valueOf(await commands.reopen(first, need));
  });

  it('is not closed at the same moment as one of its needs is opened again', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { review, first, second, need } = await settled();
      const [closing, opening] = await Promise.all([
        close(first, review.id),
        commands.reopen(second, need),
      ]);
      expect([closing.ok, opening.ok].filter(Boolean)).toHaveLength(1);
      expect(
        await number(
          `select count(*) from need n join review r on r.id = n.review_id where r.id = '${review.id}' and r.closed_at is not null and n.status <> 'approved'`,
        ),
      ).toBe(0);
    }
  });
});
