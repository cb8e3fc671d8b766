import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { account, need, needVersion, review, reviewVersion, state } from '#db/schema';
import { articlesOfChapter } from '#lib/convention/articles';
import { categoryCodes } from '#lib/convention/categories';
import { chaptersOfCycle, type Chapter, type Cycle } from '#lib/convention/chapters';
import { regionCodes } from '#lib/convention/regions';
import { needStatuses } from '#lib/needs/fulfilment/vocabulary';
import { dropMatches, randomMatches, storeMatches } from '#tests/support/random/matches';
import { dropGuards, unrecorded } from '#tests/support/databases/unrecorded';

/** The revisions that a random register has. */
export const lastRevision = 12;
const dates = [
  '2018-01-31',
  '2019-06-15',
  '2020-02-29',
  '2021-10-31',
  '2022-12-31',
  '2023-02-28',
] as const;
const codes = {
  'capacity-building': ['cb-training', 'cb-guidance'],
  'institution-building': ['ib-staff'],
  'legislative-assistance': ['la-drafting', 'la-review'],
  'research-and-data': ['rd-other'],
  policymaking: ['pm-development'],
  'international-cooperation': ['ic-other'],
  other: [],
} as const;
const types = ['staff-training', 'frameworks', 'guidance'];
const tags = ['good-practices', 'training', 'aims-at-institutions', 'mentions-capacity-building'];
const topics = ['statistics', 'databases', 'bribery', 'codes-of-conduct'];

const revision = fc.integer({ min: 1, max: lastRevision });
const span = fc
  .tuple(revision, fc.option(revision, { freq: 2 }))
  .map(([from, to]) => ({ from, to: to !== null && to > from ? to : null }));
const date = fc.option(fc.constantFrom(...dates), { freq: 4 });

const reviewOf = fc.record({
  cycle: fc.constantFrom<Cycle>(1, 2),
  first: fc.tuple(date, date),
  changedAt: revision,
  second: fc.tuple(date, date),
});
const needOf = fc.record({
  review: fc.nat(),
  chapter: fc.nat(),
  articles: fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 3 }),
  general: fc.boolean(),
  category: fc.constantFrom(...categoryCodes),
  subcategory: fc.nat(),
  types: fc.subarray(types),
  tags: fc.subarray(tags),
  topics: fc.subarray(topics),
  priority: fc.option(fc.integer({ min: 1, max: 3 })),
  /** When it counted: never, once, or twice (reopened and approved again; withdrawn; recoded). */
  spans: fc.array(span, { maxLength: 2 }),
});

/**
 * Registers of a few States: unpublished and uncompleted summaries, combinations, every chapter,
 * needs reopened, recoded and withdrawn.
 */
