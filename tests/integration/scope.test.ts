import { and, eq, lte } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { read } from '#db/client';
import { need, review } from '#db/schema';
import { publicActor, systemActor, type Actor } from '#lib/base/actor';
import { dateToNumber, today } from '#lib/text/dates';
import { approvedNeeds } from '#lib/needs/model/scope';
import { currentFacts } from '#lib/counting/facts/load';
import { countForOptions } from '#lib/counting/summaries/queries';
import { reviewVisibilityFor } from '#lib/counting/facts/scope';
import { provider } from '#tests/support/factories/activities';
import { adviser } from '#tests/support/factories/matches';
import { approved, submitted } from '#tests/support/factories/needs';
import {
  administrator,
  contributor,
  focalPoint,
  manager,
  reviewer,
} from '#tests/support/factories/people';
import { clearGlobalSingletons } from '#tests/support/run/reset-singletons';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, type MintedReview } from '#tests/support/factories/reviews';
import { commands } from '#tests/support/factories/situations';
import { rows } from '#tests/support/databases/sql';
import { dropGuards } from '#tests/support/databases/unrecorded';

const kinds = [
  'open',
  'completed',
  'published',
  'completed in future',
  'published in future',
] as const;
type Kind = (typeof kinds)[number];
/**
 * Reviews of each kind: a State with a focal point (A), a review with a reviewer (B), and one that
 * is nobody's (C).
 */
type Name = `${'A' | 'B' | 'C'} ${Kind}`;
const names = (['A', 'B', 'C'] as const).flatMap((place) =>
  kinds.map((kind): Name => `${place} ${kind}`),
);
const reviews = new Map<Name, MintedReview>();
const nameOf = new Map<string, Name>();

/** No command sets a date in the future, but an import may, or a clock that was wrong. */
const redate = (column: 'completed_on' | 'published_on', { id }: MintedReview) =>
  Promise.all([
    rows(`update review set ${column} = '2999-01-01' where id = ?`, [id]),
    rows(`update review_version set ${column} = '2999-01-01' where review_id = ?`, [id]),
  ]);

beforeAll(async () => {
  await freshRegister();
  await dropGuards();
  for (const name of names) {
    const kind = name.slice(2) as Kind;
    const made = await mintedReview({
      completedOn: kind === 'open' ? undefined : '2021-01-31',
      published: kind === 'published',
    });
    if (kind === 'completed in future') await redate('completed_on', made);
    if (kind === 'published in future') await redate('published_on', made);
    reviews.set(name, made);
    nameOf.set(made.id, name);
  }
  const [entering, reviewing] = [
    await reviewer(...reviews.values()),
    await reviewer(...reviews.values()),
  ];
  for (const made of reviews.values()) {
    await approved(entering, reviewing, made);
    await commands.reopen(reviewing, await approved(entering, reviewing, made));
    await submitted(entering, made);
  }
});

/**
 * The reviews whose approved needs plain pages show to the actor, each with the number of needs,
 * completed summaries alone.
 */
async function shown(actor: Actor): Promise<string[]> {
  const found = await read()
    .select({ reviewId: need.reviewId })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(and(approvedNeeds(actor), lte(review.completedOn, today())));
  const met = [...new Set(found.map(({ reviewId }) => reviewId))];
  return met
    .map((id) => `${nameOf.get(id)}: ${found.filter(({ reviewId }) => reviewId === id).length}`)
    .toSorted();
}

/**
 * The reviews that the actor's numbers take in, each with the number of its counted needs by plain
 * SQL.
 */
async function counted(actor: Actor, open = true): Promise<string[]> {
  const now = dateToNumber(today());
  const sees = reviewVisibilityFor(actor, now, open);
  const taken = (await currentFacts()).reviews.filter(
    (facts) => facts.completedOn > 0 && facts.completedOn <= now && sees(facts),
  );
  const of = async (id: string) =>
    (await rows('select id from need where review_id = ? and counted_version is not null', [id]))
      .length;
  return (
    await Promise.all(taken.map(async ({ id }) => `${nameOf.get(id)}: ${await of(id)}`))
  ).toSorted();
}

