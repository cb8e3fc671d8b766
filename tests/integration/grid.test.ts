import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { editNeed, returnNeed } from '#lib/needs/entry/commands';
import { gridPage, saveGrid } from '#lib/needs/entry/grid';
import { gridRowOf, type GridRow } from '#lib/needs/model/grid-row';
import { needById } from '#lib/needs/store/queries';
import { fieldsOf } from '#lib/needs/model/schema';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { revision, verbsOf } from '#tests/support/databases/log-rows';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

/** The row of a need as the grid shows it now, some of it put otherwise. */
async function rowOf(
  actor: Actor,
  { id }: { id: string },
  other: Partial<GridRow> = {},
): Promise<GridRow> {
  const need = (await needById(actor, id))!;
  return { ...gridRowOf(id, need.version, need), ...other };
}
const textOf = async (actor: Actor, { id }: { id: string }) => (await needById(actor, id))?.text;

describe('several needs edited as rows of one form', () => {
  it('are the drafts and returned needs that the actor may change', async () => {
    const { review, focal, first, second } = await panel();
    const own = await draft(focal, review);
    const back = await submitted(focal, review);
    valueOf(await returnNeed(first, { ...back, reason: 'Which one?' }));
    await submitted(focal, review);
    await approved(focal, first, review);
    const theirs = await draft(second, review);
    const shown = async (actor: Actor) =>
      valueOf(await gridPage(actor, { reviewId: review.id, page: 1 })).needs.map(({ id }) => id);
    expect(await shown(focal)).toEqual([own.id, back.id, theirs.id]);
    expect(await shown(second)).toEqual([theirs.id]);
    expect(
      failureOf(await gridPage(await administrator(), { reviewId: review.id, page: 1 })),
    ).toEqual({ kind: 'forbidden', why: 'role' });
    expect(failureOf(await gridPage(await manager(), { reviewId: review.id, page: 1 }))).toEqual({
      kind: 'forbidden',
      why: 'role',
    });
    expect(
      failureOf(
        await gridPage(await focalPoint(await mintedReview()), { reviewId: review.id, page: 1 }),
      ),
    ).toEqual({ kind: 'not-found' });
  });

  it('stand on pages that a slow line and one form can carry', async () => {
    const { review, focal } = await panel();
    for (let i = 0; i < 21; i += 1) await draft(focal, review);
    expect(valueOf(await gridPage(focal, { reviewId: review.id, page: 1 }))).toMatchObject({
      page: 1,
      pages: 2,
    });
    expect(valueOf(await gridPage(focal, { reviewId: review.id, page: 9 })).needs).toHaveLength(1);
  });

  it('get a new version where they were changed, and none elsewhere', async () => {
    const { review, focal } = await panel();
    const [one, two] = [await draft(focal, review), await draft(focal, review)];
    const before = await revision();
    const changed = {
      coding: 'policymaking/pm-development',
      articles: '6, 7',
      priority: '2',
      language: 'fr',
      text: 'Une politique.',
    };
    expect(
      valueOf(
        await saveGrid(focal, {
          reviewId: review.id,
          rows: [await rowOf(focal, one, changed), await rowOf(focal, two)],
        }),
      ),
    ).toEqual({ saved: 1 });
    expect(await revision()).toBe(before + 1);
    expect(fieldsOf((await needById(focal, one.id))!)).toEqual({
      ...completeFields,
      category: 'policymaking',
      subcategory: 'pm-development',
      articles: ['6', '7'],
      priority: '2',
      language: 'fr',
      text: 'Une politique.',
    });
    expect(await verbsOf('need', one.id)).toEqual(['enter', 'edit']);
    expect(await verbsOf('need', two.id)).toEqual(['enter']);
    expect(await contradictionsFound()).toEqual([]);
  });

  it('follow their articles into the chapter', async () => {
    const { review, focal } = await panel();
    const one = await draft(focal, review);
    valueOf(
      await saveGrid(focal, {
        reviewId: review.id,
        rows: [await rowOf(focal, one, { articles: '53' })],
      }),
    );
    expect(await needById(focal, one.id)).toMatchObject({ chapter: 'V', articles: [53] });
    valueOf(
      await saveGrid(focal, {
        reviewId: review.id,
        rows: [await rowOf(focal, one, { articles: '', general: true })],
      }),
    );
    expect(await needById(focal, one.id)).toMatchObject({
      chapter: 'V',
      articles: [],
      general: true,
    });
  });

  it('are saved all together or, where one is amiss, not at all, each fault at its row and field', async () => {
    const { review, focal } = await panel();
    const [one, two, three] = [
      await draft(focal, review),
      await draft(focal, review),
      await draft(focal, review),
    ];
    const rowsTyped = [
      await rowOf(focal, one, { text: 'Sound.' }),
      await rowOf(focal, two, { articles: '99' }),
      await rowOf(focal, three, { priority: 'first', coding: 'weather/rain' }),
    ];
    expect(failureOf(await saveGrid(focal, { reviewId: review.id, rows: rowsTyped }))).toEqual({
      kind: 'invalid',
      errors: [
        { field: `${two.id}.articles`, message: 'unknownArticle' },
        { field: `${three.id}.coding`, message: 'unknownCategory' },
        { field: `${three.id}.coding`, message: 'unknownSubcategory' },
        { field: `${three.id}.priority`, message: 'priorityNumber' },
      ],
    });
    expect(await textOf(focal, one)).toBe('Training of procurement officers.');
  });

  it('tell who was quicker, and do not take a row for changed that only others changed', async () => {
    const { review, focal } = await panel();
    const colleague = await focalPoint(review, 'A colleague');
    const [one, two] = [await draft(focal, review), await draft(focal, review)];
    const [mine, untouched] = [await rowOf(focal, one, { text: 'Mine.' }), await rowOf(focal, two)];
    for (const seen of [one, two])
      valueOf(
        await editNeed(colleague, { ...seen, fields: { ...completeFields, text: 'Theirs.' } }),
      );
    expect(
      failureOf(await saveGrid(focal, { reviewId: review.id, rows: [mine, untouched] })),
    ).toMatchObject({
      kind: 'invalid',
      errors: [{ field: `${one.id}.text`, message: 'rowMoved', values: { by: 'A colleague' } }],
    });
    expect(await textOf(focal, one)).toBe('Theirs.');
    expect(
      valueOf(
        await saveGrid(focal, { reviewId: review.id, rows: [{ ...mine, version: 2 }, untouched] }),
      ),
    ).toEqual({ saved: 1 });
    expect(await textOf(focal, one)).toBe('Mine.');
    expect(await textOf(focal, two)).toBe('Theirs.');
  });

  it('keep to what may still be changed', async () => {
    const { review, focal, first } = await panel();
    const [gone, back] = [await submitted(focal, review), await submitted(focal, review)];
    valueOf(await returnNeed(first, { ...back, reason: 'Which article?' }));
    await rows('update need set reopened = ? where id = ?', ['["articles"]', back.id]);
    const typed = [
      await rowOf(focal, gone, { text: 'Other words.' }),
      await rowOf(focal, back, { text: 'Other words.', articles: '6' }),
    ];
    expect(failureOf(await saveGrid(focal, { reviewId: review.id, rows: typed }))).toEqual({
      kind: 'invalid',
      errors: [
        { field: `${gone.id}.text`, message: 'rowNotOpen' },
        { field: `${back.id}.text`, message: 'fieldNotOpened' },
      ],
    });
    const strange = await draft(focal, await mintedReview({ of: review, cycle: 1 }), {
      chapter: 'III',
      articles: ['15'],
    });
    expect(
      failureOf(
        await saveGrid(focal, {
          reviewId: review.id,
          rows: [await rowOf(focal, strange, { text: 'Elsewhere.' })],
        }),
      ),
    ).toEqual({ kind: 'not-found' });
  });
});
