import { setImmediate as turn } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { note } from '#db/schema/notes';
import { publicActor, type Actor } from '#lib/base/actor';
import { chaptersOfCycle, cycles } from '#lib/convention/chapters';
import { activityListApiResult } from '#lib/assistance/activities/api';
import { unmetApiResult } from '#lib/assistance/matches/unmet-queries';
import { summaryDocument } from '#lib/counting/summaries/queries';
import { finishedNote } from '#lib/notes/assembly/finished-note';
import type { Audience } from '#lib/notes/model/vocabulary';
import { visibleEditions } from '#lib/notes/store/queries';
import { opened } from '#tests/support/factories/editions';
import { manager as aManager } from '#tests/support/factories/people';
import { campaign, counts, record, seed } from '#tests/support/run/campaign';
import {
  lastRevision,
  registers,
  store,
  type RandomRegister as Register,
} from '#tests/support/random/registers';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, rows } from '#tests/support/databases/sql';
import { dropGuards, unrecorded } from '#tests/support/databases/unrecorded';

/**
 * What the public is answered, before and after the needs of unpublished summaries are changed:
 * nothing in it, nor in the difference of two answers, may depend on them.
 */
const registersToTry = engine === 'sqlite' ? counts(4, 2000) : counts(1, 100);
const cutoffs = ['2019-06-15', '2021-10-31', '2022-12-31', '2023-02-28'];
let manager: Actor;

beforeAll(async () => {
  await freshRegister();
  manager = await aManager();
});

/**
 * Registers in which about half of the summaries are published and all are completed, so that there
 * is something to give away; every need counts now.
 */
const halfPublished = fc
  .tuple(
    registers.filter(({ needs }) => needs.length >= 6),
    fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  )
  .map(([register, published]): Register => {
    let at = 0;
    const completed = ({
      first,
      second,
      ...own
    }: Register['states'][number]['reviews'][number]) => {
      const day = second[0] ?? first[0] ?? '2021-10-31';
      const dates: [typeof day, typeof day | null] = [day, published[at++] ? day : null];
      return { ...own, first: dates, second: dates };
    };
    return {
      ...register,
      states: register.states.map(({ reviews, ...own }) => ({
        ...own,
        reviews: reviews.map(completed),
      })),
      needs: register.needs.map((own) => ({ ...own, spans: [{ from: 1, to: null }] })),
    };
  });

/** Forgets what was counted: a random register is put in place without a change of revision. */
function forgetCounts(): void {
  const shared = globalThis as { [key: symbol]: unknown };
  for (const name of ['facts', 'past-facts', 'note-counts', 'summary-answers'])
    shared[Symbol.for(`needs-register.${name}`)] = undefined;
}

/** Whether a review has ever been published, by a row of `need` or `need_version`. */
const isUnpublished = (needId: string) => `${needId} in (
  select n.id from need n where n.review_id not in (
    select review_id from review_version where published_on is not null))`;

/** Puts a register in place whose reviews are as their last versions say. */
async function placed(register: Register): Promise<void> {
  await turn();
  await dropGuards();
  await rows('delete from note_accepted');
  await rows('delete from note_block');
  await rows('delete from note');
  await store(register);
  for (const column of ['completed_on', 'published_on'])
    await rows(`update review set ${column} = (select ${column} from review_version
      where review_id = review.id and to_seq is null)`);
  if ((await number('select revision from register')) < lastRevision)
    await rows('update register set revision = ?', [lastRevision]);
  forgetCounts();
}

/** An edition at the present revision, published without its documents. */
async function publishedEdition(audience: Audience): Promise<string> {
  const id = await opened(manager, { audience, chapters: 'II,V', symbol: `NR/${audience}` });
  const revision = await number('select revision from register');
  const frozenAt = new Date().toISOString();
  await unrecorded((tx) =>
    tx.update(note).set({ status: 'published', revision, frozenAt }).where(eq(note.id, id)),
  );
  return id;
}

const queries = cycles.flatMap((cycle) =>
  chaptersOfCycle(cycle).flatMap((chapter) =>
    [null, ...cutoffs].map(
      (cutoff) => `cycle=${cycle}&chapter=${chapter}${cutoff ? `&cutoff=${cutoff}` : ''}`,
    ),
  ),
);

/** All that the public is answered, each under its question. */
async function publicAnswers(notes: readonly string[]): Promise<Record<string, string>> {
  forgetCounts();
  const answers: Record<string, string> = {};
  const keep = async (question: string, answer: Promise<unknown>) => {
    answers[question] = JSON.stringify(await answer);
  };
  for (const query of queries) {
    const search = new URLSearchParams(query);
    await keep(`summary ${query}`, summaryDocument(publicActor, search, []));
    const past = new URLSearchParams(`${query}&revision=${lastRevision - 1}`);
    await keep(`summary, past ${query}`, summaryDocument(publicActor, past, []));
    await keep(`unmet ${query}`, unmetApiResult(publicActor, search, []));
  }
  await keep('assistance', activityListApiResult(publicActor, new URLSearchParams(), []));
  await keep('notes', visibleEditions(publicActor));
  for (const id of notes) await keep(`note ${id}`, finishedNote(publicActor, id, 'en'));
  return answers;
}

/** Two ways in which what is not published may be otherwise: its content, and whether it counts. */
const changes = [
  async () => {
    const recoded = `category = 'policymaking', subcategory = 'pm-development', types = '[]',
      tags = '["training"]', priority = 1`;
    await rows(`update need set ${recoded} where ${isUnpublished('id')}`);
    await rows(`update need_version set ${recoded}, provision = 'general'
      where ${isUnpublished('need_id')}`);
  },
  async () => {
    await rows(`update need_version set counted_from_seq = null, counted_to_seq = null
      where ${isUnpublished('need_id')}`);
  },
];

/** The questions whose answers differ. */
const differing = (before: Record<string, string>, after: Record<string, string>) =>
  Object.keys(before).filter((question) => before[question] !== after[question]);

it(
  'no public answer depends on a need of a summary that is not published',
  { timeout: campaign ? 10_800_000 : 600_000 },
  async () => {
    let unpublished = 0;
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(halfPublished, async (register) => {
        await placed(register);
        unpublished += await number(
          `select count(*) from need_version where counted_to_seq is null
            and counted_from_seq is not null and ${isUnpublished('need_id')}`,
        );
        const notes = [await publishedEdition('public'), await publishedEdition('group')];
        let before = await publicAnswers(notes);
        answered += Object.keys(before).length;
        for (const change of changes) {
          await change();
          const after = await publicAnswers(notes);
          expect(differing(before, after)).toEqual([]);
          before = after;
        }
      }),
      { numRuns: registersToTry, seed, endOnFailure: !campaign },
    );
    // There was something that could have been given away.
    expect(unpublished).toBeGreaterThan(0);
    record('public answers before and after an unpublished need changed', {
      seed,
      counts: registersToTry,
      answers: answered,
    });
  },
);
