import { beforeAll, describe, expect, it } from 'vitest';
import { approveNeed, reopenNeed, withdrawNeed } from '#lib/needs/entry/commands';
import { csv, fileOf } from '#tests/support/imports/files';
import { imported, versionsOf } from '#tests/support/imports/runs';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { revision } from '#tests/support/databases/log-rows';
import { valueOf } from '#tests/support/factories/outcomes';
import { focalPoint, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { number, row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const line = (ref: string, stateCode: string, rest = 'II,5,policymaking,pm-development,,,,') =>
  `${ref},${stateCode},2,${rest}`;
const needs = (...lines: readonly string[]) => fileOf('needs', csv('needs', ...lines));
const needRow = (ref: string) =>
  row(
    'select id, reference, status, version, counted_version, text, language, quote, paragraph, target_groups from need where source_ref = ?',
    [ref],
  );

describe('the status in which an import leaves its needs', () => {
  it('as drafts they have no number, and do not count', async () => {
    const { stateCode } = await mintedReview();
    await imported([await needs(line('D1', stateCode))], 'draft');
    expect(await needRow('D1')).toMatchObject({
      status: 'draft',
      reference: null,
      version: 1,
      counted_version: null,
    });
    expect(await versionsOf('D1')).toEqual([
      { version: 1, verb: 'enter', status: 'draft', counted: 0, open: 1 },
    ]);
  });

  it('as submitted they are numbered, and a reviewer can approve them', async () => {
    const review = await mintedReview();
    await imported(
      [await needs(line('S1', review.stateCode), line('S2', review.stateCode))],
      'submitted',
    );
    expect(await needRow('S2')).toMatchObject({
      status: 'submitted',
      reference: `${review.stateCode}-2-002`,
      counted_version: null,
    });
    const { id } = await needRow('S1');
    valueOf(await approveNeed(await reviewer(review), { id: String(id), version: 1 }));
    expect(await versionsOf('S1')).toEqual([
      { version: 1, verb: 'submit', status: 'submitted', counted: 0, open: 1 },
      { version: 2, verb: 'approve', status: 'approved', counted: 1, open: 1 },
    ]);
  });

  it('moves on with the next import: the number stays, and what counted goes on counting until another version is approved', async () => {
    const { stateCode } = await mintedReview();
    await imported([await needs(line('M1', stateCode))], 'draft');
    await imported([await needs(line('M1', stateCode))], 'approved');
    expect(await needRow('M1')).toMatchObject({
      status: 'approved',
      reference: `${stateCode}-2-001`,
      version: 2,
      counted_version: 2,
    });
    await imported(
      [await needs(line('M1', stateCode, 'II,6,policymaking,pm-development,,,,'))],
      'submitted',
    );
    expect(await needRow('M1')).toMatchObject({
      status: 'submitted',
      reference: `${stateCode}-2-001`,
      version: 3,
      counted_version: 2,
    });
    await imported(
      [await needs(line('M1', stateCode, 'II,7;8,policymaking,pm-development,,,,'))],
      'approved',
    );
    expect(await versionsOf('M1')).toEqual([
      { version: 1, verb: 'enter', status: 'draft', counted: 0, open: 1 },
      { version: 2, verb: 'edit', status: 'approved', counted: 1, open: 0 },
      { version: 3, verb: 'edit', status: 'submitted', counted: 0, open: 1 },
      { version: 4, verb: 'edit', status: 'approved', counted: 1, open: 1 },
    ]);
    expect(
      await rows(
        `select article from need_article a join need n on n.id = a.need_id where n.source_ref = 'M1' order by article`,
      ),
    ).toEqual([{ article: 7 }, { article: 8 }]);
    expect(await contradictionsFound()).toEqual([]);
  });

  it('goes on from the numbers that people were given', async () => {
    const review = await mintedReview();
    await imported([await needs(line('G1', review.stateCode))]);
    await imported([await needs(line('G1', review.stateCode), line('G2', review.stateCode))]);
    expect(await needRow('G2')).toMatchObject({ reference: `${review.stateCode}-2-002` });
    expect(await number('select numbered from review where id = ?', [review.id])).toBe(2);
  });

  it('is that of the file also for needs that were reopened or withdrawn since', async () => {
    const review = await mintedReview();
    const [by, focal] = [await reviewer(review), await focalPoint(review)];
    await imported([await needs(line('R1', review.stateCode))]);
    await imported([await needs(line('W1', review.stateCode))], 'submitted');
    const [reopened, withdrawn] = [await needRow('R1'), await needRow('W1')];
    valueOf(
      await reopenNeed(by, { id: String(reopened.id), version: 1, reason: 'To be coded anew.' }),
    );
    valueOf(
      await withdrawNeed(focal, {
        id: String(withdrawn.id),
        version: 1,
        reason: 'No longer needed.',
      }),
    );
    await imported([await needs(line('R1', review.stateCode), line('W1', review.stateCode))]);
    const course = async (ref: string) =>
      (await versionsOf(ref)).map(({ verb, status, counted, open }) => [
        verb,
        status,
        counted,
        open,
      ]);
    expect(await course('R1')).toEqual([
      ['approve', 'approved', 1, 0],
      ['reopen', 'returned', 0, 1],
      ['edit', 'approved', 1, 1],
    ]);
    expect(await course('W1')).toEqual([
      ['submit', 'submitted', 0, 1],
      ['withdraw', 'withdrawn', 0, 1],
      ['edit', 'approved', 1, 1],
    ]);
    expect(await contradictionsFound()).toEqual([]);
  });
});

describe('columns that a file may leave out', () => {
  const header = `${csv('needs').trim()},text,language,quote,target_groups`;

  it('hold the text in its language, the quoted passage and the target groups', async () => {
    const { stateCode } = await mintedReview();
    const text = 'تدريب\r\n"المحققين"';
    await imported([
      await fileOf(
        'needs',
        `${header}\r\n${line('T1', stateCode)},"${text.replaceAll('"', '""')}",ar,«paragraph 12»,media;officials\r\n`,
      ),
    ]);
    expect(await needRow('T1')).toMatchObject({
      text: 'تدريب\n"المحققين"',
      language: 'ar',
      quote: '«paragraph 12»',
      target_groups: '["officials","media"]',
      paragraph: null,
    });
    expect(
      await row(
        `select v.text, v.language, v.quote, v.target_groups from need_version v join need n on n.id = v.need_id where n.source_ref = 'T1'`,
      ),
    ).toEqual({
      text: 'تدريب\n"المحققين"',
      language: 'ar',
      quote: '«paragraph 12»',
      target_groups: '["officials","media"]',
    });
  });

  it('are left as they stand in the register; empty cells empty them', async () => {
    const { stateCode } = await mintedReview();
    const full = await fileOf(
      'needs',
      `${header}\n${line('T2', stateCode)},Courses,en,as quoted,media\n`,
    );
    await imported([full]);
    const before = await revision();
    await imported([await needs(line('T2', stateCode))]);
    await imported([full]);
    expect(await revision()).toBe(before);
    await imported([await fileOf('needs', `${header}\n${line('T2', stateCode)},,,,\n`)]);
    expect(await needRow('T2')).toMatchObject({
      version: 2,
      text: null,
      language: null,
      quote: null,
      target_groups: '[]',
    });
  });

  it('and the order of codes in a list, say nothing new', async () => {
    const { stateCode } = await mintedReview();
    await imported([
      await needs(
        line(
          'O1',
          stateCode,
          'II,5;6,policymaking,pm-development,statistics;databases,,training;good-practices,3',
        ),
      ),
    ]);
    const before = await revision();
    await imported([
      await needs(
        line(
          'O1',
          stateCode,
          'II,6;5,policymaking,pm-development,databases;statistics,,good-practices;training, 3',
        ),
      ),
    ]);
    expect(await revision()).toBe(before);
  });
});
