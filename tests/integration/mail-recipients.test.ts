import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { submitNeeds } from '#lib/needs/entry/commands';
import { releaseReviewer } from '#lib/needs/reviews/commands';
import { onlyTo, messagesTo } from '#tests/support/factories/mail';
import { approved, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';
import { commands, situations } from '#tests/support/factories/situations';
import { number, row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

/** Everybody who might be told of a need of the review, and many who must not be. */
async function everybody() {
  const { review, focal, first, second } = await panel(await publishedReview());
  const elsewhere = await mintedReview();
  const [colleague, foreignFocal, foreign, idle, admin, managing] = [
    await focalPoint(review),
    await focalPoint(elsewhere),
    await reviewer(elsewhere),
    await reviewer(),
    await administrator(),
    await manager(),
  ];
  const [released, inactive] = [await reviewer(review), await focalPoint(review)];
  valueOf(await releaseReviewer(admin, { id: review.id, accountId: released.accountId! }));
  await rows('update account set active = (1 = 0) where id = ?', [inactive.accountId]);
  return {
    review,
    focal,
    first,
    second,
    people: {
      focal,
      colleague,
      first,
      second,
      foreignFocal,
      foreign,
      idle,
      admin,
      managing,
      released,
      inactive,
    },
  };
}

describe('who is told of a need', () => {
  it.each([
    ['submit', 'draft', 'focal', ['first: submit', 'second: submit']],
    ['return', 'submitted', 'first', ['colleague: return', 'focal: return']],
    ['recode', 'submitted', 'first', ['colleague: recode', 'focal: recode', 'second: recode']],
    ['approve', 'submitted', 'first', ['colleague: approve', 'focal: approve']],
    ['reopen', 'approved', 'first', ['colleague: reopen', 'focal: reopen']],
    ['edit', 'draft', 'focal', []],
    ['withdraw', 'submitted', 'focal', []],
  ] as const)(
    'when somebody does %s to what is %s: those whose turn it is, not the one who did it, and nobody else',
    async (verb, situation, by, told) => {
      const { people, ...own } = await everybody();
      const need = await situations[situation]({
        entering: own.focal,
        reviewing: own.second,
        review: own.review,
      });
      await rows('delete from outbox');
      valueOf(await commands[verb](own[by], need));
      expect(await messagesTo(people)).toEqual(told);
      expect(await number('select count(*) from outbox')).toBe(told.length);
    },
  );

  it('a reviewer who entered it hears what becomes of it; those who did not enter it do not', async () => {
    const { people, review, first, second } = await everybody();
    const sent = await submitted(first, review);
    expect(await messagesTo(people, sent.id)).toEqual(['second: submit']);
    valueOf(await commands.return(second, sent));
    expect(await messagesTo(people, sent.id)).toEqual([
      'colleague: return',
      'first: return',
      'focal: return',
      'second: submit',
    ]);
  });

  it('the message holds the id of the need and nothing that was written', async () => {
    const { review, focal } = await panel();
    const { id } = await submitted(focal, review, { text: 'A text that stays in the register.' });
    const found = await rows('select kind, data from outbox where data like ?', [`%${id}%`]);
    expect(found).toEqual([
      { kind: 'submit', data: JSON.stringify({ need: id }) },
      { kind: 'submit', data: JSON.stringify({ need: id }) },
    ]);
  });
});

describe('a message is written with what it tells, or not at all', () => {
  it('what is refused or undone leaves none', async () => {
    const { review, focal, first } = await panel();
    const [whole, unfinished] = [
      await draft(focal, review),
      await draft(focal, review, { text: '' }),
    ];
    const before = await number('select count(*) from outbox');
    expect(failureOf(await submitNeeds(focal, { needs: [whole, unfinished] })).kind).toBe(
      'invalid',
    );
    expect(failureOf(await commands.approve(first, whole)).kind).toBe('not-found');
    expect(failureOf(await commands.submit(publicActor, whole)).kind).toBe('not-found');
    expect(await number('select count(*) from outbox')).toBe(before);
    valueOf(await submitNeeds(focal, { needs: [whole] }));
    expect(await number('select count(*) from outbox')).toBe(before + 2);
  });

  it('an outbox that cannot be written undoes the move as well', async () => {
    const { review, focal } = await panel();
    const whole = await draft(focal, review);
    await rows('alter table outbox rename to elsewhere');
    try {
      await expect(commands.submit(focal, whole)).rejects.toThrow();
    } finally {
      await rows('alter table elsewhere rename to outbox');
    }
    expect(await row('select status, version from need where id = ?', [whole.id])).toEqual({
      status: 'draft',
      version: 1,
    });
  });

  it('somebody who wants no mail gets no message, and one who wants each gets it at once', async () => {
    const { review, focal, first } = await panel();
    await onlyTo([first], 'each');
    const began = new Date().toISOString();
    await submitted(focal, review);
    const found = await rows<{ account_id: string; due_at: string }>(
      'select account_id, due_at from outbox where due_at is not null',
    );
    expect(found.map(({ account_id: id }) => id)).toEqual([first.accountId]);
    expect(found[0]!.due_at >= began && found[0]!.due_at <= new Date().toISOString()).toBe(true);
  });

  it('an approval counts once the mail is written, in one change', async () => {
    const { review, focal, first } = await panel();
    const need = await approved(focal, first, review);
    expect(
      await number(
        `select count(*) from change where entity = 'need' and entity_id = ? and verb = 'approve'`,
        [need.id],
      ),
    ).toBe(1);
    expect(
      await number(`select count(*) from outbox where kind = 'approve' and data like ?`, [
        `%${need.id}%`,
      ]),
    ).toBe(1);
  });
});
