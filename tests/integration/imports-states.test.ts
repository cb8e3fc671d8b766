import { beforeAll, describe, expect, it } from 'vitest';
import { csv, fileOf } from '#tests/support/imports/files';
import { imported, importedWithChoice, refused } from '#tests/support/imports/runs';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { changesOf, revision } from '#tests/support/databases/log-rows';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, mintedState } from '#tests/support/factories/reviews';
import { number, row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const states = (...lines: readonly string[]) => fileOf('states', csv('states', ...lines));
const dated = (...lines: readonly string[]) =>
  fileOf('states', `state,region,cycle,completed_on,published_on\n${lines.join('\n')}\n`);
const reviewOf = (code: string, cycle = 2) =>
  row(
    'select r.id, r.completed_on, r.published_on, r.version, r.symbol from review r join state s on s.id = r.state_id where s.code = ? and r.cycle = ?',
    [code, cycle],
  );

describe('importing States', () => {
  it('makes a State at its first review, and the review of another cycle beside it', async () => {
    await imported([await states('KEN,AFR,1,2015-06-30', 'KEN,AFR,2,', 'PSE,APG,2,2020-01-31')]);
    expect(
      await rows(`select code, region from state where code in ('KEN', 'PSE') order by code`),
    ).toEqual([
      { code: 'KEN', region: 'AFR' },
      { code: 'PSE', region: 'APG' },
    ]);
    expect(await reviewOf('KEN', 1)).toMatchObject({
      completed_on: '2015-06-30',
      published_on: '2015-06-30',
      version: 1,
    });
    expect(await reviewOf('KEN')).toMatchObject({
      completed_on: null,
      published_on: null,
      version: 1,
    });
    expect(await contradictionsFound()).toEqual([]);
  });

  it('sets the dates of a review that is there: a new version and change, only where something differs', async () => {
    const { stateCode, id } = await mintedReview({ completedOn: '2022-06-30' });
    const before = await revision();
    await imported([await dated(`${stateCode},AFR,2,2022-06-30,2022-07-15`)]);
    expect(
      await rows(
        'select verb, completed_on, published_on, to_seq from review_version where review_id = ? order by version',
        [id],
      ),
    ).toEqual([
      { verb: 'create', completed_on: null, published_on: null, to_seq: before },
      {
        verb: 'set-completion',
        completed_on: '2022-06-30',
        published_on: null,
        to_seq: before + 1,
      },
      { verb: 'publish', completed_on: '2022-06-30', published_on: '2022-07-15', to_seq: null },
    ]);
    await imported([await dated(`${stateCode},AFR,2,2022-06-30,2022-07-15`)]);
    expect(await revision()).toBe(before + 2);
    await imported([await dated(`${stateCode},,2,2022-07-01,`)]);
    expect(await reviewOf(stateCode)).toMatchObject({
      completed_on: '2022-07-01',
      published_on: '2022-07-15',
      version: 4,
    });
    expect((await changesOf('review', id)).at(-1)).toMatchObject({
      verb: 'set-completion',
      data: { version: 4, symbol: null, completedOn: '2022-07-01', publishedOn: '2022-07-15' },
    });
    expect(await contradictionsFound()).toEqual([]);
  });

  it('publishes nothing unless the column or the choice says so, and never unpublishes', async () => {
    const [open, shown, named] = [
      await mintedState(),
      await mintedReview({ completedOn: '2022-03-01', published: true }),
      await mintedState(),
    ];
    const before = await reviewOf(shown.stateCode);
    const lines = [open.stateCode, shown.stateCode].map((code) => `${code},AFR,2,2022-03-01`);
    const publicNow = () =>
      number(
        'select count(*) from review where published_on is not null and completed_on is not null',
      );

    const unsaid = await importedWithChoice(undefined, await states(...lines));
    expect(!unsaid.ok && 'faults' in unsaid && unsaid.faults.lines()).toEqual([
      expect.stringMatching(/^states\.csv:1: published_on: .*--published completed .*none$/),
    ]);
    expect(await number('select count(*) from review where state_id = ?', [open.stateId])).toBe(0);

    const none = await importedWithChoice('none', await states(...lines));
    expect(none.ok && none.value.publishedNow).toBe(await publicNow());
    expect(await reviewOf(open.stateCode)).toMatchObject({ published_on: null });
    expect(await reviewOf(shown.stateCode)).toEqual(before);

    const empty = await importedWithChoice(
      'completed',
      await dated(
        ...lines.map((line) => `${line},`),
        `${named.stateCode},AFR,2,2022-03-01,2022-04-01`,
      ),
    );
    expect(empty.ok && empty.value.report.states).toEqual({ added: 1, changed: 0, unchanged: 2 });
    expect(await reviewOf(open.stateCode)).toMatchObject({ published_on: null });
    expect(await reviewOf(named.stateCode)).toMatchObject({ published_on: '2022-04-01' });
    expect(await reviewOf(shown.stateCode)).toEqual(before);

    const completed = await importedWithChoice('completed', await states(...lines));
    expect(completed.ok && completed.value.publishedNow).toBe(await publicNow());
    expect(await reviewOf(open.stateCode)).toMatchObject({ published_on: '2022-03-01' });
    expect(await reviewOf(shown.stateCode)).toEqual(before);
    expect(await contradictionsFound()).toEqual([]);
  });

  it('refuses a row that would take the completion from a published summary', async () => {
    const { stateCode } = await mintedReview({ completedOn: '2022-03-01', published: true });
    const before = await reviewOf(stateCode);
    expect(await refused([await dated(`${stateCode},AFR,2,,`)])).toEqual([
      expect.stringMatching(
        /^states\.csv:2: completed_on: is empty, but the summary was published/,
      ),
    ]);
    expect(await reviewOf(stateCode)).toEqual(before);
  });

  it('refuses another group than the one that the State belongs to, in the register or in the file', async () => {
    const { stateCode } = await mintedState('EEG');
    expect(
      await refused([
        await states(`${stateCode},AFR,2,`, 'FRA,AFR,2,', 'WEO-77,WEOG,1,', 'WEO-77,APG,2,'),
      ]),
    ).toEqual([
      `states.csv:2: region: AFR is not the regional group of ${stateCode}; allowed: EEG`,
      'states.csv:3: region: AFR is not the regional group of FRA; allowed: WEOG',
      'states.csv:5: region: APG is not the regional group of WEO-77; allowed: WEOG',
    ]);
  });

  it('refuses the same review twice', async () => {
    expect(
      await refused([await states('UGA,AFR,2,', 'TZA,AFR,2,', 'uga,AFR,2,2020-01-01')]),
    ).toEqual([
      'states.csv:4: state: the review of UGA in cycle 2 stands in line 2 already; allowed: each review once',
    ]);
  });

  it('and needs in one go: those of a review whose line has a fault are not complained of', async () => {
    const needs = await fileOf(
      'needs',
      csv(
        'needs',
        'A1,MLI,2,II,5,policymaking,pm-development,,,,',
        'A2,NER,2,II,5,policymaking,pm-development,,,,',
      ),
    );
    expect(await refused([needs, await states('MLI,AFR,2,2020-13-01')])).toEqual([
      expect.stringMatching(/^states\.csv:2: completed_on: "2020-13-01" is not a date; /),
      'needs.csv:3: state: there is no review of NER in cycle 2, neither in a states file nor in the register',
    ]);
  });
});

describe('importing needs', () => {
  it('refuses the ref of a need of another review', async () => {
    const [one, other] = [await mintedReview(), await mintedReview()];
    const lines = (code: string) =>
      ['X1', 'X2'].map((ref) => `${ref},${code},2,II,5,policymaking,pm-development,,,,`);
    await imported([await fileOf('needs', csv('needs', ...lines(one.stateCode)))]);
    expect(
      await refused([
        await fileOf('needs', csv('needs', lines(one.stateCode)[0]!, lines(other.stateCode)[1]!)),
      ]),
    ).toEqual([
      `needs.csv:3: ref: "X2" is a need of ${one.stateCode} in cycle 2 in the register; allowed: the same State and cycle, or a new ref`,
    ]);
  });
});
