import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { acceptInvitation, resetPassword } from '#lib/people/accounts/commands';
import { actorOfSession } from '#lib/sessions/sessions';
import { handOver } from '#lib/people/handovers/commands';
import { listHandovers, nominationLetter } from '#lib/people/handovers/queries';
import { readHandover } from '#lib/people/handovers/schema';
import { autosaveNeed, autosaveOf } from '#lib/needs/entry/autosave';
import { historyOfNeed, needById } from '#lib/needs/store/queries';
import { refusedSignIn, rightPasswordHash, signIn } from '#tests/support/factories/credentials';
import { changesOf, revision, verbsOf } from '#tests/support/databases/log-rows';
import { messagesTo } from '#tests/support/factories/mail';
import { completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import {
  administrator,
  again,
  contributor,
  focalPoint,
  manager,
  reviewer,
  signedIn,
} from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { commands } from '#tests/support/factories/situations';
import { number, row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const letter = 'Note verbale 123/2026';
const file = {
  name: 'C:\\letters\\nomination.pdf',
  content: new TextEncoder().encode('%PDF-1.7 a letter'),
};
const sha256 = createHash('sha256').update(file.content).digest('hex');
const to = ({ accountId }: Actor) => ({ successor: { accountId: accountId! }, letter, file });
const unknown = {
  kind: 'invalid',
  errors: [{ field: 'successor', message: 'unknownSuccessor', values: undefined }],
};
const typing = (actor: Actor, id: string, reviewId: string, text: string, version = 0) =>
  autosaveNeed(actor, {
    id,
    reviewId,
    version,
    fields: { ...completeFields, text },
    sheet: null,
  }).then(valueOf);

describe('handing over', () => {
  it('to a colleague: what was begun goes to them, the history keeps the name, the account is closed and its sessions end', async () => {
    const review = await mintedReview();
    const focal = await signedIn({
      role: 'focal-point',
      stateId: review.stateId,
      name: 'Old Hand',
      passwordHash: await rightPasswordHash(),
    });
    const [second, successor] = [await reviewer(review), await focalPoint(review, 'New Hand')];
    const [begun, returned, unentered] = [
      await draft(focal, review),
      valueOf(await commands.return(second, await submitted(focal, review))),
      randomUUID(),
    ];
    await typing(focal, unentered, review.id, 'Not entered yet');
    await typing(focal, begun.id, review.id, 'Being changed', 1);
    valueOf(await handOver(focal, to(successor)));

    expect(await again(focal)).toEqual(publicActor);
    expect(failureOf(await signIn(`${focal.accountId}@example.org`))).toEqual(refusedSignIn);
    expect((await autosaveOf(successor, unentered))?.fields.text).toBe('Not entered yet');
    expect((await autosaveOf(successor, begun.id))?.fields.text).toBe('Being changed');
    expect(
      await number('select count(*) from autosave where account_id = ?', [focal.accountId]),
    ).toBe(0);
    valueOf(await commands.submit(successor, begun));
    valueOf(await commands.edit(successor, returned));
    expect(
      (await historyOfNeed(successor, begun.id)).map(({ by, verb }) => `${by}: ${verb}`),
    ).toEqual(['New Hand: submit', 'Old Hand: enter']);
    expect((await needById(successor, begun.id))?.enteredBy).toBe(focal.accountId);

    expect(await listHandovers(successor)).toMatchObject([
      { from: 'Old Hand', to: 'New Hand', letter },
    ]);
    const [{ id: handoverId, letter_id: letterId, ...stored } = {}] = await rows(
      'select id, state_id, from_account_id, to_account_id, letter, letter_id from handover where state_id = ?',
      [review.stateId],
    );
    expect(stored).toEqual({
      state_id: review.stateId,
      from_account_id: focal.accountId,
      to_account_id: successor.accountId,
      letter,
    });
    expect(await changesOf('account', focal.accountId!)).toMatchObject([
      {
        verb: 'hand-over',
        actorId: focal.accountId,
        data: { handoverId, toAccountId: successor.accountId, letter, letterId },
      },
    ]);
  });

  it('to a new person: their link makes them a focal point of the State, who sees the work', async () => {
    const { review, focal } = await panel();
    const begun = await draft(focal, review);
    const email = `${randomUUID()}@example.org`;
    const { token } = valueOf(
      await handOver(focal, { successor: { name: 'New Person', email }, letter, file }),
    );
    valueOf(
      await acceptInvitation(publicActor, {
        token,
        name: 'New Person',
        password: 'chosen by the person',
      }),
    );
    const successor = await actorOfSession(valueOf(await signIn(email, 'chosen by the person')).id);
    expect(successor).toMatchObject({ role: 'focal-point', stateId: review.stateId });
    valueOf(await commands.submit(successor, begun));
    expect(await again(focal)).toEqual(publicActor);
  });

  it('to a contributor makes them a focal point', async () => {
    const { review, focal } = await panel();
    const helping = await contributor(review);
    valueOf(await handOver(focal, to(helping)));
    expect(await again(helping)).toMatchObject({ role: 'focal-point', stateId: review.stateId });
    expect(await verbsOf('account', helping.accountId!)).toEqual(['promote']);
  });

  it('leaves what the successor has typed into the same form as it is', async () => {
    const { review, focal } = await panel();
    const successor = await focalPoint(review);
    const { id } = await draft(focal, review);
    await typing(focal, id, review.id, 'By the one who leaves', 1);
    await typing(successor, id, review.id, 'By the one who stays', 1);
    valueOf(await handOver(focal, to(successor)));
    expect((await autosaveOf(successor, id))?.fields.text).toBe('By the one who stays');
    expect(await number('select count(*) from autosave where need_id = ?', [id])).toBe(2);
  });

  it('ends a link for a new password as well', async () => {
    const { review, focal } = await panel();
    const { token } = valueOf(
      await resetPassword(await administrator(), { accountId: focal.accountId! }),
    );
    valueOf(await handOver(focal, to(await focalPoint(review))));
    expect(
      failureOf(
        await acceptInvitation(publicActor, { token, name: 'N', password: 'chosen by the person' }),
      ),
    ).toEqual({ kind: 'not-found' });
  });

  it('is told to the people of the State and to the administrators, not to others', async () => {
    const { review, focal, first } = await panel();
    const people = {
      focal,
      first,
      successor: await focalPoint(review),
      colleague: await focalPoint(review),
      helping: await contributor(review),
      foreign: await focalPoint(await mintedReview()),
      managing: await manager(),
      admin: await administrator(),
    };
    valueOf(await handOver(focal, to(people.successor)));
    const { id } = await row<{ id: string }>('select id from handover where state_id = ?', [
      review.stateId,
    ]);
    expect(await messagesTo(people, id)).toEqual([
      'admin: handed-over',
      'colleague: handed-over',
      'helping: handed-over',
      'successor: handed-over',
    ]);
  });
});

describe('the letter of nomination', () => {
  it('is kept whole with its checksum, and given to the focal points of the State and the administrator, to nobody else', async () => {
    const { review, focal, first } = await panel();
    const successor = await focalPoint(review);
    valueOf(await handOver(focal, to(successor)));
    const { letter_id: id } = await row<{ letter_id: string }>(
      'select letter_id from handover where from_account_id = ?',
      [focal.accountId],
    );
    expect(
      await row(
        'select kind, review_id, name, media_type, size, sha256, attached_by, to_seq from attachment where id = ?',
        [id],
      ),
    ).toEqual({
      kind: 'nomination',
      review_id: null,
      name: 'nomination.pdf',
      media_type: 'application/pdf',
      size: file.content.length,
      sha256,
      attached_by: focal.accountId,
      to_seq: null,
    });
    expect(await changesOf('attachment', id)).toMatchObject([
      { verb: 'attach', actorId: focal.accountId, data: { kind: 'nomination', sha256 } },
    ]);
    for (const who of [successor, await administrator()]) {
      expect(await nominationLetter(who, id)).toEqual({
        name: 'nomination.pdf',
        mediaType: 'application/pdf',
        sha256,
        content: Buffer.from(file.content),
      });
      expect((await listHandovers(who)).map(({ letterId }) => letterId)).toContain(id);
    }
    for (const who of [
      await again(focal),
      await contributor(review),
      first,
      await focalPoint(await mintedReview()),
      await manager(),
      publicActor,
    ]) {
      expect(await nominationLetter(who, id)).toBeUndefined();
      expect(await listHandovers(who)).toEqual([]);
    }
  });

  it.each([
    ['', 'no file'],
    ['PK\x03\x04', 'an archive'],
    ['<html>', 'a page'],
    ['MZ', 'a program'],
  ])(
    'which begins with %j, as %s does, is refused, and nothing of the handover is left',
    async (beginning) => {
      const { review, focal } = await panel();
      const successor = await contributor(review);
      const before = await revision();
      const content = new TextEncoder().encode(beginning);
      expect(
        failureOf(
          await handOver(focal, { ...to(successor), file: { name: 'letter.pdf', content } }),
        ),
      ).toMatchObject({ errors: [{ field: 'file', message: 'letterFormat' }] });
      expect([await again(focal), await again(successor), await revision()]).toEqual([
        focal,
        successor,
        before,
      ]);
    },
  );
});

describe('handing over is refused', () => {
  it('to oneself, to another State’s account, to staff, to a closed account: like an account that does not exist', async () => {
    const { review, focal, first } = await panel();
    const closed = await focalPoint(review);
    await rows('update account set active = (1 = 0) where id = ?', [closed.accountId]);
    const before = [await revision(), await number('select count(*) from handover')];
    const others = [
      focal,
      await focalPoint(await mintedReview()),
      await contributor(await mintedReview()),
      first,
      await administrator(),
      closed,
    ];
    for (const other of others)
      expect(failureOf(await handOver(focal, to(other)))).toEqual(unknown);
    expect(
      failureOf(await handOver(focal, { successor: { accountId: randomUUID() }, letter, file })),
    ).toEqual(unknown);
    expect([await again(focal), await number('select count(*) from handover')]).toEqual([
      focal,
      before[1],
    ]);
  });

  it('to a new person whose address has an account, one’s own or anybody’s', async () => {
    const { review, focal } = await panel();
    for (const { accountId } of [
      focal,
      await focalPoint(review),
      await focalPoint(await mintedReview()),
      await manager(),
    ]) {
      expect(
        failureOf(
          await handOver(focal, {
            successor: { name: 'N', email: `${accountId}@example.org` },
            letter,
            file,
          }),
        ),
      ).toMatchObject({ errors: [{ field: 'email', message: 'emailNotPossible' }] });
    }
    expect(await again(focal)).toEqual(focal);
  });

  it('to everybody but a focal point', async () => {
    const review = await mintedReview();
    const successor = await focalPoint(review);
    for (const who of [
      await contributor(review),
      await reviewer(review),
      await manager(),
      await administrator(),
      publicActor,
    ])
      expect(failureOf(await handOver(who, to(successor)))).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
  });

  it('when two hand over to each other at the same moment: one stays', async () => {
    const { review, focal } = await panel();
    const colleague = await focalPoint(review);
    const outcomes = await Promise.all([
      handOver(focal, to(colleague)),
      handOver(colleague, to(focal)),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok).map(failureOf)).toEqual([unknown]);
    expect(
      await number(`select count(*) from account where state_id = ? and active = (1 = 1)`, [
        review.stateId,
      ]),
    ).toBe(1);
  });

  it('when it is sent twice: the second time there is nobody any more who could', async () => {
    const { review, focal } = await panel();
    const [one, other] = [await focalPoint(review), await focalPoint(review)];
    const outcomes = await Promise.all(
      [one, other].map((successor) => handOver(focal, to(successor))),
    );
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(
      await number('select count(*) from handover where from_account_id = ?', [focal.accountId]),
    ).toBe(1);
  });
});

describe('the form', () => {
  const read = (form: Record<string, string>, files = { file }) => {
    const found = readHandover(
      Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value]])),
      {},
      files,
    );
    return found.ok
      ? found.value
      : found.failure.kind === 'invalid'
        ? found.failure.errors.map(({ field, message }) => `${field}: ${message}`)
        : found.failure;
  };

  it('asks for a successor, the letter, and that its consequence is understood; for name and address of a new person alone', () => {
    expect(read({})).toEqual([
      'successor: unknownSuccessor',
      'letter: enterLetter',
      'confirm: confirmHandover',
    ]);
    expect(read({ successor: 'new', name: ' ', email: 'nobody', letter: 'x'.repeat(201) })).toEqual(
      [
        'name: enterName',
        'email: emailFormat',
        'letter: letterTooLong',
        'confirm: confirmHandover',
      ],
    );
    expect(
      read(
        { successor: 'an-id', letter: 'a\ud800b' },
        { file: { name: '', content: new Uint8Array() } },
      ),
    ).toEqual(['letter: unreadable', 'confirm: confirmHandover', 'file: letterFormat']);
    expect(
      read({ successor: 'an-id', letter: ` ${letter} `, confirm: 'yes', email: 'left over' }),
    ).toEqual({ successor: { accountId: 'an-id' }, letter, file });
    expect(
      read({ successor: 'new', name: 'N', email: 'N@Example.org', letter, confirm: 'yes' }),
    ).toEqual({ successor: { name: 'N', email: 'n@example.org' }, letter, file });
  });
});
