import { beforeAll, describe, expect, it } from 'vitest';
import { read, type Reader } from '#db/client';
import { engine } from '#db/engine';
import { publicActor, type Actor } from '#lib/base/actor';
import { listAccounts, invitationByToken } from '#lib/people/accounts/queries';
import { actorOfSession } from '#lib/sessions/sessions';
import { importedNeeds, loadRegisterLookup } from '#lib/needs/imports/pipeline/queries';
import { pageOfNeeds } from '#lib/needs/lists/list-queries';
import { historyOfNeed, needById, vocabulary } from '#lib/needs/store/queries';
import {
  appointeesOf,
  historyOfReview,
  progressOfReviews,
  reviewById,
  listReviews,
} from '#lib/needs/reviews/queries';
import { loadList } from '../../app/[locale]/needs/load-list';
import { loadReview } from '../../app/[locale]/reviews/[id]/load-review';
import { currentFacts, currentRevision, loadFacts } from '#lib/counting/facts/load';
import { fillRegister } from '#tests/support/factories/many-needs';
import { draft, submitted } from '#tests/support/factories/needs';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { scannedBy, statementsOf } from '#tests/support/databases/query-plans';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { commands } from '#tests/support/factories/situations';
import { row, rows } from '#tests/support/databases/sql';

const readers = ['public', 'focal point', 'reviewer', 'manager', 'administrator'] as const;
const actors = {} as Record<(typeof readers)[number], Actor>;
const mine = { id: '' };
let someNeed = '';
let lastSeq = 0;

beforeAll(async () => {
  await freshRegister();
  const { reviews, needs, ...filled } = await fillRegister({ states: 200, needs: 10_000 });
  [mine.id, someNeed, lastSeq] = [reviews[0]!, needs[0]!, filled.lastSeq];
  const { state_id: stateId } = await row<{ state_id: string }>(
    'select state_id from review where id = ?',
    [mine.id],
  );
  Object.assign(actors, {
    public: publicActor,
    'focal point': await focalPoint({ stateId }),
    reviewer: await reviewer(mine, { id: reviews[1]! }),
    manager: await manager(),
    administrator: await administrator(),
  });
  await currentFacts();
});

const byEach = (what: string, work: (actor: Actor) => Promise<unknown>) =>
  Object.fromEntries(
    readers.map((reader) => [`${what}, by the ${reader}`, () => work(actors[reader])]),
  );

const works: Readonly<Record<string, () => Promise<unknown>>> = {
  ...byEach('one need', (actor) => needById(actor, someNeed)),
  ...byEach('the history of a need', (actor) => historyOfNeed(actor, someNeed)),
  ...byEach('all needs that one may see', (actor) => pageOfNeeds(actor, { list: 'approved' })),
  ...byEach('the needs that one works on', (actor) => pageOfNeeds(actor)),
  ...byEach('the needs that wait for review', (actor) =>
    pageOfNeeds(actor, { filter: { statuses: ['submitted', 'recoded'] } }),
  ),
  ...byEach('the needs of a review', (actor) =>
    pageOfNeeds(actor, { filter: { review: mine.id } }),
  ),
  ...byEach('the page of a list, filtered', (actor) =>
    loadList(actor, 'en', { show: 'all', category: 'capacity-building', state: 'F-0' }),
  ),
  ...byEach('the page of a list that has nothing', (actor) =>
    loadList(actor, 'en', { show: 'all', category: 'policymaking' }),
  ),
  'the page of a queue': () => loadList(actors.reviewer, 'en', { show: 'queue' }),
  'the page of a review, by its State': async () => {
    const found = await reviewById(actors['focal point'], mine.id);
    await loadReview(actors['focal point'], found!);
  },
  ...byEach('one review', async (actor) => {
    const found = await reviewById(actor, mine.id);
    return found && [await appointeesOf(actor, found), await historyOfReview(actor, found)];
  }),
  ...byEach('all reviews', listReviews),
  ...byEach('how far the reviews are', progressOfReviews),
  'the session of a request': () => actorOfSession(actors.reviewer.sessionId),
  'the vocabulary': () => vocabulary(publicActor),
  'the accounts': () => listAccounts(actors.administrator),
  'an invitation': () => invitationByToken(publicActor, 'none'),
  'the revision': currentRevision,
  'the facts of a revision': () => loadFacts(lastSeq),
  'following one change': async () => {
    await commands.edit(actors['focal point'], await draft(actors['focal point'], mine));
    await currentFacts();
  },
  'entering and submitting': () => submitted(actors['focal point'], mine),
  'approving, reopening and returning': async () => {
    const one = await commands.approve(
      actors.reviewer,
      await submitted(actors['focal point'], mine),
    );
    if (one.ok) await commands.reopen(actors.reviewer, one.value);
    await commands.return(actors.reviewer, await submitted(actors['focal point'], mine));
  },
  'what an import looks up': async () => {
    await loadRegisterLookup(actors.administrator, read());
    await importedNeeds(actors.administrator, read(), ['S-1', 'S-2']);
  },
};