const published = ['A published: 2', 'B published: 2', 'C published: 2'];
const everyCompleted = [
  'A completed: 2',
  'A published in future: 2',
  'A published: 2',
  'B completed: 2',
  'B published in future: 2',
  'B published: 2',
  'C completed: 2',
  'C published in future: 2',
  'C published: 2',
];

const cases: readonly Readonly<{
  who: string;
  actor: () => Promise<Actor>;
  sees: readonly string[];
}>[] = [
  { who: 'the public', actor: async () => publicActor, sees: published },
  {
    who: 'a focal point whose summary is open',
    actor: () => focalPoint(reviews.get('A open')!),
    sees: published,
  },
  {
    who: 'a focal point whose summary is completed',
    actor: () => focalPoint(reviews.get('A completed')!),
    sees: ['A completed: 2', ...published],
  },
  {
    who: 'a focal point whose summary is published',
    actor: () => focalPoint(reviews.get('A published')!),
    sees: published,
  },
  {
    who: 'a focal point whose summary is completed in future',
    actor: () => focalPoint(reviews.get('A completed in future')!),
    sees: published,
  },
  {
    who: 'a focal point whose summary is published in future',
    actor: () => focalPoint(reviews.get('A published in future')!),
    sees: ['A published in future: 2', ...published],
  },
  {
    who: 'a contributor whose summary is open',
    actor: () => contributor(reviews.get('A open')!),
    sees: published,
  },
  {
    who: 'a contributor whose summary is completed',
    actor: () => contributor(reviews.get('A completed')!),
    sees: ['A completed: 2', ...published],
  },
  {
    who: 'a contributor whose summary is published in future',
    actor: () => contributor(reviews.get('A published in future')!),
    sees: ['A published in future: 2', ...published],
  },
  {
    who: 'a reviewer',
    actor: () =>
      reviewer(...names.filter((name) => name.startsWith('B')).map((name) => reviews.get(name)!)),
    sees: [
      'A published: 2',
      'B completed: 2',
      'B published in future: 2',
      'B published: 2',
      'C published: 2',
    ],
  },
  { who: 'a reviewer without reviews', actor: () => reviewer(), sees: published },
  { who: 'a provider', actor: provider, sees: published },
  { who: 'an adviser of the region', actor: () => adviser('AFR'), sees: published },
  { who: 'the manager', actor: manager, sees: everyCompleted },
  { who: 'the administrator', actor: administrator, sees: everyCompleted },
  {
    who: 'a program',
    actor: async () => systemActor((await administrator()).accountId!, 'Program'),
    sees: everyCompleted,
  },
];

describe('the pages and the numbers take in the same approved needs', () => {
  it.each(cases)('for $who', async ({ actor, sees }) => {
    const reading = await actor();
    expect(await shown(reading)).toEqual(sees.toSorted());
    expect(await counted(reading)).toEqual(sees.toSorted());
  });
});

describe('a register that is closed to the public', () => {
  it('shows and counts nothing to those who have not signed in, and to the others what it did before', async () => {
    clearGlobalSingletons('environment');
    vi.stubEnv('PUBLIC', '0');
    try {
      const asked = { cycle: 2, chapters: ['II'], cutoff: null, regions: [] } as const;
      expect(await shown(publicActor)).toEqual([]);
      expect(await counted(publicActor, false)).toEqual([]);
      expect((await countForOptions(publicActor, asked)).totals).toMatchObject({
        summaries: 0,
        statesWithNeeds: 0,
        needs: 0,
      });
      const focal = await focalPoint(reviews.get('A completed')!);
      expect(await shown(focal)).toEqual(['A completed: 2', ...published]);
      expect((await countForOptions(focal, asked)).totals).toMatchObject({
        summaries: 4,
        statesWithNeeds: 4,
        needs: 8,
      });
    } finally {
      vi.unstubAllEnvs();
      clearGlobalSingletons('environment');
    }
  });
});
