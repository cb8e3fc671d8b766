import { beforeAll, describe, expect, it } from 'vitest';
import { columnText } from '#components/needs/need-columns';
import type { Actor } from '#lib/base/actor';
import { translator } from '#lib/text/i18n';
import { listedNeeds } from '#lib/counting/facts/listed-needs';
import { needsInBatches, pageOfNeeds, totalOfNeeds } from '#lib/needs/lists/list-queries';
import type { NeedsFilter } from '#lib/needs/lists/list-filter';
import { needById, vocabulary, type NeedView } from '#lib/needs/store/queries';
import { needsListForPage, parsePageRequest } from '#lib/counting/summaries/page-queries';
import { listDifferences } from '#lib/review/coding/difference-queries';
import { similarNeeds } from '#lib/review/similarity/queries';
import { manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import {
  coded,
  codedReview,
  drawn,
  likeFirst,
  onlyReviewers,
  otherwise,
} from '#tests/support/factories/second-codings';
import { number } from '#tests/support/databases/sql';

let own: Awaited<ReturnType<typeof codedReview>>;
let tasks: readonly { id: string }[];
beforeAll(async () => {
  await freshRegister();
  own = await codedReview({ needs: 3 });
  await onlyReviewers(own.blind);
  ({ tasks } = await drawn(own.manager, own.blind));
});

const codingOf = (need: NeedView | undefined) =>
  need && {
    articles: need.articles,
    general: need.general,
    category: need.category,
    subcategory: need.subcategory,
    types: need.types,
    topics: need.topics,
    tags: need.tags,
  };
const hidden = {
  articles: [],
  general: false,
  category: null,
  subcategory: null,
  types: [],
  topics: [],
  tags: [],
};
const listed = async (actor: Actor, filter: NeedsFilter = {}) =>
  (await pageOfNeeds(actor, { list: 'approved', filter })).needs;

describe('while a second coding is open', () => {
  it('its coder sees the needs, but not their coding, in lists, exports and on their pages', async () => {
    expect(tasks).toHaveLength(3);
    const t = translator('en');
    const words = await vocabulary(own.blind);
    const exported: NeedView[] = [];
    for await (const batch of needsInBatches(own.blind, { list: 'approved' }))
      exported.push(...batch);
    for (const id of own.needs) {
      const inList = (await listed(own.blind)).find((need) => need.id === id);
      const inFile = exported.find((need) => need.id === id)!;
      for (const need of [inList, inFile, await needById(own.blind, id)]) {
        expect(codingOf(need)).toEqual(hidden);
        expect(need).toMatchObject({ blind: true, chapter: 'II', quote: 'A passage.' });
      }
      for (const column of [
        'provision',
        'category',
        'subcategory',
        'types',
        'topics',
        'tags',
      ] as const)
        expect(columnText('en', t, words, inFile, column)).toBe(t('secondCoding.hidden'));
    }
  });

  it('no filter of the list by a part of the coding tells it', async () => {
    for (const filter of [
      { category: 'capacity-building' },
      { category: 'policymaking' },
      { subcategory: 'cb-training' },
      { article: '5' },
      { article: 'general' },
    ] as const) {
      expect(await listed(own.blind, filter)).toEqual([]);
      expect(await totalOfNeeds(own.blind, { list: 'approved', filter })).toBe(0);
      // The facts, which know the coding, are not asked.
      expect(await listedNeeds(own.blind, { list: 'approved', filter })).toBeUndefined();
    }
    expect(await listed(own.blind, { chapter: 'II', text: 'inspectors' })).toHaveLength(3);
  });

  it('the panel of needs that read alike names no coding of them', async () => {
    const found = await similarNeeds(own.blind, 'Training of inspectors, group 1.', {
      language: 'en',
    });
    expect(found).not.toHaveLength(0);
    for (const need of found)
      expect(need).toMatchObject({ blind: true, category: null, articles: [], topics: [] });
  });

  it('a published number opens whole, with the coding hidden in its list', async () => {
    const question = await parsePageRequest(
      own.blind,
      new URLSearchParams({ chapter: 'II', category: 'capacity-building' }),
      { chapter: 'II' },
    );
    const { needs } = await pageOfNeeds(own.blind, needsListForPage(own.blind, question));
    expect(needs.map(({ id }) => id).toSorted()).toEqual(own.needs.toSorted());
    for (const need of needs) expect(codingOf(need)).toEqual(hidden);
  });

  it('everybody else sees the coding: the public as well as people of the review', async () => {
    for (const actor of [own.focal, own.first, await manager(), await reviewer()])
      for (const id of own.needs)
        expect(await needById(actor, id)).toMatchObject({
          blind: false,
          category: 'capacity-building',
          articles: [5],
        });
  });

  it('its coder may not settle, nor look at, a difference of another sample on the same need', async () => {
    const other = await reviewer();
    await onlyReviewers(other);
    const { tasks: others } = await drawn(own.manager, other, { seed: 'other' });
    await coded(other, others, otherwise);
    expect(await listDifferences(own.blind)).toEqual([]);
    expect(await listDifferences(await reviewer())).not.toEqual([]);
  });

  it('the coding is shown again once it is made', async () => {
    await coded(own.blind, [tasks[0]!], likeFirst);
    const open = await number(
      `select count(*) from second_coding where account_id = '${own.blind.accountId}' and coded_at is null`,
    );
    expect(open).toBe(2);
    const seen = await listed(own.blind);
    expect(seen.filter(({ blind }) => blind)).toHaveLength(2);
    expect(seen.filter(({ category }) => category === 'capacity-building')).toHaveLength(1);
  });
});