const walk =
  'walks the index in the order of the list and stops at a page; a small table is read whole and sorted';
const byIntent = 'adds up every need, by intent';
/**
 * Where every need is read, on which engine, and why that is so. One that reads them no more must
 * go from here.
 */
const exceptions: Readonly<Record<string, Readonly<{ on: readonly string[]; why: string }>>> = {
  ...Object.fromEntries(
    readers.map((reader) => [
      `all needs that one may see, by the ${reader}`,
      { on: ['sqlite', 'postgresql'], why: walk },
    ]),
  ),
  'the needs that one works on, by the administrator': { on: ['sqlite', 'postgresql'], why: walk },
  'the needs that wait for review, by the administrator': { on: ['postgresql'], why: walk },
  ...Object.fromEntries(
    ['public', 'manager'].flatMap((reader) => [
      [
        `the needs that one works on, by the ${reader}`,
        { on: ['sqlite', 'postgresql'], why: walk },
      ],
      [`the needs that wait for review, by the ${reader}`, { on: ['sqlite'], why: walk }],
    ]),
  ),
  'the needs that one works on, by the reviewer': { on: ['postgresql'], why: walk },
  'how far the reviews are, by the public': {
    on: ['sqlite'],
    why: 'reads nothing, because the public works on nothing, but the plan does not say so',
  },
  'how far the reviews are, by the manager': { on: ['sqlite', 'postgresql'], why: byIntent },
  'how far the reviews are, by the administrator': { on: ['sqlite', 'postgresql'], why: byIntent },
  'the facts of a revision': { on: ['postgresql'], why: byIntent },
  'the page of a review, by its State': { on: ['postgresql'], why: walk },
  'what an import looks up': {
    on: ['sqlite', 'postgresql'],
    why: 'asks whether any need has a ref, and stops at the first',
  },
};

async function scannedWhile(work: () => Promise<unknown>): Promise<string[]> {
  const sent = await statementsOf(work);
  expect(sent.length, 'statements sent').toBeGreaterThan(0);
  return [...new Set((await Promise.all(sent.map(scannedBy))).flat())];
}

const names = Object.keys(works);
const isException = (name: string) => exceptions[name]?.on.includes(engine) ?? false;

// The register does not analyze its SQLite file by itself, so its plans must hold with statistics
// and without.
describe.each(engine === 'sqlite' ? ['never analyzed', 'analyzed'] : ['analyzed'])(
  'no table of needs, versions or changes is read from end to end: a register that was %s',
  (how) => {
    beforeAll(async () => {
      if (how === 'analyzed') await rows('analyze');
    });

    it.each(names.filter((name) => !isException(name)))('%s', async (name) => {
      expect(await scannedWhile(works[name]!)).toEqual([]);
    });

    // PostgreSQL decides by its sample of the table whether a page is walked or sorted: either will
    // do.
    const decided = (name: string) => !(engine === 'postgresql' && exceptions[name]!.why === walk);
    it.runIf(how === 'analyzed').each(names.filter((name) => isException(name) && decided(name)))(
      'except: %s',
      async (name) => {
        expect(await scannedWhile(works[name]!), exceptions[name]!.why).not.toEqual([]);
      },
    );
  },
);

it('names only exceptions that there are', () => {
  expect(Object.keys(exceptions).filter((name) => !names.includes(name))).toEqual([]);
});

it('a planted scan is seen', async () => {
  const planted = (query: (from: Reader) => Promise<unknown>) => scannedWhile(() => query(read()));
  const { need, needVersion, change } = await import('#db/schema');
  const { eq, desc } = await import('drizzle-orm');
  expect(
    await planted(async (from) => from.select().from(need).where(eq(need.text, 'Need 7.'))),
  ).toEqual(['need']);
  expect(
    await planted(async (from) =>
      from.select().from(needVersion).orderBy(desc(needVersion.at)).limit(50),
    ),
  ).toEqual(['need_version']);
  expect(
    await planted(async (from) => from.select().from(change).where(eq(change.at, '2024'))),
  ).toEqual(['change']);
});
