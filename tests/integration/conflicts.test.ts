import { beforeAll, describe, expect, it } from 'vitest';
import { approveNeed, editNeed, returnNeed, submitNeed } from '#lib/needs/entry/commands';
import { changesOf, revision, verbsOf } from '#tests/support/databases/log-rows';
import { needRow, versionRows } from '#tests/support/factories/need-rows';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { focalPoint } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

describe('two people at one need', () => {
  it('the first edit of a version wins; the second learns who was quicker and when, and writes nothing', async () => {
    const { review, focal } = await panel();
    const quick = await focalPoint(review, 'Quick Hand');
    const seen = await draft(focal, review);
    valueOf(
      await editNeed(quick, { ...seen, fields: { ...completeFields, text: 'The quicker text.' } }),
    );
    const before = await revision();
    const failure = failureOf(
      await editNeed(focal, { ...seen, fields: { ...completeFields, text: 'The later text.' } }),
    );
    expect(failure).toEqual({
      kind: 'conflict',
      why: 'moved',
      by: 'Quick Hand',
      at: expect.stringMatching(instant),
    });
    expect(failure).toMatchObject({
      at: (await row('select at from need_version where need_id = ? and version = 2', [seen.id]))
        .at,
    });
    expect(await row('select text, version from need where id = ?', [seen.id])).toEqual({
      text: 'The quicker text.',
      version: 2,
    });
    expect(await verbsOf('need', seen.id)).toEqual(['enter', 'edit']);
    expect(await revision()).toBe(before);
  });

  it('of twenty edits of one version at the same moment exactly one wins', async () => {
    const { review, focal } = await panel();
    const seen = await draft(focal, review);
    const before = await revision();
    const outcomes = await Promise.all(
      upTo(20).map((n) =>
        editNeed(focal, {
          ...seen,
          fields: { ...completeFields, text: `Text ${n}.`, articles: [String(4 + (n % 9 || 1))] },
        }),
      ),
    );
    const won = outcomes.flatMap((outcome, i) => (outcome.ok ? [i + 1] : []));
    expect(won).toHaveLength(1);
    for (const outcome of outcomes)
      if (!outcome.ok)
        expect(outcome.failure).toMatchObject({
          kind: 'conflict',
          why: 'moved',
          by: 'Focal point',
        });
    expect(await row('select text, version from need where id = ?', [seen.id])).toEqual({
      text: `Text ${won[0]}.`,
      version: 2,
    });
    expect(await rows('select article from need_article where need_id = ?', [seen.id])).toEqual([
      { article: 4 + (won[0]! % 9 || 1) },
    ]);
    expect(await changesOf('need', seen.id)).toMatchObject([
      { verb: 'enter' },
      { seq: before + 1, verb: 'edit', data: { version: 2, status: 'draft' } },
    ]);
    expect(await revision()).toBe(before + 1);
  });

  it('of two submissions of one draft at the same moment one wins, and one number is given', async () => {
    const { review, focal } = await panel();
    const seen = await draft(focal, review);
    const outcomes = await Promise.all([
      submitNeed(focal, seen),
      submitNeed(await focalPoint(review), seen),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await number('select numbered from review where id = ?', [review.id])).toBe(1);
    expect(await verbsOf('need', seen.id)).toEqual(['enter', 'submit']);
  });

  it('of an approval and a return at the same moment one wins', async () => {
    const { review, focal, first, second } = await panel();
    const sent = await submitted(focal, review);
    const outcomes = await Promise.all([
      approveNeed(first, sent),
      returnNeed(second, { ...sent, reason: 'Which officers?' }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      failure: { kind: 'conflict', why: 'moved' },
    });
    const status = outcomes[0].ok ? 'approved' : 'returned';
    expect(await needRow(sent.id)).toMatchObject({
      status,
      version: 3,
      counted_version: outcomes[0].ok ? 3 : null,
    });
    expect(await verbsOf('need', sent.id)).toEqual([
      'enter',
      'submit',
      outcomes[0].ok ? 'approve' : 'return',
    ]);
  });
});

describe('an approval', () => {
  it('of a version that has moved on is refused, although the need is submitted again', async () => {
    const { review, focal, first, second } = await panel();
    const seen = await submitted(focal, review);
    const back = valueOf(await returnNeed(second, { ...seen, reason: 'Which officers?' }));
    const edited = valueOf(
      await editNeed(focal, { ...back, fields: { ...completeFields, text: 'All officers.' } }),
    );
    valueOf(await submitNeed(focal, edited));
    expect(failureOf(await approveNeed(first, seen))).toEqual({
      kind: 'conflict',
      why: 'moved',
      by: 'Focal point',
      at: expect.stringMatching(instant),
    });
    expect(await needRow(seen.id)).toMatchObject({
      status: 'submitted',
      version: 5,
      counted_version: null,
    });
    expect((await verbsOf('need', seen.id)).at(-1)).toBe('submit');
  });

  it('of a version that does not exist yet is refused', async () => {
    const { review, focal, first } = await panel();
    const { id, version } = await submitted(focal, review);
    expect(failureOf(await approveNeed(first, { id, version: version + 1 }))).toMatchObject({
      kind: 'conflict',
      why: 'moved',
    });
    expect(await needRow(id)).toMatchObject({ status: 'submitted', counted_version: null });
  });

  it('sent twice approves once', async () => {
    const { review, focal, first } = await panel();
    const sent = await submitted(focal, review);
    valueOf(await approveNeed(first, sent));
    expect(valueOf(await approveNeed(first, sent))).toEqual({ id: sent.id, version: 3 });
    expect(await verbsOf('need', sent.id)).toEqual(['enter', 'submit', 'approve']);
  });

  it('of what is approved already says that the status forbids it', async () => {
    const { review, focal, first, second } = await panel();
    const done = await approved(focal, first, review);
    expect(failureOf(await approveNeed(second, done))).toEqual({ kind: 'conflict', why: 'status' });
    expect(await versionRows(done.id)).toHaveLength(3);
  });
});

describe('many people at one review', () => {
  it('needs submitted at the same moment get distinct numbers without gaps', async () => {
    const { review, focal } = await panel();
    const drafts = [];
    for (const n of upTo(15)) drafts.push(await draft(focal, review, { text: `Need ${n}.` }));
    const faulty = await draft(focal, review, { text: '' });
    const outcomes = await Promise.all([...drafts, faulty].map((seen) => submitNeed(focal, seen)));
    expect(outcomes.map(({ ok }) => ok)).toEqual([...drafts.map(() => true), false]);
    const references = (
      await rows('select reference from need where review_id = ? and reference is not null', [
        review.id,
      ])
    ).map(({ reference }) => reference);
    expect(references.toSorted()).toEqual(
      upTo(15).map((n) => `${review.stateCode}-2-${String(n).padStart(3, '0')}`),
    );
    expect(await number('select numbered from review where id = ?', [review.id])).toBe(15);
  });

  it('writes to many needs at once number the log without gaps, each once', async () => {
    const panels = [await panel(), await panel(), await panel()];
    const before = await revision();
    const works = panels.map(async ({ review, focal, first }) => {
      for (const n of upTo(4)) await approved(focal, first, review, { text: `Need ${n}.` });
    });
    await Promise.all(works);
    const seqs = (
      await rows<{ seq: number }>('select seq from change where seq > ? order by seq', [before])
    ).map(({ seq }) => seq);
    expect(seqs).toEqual(upTo(36).map((n) => before + n));
    expect(await revision()).toBe(before + 36);
  });
});
