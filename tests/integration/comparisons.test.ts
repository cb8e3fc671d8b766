import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { publicActor } from '#lib/base/actor';
import { compareSides } from '#lib/counting/comparisons/queries';
import { dateToNumber, today } from '#lib/text/dates';
import { approveNeed, editNeed, reopenNeed, submitNeed } from '#lib/needs/entry/commands';
import { compare, type ComparisonSide } from '#lib/counting/comparisons/compare';
import type { ComparisonParameters } from '#lib/counting/comparisons/comparison-parameters';
import { loadFacts } from '#lib/counting/facts/load';
import { parseParameters, collectParameters } from '#lib/counting/filter/parameters';
import { campaign, counts, record, seed } from '#tests/support/run/campaign';
import { revision } from '#tests/support/databases/log-rows';
import { approved, completeFields } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';

const pairsToTry = engine === 'sqlite' ? counts(60, 2000) : counts(15, 300);
const nothing: ComparisonParameters = {
  cycle: 2,
  chapters: ['II'],
  cutoff: null,
  since: null,
  revision: null,
  sinceRevision: null,
  region: null,
  against: null,
};

beforeAll(() => freshRegister());

/**
 * The needs of a side in words, with the dates and regions of their summaries: counted by plain
 * loops, apart from the code under test.
 */
function needsOf({ facts, filter }: ComparisonSide) {
  const reviews = new Map(facts.reviews.map((review) => [review.id, review]));
  return [...facts.needsAsTexts()]
    .map(([id = '', reviewId = '', category = '', _subcategory, provision = '']) => ({
      id,
      category,
      chapter: provision.split(' ')[0]!,
      review: reviews.get(reviewId)!,
    }))
    .filter(
      ({ chapter, review }) =>
        (filter.chapters as readonly string[]).includes(chapter) &&
        review.cycle === filter.cycle &&
        review.completedOn > 0 &&
        review.completedOn <= filter.cutoff &&
        (filter.regions.length === 0 || filter.regions.includes(review.region)),
    );
}
const counting = ({ facts, filter }: ComparisonSide) =>
  new Set(
    facts.reviews
      .filter(
        ({ cycle, completedOn, region }) =>
          cycle === filter.cycle &&
          completedOn > 0 &&
          completedOn <= filter.cutoff &&
          (filter.regions.length === 0 || filter.regions.includes(region)),
      )
      .map(({ id }) => id),
  );

it(
  'the parts of every change add up, whatever is compared',
  { timeout: campaign ? 10_800_000 : 600_000 },
  async () => {
    // Small registers seldom have anything that changes.
    fc.configureGlobal({ ...fc.readConfigureGlobal(), baseSize: 'large' });
    const { lastRevision, queryOf, questions, registers, store } =
      await import('#tests/support/random/registers');
    const pair = fc.record({
      register: registers,
      first: questions,
      second: questions,
      sinceRevision: fc.integer({ min: 1, max: lastRevision }),
      narrowed: fc.nat({ max: 3 }).map((one) => one === 0),
    });
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(pair, async ({ register, first, second, sinceRevision, narrowed }) => {
        await turn();
        await store(register);
        const sides = await Promise.all(
          [{ ...first, revision: sinceRevision }, second].map(
            async (asked): Promise<ComparisonSide> => {
              const facts = await loadFacts(asked.revision);
              // Both sides count the same; they differ in date, revision and regional groups.
              const { regions, cutoff, revision: _revision } = asked;
              const { parameters, faults } = parseParameters(
                collectParameters(
                  new URLSearchParams(
                    queryOf({
                      ...second,
                      regions,
                      cutoff,
                      ...(narrowed
                        ? {}
                        : {
                            categories: [],
                            subcategories: [],
                            articles: null,
                            types: [],
                            tags: [],
                            topics: [],
                            priorities: [],
                            statuses: [],
                          }),
                    }),
                  ),
                ).sent,
                facts.vocabulary,
                today(),
              );
              expect(faults).toEqual([]);
              return {
                facts,
                filter: {
                  ...parameters,
                  cutoff: dateToNumber(cutoff ?? today()),
                  sees: () => true,
                },
              };
            },
          ),
        );
        const [one, two] = sides as [ComparisonSide, ComparisonSide];
        const { changes } = compare(one, two);
        for (const [name, { rest }] of changes) expect(rest, name).toBe(0);
        if (narrowed) return;
        const [before, after] = [counting(one), counting(two)];
        const apart = (side: ComparisonSide, other: ReadonlySet<string>, category?: string) =>
          needsOf(side).filter(
            (need) => !other.has(need.review.id) && (!category || need.category === category),
          ).length;
        for (const [name, category] of [
          ['needs', undefined],
          ['category policymaking needs', 'policymaking'],
          ['category capacity-building needs', 'capacity-building'],
        ] as const) {
          const change = changes.get(name)!;
          const whole = (side: ComparisonSide) =>
            needsOf(side).filter((need) => !category || need.category === category).length;
          expect([change.before, change.after, change.coverage], name).toEqual([
            whole(one),
            whole(two),
            apart(two, before, category) - apart(one, after, category),
          ]);
          expect(change.revision, name).toBe(change.after - change.before - change.coverage);
          moved += Number(change.coverage !== 0) + Number(change.revision !== 0);
        }
      }),
      { numRuns: pairsToTry, seed },
    );
    // Otherwise nothing but zeros was compared.
    expect(moved).toBeGreaterThan(campaign ? pairsToTry / 10 : 0);
    record('random comparisons whose parts add up', {
      seed,
      pairs: pairsToTry,
      'parts that are not 0': moved,
    });
  },
);

