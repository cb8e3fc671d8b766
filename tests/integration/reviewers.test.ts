import { beforeAll, describe, expect, it } from 'vitest';
import { today } from '#lib/text/dates';
import { needById } from '#lib/needs/store/queries';
import { sendReminders } from '#lib/review/progress/commands';
import { allReviewProgress, completedSteps } from '#lib/review/progress/queries';
import {
  balanceReviews,
  endLeave,
  assignmentsFingerprint,
  setLeave,
  setNomination,
} from '#lib/people/reviewers/commands';
import { proposedAssignments, listReviewers } from '#lib/people/reviewers/queries';
import { appointReviewer, setDeadlines } from '#lib/needs/reviews/commands';
import { changeSettings } from '#lib/people/settings/commands';
import { queueLastSeen } from '#lib/review/queue/queries';
import { markQueueSeen } from '#lib/review/queue/commands';
import { revision } from '#tests/support/databases/log-rows';
import { approved, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, again, manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, mintedState } from '#tests/support/factories/reviews';
import { number, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('assigning reviewers', () => {
  it('refuses the own State, a second expert of one State, and the own region where the setting says so', async () => {
    const admin = await administrator();
    const [home, other] = [await mintedState('APG'), await mintedState('AFR')];
    const [own, abroad, near] = [
      await mintedReview({ of: home }),
      await mintedReview({ of: other }),
      await mintedReview({ region: 'APG' }),
    ];
    const [one, two] = [await reviewer(), await reviewer()];
    for (const { accountId } of [one, two])
      valueOf(await setNomination(admin, { accountId: accountId!, state: home.stateCode }));
    const refused = async (review: { id: string }, who = one) =>
      failureOf(await appointReviewer(admin, { id: review.id, accountId: who.accountId! }));
    expect(await refused(own)).toMatchObject({
      errors: [{ field: 'accountId', message: 'ownStateReviewer' }],
    });
    valueOf(await appointReviewer(admin, { id: abroad.id, accountId: one.accountId! }));
    expect(await refused(abroad, two)).toMatchObject({ errors: [{ message: 'sameNomination' }] });
    valueOf(await changeSettings(admin, { 'four-eyes-lift': 'never', 'own-region': 'refused' }));
    expect(await refused(near)).toMatchObject({ errors: [{ message: 'ownRegionReviewer' }] });
    valueOf(await changeSettings(admin, { 'four-eyes-lift': 'never', 'own-region': 'allowed' }));
    valueOf(await appointReviewer(admin, { id: near.id, accountId: one.accountId! }));
    // Who has a review of a State is not nominated by it afterwards.
    expect(
      failureOf(await setNomination(admin, { accountId: one.accountId!, state: other.stateCode })),
    ).toMatchObject({ errors: [{ field: 'state', message: 'ownStateReviewer' }] });
  });

  it('assigns what is missing as it was shown, or nothing where that has changed', async () => {
    const admin = await administrator();
    await rows('update review set closed_at = ?', ['2020-01-01T00:00:00.000Z']);
    const review = await mintedReview();
    const [a, b] = [await reviewer(), await reviewer(), await reviewer()];
    for (const person of [a, b])
      valueOf(
        await setNomination(admin, {
          accountId: person.accountId!,
          state: (await mintedState('EEG')).stateCode,
        }),
      );
    const shown = await proposedAssignments(admin);
    expect(shown.filter(({ reviewId }) => reviewId === review.id)).toHaveLength(3);
    const late = await mintedReview();
    const before = await revision();
    expect(
      failureOf(await balanceReviews(admin, { fingerprint: assignmentsFingerprint(admin, shown) })),
    ).toEqual({ kind: 'conflict', why: 'set' });
    expect(await revision()).toBe(before);
    valueOf(
      await balanceReviews(admin, {
        fingerprint: assignmentsFingerprint(admin, await proposedAssignments(admin)),
      }),
    );
    expect(await proposedAssignments(admin)).toEqual([]);
    for (const { id } of [review, late])
      expect(
        await number(
          `select count(*) from assignment where review_id = '${id}' and ended_at is null`,
        ),
      ).toBe(3);
    for (const other of [await manager(), a])
      expect(failureOf(await balanceReviews(other, { fingerprint: '' }))).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
  });
});

describe('a substitute', () => {
  it('has the reviews of who is away, from the first day to the last, but not that of their own State', async () => {
    const admin = await administrator();
    const { review, focal, first } = await panel();
    const seen = await submitted(focal, review);
    const standing = await reviewer();
    const away = (fromOn: string, untilOn: string, substitute = standing.accountId!) =>
      setLeave(admin, { accountId: first.accountId!, fromOn, untilOn, substitute });
    expect(failureOf(await away(later(2), later(1)))).toMatchObject({
      errors: [{ field: 'untilOn' }],
    });
    expect(failureOf(await away(later(1), later(2), first.accountId!))).toMatchObject({
      errors: [{ field: 'substitute', message: 'ownSubstitute' }],
    });
    valueOf(await away(later(1), later(2)));
    expect(await needById(await again(standing), seen.id)).toBeUndefined();
    valueOf(await away(today(), later(2)));
    expect(await needById(await again(standing), seen.id)).toMatchObject({
      id: seen.id,
      working: true,
    });
    valueOf(
      await setNomination(admin, { accountId: standing.accountId!, state: review.stateCode }),
    );
    expect(await needById(await again(standing), seen.id)).toBeUndefined();
    valueOf(await setNomination(admin, { accountId: standing.accountId!, state: '' }));
    const leaves = (await listReviewers(admin)).find(({ id }) => id === first.accountId)!.leaves;
    expect(leaves.map(({ substitute }) => substitute)).toEqual(['A reviewer', 'A reviewer']);
    for (const { id } of leaves) valueOf(await endLeave(admin, { leave: id }));
    expect(await needById(await again(standing), seen.id)).toBeUndefined();
    expect(failureOf(await endLeave(admin, { leave: leaves[0]!.id }))).toEqual({
      kind: 'not-found',
    });
  });
});

describe('how far the reviews are', () => {
  it('is shown to managers and administrators: needs by status, and articles without an answer', async () => {
    const { review, focal, second } = await panel();
    await submitted(focal, review, { articles: ['5'] });
    await approved(focal, second, review, { articles: ['6', '7'] });
    const of = async (actor: Parameters<typeof allReviewProgress>[0]) =>
      (await allReviewProgress(actor)).find(({ id }) => id === review.id);
    expect(await of(await manager())).toMatchObject({
      entered: 2,
      byStatus: { submitted: 1, approved: 1 },
      unanswered: 16,
      closed: false,
    });
    for (const other of [focal, second]) expect(await of(other)).toBeUndefined();
    expect(
      (await completedSteps(await manager()))
        .filter(({ region }) => region === review.region)
        .map(({ step }) => step),
    ).toEqual(expect.arrayContaining(['submit', 'approve']));
    expect(await completedSteps(focal)).toEqual([]);
  });

  it('reminds those whose turn it is and whose date is near or past, once a day', async () => {
    const admin = await administrator();
    const { review, focal, first, second } = await panel();
    await submitted(focal, review);
    valueOf(
      await setDeadlines(admin, {
        id: review.id,
        version: 1,
        entryDueOn: later(60),
        decisionDueOn: later(60),
      }),
    );
    const told = () =>
      number(
        `select count(*) from outbox where kind in ('overdue', 'due-soon') and account_id in ('${[first, second].map(({ accountId }) => accountId).join(`', '`)}')`,
      );
    valueOf(await sendReminders(admin));
    expect(await told()).toBe(0);
    await rows('update review set decision_due_on = ? where id = ?', [today(), review.id]);
    expect(valueOf(await sendReminders(await manager())).written).toBe(2);
    expect(valueOf(await sendReminders(admin)).written).toBe(0);
    expect(await told()).toBe(2);
    expect(failureOf(await sendReminders(focal))).toEqual({ kind: 'forbidden', why: 'role' });
  });
});

describe('a reviewer’s queue', () => {
  it('remembers when they looked through it, for them alone and without a revision', async () => {
    const { first, second, focal } = await panel();
    const before = await revision();
    expect(await queueLastSeen(first)).toBeNull();
    for (let i = 0; i < 2; i += 1) valueOf(await markQueueSeen(first));
    expect(await queueLastSeen(first)).not.toBeNull();
    expect(await queueLastSeen(second)).toBeNull();
    expect(failureOf(await markQueueSeen(focal))).toEqual({ kind: 'forbidden', why: 'role' });
    expect(await revision()).toBe(before);
  });
});