export const registers = fc.record({
  states: fc.array(
    fc.record({
      region: fc.constantFrom(...regionCodes),
      reviews: fc.array(reviewOf, { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  needs: fc.array(needOf, { maxLength: 25 }),
  assistance: randomMatches(lastRevision),
});
export type RandomRegister = typeof registers extends fc.Arbitrary<infer T> ? T : never;

const some = <T>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { freq: 3, nil: [] as T[] });
export const questions = fc.record({
  cycle: fc.constantFrom<Cycle>(1, 2),
  both: fc.boolean(),
  first: fc.nat({ max: 1 }),
  cutoff: fc.option(fc.constantFrom(...dates, '2018-01-30', '2020-02-28', '2020-03-01'), {
    nil: undefined,
  }),
  revision,
  regions: some(regionCodes),
  categories: some(categoryCodes),
  subcategories: fc.option(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), {
    freq: 3,
    nil: [] as number[],
  }),
  articles: fc.option(fc.nat({ max: 40 }), { freq: 3 }),
  types: some(types),
  tags: some(tags),
  topics: some(topics),
  priorities: some(['1', '2', '999']),
  statuses: some(needStatuses),
});

const numbersOf = (chapters: readonly Chapter[]) => [
  ...chapters.flatMap((chapter) => articlesOfChapter(chapter)).map(String),
  'general',
];

/** Every parameter that narrows, with each value that a random register may hold, one at a time. */
export function everyFilter(chapters: readonly Chapter[]): Record<string, string>[] {
  const values = {
    region: regionCodes,
    category: categoryCodes,
    subcategory: Object.values(codes).flat(),
    article: numbersOf(chapters),
    type: types,
    tag: tags,
    topic: topics,
    priority: ['1', '2'],
    status: needStatuses,
  };
  return Object.entries(values).flatMap(([name, each]) => each.map((value) => ({ [name]: value })));
}

/** The parameters of the API that ask this. */
export function queryOf({
  cycle,
  both,
  first,
  cutoff,
  regions,
  categories,
  subcategories,
  articles,
  types: t,
  tags: g,
  topics: k,
  priorities,
  statuses,
}: typeof questions extends fc.Arbitrary<infer T> ? T : never): Record<string, string> {
  const chapters = both ? chaptersOfCycle(cycle) : [chaptersOfCycle(cycle)[first]!];
  const numbers = numbersOf(chapters);
  const own = (categories.length > 0 ? categories : categoryCodes).flatMap(
    (category) => codes[category],
  );
  const lists = {
    region: regions,
    category: categories,
    subcategory:
      own.length === 0 ? [] : [...new Set(subcategories.map((n) => own[n % own.length]!))],
    article: articles === null ? [] : [numbers[articles % numbers.length]!],
    type: t,
    tag: g,
    topic: k,
    priority: priorities,
    status: statuses,
  };
  return {
    cycle: String(cycle),
    chapter: chapters.join(','),
    ...(cutoff ? { cutoff } : {}),
    ...Object.fromEntries(
      Object.entries(lists)
        .filter(([, values]) => values.length > 0)
        .map(([name, values]) => [name, values.join(',')]),
    ),
  };
}

const later = (a: string | null, b: string | null) => (a !== null && b !== null && b < a ? a : b);

/** Replaces whatever the register held by these rows. Returns the ids of States and reviews. */
export async function store({
  states,
  needs,
  assistance,
}: RandomRegister): Promise<{ stateIds: string[]; reviewIds: string[] }> {
  const stateIds = states.map((_, i) => `state-${i}`);
  const reviews = states.flatMap(({ reviews: own, region }, s) => {
    const cycles = new Set<number>();
    return own
      .filter(({ cycle }) => !cycles.has(cycle) && cycles.add(cycle))
      .map((found) => ({
        ...found,
        region,
        stateId: stateIds[s]!,
        id: `review-${s}-${found.cycle}`,
      }));
  });
  await dropGuards();
  await unrecorded(async (tx) => {
    await dropMatches(tx);
    for (const table of [needVersion, need, reviewVersion, review, state])
      await tx.delete(table).where(sql`true`);
    const [system] = await tx.select({ id: account.id }).from(account).limit(1);
    const by = system!.id;
    const at = '2024-01-01T00:00:00.000Z';
    await tx
      .insert(state)
      .values(states.map(({ region }, i) => ({ id: stateIds[i]!, code: `S-${i}`, region })));
    await tx.insert(review).values(
      reviews.map(({ id, stateId, cycle, second: [completedOn, publishedOn] }) => ({
        id,
        stateId,
        cycle,
        completedOn,
        publishedOn: completedOn ? later(completedOn, publishedOn) : null,
        numbered: 0,
        version: 2,
        createdAt: at,
      })),
    );
    await tx.insert(reviewVersion).values(
      reviews.flatMap(({ id, region, first, second, changedAt }) =>
        [
          { id: `${id}-1`, version: 1, fromSeq: 0, toSeq: changedAt, dates: first },
          { id: `${id}-2`, version: 2, fromSeq: changedAt, toSeq: null, dates: second },
        ].map(({ dates: [completedOn, publishedOn], ...row }) => ({
          ...row,
          reviewId: id,
          region,
          completedOn,
          publishedOn: completedOn ? later(completedOn, publishedOn) : null,
          verb: 'create',
          actorId: by,
          at,
        })),
      ),
    );
    const rows = needs.map((found, i) => {
      const { id: reviewId, cycle } = reviews[found.review % reviews.length]!;
      const chapter = chaptersOfCycle(cycle as Cycle)[found.chapter % 2]!;
      const numbers = articlesOfChapter(chapter);
      const articles = [...new Set(found.articles.map((n) => numbers[n % numbers.length]!))].sort(
        (a, b) => a - b,
      );
      const own = codes[found.category];
      const content = {
        chapter,
        general: found.general,
        category: found.category,
        subcategory: own.length > 0 ? own[found.subcategory % own.length]! : null,
        types: found.category === 'capacity-building' ? found.types : [],
        tags: found.tags,
        topics: found.topics,
        targetGroups: [],
        priority: found.priority,
      };
      return {
        id: `need-${i}`,
        reviewId,
        spans: found.spans,
        content,
        provision: found.general ? 'general' : articles.join(';'),
      };
    });
    if (rows.length === 0) return;
    await tx.insert(need).values(
      rows.map(({ id, reviewId, content }) => ({
        id,
        reviewId,
        status: 'approved' as const,
        version: 1,
        ...content,
        enteredBy: by,
        changedBy: by,
        createdAt: at,
        updatedAt: at,
      })),
    );
    const versions = rows.flatMap(({ id, spans, content, provision }) =>
      spans
        // A need counts with one version at a time: the second span begins where the first has
        // ended, or is left out.
        .filter((one, i) => i === 0 || (spans[0]!.to !== null && one.from >= spans[0]!.to))
        .map(({ from, to }, i) => ({
          id: `${id}-${i}`,
          needId: id,
          version: i + 1,
          verb: 'approve' as const,
          status: 'approved' as const,
          ...content,
          ...(i === 1
            ? { category: 'policymaking' as const, subcategory: 'pm-development', types: [] }
            : {}),
          provision,
          actorId: by,
          at,
          fromSeq: from,
          toSeq: to,
          countedFromSeq: from,
          countedToSeq: to,
        })),
    );
    if (versions.length > 0) await tx.insert(needVersion).values(versions);
    await storeMatches(
      tx,
      assistance,
      rows.map(({ id }) => id),
      by,
    );
  });
  return { stateIds, reviewIds: reviews.map(({ id }) => id) };
}
