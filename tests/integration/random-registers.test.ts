import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { WitnessReader } from '#bin/witness/query-sql';
import { differences } from '#bin/witness/differences';
import { recount } from '#bin/witness/recount';
import { openWitness } from '#bin/witness/rows';
import { engine } from '#db/engine';
import { actor, publicActor, type Actor } from '#lib/base/actor';
import { globalSingleton } from '#lib/base/global-singleton';
import type { Chapter } from '#lib/convention/chapters';
import { dateToNumber, today } from '#lib/text/dates';
import { summaryResponse } from '#lib/counting/summaries/api-response';
import { count } from '#lib/counting/count/count';
import { currentFacts, loadFacts } from '#lib/counting/facts/load';
import { countsFor } from '#lib/counting/facts/revisions';
import { parseParameters, collectParameters } from '#lib/counting/filter/parameters';
import { campaign, counts, record, seed } from '#tests/support/run/campaign';
import {
  everyFilter,
  lastRevision,
  queryOf,
  questions,
  registers,
  store,
  type RandomRegister,
} from '#tests/support/random/registers';
import { rows } from '#tests/support/databases/sql';
import { dropGuards } from '#tests/support/databases/unrecorded';
import { freshRegister } from '#tests/support/databases/fresh-register';

const registersToTry = engine === 'sqlite' ? counts(25, 10_000) : counts(8, 500);
const registersCompared = engine === 'sqlite' ? counts(5, 2000) : counts(1, 100);

beforeAll(async () => {
  await freshRegister();
  // Random registers write rows of all these revisions without a log.
  await dropGuards();
  await rows('update register set revision = ?', [lastRevision]);
});

/**
 * Stores a register. SQLite's statements are let go when the event loop turns, which promises alone
 * never make it do: 10,000 registers took 23 GB.
 */
async function stored(register: RandomRegister) {
  await turn();
  const ids = await store(register);
  // Which summaries are published now is known from the facts of the present.
  globalSingleton<{ facts: unknown }>('facts', () => ({ facts: null })).facts = null;
  await currentFacts();
  return ids;
}

/** Each kind of reader, as the register knows them and as the witness does. */
function readersOf(
  [stateId = '']: readonly string[],
  [reviewId = '']: readonly string[],
): [Actor, WitnessReader][] {
  const as = (facts: Partial<Actor>) => actor({ ...publicActor, ...facts });
  return [
    [publicActor, { kind: 'public' }],
    [as({ role: 'manager' }), { kind: 'staff' }],
    [as({ role: 'focal-point', stateId }), { kind: 'state', stateId }],
    [as({ role: 'reviewer', reviewIds: [reviewId] }), { kind: 'reviews', reviewIds: [reviewId] }],
    [as({ role: 'administrator' }), { kind: 'staff' }],
    [as({ role: 'reviewer' }), { kind: 'reviews', reviewIds: [] }],
  ];
}

it(
  'any register, asked anything by anyone, counts what plain SQL counts',
  { timeout: campaign ? 10_800_000 : 600_000 },
  async () => {
    const witness = await openWitness();
    try {
      await fc.assert(
        fc.asyncProperty(registers, questions, fc.nat({ max: 5 }), async (register, asked, who) => {
          const { stateIds, reviewIds } = await stored(register);
          const readers = readersOf(stateIds, reviewIds);
          const facts = await loadFacts(asked.revision);
          const { parameters, faults } = parseParameters(
            collectParameters(new URLSearchParams(queryOf(asked))).sent,
            facts.vocabulary,
            today(),
          );
          expect(faults).toEqual([]);
          const now = dateToNumber(today());
          // The last two see what others see: an administrator what a manager does, a reviewer of
          // nothing what the public does.
          for (const [reading, reader] of campaign ? readers.slice(0, 4) : [readers[who]!]) {
            const found = count(facts, {
              ...parameters,
              cutoff: parameters.cutoff ? dateToNumber(parameters.cutoff) : now,
              sees: countsFor(reading, today()),
            });
            const {
              cutoff: _c,
              cycle,
              chapter,
              revision,
              ...counted
            } = summaryResponse(parameters, found);
            const recounted = await recount(
              witness.ask,
              {
                ...parameters,
                cycle,
                chapters: chapter.split(','),
                cutoff: parameters.cutoff ?? today(),
                revision: asked.revision,
                reader,
              },
              {
                regions: counted.regions.map(({ region }) => region),
                categories: counted.categories.map(({ category }) => category),
                articles: counted.articles.map(({ article }) => article),
                types: facts.vocabulary.types,
                tags: facts.vocabulary.tags,
                topics: facts.vocabulary.topics,
                subcategories: Object.fromEntries(
                  counted.categories.map(({ category, subcategories }) => [
                    category,
                    subcategories.map(({ subcategory }) => subcategory),
                  ]),
                ),
              },
              today(),
            );
            expect(revision).toBe(asked.revision);
            expect(differences(counted, recounted)).toEqual([]);
          }
        }),
        { numRuns: registersToTry, seed },
      );
      record('random registers against plain SQL', {
        seed,
        counts: registersToTry,
        readers: campaign ? 4 : 1,
      });
    } finally {
      await witness.close();
    }
  },
);

/** The day before a date of the calendar. */
const dayBefore = (date: string) =>
  new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

it(
  'neighbouring cut-offs differ, for the public and under every filter, by published summaries alone',
  { timeout: campaign ? 10_800_000 : 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(registers, questions, async (register, asked) => {
        await stored(register);
        const whole = await loadFacts(asked.revision);
        // The same register without its unpublished summaries: the public must not be able to tell
        // the two apart, on any day and by no filter.
        const publishedOnly = await loadFacts(asked.revision);
        const isPublished = countsFor(publicActor, today());
        for (const review of [...publishedOnly.reviews])
          if (!isPublished(review)) publishedOnly.putReview({ ...review, completedOn: 0 });
        const question = queryOf({ ...asked, cutoff: undefined });
        const { cycle = '', chapter = '' } = question;
        const completed = new Set(
          register.states
            .flatMap(({ reviews }) =>
              reviews.flatMap(({ first: [one], second: [two] }) => [one, two]),
            )
            .filter((day) => day !== null),
        );
        const days = [...new Set([...completed].flatMap((day) => [dayBefore(day), day]))].sort();
        for (const filter of [{}, question, ...everyFilter(chapter.split(',') as Chapter[])]) {
          const { parameters, faults } = parseParameters(
            collectParameters(new URLSearchParams({ cycle, chapter, ...filter })).sent,
            whole.vocabulary,
            today(),
          );
          expect(faults).toEqual([]);
          for (const day of days) {
            const asPublic = {
              ...parameters,
              cutoff: dateToNumber(day),
              sees: countsFor(publicActor, today()),
            };
            expect(
              JSON.stringify(count(whole, asPublic)),
              `${JSON.stringify(filter)} on ${day}`,
            ).toBe(JSON.stringify(count(publishedOnly, asPublic)));
          }
        }
      }),
      { numRuns: registersCompared, seed },
    );
    record('random registers, each neighbouring pair of cut-offs', {
      seed,
      counts: registersCompared,
    });
  },
);
