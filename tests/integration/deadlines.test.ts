import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, systemActor, type Actor } from '#lib/base/actor';
import { queueDueDateMail } from '#lib/review/mail/due-date-mail';
import { sendDueMail } from '#lib/review/mail/send-mail';
import { answerArticles, declareComplete } from '#lib/needs/reviews/answers';
import { setCompletion, setDeadlines } from '#lib/needs/reviews/commands';
import { deadlinesSchema } from '#lib/needs/reviews/schema';
import { currentFacts, loadFacts } from '#lib/counting/facts/load';
import { changesOf, revision } from '#tests/support/databases/log-rows';
import { comeTheHour, keeping, messagesTo, onlyTo } from '#tests/support/factories/mail';
import { submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { row } from '#tests/support/databases/sql';

let admin: Actor;
beforeAll(async () => {
  await freshRegister();
  admin = await administrator();
});

const program = systemActor('', 'Mail');
const stored = (id: string) =>
  row('select entry_due_on, decision_due_on, version from review where id = ?', [id]);
const set = async ({ id }: { id: string }, entryDueOn: string, decisionDueOn = '') =>
  valueOf(
    await setDeadlines(admin, {
      id,
      version: Number((await stored(id)).version),
      entryDueOn,
      decisionDueOn,
    }),
  );

describe('the deadlines of a review', () => {
  it('are set, moved and taken away again by the administrator, each time with a change; nothing that counts is touched', async () => {
    const { id } = await mintedReview({ completedOn: '2022-06-30' });
    valueOf(
      await setDeadlines(admin, {
        id,
        version: 2,
        entryDueOn: '2027-01-31',
        decisionDueOn: '2027-01-31',
      }),
    );
    expect(await stored(id)).toEqual({
      entry_due_on: '2027-01-31',
      decision_due_on: '2027-01-31',
      version: 3,
    });
    valueOf(
      await setDeadlines(admin, { id, version: 3, entryDueOn: '', decisionDueOn: '2020-02-29' }),
    );
    expect(await stored(id)).toEqual({
      entry_due_on: null,
      decision_due_on: '2020-02-29',
      version: 4,
    });
    expect((await changesOf('review', id)).slice(2)).toMatchObject([
      {
        verb: 'set-deadlines',
        actorId: admin.accountId,
        data: { version: 3, entryDueOn: '2027-01-31', decisionDueOn: '2027-01-31' },
      },
      {
        verb: 'set-deadlines',
        actorId: admin.accountId,
        data: { version: 4, entryDueOn: null, decisionDueOn: '2020-02-29' },
      },
    ]);
    for (const facts of [await currentFacts(), await loadFacts(await revision())])
      expect(facts.reviews.find((review) => review.id === id)).toMatchObject({
        completedOn: 20220630,
        publishedOn: 0,
      });
    valueOf(await setCompletion(admin, { id, version: 4, completedOn: '2022-07-01', symbol: '' }));
    expect(await stored(id)).toEqual({
      entry_due_on: null,
      decision_due_on: '2020-02-29',
      version: 5,
    });
  });

  it('are dates, and decisions do not fall due before entry', async () => {
    const { id } = await mintedReview();
    for (const [entryDueOn, decisionDueOn, field] of [
      ['2027-02-30', '', 'entryDueOn'],
      ['', '31.1.2027', 'decisionDueOn'],
      ['1999-12-31', '', 'entryDueOn'],
    ] as const) {
      expect(
        deadlinesSchema.safeParse({ id, version: '1', entryDueOn, decisionDueOn }),
      ).toMatchObject({
        success: false,
        error: { issues: [{ path: [field], message: 'noSuchDate' }] },
      });
    }
    expect(
      failureOf(
        await setDeadlines(admin, {
          id,
          version: 1,
          entryDueOn: '2027-02-01',
          decisionDueOn: '2027-01-31',
        }),
      ),
    ).toMatchObject({ errors: [{ field: 'decisionDueOn', message: 'decisionBeforeEntry' }] });
    expect(
      failureOf(
        await setDeadlines(admin, { id, version: 7, entryDueOn: '2027-02-01', decisionDueOn: '' }),
      ),
    ).toEqual({ kind: 'conflict', why: 'moved' });
    expect(await stored(id)).toEqual({ entry_due_on: null, decision_due_on: null, version: 1 });
  });

  it('are the administrator’s alone', async () => {
    const review = await mintedReview();
    const attempt = (who: Actor) =>
      setDeadlines(who, { id: review.id, version: 1, entryDueOn: '2027-02-01', decisionDueOn: '' });
    const insiders = [await focalPoint(review), await manager()];
    for (const who of insiders)
      expect(failureOf(await attempt(who))).toEqual({ kind: 'forbidden', why: 'role' });
    const outsiders = [await reviewer(), await focalPoint(await mintedReview()), publicActor];
    const before = await revision();
    for (const who of outsiders)
      expect(failureOf(await attempt(who))).toEqual({ kind: 'not-found' });
    expect([await stored(review.id), await revision()]).toEqual([
      { entry_due_on: null, decision_due_on: null, version: 1 },
      before,
    ]);
  });
});

describe('a date that is near or past', () => {
  it('entry: the focal points hear of it seven days before and after it, each once, however often it is looked for', async () => {
    const { review, focal, first } = await panel();
    const people = { focal, first, colleague: await focalPoint(review) };
    await set(review, '2027-03-10');
    const told = async (day: string) => {
      await queueDueDateMail(program, day);
      return messagesTo(people, review.id);
    };
    expect(await told('2027-03-02')).toEqual([]);
    const soon = ['colleague: due-soon', 'focal: due-soon'];
    for (const day of ['2027-03-03', '2027-03-04', '2027-03-10'])
      expect(await told(day), day).toEqual(soon);
    await Promise.all([1, 2, 3].map(() => queueDueDateMail(program, '2027-03-11')));
    const over = ['colleague: due-soon', 'colleague: overdue', 'focal: due-soon', 'focal: overdue'];
    expect(await told('2027-04-01')).toEqual(over);
    await set(review, '2027-05-10');
    expect(await told('2027-05-04')).toHaveLength(6);
  });

  it('decision: the reviewers hear of it while something waits for them, and only then', async () => {
    const { review, focal, first, second } = await panel();
    const people = { focal, first, second };
    await set(review, '', '2027-03-10');
    await queueDueDateMail(program, '2027-03-05');
    expect(await messagesTo(people, review.id)).toEqual([]);
    await submitted(focal, review);
    await queueDueDateMail(program, '2027-03-06');
    expect(await messagesTo(people, review.id)).toEqual(['first: due-soon', 'second: due-soon']);
  });

  it('nobody is reminded to enter what has been declared complete', async () => {
    const { review, focal } = await panel();
    await set(review, '2027-03-10');
    for (const [chapter, articles] of [
      ['II', [5, 6, 7, 8, 9, 10, 11, 12, 13, 14]],
      ['V', [51, 52, 53, 54, 55, 56, 57, 58, 59]],
    ] as const) {
      valueOf(await answerArticles(focal, { id: review.id, articles }));
      valueOf(await declareComplete(focal, { id: review.id, chapter }));
    }
    await queueDueDateMail(program, '2027-03-11');
    expect(await messagesTo({ focal }, review.id)).toEqual([]);
  });

  it('is named in the mail, unless it has been moved since', async () => {
    const [one, other] = [await panel(), await panel()];
    await onlyTo([one.focal, other.focal]);
    await set(one.review, '2027-03-10');
    await set(other.review, '2027-03-10');
    await queueDueDateMail(program, '2027-03-11');
    await set(other.review, '2027-06-10');
    await comeTheHour();
    const { parcels, delivery } = keeping();
    expect(await sendDueMail(delivery)).toBe(1);
    expect(parcels[0]!.letter.text).toContain(
      `were to be entered and its chapters declared complete by 10 March 2027 (${one.review.stateCode}, Second review cycle).\n  http://localhost:3000/en/accounts/sign-in?next=/en/reviews/${one.review.id}`,
    );
  });
});
