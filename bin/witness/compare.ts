import { quoted, type WitnessQuery, type WitnessReader } from '#bin/witness/query-sql';
import { recount, type Lists } from '#bin/witness/recount';
import type { RunQuery } from '#bin/witness/rows';
import { actor, publicActor, type Actor } from '#lib/base/actor';
import type { summaryResponse } from '#lib/counting/summaries/api-response';
import { describeFault } from '#lib/counting/filter/parameter-faults';
import { summaryDocument } from '#lib/counting/summaries/queries';
import { translator } from '#lib/text/i18n';

type Answer = ReturnType<typeof summaryResponse>;
export type ReaderIdentity = Readonly<{ actor: Actor; reader: WitnessReader }>;

/**
 * Returns the actor and the reader for a name: `public`, `staff`, or a State's code for its focal
 * points.
 */
export async function readerOf(ask: RunQuery, name: string): Promise<ReaderIdentity> {
  if (name === 'public') return { actor: publicActor, reader: { kind: 'public' } };
  if (name === 'staff')
    return { actor: actor({ ...publicActor, role: 'manager' }), reader: { kind: 'staff' } };
  const [state] = await ask(`select id from state where code = ${quoted(name)}`);
  if (!state) throw new Error(`There is no State ${name} in this register.`);
  const stateId = String(state.id);
  return {
    actor: actor({ ...publicActor, role: 'focal-point', stateId }),
    reader: { kind: 'state', stateId },
  };
}

/**
 * Takes the members of each list from the response to be checked; other tests check them against
 * the vocabulary.
 */
const listsOf = (answer: Answer): Lists => ({
  regions: answer.regions.map(({ region }) => region),
  categories: answer.categories.map(({ category }) => category),
  articles: answer.articles.map(({ article }) => article),
  types: answer.types[0]?.types.map(({ type }) => type) ?? [],
  tags: answer.tags.map(({ tag }) => tag),
  topics: answer.topics.map(({ topic }) => topic),
  subcategories: Object.fromEntries(
    answer.categories.map(({ category, subcategories }) => [
      category,
      subcategories.map(({ subcategory }) => subcategory),
    ]),
  ),
});

/** Counts by the register and recounts the same by SQL at the same revision. */
export async function compareWithWitness(
  ask: RunQuery,
  { actor, reader }: ReaderIdentity,
  query: string,
) {
  const parameters = new URLSearchParams(query);
  const result = await summaryDocument(actor, parameters, []);
  if (parameters.has('vocabulary'))
    throw new Error('The witness counts needs as they were coded. Leave vocabulary out.');
  if (result.kind === 'invalid')
    throw new Error(
      result.faults
        .map((fault) => describeFault(translator('en'), fault))
        .map(
          ({ parameter, value, message, valid }) =>
            `${parameter}=${value}: ${message}${valid.length > 0 ? ` Valid: ${valid.join(', ')}.` : ''}`,
        )
        .join('\n'),
    );
  if (result.kind !== 'found') throw new Error('This reader sees no summaries.');
  const { cutoff, cycle, chapter, revision, ...counted } = JSON.parse(result.body) as Answer;
  const today = new Date().toISOString().slice(0, 10);
  const parameterValues = (name: string) => parameters.get(name)?.split(',') ?? [];
  const question: WitnessQuery = {
    cycle,
    chapters: chapter.split(','),
    cutoff: cutoff ?? today,
    revision,
    reader,
    regions: parameterValues('region'),
    categories: parameterValues('category'),
    subcategories: parameterValues('subcategory'),
    articles: parameterValues('article'),
    types: parameterValues('type'),
    tags: parameterValues('tag'),
    topics: parameterValues('topic'),
    priorities: parameterValues('priority'),
    statuses: parameterValues('status'),
  };
  return {
    counted,
    recounted: await recount(
      ask,
      question,
      listsOf({ cutoff, cycle, chapter, revision, ...counted }),
      today,
    ),
  };
}
