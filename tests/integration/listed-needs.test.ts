import { beforeAll, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { listedNeeds } from '#lib/counting/facts/listed-needs';
import type { NeedsFilter } from '#lib/needs/lists/list-filter';
import { pageOfNeeds, totalOfNeeds } from '#lib/needs/lists/list-queries';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { row } from '#tests/support/databases/sql';
import { approved } from '#tests/support/factories/needs';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';
import { situations } from '#tests/support/factories/situations';

const readers: Record<string, Actor> = {};
const filters: NeedsFilter[] = [];

beforeAll(async () => {
  await freshRegister();
  const completed = await panel(await mintedReview({ completedOn: '2022-06-30' }));
  const unknown = await panel(await mintedReview());
  const shown = await panel(await publishedReview());
  for (const { review, focal, first } of [completed, unknown, shown]) {
    for (const situation of ['draft', 'recoded', 'reopened', 'withdrawn'] as const)
      await situations[situation]({ entering: focal, reviewing: first, review });
    await approved(focal, first, review);
    await approved(focal, first, review, { articles: ['6', '5'], tags: ['training'] });
    await approved(focal, first, review, {
      articles: ['general'],
      types: [],
      category: 'policymaking',
      subcategory: 'pm-development',
    });
  }
  Object.assign(readers, {
    public: publicActor,
    'focal point': completed.focal,
    'focal point of another State': await focalPoint(await mintedReview()),
    reviewer: completed.first,
    'reviewer of nothing': await reviewer(),
    manager: await manager(),
    administrator: await administrator(),
  });
  const { code } = await row<{ code: string }>(
    'select code from state inner join review on review.state_id = state.id where review.id = ?',
    [completed.review.id],
  );
  filters.push(
    {},
    { chapter: 'III' },
    { article: '5' },
    { article: '6', chapter: 'II' },
    { article: 'general' },
    { category: 'policymaking' },
    { subcategory: 'pm-development', category: 'policymaking' },
    { tag: 'training' },
    { tag: 'train' },
    { state: code },
    { state: 'XXX' },
    { review: shown.review.id, chapter: 'II' },
    { statuses: ['approved'] },
    { statuses: ['draft'] },
  );
});

it('the facts list what the database lists, for every reader and filter', async () => {
  for (const [name, reader] of Object.entries(readers))
    for (const filter of filters) {
      const asked = { list: 'approved', filter } as const;
      const { needs } = await pageOfNeeds(reader, { ...asked, size: 100 });
      const about = `${name}: ${JSON.stringify(filter)}`;
      const listed = await listedNeeds(reader, asked);
      expect(listed?.total, about).toBe(await totalOfNeeds(reader, asked));
      expect(listed?.ids?.toSorted(), about).toEqual(needs.map(({ id }) => id).toSorted());
    }
});

it('they leave to the database what they do not know: the list of one’s own, texts, the past', async () => {
  const reader = readers['focal point']!;
  for (const asked of [
    {},
    { list: 'own' },
    { list: 'approved', filter: { text: 'training' } },
    { list: 'approved', filter: { ids: [] } },
    { list: 'approved', past: { revision: 1, ids: new Set<string>() } },
  ] as const)
    expect(await listedNeeds(reader, asked)).toBeUndefined();
});
