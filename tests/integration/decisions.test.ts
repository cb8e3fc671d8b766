import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import {
  takeBulkDecision,
  parseDecisionFilter,
  reopenDecision,
} from '#lib/review/decisions/commands';
import { decidableNeeds, decisionById } from '#lib/review/decisions/queries';
import { editNeed, recodeNeed, submitNeed } from '#lib/needs/entry/commands';
import { commentOnNeed } from '#lib/needs/comments/commands';
import { openCommentCounts } from '#lib/needs/comments/queries';
import { currentFacts, loadFacts } from '#lib/counting/facts/load';
import { changesOf, revision } from '#tests/support/databases/log-rows';
import { needRow, versionRows } from '#tests/support/factories/need-rows';
import { completeFields, submitted, type Seen } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { commands } from '#tests/support/factories/situations';
import { number } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const shownTo = async (actor: Actor, filter: string, verb: 'approve' | 'reopen' = 'approve') => {
  const { fingerprint, needs, leftOut } = await decidableNeeds(
    actor,
    verb,
    await parseDecisionFilter(actor, filter),
  );
  return {
    input: { verb, filter, fingerprint, reason: verb === 'reopen' ? 'A reason.' : '' },
    ids: needs.map(({ id }) => id),
    leftOut,
  };
};

async function someSubmitted(n: number) {
  const own = await panel();
  const needs: Seen[] = [];
  for (let i = 0; i < n; i += 1)
    needs.push(await submitted(own.focal, own.review, { text: `Need ${i}.` }));
  return { ...own, needs, filter: `show=queue&review=${own.review.id}` };
}

describe('a decision on the needs that are ticked', () => {
  it('takes them alone, wherever in the list they stand, and nothing out of scope', async () => {
    const { first, needs, filter } = await someSubmitted(3);
    const { needs: foreign } = await someSubmitted(1);
    const ids = [needs[0]!.id, needs[2]!.id, foreign[0]!.id];
    const found = await decidableNeeds(
      first,
      'approve',
      await parseDecisionFilter(first, filter, ids),
    );
    expect([found.needs.map(({ id }) => id).toSorted(), found.leftOut]).toEqual([
      ids.slice(0, 2).toSorted(),
      0,
    ]);
    const { fingerprint } = found;
    const input = { verb: 'approve', filter, fingerprint, reason: '' } as const;
    expect(failureOf(await takeBulkDecision(first, input))).toMatchObject({ why: 'set' });
    expect(valueOf(await takeBulkDecision(first, { ...input, ids })).needs).toBe(2);
    expect(await needRow(needs[1]!.id)).toMatchObject({ status: 'submitted' });
  });

  it('marks those with open comments', async () => {
    const { first, needs } = await someSubmitted(2);
    const [one, two] = needs.map(({ id }) => id) as [string, string];
    valueOf(
      await commentOnNeed(first, {
        id: one,
        comment: crypto.randomUUID(),
        field: 'text',
        internal: true,
        text: 'Of which body?',
      }),
    );
    expect([...(await openCommentCounts(first, [one, two]))]).toEqual([[one, 1]]);
  });
});

