import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { editNeed } from '#lib/needs/entry/commands';
import { parseCursor } from '#lib/needs/lists/keyset';
import {
  needsInBatches,
  pageOfNeeds,
  statesWithVisibleNeeds,
  totalOfNeeds,
} from '#lib/needs/lists/list-queries';
import type { ListQuery, NeedsFilter } from '#lib/needs/lists/list-filter';
import { listSorts, type ListSort } from '#lib/needs/model/vocabulary';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';
import { commands } from '#tests/support/factories/situations';
import { rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const ids = (page: { needs: readonly { id: string }[] }) => page.needs.map(({ id }) => id);
const going = (toward: 'after' | 'before', place: string | undefined, sort: ListSort) =>
  parseCursor(toward, place ?? '', sort);

/** All pages from the first to the last one, and back again. */
async function walked(actor: Actor, asked: ListQuery) {
  const sort = asked.sort ?? 'changed';
  const forth = [await pageOfNeeds(actor, asked)];
  for (let page = forth[0]!; page.after; forth.push(page))
    page = await pageOfNeeds(actor, { ...asked, at: going('after', page.after, sort) });
  const back = [forth.at(-1)!];
  for (let page = back[0]!; page.before; back.push(page))
    page = await pageOfNeeds(actor, { ...asked, at: going('before', page.before, sort) });
  return { forth: forth.map(ids), back: back.map(ids).toReversed() };
}

/**
 * A review of eleven needs: drafts without a number, submitted ones with, some of one priority, two
 * changed at one instant.
 */
async function manyNeeds() {
  const own = await panel(await publishedReview());
  const { review, focal, first } = own;
  const made: string[] = [];
  for (const [n, priority] of ['3', '', '1', '1', '', '2', '3', '1', '', '2', ''].entries()) {
    const make = n % 3 === 0 ? draft : submitted;
    made.push(
      (await make(focal, review, { priority, articles: [String(5 + (n % 3))], text: `Need ${n}.` }))
        .id,
    );
  }
  const [twin] = await rows<{ updated_at: string }>('select updated_at from need where id = ?', [
    made[4]!,
  ]);
  await rows('update need set updated_at = ? where id = ?', [twin!.updated_at, made[5]!]);
  return { ...own, first, made };
}

describe('the pages of a list', () => {
  it.each(listSorts)(
    'sorted by %s follow each other without a gap or a repetition, forth and back',
    async (sort) => {
      const { review, focal, first, made } = await manyNeeds();
      for (const actor of [focal, await administrator()]) {
        const asked = { filter: { review: review.id }, sort, size: 3 };
        const { forth, back } = await walked(actor, asked);
        expect(forth.map(({ length }) => length)).toEqual([3, 3, 3, 2]);
        expect(forth.flat().toSorted()).toEqual(made.toSorted());
        expect(new Set(back.flat()).size).toBe(back.flat().length);
        expect(back.flat().slice(-11)).toEqual(forth.flat().slice(-back.flat().length));
        expect(ids(await pageOfNeeds(actor, { ...asked, size: 50 }))).toEqual(forth.flat());
      }
      for (let n = 0; n < 4; n += 1)
        await approved(focal, first, review, { priority: String(n + 1) });
      const { forth } = await walked(publicActor, { filter: { review: review.id }, sort, size: 3 });
      expect(forth.map(({ length }) => length)).toEqual([3, 1]);
    },
  );

  it('are in the order of their sort, and what has no key stands last', async () => {
    const { review, focal } = await manyNeeds();
    const sorted = async (sort: ListSort) =>
      (await pageOfNeeds(focal, { filter: { review: review.id }, sort })).needs;
    const changed = await rows<{ id: string }>(
      'select id from need where review_id = ? order by updated_at desc, id desc',
      [review.id],
    );
    expect((await sorted('changed')).map(({ id }) => id)).toEqual(changed.map(({ id }) => id));
    expect((await sorted('oldest')).map(({ id }) => id)).toEqual(
      (await sorted('changed')).map(({ id }) => id).toReversed(),
    );
    expect((await sorted('priority')).map(({ priority }) => priority)).toEqual([
      1,
      1,
      1,
      2,
      2,
      3,
      3,
      null,
      null,
      null,
      null,
    ]);
    const numbers = [1, 2, 3, 4, 5, 6, 7].map((n) => `${review.stateCode}-2-00${n}`);
    expect((await sorted('reference')).map(({ reference }) => reference)).toEqual([
      ...numbers,
      null,
      null,
      null,
      null,
    ]);
  });

  it('hold still while others are entered: nothing comes twice and nothing is passed over', async () => {
    const { review, focal, made } = await manyNeeds();
    const filter = { review: review.id };
    const one = await pageOfNeeds(focal, { filter, size: 4 });
    const late = [(await draft(focal, review)).id, (await draft(focal, review)).id];
    const two = await pageOfNeeds(focal, {
      filter,
      size: 4,
      at: going('after', one.after, 'changed'),
    });
    const three = await pageOfNeeds(focal, {
      filter,
      size: 4,
      at: going('after', two.after, 'changed'),
    });
    expect([...ids(one), ...ids(two), ...ids(three)].toSorted()).toEqual(made.toSorted());
    const again = await pageOfNeeds(focal, {
      filter,
      size: 4,
      at: going('before', two.before, 'changed'),
    });
    expect(ids(again)).toEqual(ids(one));
    expect(
      ids(
        await pageOfNeeds(focal, { filter, size: 4, at: going('before', again.before, 'changed') }),
      ).slice(0, 2),
    ).toEqual(late.toReversed());
  });

  it('are gone through whole by an export, also where it takes many of them', async () => {
    const { review, focal, made } = await manyNeeds();
    const found: string[] = [];
    for await (const needs of needsInBatches(
      focal,
      { filter: { review: review.id }, sort: 'reference' },
      2,
    ))
      found.push(...needs.map(({ id }) => id));
    expect(found.toSorted()).toEqual(made.toSorted());
  });
});

describe('the filters of a list', () => {
  it('each narrow it to the versions that are shown, and together to those that meet all', async () => {
    const { review, focal, first } = await panel(await publishedReview());
    const one = await approved(focal, first, review, {
      articles: ['5', '6'],
      tags: ['training'],
      text: 'Shown as approved.',
    });
    await approved(focal, first, review, {
      articles: ['general'],
      category: 'institution-building',
      subcategory: 'ib-systems',
      types: [],
      text: 'Another.',
    });
    const back = valueOf(await commands.reopen(first, one));
    valueOf(
      await editNeed(focal, {
        ...back,
        fields: {
          ...completeFields,
          articles: ['15'],
          chapter: 'III',
          tags: [],
          text: 'Not approved yet.',
        },
      }),
    );
    const found = async (actor: Actor, list: 'own' | 'approved', filter: NeedsFilter) => {
      const asked = { list, filter: { review: review.id, ...filter } };
      const { needs } = await pageOfNeeds(actor, asked);
      expect(await totalOfNeeds(actor, asked)).toBe(needs.length);
      return needs.map(({ text }) => text).toSorted();
    };
    const cases: readonly (readonly [NeedsFilter, readonly string[], readonly string[]])[] = [
      [{}, ['Another.', 'Shown as approved.'], ['Another.', 'Not approved yet.']],
      [{ article: '6' }, ['Shown as approved.'], []],
      [{ article: '15' }, [], ['Not approved yet.']],
      [{ article: '1' }, [], []],
      [{ article: 'general' }, ['Another.'], ['Another.']],
      [{ chapter: 'II' }, ['Another.', 'Shown as approved.'], ['Another.']],
      [{ chapter: 'III' }, [], ['Not approved yet.']],
      [{ category: 'institution-building' }, ['Another.'], ['Another.']],
      [{ subcategory: 'cb-training' }, ['Shown as approved.'], ['Not approved yet.']],
      [{ tag: 'training' }, ['Shown as approved.'], []],
      [{ tag: 'train' }, [], []],
      [{ statuses: ['returned'] }, [], ['Not approved yet.']],
      [{ statuses: ['approved'] }, ['Another.', 'Shown as approved.'], ['Another.']],
      [
        { state: review.stateCode },
        ['Another.', 'Shown as approved.'],
        ['Another.', 'Not approved yet.'],
      ],
      [{ state: 'T-NONE' }, [], []],
      [{ text: 'approved' }, ['Shown as approved.'], ['Not approved yet.']],
      [{ text: 'yet' }, [], ['Not approved yet.']],
      [{ text: `${review.stateCode}-2-002` }, ['Another.'], ['Another.']],
      [
        { article: '5', category: 'capacity-building', tag: 'training', text: 'SHOWN as' },
        ['Shown as approved.'],
        [],
      ],
    ];
    for (const [filter, seen, own] of cases) {
      expect(await found(publicActor, 'approved', filter), JSON.stringify(filter)).toEqual(seen);
      expect(await found(focal, 'approved', filter), JSON.stringify(filter)).toEqual(seen);
      expect(await found(focal, 'own', filter), JSON.stringify(filter)).toEqual(own);
    }
  });

  it('offer the States whose needs the reader sees, and no others', async () => {
    const [open, closed] = [
      await panel(await publishedReview()),
      await panel(await mintedReview({ completedOn: '2022-01-31' })),
    ];
    const empty = await publishedReview();
    for (const { focal, first, review } of [open, closed]) await approved(focal, first, review);
    const [seen, own] = [
      await statesWithVisibleNeeds(publicActor),
      await statesWithVisibleNeeds(closed.focal),
    ];
    expect(seen).toContain(open.review.stateCode);
    for (const { stateCode } of [closed.review, empty]) expect(seen).not.toContain(stateCode);
    expect(own).toEqual(expect.arrayContaining([open.review.stateCode, closed.review.stateCode]));
    expect(await statesWithVisibleNeeds(await reviewer())).toEqual(seen);
  });
});
