import { beforeAll, describe, expect, it } from 'vitest';
import {
  approveNeed,
  editNeed,
  grantWithdrawal,
  liftFourEyes,
  objectToRecoding,
  refuseWithdrawal,
  reopenNeed,
  requestWithdrawal,
  submitNeed,
  takeBackRequest,
} from '#lib/needs/entry/commands';
import { needById } from '#lib/needs/store/queries';
import { changeSettings } from '#lib/people/settings/commands';
import { countForOptions } from '#lib/counting/summaries/queries';
import { verbsOf } from '#tests/support/databases/log-rows';
import { standingRow } from '#tests/support/factories/need-rows';
import { approved, completeFields, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { publishedReview } from '#tests/support/factories/reviews';
import { commands } from '#tests/support/factories/situations';
import { number } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const reason = 'A reason.';

describe('an objection to a recoding', () => {
  it('is answered with a reason by whoever approves nevertheless', async () => {
    const { review, focal, first, second } = await panel();
    const recoded = valueOf(await commands.recode(first, await submitted(focal, review)));
    const objected = valueOf(
      await objectToRecoding(focal, { ...recoded, reason: 'It is about structures.' }),
    );
    expect(failureOf(await approveNeed(second, objected))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'reason', message: 'answerObjection' }],
    });
    const decided = valueOf(
      await approveNeed(second, { ...objected, reason: 'The guide says otherwise.' }),
    );
    expect(await standingRow(decided.id)).toMatchObject({
      status: 'approved',
      request: null,
      counted_version: decided.version,
    });
    expect(await verbsOf('need', decided.id)).toEqual([
      'enter',
      'submit',
      'recode',
      'object',
      'approve',
    ]);
  });

  it('moves the version on, so that an approval of what was seen before is refused', async () => {
    const { review, focal, first, second } = await panel();
    const recoded = valueOf(await commands.recode(first, await submitted(focal, review)));
    valueOf(await objectToRecoding(focal, { ...recoded, reason }));
    expect(failureOf(await approveNeed(second, { ...recoded, reason }))).toMatchObject({
      kind: 'conflict',
      why: 'moved',
    });
  });

  it('can be taken back; then no reason is asked for', async () => {
    const { review, focal, first, second } = await panel();
    const recoded = valueOf(await commands.recode(first, await submitted(focal, review)));
    const back = valueOf(
      await takeBackRequest(focal, valueOf(await objectToRecoding(focal, { ...recoded, reason }))),
    );
    valueOf(await approveNeed(second, back));
  });
});

describe('the withdrawal of an approved need', () => {
  it('is asked for and granted by other hands; until then it counts, afterwards no more', async () => {
    const party = await publishedReview();
    const { review, focal, first, second } = await panel(party);
    const staff = await manager();
    const counted = async () =>
      (await countForOptions(staff, { cycle: 2, chapters: ['II'], cutoff: null, regions: ['AFR'] }))
        .totals.needs;
    const before = await counted();
    const seen = await approved(focal, second, review);
    expect(await counted()).toBe(before + 1);
    const asked = valueOf(await requestWithdrawal(focal, { ...seen, reason }));
    expect(await counted()).toBe(before + 1);
    expect(await standingRow(seen.id)).toMatchObject({
      status: 'approved',
      request: 'withdrawal',
      counted_version: seen.version,
      version: seen.version + 1,
    });
    valueOf(await grantWithdrawal(first, asked));
    expect(await counted()).toBe(before);
    expect(await standingRow(seen.id)).toMatchObject({
      status: 'withdrawn',
      request: null,
      counted_version: null,
      counted_at: null,
    });
    expect(
      await number(
        `select count(*) from need_version where need_id = '${seen.id}' and counted_from_seq is not null and counted_to_seq is null`,
      ),
    ).toBe(0);
    expect(await needById(staff, seen.id)).toBeUndefined();
  });

  it('is refused with a reason, and the need goes on counting as it was approved', async () => {
    const { review, focal, first, second } = await panel();
    const seen = await approved(focal, second, review);
    const asked = valueOf(await requestWithdrawal(focal, { ...seen, reason }));
    expect(failureOf(await refuseWithdrawal(first, { ...asked, reason: ' ' }))).toMatchObject({
      kind: 'invalid',
      errors: [{ message: 'enterReason' }],
    });
    const refused = valueOf(await refuseWithdrawal(first, { ...asked, reason }));
    expect(await standingRow(seen.id)).toMatchObject({
      status: 'approved',
      request: null,
      counted_version: seen.version,
    });
    valueOf(await reopenNeed(first, { ...refused, reason }));
  });

  it('can be asked for while it is reopened; a correction that is submitted takes the request away', async () => {
    const { review, focal, first, second } = await panel();
    const reopened = valueOf(
      await reopenNeed(first, { ...(await approved(focal, second, review)), reason }),
    );
    const asked = valueOf(await requestWithdrawal(focal, { ...reopened, reason }));
    const corrected = valueOf(
      await editNeed(focal, { ...asked, fields: { ...completeFields, text: 'Corrected.' } }),
    );
    expect(await standingRow(corrected.id)).toMatchObject({ request: 'withdrawal' });
    valueOf(await submitNeed(focal, corrected));
    expect(await standingRow(corrected.id)).toMatchObject({ status: 'submitted', request: null });
  });
});

describe('the rule of four eyes', () => {
  it('is lifted by an administrator for one decision, where the setting allows it', async () => {
    const { review, focal, first, second } = await panel();
    const admin = await administrator();
    const recoded = valueOf(await commands.recode(first, await submitted(focal, review)));
    expect(failureOf(await liftFourEyes(admin, { ...recoded, reason }))).toEqual({
      kind: 'forbidden',
      why: 'setting',
    });
    valueOf(
      await changeSettings(admin, { 'four-eyes-lift': 'with-reason', 'own-region': 'allowed' }),
    );
    const lifted = valueOf(await liftFourEyes(admin, { ...recoded, reason }));
    const decided = valueOf(await approveNeed(first, lifted));
    expect(await verbsOf('need', decided.id)).toEqual([
      'enter',
      'submit',
      'recode',
      'lift-four-eyes',
      'approve',
    ]);
    const again = valueOf(
      await submitNeed(focal, valueOf(await reopenNeed(second, { ...decided, reason }))),
    );
    expect(failureOf(await approveNeed(first, again))).toEqual({
      kind: 'forbidden',
      why: 'four-eyes',
    });
    valueOf(await changeSettings(admin, { 'four-eyes-lift': 'never', 'own-region': 'allowed' }));
  });

  it('is set by nobody but an administrator, to nothing but what there is, and each change is kept', async () => {
    const admin = await administrator();
    expect(
      failureOf(
        await changeSettings(await manager(), {
          'four-eyes-lift': 'with-reason',
          'own-region': 'allowed',
        }),
      ),
    ).toEqual({ kind: 'forbidden', why: 'role' });
    expect(
      failureOf(
        await changeSettings(admin, { 'four-eyes-lift': 'always', 'own-region': 'allowed' }),
      ),
    ).toMatchObject({ errors: [{ field: 'four-eyes-lift', message: 'chooseSetting' }] });
    expect(await number(`select count(*) from setting where name = 'four-eyes-lift'`)).toBe(
      await number(
        `select count(*) from change where entity = 'setting' and entity_id = 'four-eyes-lift'`,
      ),
    );
  });
});