describe('a decision on many needs at once', () => {
  it('approves all that the filter holds and this reviewer may decide on; each gets its version, and counts', async () => {
    const { first, second, focal, needs, filter } = await someSubmitted(4);
    const own = valueOf(
      await recodeNeed(first, { ...needs[3]!, fields: completeFields, reason: 'Mine.' }),
    );
    const objected = valueOf(await commands.object(focal, own));
    const { input, ids, leftOut } = await shownTo(first, filter);
    expect([ids.toSorted(), leftOut]).toEqual([
      needs
        .slice(0, 3)
        .map(({ id }) => id)
        .toSorted(),
      1,
    ]);
    const before = await revision();
    const { id, needs: taken } = valueOf(await takeBulkDecision(first, input));
    expect(taken).toBe(3);
    expect(await revision()).toBe(before + 4);
    for (const each of needs.slice(0, 3)) {
      expect(await needRow(each.id)).toMatchObject({
        status: 'approved',
        version: 3,
        counted_version: 3,
      });
      expect(
        (await versionRows(each.id)).map(({ verb, to_seq, counted_from_seq, from_seq }) => [
          verb,
          to_seq === null,
          counted_from_seq === null ? null : counted_from_seq === from_seq,
        ]),
      ).toEqual([
        ['enter', false, null],
        ['submit', false, null],
        ['approve', true, true],
      ]);
      // The log of each says which decision it was.
      expect((await changesOf('need', each.id)).at(-1)).toMatchObject({
        verb: 'approve',
        data: { version: 3, status: 'approved', decision: id },
      });
    }
    expect((await decisionById(first, id))?.taken).toHaveLength(3);
    expect(await needRow(objected.id)).toMatchObject({ status: 'recoded' });
    expect((await shownTo(second, filter)).ids).toEqual([]);
    const [kept, rebuilt] = [await currentFacts(), await loadFacts(await revision())];
    expect([...kept.needsAsTexts()].map((each) => each.join(' ')).toSorted()).toEqual(
      [...rebuilt.needsAsTexts()].map((each) => each.join(' ')).toSorted(),
    );
    expect(
      await number(
        `select count(*) from outbox where kind = 'decided' and account_id = '${focal.accountId}'`,
      ),
    ).toBe(1);
  });

  it('does nothing where the set has changed since it was shown: one more, one less, or another version', async () => {
    const { first, focal, review, needs, filter } = await someSubmitted(2);
    const changes: readonly (() => Promise<unknown>)[] = [
      () => submitted(focal, review),
      async () => valueOf(await commands.withdraw(focal, needs[0]!)),
      async () => {
        const back = valueOf(await commands.return(first, needs[1]!));
        return valueOf(
          await submitNeed(
            focal,
            valueOf(
              await editNeed(focal, { ...back, fields: { ...completeFields, text: 'Other.' } }),
            ),
          ),
        );
      },
    ];
    for (const change of changes) {
      const { input } = await shownTo(first, filter);
      await change();
      const before = await revision();
      expect(failureOf(await takeBulkDecision(first, input))).toEqual({
        kind: 'conflict',
        why: 'set',
      });
      expect(await revision()).toBe(before);
    }
    expect(
      await number(
        `select count(*) from need where review_id = '${review.id}' and status = 'approved'`,
      ),
    ).toBe(0);
  });

  it('of two at once one goes through, the other does nothing', async () => {
    const { first, second, filter } = await someSubmitted(5);
    const [one, other] = [await shownTo(first, filter), await shownTo(second, filter)];
    const outcomes = await Promise.all([
      takeBulkDecision(first, one.input),
      takeBulkDecision(second, other.input),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(failureOf(outcomes.find(({ ok }) => !ok)!)).toEqual({ kind: 'conflict', why: 'set' });
    expect(
      await number('select count(*) from bulk_need group by need_id order by 1 desc limit 1'),
    ).toBe(1);
  });

  it('is taken by reviewers alone, over what is their own work', async () => {
    const { first, focal, review, filter } = await someSubmitted(1);
    const { input } = await shownTo(first, filter);
    for (const other of [focal, await manager()])
      expect(failureOf(await takeBulkDecision(other, input))).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
    const { first: stranger } = await panel();
    expect((await shownTo(stranger, filter)).ids).toEqual([]);
    expect(failureOf(await takeBulkDecision(stranger, input))).toEqual({
      kind: 'conflict',
      why: 'set',
    });
    expect(
      await number(
        `select count(*) from need where review_id = '${review.id}' and status = 'approved'`,
      ),
    ).toBe(0);
  });

  it('is opened again in one go with a reason, unless one of them has moved on', async () => {
    const { first, second, focal, needs, filter } = await someSubmitted(3);
    const { id } = valueOf(await takeBulkDecision(first, (await shownTo(first, filter)).input));
    expect(failureOf(await reopenDecision(first, { id, reason: ' ' }))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'reason' }],
    });
    expect(failureOf(await reopenDecision(focal, { id, reason: 'A reason.' }))).toEqual({
      kind: 'not-found',
    });
    const again = valueOf(await reopenDecision(second, { id, reason: 'Coded by an old guide.' }));
    for (const each of needs)
      expect(await needRow(each.id)).toMatchObject({
        status: 'returned',
        version: 4,
        counted_version: 3,
      });
    expect(await decisionById(first, id)).toMatchObject({ reopenedBy: again.id });
    expect(failureOf(await reopenDecision(first, { id, reason: 'Again.' }))).toEqual({
      kind: 'conflict',
      why: 'status',
    });

    const other = await someSubmitted(2);
    const taken = valueOf(
      await takeBulkDecision(other.first, (await shownTo(other.first, other.filter)).input),
    );
    valueOf(
      await commands['request-withdrawal'](other.focal, { id: other.needs[0]!.id, version: 3 }),
    );
    expect(
      failureOf(await reopenDecision(other.first, { id: taken.id, reason: 'A reason.' })),
    ).toEqual({ kind: 'conflict', why: 'set' });
    for (const each of other.needs)
      expect(await needRow(each.id)).toMatchObject({ status: 'approved' });
  });

  it('opens approved needs again over a filter', async () => {
    const { first, second, review, needs, filter } = await someSubmitted(2);
    valueOf(await takeBulkDecision(first, (await shownTo(first, filter)).input));
    const { input } = await shownTo(
      second,
      `show=own&status=approved&review=${review.id}`,
      'reopen',
    );
    expect(failureOf(await takeBulkDecision(second, { ...input, reason: '' }))).toMatchObject({
      kind: 'invalid',
    });
    expect(valueOf(await takeBulkDecision(second, input)).needs).toBe(2);
    for (const each of needs)
      expect(await needRow(each.id)).toMatchObject({ status: 'returned', counted_version: 3 });
  });
});