describe('a comparison', () => {
  beforeAll(async () => {
    const { store } = await import('#tests/support/random/registers');
    await store({
      states: [
        {
          region: 'AFR',
          reviews: [{ cycle: 2, first: [null, null], changedAt: 1, second: [null, null] }],
        },
      ],
      needs: [],
      assistance: { activities: [], matches: [] },
    });
    const { loadDemonstration } = await import('#bin/demonstration');
    await loadDemonstration();
  });

  it('of two cut-offs says what is new: 9 summaries with 24 needs of 6 States since the note before', async () => {
    const { changes, changed } = await compareSides(publicActor, {
      ...nothing,
      since: '2021-10-31',
      cutoff: '2023-02-28',
    });
    expect(changes.get('summaries')).toEqual({
      before: 58,
      after: 67,
      coverage: 9,
      revision: 0,
      rest: 0,
    });
    expect(changes.get('states')).toEqual({
      before: 32,
      after: 38,
      coverage: 6,
      revision: 0,
      rest: 0,
    });
    expect(changes.get('needs')).toEqual({
      before: 291,
      after: 315,
      coverage: 24,
      revision: 0,
      rest: 0,
    });
    expect(changed).toEqual([]);
  });

  it('of two regions has both beside each other', async () => {
    const { before, after } = await compareSides(publicActor, {
      ...nothing,
      cutoff: '2023-02-28',
      region: 'AFR',
      against: 'APG',
    });
    expect([
      before.totals.needs,
      before.totals.summaries,
      after.totals.needs,
      after.totals.summaries,
    ]).toEqual([202, 20, 89, 22]);
  });

  it('of two revisions lists the needs that were approved and coded otherwise in between, to whom sees them', async () => {
    const { review, focal, first, second } = await panel(
      await publishedReview({ region: 'EEG', completedOn: '2022-01-01' }),
    );
    const recoded = await approved(focal, first, review);
    const hidden = await panel(await mintedReview({ region: 'EEG', completedOn: '2022-01-01' }));
    await approved(hidden.focal, hidden.first, hidden.review);
    const sinceRevision = await revision();
    const added = await approved(focal, first, review, { text: 'A third need.' });
    const unpublished = await approved(hidden.focal, hidden.first, hidden.review, {
      text: 'Unpublished.',
    });
    const reopened = valueOf(await reopenNeed(second, { ...recoded, reason: 'It is a policy.' }));
    const edited = valueOf(
      await editNeed(focal, {
        ...reopened,
        fields: {
          ...completeFields,
          category: 'policymaking',
          subcategory: 'pm-development',
          types: [],
        },
      }),
    );
    valueOf(await approveNeed(first, valueOf(await submitNeed(focal, edited))));
    const asked = { ...nothing, sinceRevision };
    const found = await compareSides(publicActor, asked);
    expect(found.changes.get('needs')).toMatchObject({ coverage: 0, revision: 1, rest: 0 });
    expect(found.changes.get('category policymaking needs')).toMatchObject({
      coverage: 0,
      revision: 1,
      rest: 0,
    });
    const kinds = Object.fromEntries(
      found.changed.map(({ id, kind, counts: still }) => [id, [kind, still]]),
    );
    expect(kinds).toEqual({ [added.id]: ['added', true], [recoded.id]: ['recoded', true] });
    expect(found.changed.find(({ id }) => id === recoded.id)!.parts).toEqual(
      expect.arrayContaining([
        { part: 'category', before: 'capacity-building', after: 'policymaking' },
      ]),
    );
    expect(found.changedInAll).toBe(2);
    // The secretariat sees the unpublished one too; backwards every part changes its sign.
    const all = await compareSides(await manager(), asked);
    expect(all.changed.map(({ id }) => id)).toContain(unpublished.id);
    const back = await compareSides(publicActor, {
      ...nothing,
      revision: sinceRevision,
      sinceRevision: await revision(),
    });
    expect(back.changes.get('category policymaking needs')).toMatchObject({
      coverage: 0,
      revision: -1,
      rest: 0,
    });
    expect(back.changed.find(({ id }) => id === added.id)!.kind).toBe('dropped');
  });
});
