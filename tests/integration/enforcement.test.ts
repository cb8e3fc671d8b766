import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as rules from '#lib/needs/model/transitions';
import { approveNeed, recodeNeed, returnNeed, submitNeed } from '#lib/needs/entry/commands';
import { revision } from '#tests/support/databases/log-rows';
import { needRow } from '#tests/support/factories/need-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { completeFields, submitted } from '#tests/support/factories/needs';
import { contributor, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { commands, situations } from '#tests/support/factories/situations';
import { rows } from '#tests/support/databases/sql';

/**
 * The rules are taken away: they allow everything. What is left is what the UPDATE itself demands.
 */
beforeEach(() => {
  vi.spyOn(rules, 'checkTransition').mockReturnValue('allowed');
});

beforeAll(() => freshRegister());

describe('with the rules taken away, the database still refuses', () => {
  it.each([
    ['entered', 'entered_by'],
    ['last changed', 'changed_by'],
    ['recoded', 'recoded_by'],
  ])('an approval by whoever %s the need', async (_said, column) => {
    const { review, focal, first, second } = await panel();
    const sent = await situations.submitted({ entering: focal, reviewing: second, review });
    await rows(`update need set ${column} = ? where id = ?`, [first.accountId, sent.id]);
    const before = await revision();
    for (const verb of ['approve', 'return', 'recode'] as const)
      expect(failureOf(await commands[verb](first, sent))).toMatchObject({ kind: 'conflict' });
    expect(await needRow(sent.id)).toMatchObject({
      status: 'submitted',
      version: 2,
      counted_version: null,
    });
    expect(await revision()).toBe(before);
    expect(valueOf(await approveNeed(second, sent))).toEqual({ id: sent.id, version: 3 });
  });

  it('an approval by whoever recoded the need before somebody else did', async () => {
    const { review, focal, first, second } = await panel();
    const recoded = valueOf(
      await recodeNeed(first, {
        ...(await submitted(focal, review)),
        fields: completeFields,
        reason: 'A reason.',
      }),
    );
    const sent = valueOf(
      await submitNeed(
        focal,
        valueOf(await returnNeed(second, { ...recoded, reason: 'The focal point objects.' })),
      ),
    );
    const twice = valueOf(
      await recodeNeed(second, { ...sent, fields: completeFields, reason: 'Another reason.' }),
    );
    for (const hands of [first, second])
      expect(failureOf(await approveNeed(hands, twice))).toMatchObject({ kind: 'conflict' });
    valueOf(await approveNeed(await reviewer(review), twice));
  });

  it.each([
    ['draft', ['return', 'recode', 'approve', 'reopen']],
    ['submitted', ['edit', 'submit', 'reopen']],
    ['returned', ['return', 'recode', 'approve', 'reopen']],
    ['recoded', ['edit', 'submit', 'recode', 'reopen']],
    ['approved', ['edit', 'submit', 'return', 'recode', 'approve', 'withdraw']],
    ['withdrawn', ['edit', 'submit', 'return', 'recode', 'approve', 'reopen', 'withdraw']],
  ] as const)('what is %s is not open to other moves: %j', async (situation, verbs) => {
    const { review, focal, second } = await panel();
    const need = await situations[situation]({ entering: focal, reviewing: second, review });
    const before = [await revision(), await needRow(need.id)];
    // The focal point sees the need in every status, and took no decision on it.
    for (const verb of verbs)
      expect(failureOf(await commands[verb](focal, need)), verb).toMatchObject({
        kind: 'conflict',
      });
    expect([await revision(), await needRow(need.id)]).toEqual(before);
  });

  it('a contributor’s change of what is no draft any more', async () => {
    const { review, focal, second } = await panel();
    const helping = await contributor(review);
    for (const situation of [
      'submitted',
      'returned',
      'recoded',
      'approved',
      'reopened',
      'withdrawn',
    ] as const) {
      const need = await situations[situation]({ entering: focal, reviewing: second, review });
      const before = await needRow(need.id);
      expect(failureOf(await commands.edit(helping, need)), situation).toMatchObject({
        kind: 'conflict',
      });
      expect(await needRow(need.id)).toEqual(before);
    }
    valueOf(
      await commands.edit(
        helping,
        await situations.draft({ entering: focal, reviewing: second, review }),
      ),
    );
  });
});
