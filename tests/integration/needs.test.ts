import { beforeAll, describe, expect, it } from 'vitest';
import {
  approveNeed,
  editNeed,
  recodeNeed,
  reopenNeed,
  returnNeed,
  submitNeed,
  withdrawNeed,
} from '#lib/needs/entry/commands';
import { changesOf, revision, verbsOf } from '#tests/support/databases/log-rows';
import { articleRows, needRow, versionRows } from '#tests/support/factories/need-rows';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

describe('the way of a need', () => {
  it('from entry over a return to approval, every step leaves its version and its change, numbered without gaps', async () => {
    const { review, focal, first, ids } = await panel();
    const before = await revision();
    const entered = await draft(focal, review);
    const sent = valueOf(await submitNeed(focal, entered));
    const returned = valueOf(
      await returnNeed(first, { ...sent, reason: ' Which officers?\r\nPlease say. ' }),
    );
    const edited = valueOf(
      await editNeed(focal, {
        ...returned,
        fields: { ...completeFields, articles: ['6', '5'], subcategory: 'cb-structures' },
      }),
    );
    const sentAgain = valueOf(await submitNeed(focal, edited));
    const done = valueOf(await approveNeed(first, sentAgain));

    expect(done).toEqual({ id: entered.id, version: 6 });
    expect(await needRow(entered.id)).toEqual({
      status: 'approved',
      version: 6,
      counted_version: 6,
      reference: `${review.stateCode}-2-001`,
      entered_by: ids.focal,
      changed_by: ids.focal,
      recoded_by: null,
    });
    const at = (step: number) => before + step;
    const uncounted = { counted_from_seq: null, counted_to_seq: null };
    const first3 = { subcategory: 'cb-training', provision: '5', ...uncounted };
    const last3 = { subcategory: 'cb-structures', provision: '5;6', ...uncounted };
    expect(await versionRows(entered.id)).toEqual([
      {
        version: 1,
        verb: 'enter',
        status: 'draft',
        reason: null,
        actor_id: ids.focal,
        ...first3,
        from_seq: at(1),
        to_seq: at(2),
      },
      {
        version: 2,
        verb: 'submit',
        status: 'submitted',
        reason: null,
        actor_id: ids.focal,
        ...first3,
        from_seq: at(2),
        to_seq: at(3),
      },
      {
        version: 3,
        verb: 'return',
        status: 'returned',
        reason: 'Which officers?\nPlease say.',
        actor_id: ids.first,
        ...first3,
        from_seq: at(3),
        to_seq: at(4),
      },
      {
        version: 4,
        verb: 'edit',
        status: 'returned',
        reason: null,
        actor_id: ids.focal,
        ...last3,
        from_seq: at(4),
        to_seq: at(5),
      },
      {
        version: 5,
        verb: 'submit',
        status: 'submitted',
        reason: null,
        actor_id: ids.focal,
        ...last3,
        from_seq: at(5),
        to_seq: at(6),
      },
      {
        version: 6,
        verb: 'approve',
        status: 'approved',
        reason: null,
        actor_id: ids.first,
        ...last3,
        from_seq: at(6),
        to_seq: null,
        counted_from_seq: at(6),
      },
    ]);
    expect(await changesOf('need', entered.id)).toEqual([
      { seq: at(1), verb: 'enter', actorId: ids.focal, data: { version: 1, status: 'draft' } },
      { seq: at(2), verb: 'submit', actorId: ids.focal, data: { version: 2, status: 'submitted' } },
      { seq: at(3), verb: 'return', actorId: ids.first, data: { version: 3, status: 'returned' } },
      { seq: at(4), verb: 'edit', actorId: ids.focal, data: { version: 4, status: 'returned' } },
      { seq: at(5), verb: 'submit', actorId: ids.focal, data: { version: 5, status: 'submitted' } },
      { seq: at(6), verb: 'approve', actorId: ids.first, data: { version: 6, status: 'approved' } },
    ]);
    expect(await articleRows(entered.id)).toEqual([5, 6]);
    expect(await revision()).toBe(at(6));
  });

  it('what a reviewer recodes, a second reviewer approves, and the recoding counts', async () => {
    const { review, focal, first, second, ids } = await panel();
    const sent = await submitted(focal, review);
    const fields = {
      ...completeFields,
      category: 'institution-building' as const,
      subcategory: 'ib-systems',
      types: [],
    };
    const recoded = valueOf(
      await recodeNeed(first, { ...sent, fields, reason: 'A system rather than training.' }),
    );
    expect(await needRow(sent.id)).toMatchObject({
      status: 'recoded',
      version: 3,
      counted_version: null,
      changed_by: ids.first,
      recoded_by: ids.first,
    });
    expect((await versionRows(sent.id)).at(-1)).toMatchObject({
      verb: 'recode',
      status: 'recoded',
      reason: 'A system rather than training.',
      subcategory: 'ib-systems',
    });
    valueOf(await approveNeed(second, recoded));
    expect(await needRow(sent.id)).toMatchObject({
      status: 'approved',
      version: 4,
      counted_version: 4,
      recoded_by: ids.first,
    });
    expect((await versionRows(sent.id)).at(-1)).toMatchObject({
      verb: 'approve',
      actor_id: ids.second,
      subcategory: 'ib-systems',
    });
    expect(await verbsOf('need', sent.id)).toEqual(['enter', 'submit', 'recode', 'approve']);
  });

  it('a need withdrawn before its approval keeps its row, its number and its history', async () => {
    const { review, focal } = await panel();
    const sent = await submitted(focal, review);
    valueOf(await withdrawNeed(focal, { ...sent, reason: 'Entered twice.' }));
    expect(await needRow(sent.id)).toMatchObject({
      status: 'withdrawn',
      version: 3,
      counted_version: null,
      reference: `${review.stateCode}-2-001`,
    });
    expect((await versionRows(sent.id)).at(-1)).toMatchObject({
      verb: 'withdraw',
      status: 'withdrawn',
      reason: 'Entered twice.',
    });
    expect(await verbsOf('need', sent.id)).toEqual(['enter', 'submit', 'withdraw']);
  });

  it('an approved version goes on counting while the need is reopened, until the next approval takes over', async () => {
    const { review, focal, first } = await panel();
    const done = await approved(focal, first, review);
    const approvedAt = await revision();
    const counted = () =>
      rows(
        `select version, provision, counted_from_seq, counted_to_seq from need_version
      where need_id = ? and counted_from_seq is not null order by version`,
        [done.id],
      );
    const reopened = valueOf(
      await reopenNeed(first, { ...done, reason: 'The summary was corrected.' }),
    );
    expect(await needRow(done.id)).toMatchObject({
      status: 'returned',
      version: 4,
      counted_version: 3,
    });
    const edited = valueOf(
      await editNeed(focal, { ...reopened, fields: { ...completeFields, articles: ['general'] } }),
    );
    const sent = valueOf(await submitNeed(focal, edited));
    expect(await counted()).toEqual([
      { version: 3, provision: '5', counted_from_seq: approvedAt, counted_to_seq: null },
    ]);
    valueOf(await approveNeed(first, sent));
    expect(await needRow(done.id)).toMatchObject({
      status: 'approved',
      version: 7,
      counted_version: 7,
      reference: `${review.stateCode}-2-001`,
    });
    expect(await counted()).toEqual([
      { version: 3, provision: '5', counted_from_seq: approvedAt, counted_to_seq: approvedAt + 4 },
      { version: 7, provision: 'general', counted_from_seq: approvedAt + 4, counted_to_seq: null },
    ]);
    expect(await verbsOf('need', done.id)).toEqual([
      'enter',
      'submit',
      'approve',
      'reopen',
      'edit',
      'submit',
      'approve',
    ]);
  });
});
