import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Reader } from '#bin/witness/counted';
import { differences } from '#bin/witness/differences';
import { recount } from '#bin/witness/recount';
import { openWitness } from '#bin/witness/rows';
import { engine } from '#db/engine';
import { actor, publicActor, type Actor } from '#lib/actor';
import { dateNumber, today } from '#lib/dates';
import { summaryAnswer } from '#lib/summaries/answer';
import { count } from '#lib/summaries/count';
import { factsAt } from '#lib/summaries/load';
import { parametersOf, sentParameters } from '#lib/summaries/parameters';
import { seesReview } from '#lib/summaries/scope';
import { queryOf, questions, registers, store } from '#tests/support/random-registers';
import { freshRegister } from '#tests/support/register';

const campaign = process.env.CAMPAIGN === '1';
const registersToTry = engine === 'sqlite' ? (campaign ? 10_000 : 150) : (campaign ? 200 : 25);

beforeAll(() => freshRegister());

/** Each kind of reader, as the register knows them and as the witness does. */
function readersOf([stateId = '']: readonly string[], [reviewId = '']: readonly string[]): [Actor, Reader][] {
  const as = (facts: Partial<Actor>) => actor({ ...publicActor, ...facts });
  return [
    [publicActor, { kind: 'public' }], [as({ role: 'manager' }), { kind: 'staff' }], [as({ role: 'administrator' }), { kind: 'staff' }],
    [as({ role: 'focal-point', stateId }), { kind: 'state', stateId }], [as({ role: 'reviewer', reviewIds: [reviewId] }), { kind: 'reviews', reviewIds: [reviewId] }],
    [as({ role: 'reviewer' }), { kind: 'reviews', reviewIds: [] }],
  ];
}

it('any register, asked anything by anyone, counts what plain SQL counts', { timeout: campaign ? 3_600_000 : 120_000 }, async () => {
  const witness = await openWitness();
  try {
    await fc.assert(fc.asyncProperty(registers, questions, fc.nat({ max: 5 }), async (register, asked, who) => {
      const { stateIds, reviewIds } = await store(register);
      const facts = await factsAt(asked.revision);
      const { parameters, faults } = parametersOf(sentParameters(new URLSearchParams(queryOf(asked))).sent, facts.vocabulary, today());
      expect(faults).toEqual([]);
      const now = dateNumber(today());
      const [reading, reader] = readersOf(stateIds, reviewIds)[who]!;
      const found = count(facts, { ...parameters, cutoff: parameters.cutoff ? dateNumber(parameters.cutoff) : now, sees: seesReview(reading, now, true) });
      const { cutoff: _c, cycle, chapter, revision, ...counted } = summaryAnswer(parameters, found);
      const recounted = await recount(witness.ask, { ...parameters, cycle, chapters: chapter.split(','), cutoff: parameters.cutoff ?? today(), revision: asked.revision, reader }, {
        regions: counted.regions.map(({ region }) => region), categories: counted.categories.map(({ category }) => category), articles: counted.articles.map(({ article }) => article),
        types: facts.vocabulary.types, tags: facts.vocabulary.tags, topics: facts.vocabulary.topics,
        subcategories: Object.fromEntries(counted.categories.map(({ category, subcategories }) => [category, subcategories.map(({ subcategory }) => subcategory)])),
      }, today());
      expect(revision).toBe(asked.revision);
      expect(differences(counted, recounted)).toEqual([]);
    }), { numRuns: registersToTry });
  } finally {
    await witness.close();
  }
});

it('two neighbouring cut-offs differ, for the public, by published summaries alone', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(registers, questions, fc.constantFrom('2018-01-31', '2020-02-29', '2022-12-31'), async (register, asked, day) => {
    await store(register);
    const whole = await factsAt(asked.revision);
    // The same register without its unpublished summaries: the public must not be able to tell the two apart.
    await store({ ...register, states: register.states.map((state) => ({ ...state, reviews: state.reviews.map((found) => ({ ...found, first: hidden(found.first), second: hidden(found.second) })) })) });
    const publishedOnly = await factsAt(asked.revision);
    const now = dateNumber(today());
    for (const cutoff of [day, `${day.slice(0, 8)}${String(Number(day.slice(8)) - 1).padStart(2, '0')}`]) {
      const { parameters } = parametersOf(sentParameters(new URLSearchParams({ ...queryOf(asked), cutoff })).sent, whole.vocabulary, today());
      const filter = { ...parameters, cutoff: dateNumber(cutoff), sees: seesReview(publicActor, now, true) };
      expect(count(whole, filter)).toEqual(count(publishedOnly, filter));
    }
  }), { numRuns: registersToTry });
});

const hidden = <T extends [unknown, unknown]>(dates: T): T | [null, null] => (dates[1] === null ? [null, null] : dates);
