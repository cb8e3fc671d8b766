import { beforeAll, describe, expect, it } from 'vitest';
import { editNeed, returnNeed } from '#lib/needs/entry/commands';
import { needById } from '#lib/needs/store/queries';
import { previewById } from '#lib/needs/imports/needs/previews';
import { confirming, courseOf, previewed } from '#tests/support/imports/previews';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { revision, verbsOf } from '#tests/support/databases/log-rows';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { focalPoint } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const header = 'ref,chapter,articles,category,subcategory,topics,types,tags,priority,text,language';
const line = (ref: string, rest = 'II,5,policymaking,pm-development,,,,,A policy.,en') =>
  `${ref},${rest}`;
const file = (...lines: readonly string[]) => [header, ...lines, ''].join('\n');
const storedNeed = (review: { id: string }) =>
  rows(
    'select source_ref, status, version, origin, text from need where review_id = ? order by source_ref',
    [review.id],
  );

describe('a file of needs sent through the page', () => {
  it('is shown row by row, and does nothing until it is confirmed', async () => {
    const { review, focal } = await panel();
    const before = await revision();
    const preview = await previewed(focal, review, file(line('1'), line('2')));
    expect(courseOf(preview)).toEqual(['2 new', '3 new']);
    expect(await revision()).toBe(before);
    expect(await storedNeed(review)).toEqual([]);
    expect(valueOf(await confirming(focal, preview))).toEqual({
      new: 2,
      changed: 0,
      same: 0,
      wrong: 0,
    });
    const prefix = `${review.stateCode}-2/`;
    expect(await storedNeed(review)).toEqual([
      {
        source_ref: `${prefix}1`,
        status: 'draft',
        version: 1,
        origin: 'import',
        text: 'A policy.',
      },
      {
        source_ref: `${prefix}2`,
        status: 'draft',
        version: 1,
        origin: 'import',
        text: 'A policy.',
      },
    ]);
    const { id } = await row('select id from need where source_ref = ?', [`${prefix}1`]);
    expect(await verbsOf('need', String(id))).toEqual(['enter']);
    expect(await verbsOf('import', preview.id)).toEqual(['import']);
    expect(await contradictionsFound()).toEqual([]);
    expect(
      await number('select count(*) from import_preview where review_id = ?', [review.id]),
    ).toBe(0);
  });

  it('says what is new, changed, the same and wrong, and is then refused whole', async () => {
    const { review, focal } = await panel();
    valueOf(await confirming(focal, await previewed(focal, review, file(line('1'), line('2')))));
    const mixed = await previewed(
      focal,
      review,
      file(
        line('1'),
        line('2', 'II,6,policymaking,pm-development,,,,,A policy.,en'),
        line('3'),
        line('4', 'III,15,policymaking,pm-development,,,,,,'),
      ),
    );
    expect(courseOf(mixed)).toEqual([
      '2 same',
      '3 changed',
      '4 new',
      '5 wrong chapter: chapterOfOtherCycle',
    ]);
    const before = await revision();
    expect(failureOf(await confirming(focal, mixed))).toMatchObject({
      kind: 'conflict',
      why: 'faults',
    });
    expect(await revision()).toBe(before);
  });

  it('changes drafts and returned needs, and nothing that was submitted or approved', async () => {
    const { review, focal, first } = await panel();
    const own = await draft(focal, review);
    const waiting = await submitted(focal, review);
    const back = await submitted(focal, review);
    valueOf(await returnNeed(first, { ...back, reason: 'Which policy?' }));
    const counted = await approved(focal, first, review);
    const refs = Object.fromEntries(
      (await rows('select id, reference from need where review_id = ?', [review.id])).map(
        ({ id, reference }) => [id, reference ?? id],
      ),
    );
    const same =
      'II,5,capacity-building,cb-training,,staff-training,,1,Training of procurement officers.,en';
    const other =
      'II,6,capacity-building,cb-training,,staff-training,,1,Training of procurement officers.,en';
    const all = [own, waiting, back, counted].map(({ id }) => String(refs[id]));
    expect(
      courseOf(await previewed(focal, review, file(...all.map((ref) => line(ref, same))))),
    ).toEqual(['2 same', '3 same', '4 same', '5 same']);
    expect(
      courseOf(await previewed(focal, review, file(...all.map((ref) => line(ref, other))))),
    ).toEqual(['2 changed', '3 wrong ref: notOpen', '4 changed', '5 wrong ref: notOpen']);
    valueOf(await confirming(focal, await previewed(focal, review, file(line(all[2]!, other)))));
    expect(await row('select status, version from need where id = ?', [back.id])).toEqual({
      status: 'returned',
      version: 4,
    });
    expect(await verbsOf('need', back.id)).toEqual(['enter', 'submit', 'return', 'edit']);
    expect(await contradictionsFound()).toEqual([]);
  });

  it('keeps to the fields that a return opened', async () => {
    const { review, focal, first } = await panel();
    const back = await submitted(focal, review);
    valueOf(await returnNeed(first, { ...back, reason: 'Which article?' }));
    await rows('update need set reopened = ? where id = ?', ['["articles"]', back.id]);
    const { reference } = await row('select reference from need where id = ?', [back.id]);
    const text = (articles: string, words: string) =>
      line(
        String(reference),
        `II,${articles},capacity-building,cb-training,,staff-training,,1,${words},en`,
      );
    expect(courseOf(await previewed(focal, review, file(text('6', 'Other words.'))))).toEqual([
      '2 wrong text: notOpened',
    ]);
    expect(
      courseOf(
        await previewed(focal, review, file(text('6', 'Training of procurement officers.'))),
      ),
    ).toEqual(['2 changed']);
  });

  it('is previewed anew when the register has moved in between', async () => {
    const { review, focal } = await panel();
    const own = await draft(focal, review);
    const preview = await previewed(
      focal,
      review,
      file(line(own.id, 'II,6,policymaking,pm-development,,,,,A policy.,en')),
    );
    valueOf(await editNeed(focal, { ...own, fields: { ...completeFields, text: 'Meanwhile.' } }));
    const before = await revision();
    expect(failureOf(await confirming(focal, preview))).toEqual({
      kind: 'conflict',
      why: 'preview',
    });
    expect(await revision()).toBe(before);
    const anew = valueOf(await previewById(focal, { id: preview.id, reviewId: review.id }));
    expect(courseOf(anew)).toEqual(['2 changed']);
    valueOf(await confirming(focal, anew));
    expect((await needById(focal, own.id))?.text).toBe('A policy.');
  });

  it('is imported once when it is confirmed twice, also at the same time', async () => {
    const { review, focal } = await panel();
    const preview = await previewed(focal, review, file(line('1')));
    const both = await Promise.all([confirming(focal, preview), confirming(focal, preview)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await number('select count(*) from need where review_id = ?', [review.id])).toBe(1);
  });

  it('of two people at once goes in once, and the other sees what is there now', async () => {
    const { review, focal } = await panel();
    const colleague = await focalPoint(review);
    const [one, two] = [
      await previewed(focal, review, file(line('1'))),
      await previewed(
        colleague,
        review,
        file(line('1', 'II,7,policymaking,pm-development,,,,,Another.,fr')),
      ),
    ];
    const outcomes = await Promise.all([confirming(focal, one), confirming(colleague, two)]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const [loser, waiting] = outcomes[0]!.ok ? [colleague, two] : [focal, one];
    expect(
      courseOf(valueOf(await previewById(loser, { id: waiting.id, reviewId: review.id }))),
    ).toEqual(['2 changed']);
  });
});
