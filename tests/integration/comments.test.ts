import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { commentOnNeed, resolveComment } from '#lib/needs/comments/commands';
import { commentsOn } from '#lib/needs/comments/queries';
import { returnNeed } from '#lib/needs/entry/commands';
import { verbsOf } from '#tests/support/databases/log-rows';
import { draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import {
  administrator,
  contributor,
  focalPoint,
  manager,
  reviewer,
} from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { number } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const said = (
  id: string,
  text: string,
  { internal = false, field = null as 'text' | null } = {},
) => ({ id, comment: randomUUID(), field, internal, text });
const textsFor = async (actor: Actor, id: string) =>
  (await commentsOn(actor, [id])).map(({ text }) => text);

describe('comments on a need', () => {
  it('what is internal is read by the reviewers of the review and the administrator, and by nobody else', async () => {
    const { review, focal, first, second } = await panel();
    const { id } = await submitted(focal, review);
    valueOf(await commentOnNeed(first, said(id, 'Among ourselves.', { internal: true })));
    valueOf(await commentOnNeed(first, said(id, 'To the focal point.', { field: 'text' })));
    valueOf(await commentOnNeed(focal, said(id, 'An answer.')));
    const all = ['Among ourselves.', 'To the focal point.', 'An answer.'];
    for (const reading of [first, second, await administrator()])
      expect(await textsFor(reading, id)).toEqual(all);
    for (const reading of [focal, await contributor(review)])
      expect(await textsFor(reading, id)).toEqual(all.slice(1));
    for (const reading of [
      await focalPoint(await mintedReview()),
      await reviewer(await mintedReview()),
      await manager(),
      publicActor,
    ])
      expect(await textsFor(reading, id)).toEqual([]);
    expect(await number(`select count(*) from outbox where kind = 'comment'`)).toBeGreaterThan(0);
  });

  it('a focal point cannot say anything internal, nor see whether there is such a comment', async () => {
    const { review, focal, first } = await panel();
    const { id } = await submitted(focal, review);
    expect(failureOf(await commentOnNeed(focal, said(id, 'Hidden.', { internal: true })))).toEqual({
      kind: 'forbidden',
      why: 'role',
    });
    const hidden = said(id, 'Among ourselves.', { internal: true });
    valueOf(await commentOnNeed(first, hidden));
    const unknown = failureOf(
      await resolveComment(focal, { id, comment: randomUUID(), open: false }),
    );
    expect(
      failureOf(await resolveComment(focal, { id, comment: hidden.comment, open: false })),
    ).toEqual(unknown);
    expect(unknown).toEqual({ kind: 'not-found' });
  });

  it('is refused empty, of more than 4,000 characters, or with what cannot be stored; markup is kept as it was typed', async () => {
    const { review, focal, first } = await panel();
    const { id } = await submitted(focal, review);
    const messageOf = async (text: string) => failureOf(await commentOnNeed(first, said(id, text)));
    expect(await messageOf(' \n ')).toMatchObject({
      errors: [{ field: 'comment', message: 'enterComment' }],
    });
    expect(await messageOf('x'.repeat(100_000))).toMatchObject({
      errors: [{ field: 'comment', message: 'commentTooLong' }],
    });
    expect(await messageOf('a\ud800b')).toMatchObject({
      errors: [{ field: 'comment', message: 'unreadable' }],
    });
    valueOf(await commentOnNeed(first, said(id, '<script>alert(1)</script> & <b>bold</b>')));
    expect(await textsFor(focal, id)).toEqual(['<script>alert(1)</script> & <b>bold</b>']);
  });

  it('sent twice it is one comment, in one change of the register', async () => {
    const { review, focal, first } = await panel();
    const { id } = await submitted(focal, review);
    const once = said(id, 'Once.');
    for (let i = 0; i < 2; i += 1) valueOf(await commentOnNeed(first, once));
    expect(await textsFor(first, id)).toEqual(['Once.']);
    expect(await verbsOf('comment', once.comment)).toEqual(['comment']);
    expect(failureOf(await commentOnNeed(focal, { ...once, text: 'Another’s.' }))).toEqual({
      kind: 'not-found',
    });
  });

  it('is resolved and opened again; a focal point does so with their own only', async () => {
    const { review, focal, first } = await panel();
    const { id } = await submitted(focal, review);
    const theirs = said(id, 'From the reviewer.');
    const own = said(id, 'From the focal point.');
    valueOf(await commentOnNeed(first, theirs));
    valueOf(await commentOnNeed(focal, own));
    expect(
      failureOf(await resolveComment(focal, { id, comment: theirs.comment, open: false })),
    ).toEqual({ kind: 'forbidden', why: 'role' });
    valueOf(await resolveComment(focal, { id, comment: own.comment, open: false }));
    for (let i = 0; i < 2; i += 1)
      valueOf(await resolveComment(first, { id, comment: theirs.comment, open: false }));
    valueOf(await resolveComment(first, { id, comment: theirs.comment, open: true }));
    expect((await commentsOn(first, [id])).map(({ resolved }) => resolved !== null)).toEqual([
      false,
      true,
    ]);
    expect(await verbsOf('comment', theirs.comment)).toEqual([
      'comment',
      'resolve-comment',
      'open-comment',
    ]);
  });

  it('of a draft that the reviewers do not see, none is made by them', async () => {
    const { review, focal, first } = await panel();
    const { id } = await draft(focal, review);
    expect(failureOf(await commentOnNeed(first, said(id, 'Too early.')))).toEqual({
      kind: 'not-found',
    });
  });
});

describe('a return', () => {
  it('needs a reason, or a comment that was sent and is still open; an internal one will not do', async () => {
    const { review, focal, first } = await panel();
    const seen = await submitted(focal, review);
    const back = () => returnNeed(first, { ...seen, reason: '' });
    const refused = {
      kind: 'invalid',
      errors: [{ field: 'reason', message: 'enterReasonOrComment' }],
    };
    expect(failureOf(await back())).toMatchObject(refused);
    valueOf(await commentOnNeed(first, said(seen.id, 'Among ourselves.', { internal: true })));
    valueOf(await commentOnNeed(focal, said(seen.id, 'From the focal point.')));
    expect(failureOf(await back())).toMatchObject(refused);
    valueOf(
      await commentOnNeed(first, said(seen.id, 'Which article is meant?', { field: 'text' })),
    );
    valueOf(await back());
  });
});
