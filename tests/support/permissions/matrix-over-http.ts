import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { HttpResponse } from '#tests/support/servers/http-client';
import { builtEntries } from '#tests/support/run/built-pages';
import { campaign, record } from '#tests/support/run/campaign';
import {
  masked,
  readOutcome,
  sentOutcome,
  type Client,
} from '#tests/support/permissions/outcomes-of-answers';
import { addressIn, formIn, stateOf } from '#tests/support/permissions/row-requests';
import { sendTable } from '#tests/support/permissions/forms-table';
import {
  needFields,
  needPageNames,
  needPages,
  needTable,
  needVerbs,
  type NeedPage,
  type NeedVerb,
} from '#tests/support/permissions/needs-table';
import { inOrder, type ByActor, type Outcome } from '#tests/support/permissions/outcomes';
import { readTable } from '#tests/support/permissions/pages-table';
import {
  actorNames,
  places,
  situationsTried,
  type ActorName,
  type Place,
} from '#tests/support/permissions/register';
import { servings, type Matrix, type Serving } from '#tests/support/permissions/servers';
import type { Situation } from '#tests/support/factories/situations';

/**
 * The tables over HTTP: whole in a campaign. Every day permission-calls.test.ts calls all of it
 * without a server, and over HTTP each kind of answer of each page and each form is tried once.
 */
type Cell = Readonly<{ name: ActorName; place: Place; situation: Situation }>;

const allCells: readonly Cell[] = actorNames.flatMap((name) =>
  places.flatMap((place) => situationsTried.map((situation) => ({ name, place, situation }))),
);

type NeedThing = NeedVerb | NeedPage;
/** What is tried of a need: its verbs, and then its pages. */
const needThings: readonly NeedThing[] = [...needVerbs, ...needPageNames];
const isVerb = (thing: NeedThing): thing is NeedVerb => needVerbs.some((verb) => verb === thing);
const expectedOfNeed = ({ name, place, situation }: Cell, thing: NeedThing): Outcome =>
  needTable[name][place][situation][thing];

type Tried = Cell & Readonly<{ thing: NeedThing }>;
const everything: readonly Tried[] = allCells.flatMap((cell) =>
  needThings.map((thing) => ({ ...cell, thing })),
);

/** For each verb and page one cell for each outcome. */
const onePerOutcome: readonly Tried[] = needThings.flatMap((thing, at) => {
  const cells = Map.groupBy(allCells, (cell) => expectedOfNeed(cell, thing));
  const inTurn = (having: readonly Cell[]) => having[(37 * at) % having.length]!;
  return [...cells.values()].map((having) => ({ ...inTurn(having), thing }));
});

const letIn: readonly Outcome[] = ['shown', 'done', 'done-and-shown'];
const isRefusal = (outcome: Outcome) => !letIn.includes(outcome);

/** One person who is let in and one who is not, others from row to row. */
function oneOfEach(row: number, outcomes: readonly Outcome[]): readonly number[] {
  const everybody = outcomes.map((_, i) => i);
  const kinds = Map.groupBy(everybody, (i) => isRefusal(outcomes[i]!));
  return [...kinds.values()].map((having) => having[row % having.length]!).sort((a, b) => a - b);
}

/**
 * Who is asked about a row. In the gate one person by turns: who is let in, or who is not. Without
 * the front, the pages must say no by themselves.
 */
function askedOf(serving: Serving, row: number, outcomes: readonly Outcome[]): readonly number[] {
  if (campaign) return outcomes.map((_, i) => i);
  const two = oneOfEach(row, outcomes);
  if (serving === 'front') return [two[row % two.length]!];
  return row % 4 === 0 ? two.filter((i) => isRefusal(outcomes[i]!)) : [];
}

/** Every day the front is asked about half of them and the bare pages about the other half. */
const needsTried = (serving: Serving): readonly Tried[] =>
  campaign ? everything : onePerOutcome.filter((_, i) => i % 2 === servings.indexOf(serving));

export function permissionMatrix(there: () => Matrix): void {
  let before: unknown;
  let cells = 0;
  beforeAll(async () => {
    before = await stateOf(there().register);
  });

  it.each(['page', 'route'])('every %s of the build stands in a table', (kind) => {
    const named = [
      ...[...readTable, ...sendTable].map(({ entry }) => entry),
      ...needVerbs.map((verb) => `/[locale]/needs/[id]/${verb}/route`),
      ...Object.values(needPages).map((page) => `/[locale]/needs/[id]${page}/page`),
    ];
    const ofKind = (entries: readonly string[]) =>
      [...new Set(entries)].filter((entry) => entry.endsWith(`/${kind}`)).sort();
    expect(ofKind(builtEntries())).toEqual(ofKind(named));
  });

  /** Asks both servers at once, as each has a processor for itself. */
  async function onBoth(ask: (serving: Serving) => Promise<readonly string[]>) {
    return (await Promise.all(servings.map(ask))).flat();
  }

  const unknown = randomUUID();
  const ofNone = new Map<string, Promise<string>>();
  /** What this person is answered about a need that does not exist; asked once. */
  const answerOfNone = (key: string, ask: () => Promise<HttpResponse>) => {
    if (!ofNone.has(key))
      ofNone.set(
        key,
        ask().then((answer) => masked(answer, unknown)),
      );
    return ofNone.get(key)!;
  };

  /** `not-found` only where the answer is the one about a need that does not exist. */
  async function orUnlike(outcome: string, isSame: () => Promise<boolean>): Promise<string> {
    if (outcome !== 'not-found') return outcome;
    return (await isSame()) ? 'not-found' : 'not-found, but unlike what does not exist';
  }

  async function verbOutcome(asker: Client, tried: Tried, serving: Serving) {
    const { place, situation, thing } = tried;
    const { register } = there();
    const isDone = expectedOfNeed(tried, thing) === 'done';
    const standing = register.needs[place][situation];
    const need = isDone ? await register.fresh(place, situation) : standing;
    const fields = needFields(need.version);
    const send = (id: string) => asker.send(`/en/needs/${id}/${thing}`, fields);
    const answer = await send(need.id);
    return orUnlike(sentOutcome(answer), async () => {
      const key = `${serving} ${asker.name} ${thing} ${need.version}`;
      return masked(answer, need.id) === (await answerOfNone(key, () => send(unknown)));
    });
  }

  async function pageOutcome(asker: Client, tried: Tried, page: NeedPage, serving: Serving) {
    const { id } = there().register.needs[tried.place][tried.situation];
    const read = (of: string) => asker.read(`/en/needs/${of}${needPages[page]}`);
    const answer = await read(id);
    return orUnlike(readOutcome(answer, serving === 'bare'), async () => {
      const key = `${serving} ${asker.name} ${page}`;
      return masked(answer, id) === (await answerOfNone(key, () => read(unknown)));
    });
  }

  const line = (serving: Serving, { name, place, situation, thing }: Tried, outcome: string) =>
    `${serving} ${name}: ${place} ${situation} ${thing} ${outcome}`;

  it(
    'needs: every verb and page, where what is out of reach answers like what there is not',
    {
      timeout: 3_600_000,
    },
    async () => {
      const found = await onBoth(async (serving) => {
        const askers = there().askers(serving);
        const lines: string[] = [];
        // Some at a time, as what will be done to a need is done to one made for it.
        for (let from = 0; from < needsTried(serving).length; from += needThings.length) {
          const some = needsTried(serving).slice(from, from + needThings.length);
          lines.push(
            ...(await Promise.all(
              some.map(async (tried) => {
                const asker = askers.find(({ name }) => name === tried.name)!;
                const { thing } = tried;
                const outcome = isVerb(thing)
                  ? await verbOutcome(asker, tried, serving)
                  : await pageOutcome(asker, tried, thing, serving);
                return line(serving, tried, outcome);
              }),
            )),
          );
          cells += some.length;
        }
        return lines;
      });
      expect(found).toEqual(
        servings.flatMap((serving) =>
          needsTried(serving).map((tried) =>
            line(serving, tried, expectedOfNeed(tried, tried.thing)),
          ),
        ),
      );
    },
  );

  type Row = Readonly<{
    path: string;
    outcomes: ByActor<Outcome>;
    withoutServer?: ByActor<Outcome>;
  }>;
  const expectedOfRow = (serving: Serving, { outcomes, withoutServer }: Row) =>
    inOrder(serving === 'bare' ? (withoutServer ?? outcomes) : outcomes);

  /** The people of a row, each with what they are or must be answered. */
  const rowLine = (
    serving: Serving,
    path: string,
    asked: readonly number[],
    outcomes: readonly string[],
  ) => {
    const each = asked.map((who, i) => `${actorNames[who]}: ${outcomes[i]}`);
    return `${serving} ${path} ${each.join(', ')}`;
  };

  type AskCell = (serving: Serving, who: number, expected: Outcome) => Promise<string>;

  async function checkRows<R extends Row>(rows: readonly R[], cellOf: (row: R) => AskCell) {
    const wanted = (serving: Serving) =>
      rows.map((row, i) => {
        const expected = expectedOfRow(serving, row);
        return { row, expected, asked: askedOf(serving, i, expected) };
      });
    const found = await onBoth((serving) =>
      Promise.all(
        wanted(serving).map(async ({ row, expected, asked }) => {
          const ask = cellOf(row);
          const outcomes = await Promise.all(asked.map((who) => ask(serving, who, expected[who]!)));
          cells += outcomes.length;
          return rowLine(serving, row.path, asked, outcomes);
        }),
      ),
    );
    expect(found).toEqual(
      servings.flatMap((serving) =>
        wanted(serving).map(({ row, expected, asked }) => {
          const outcomes = asked.map((who) => expected[who]!);
          return rowLine(serving, row.path, asked, outcomes);
        }),
      ),
    );
  }

  it('all other pages and addresses to read', { timeout: 3_600_000 }, async () => {
    await checkRows(readTable, ({ path }) => async (serving, who) => {
      const asker = there().askers(serving)[who]!;
      const answer = await asker.read(addressIn(there().register, path));
      return readOutcome(answer, serving === 'bare');
    });
  });

  const ends = ({ entry }: { entry: string }) => entry === '/[locale]/accounts/end-session/route';
  const sending =
    (row: (typeof sendTable)[number]): AskCell =>
    async (serving, who, expected) => {
      const newState = serving === 'front' ? 'KEN' : 'GHA';
      const { path, fields } = await formIn(there().register, row, expected, newState);
      return sentOutcome(await there().askers(serving)[who]!.send(path, fields));
    };

  it('all other forms', { timeout: 3_600_000 }, async () => {
    await checkRows(
      sendTable.filter((row) => !ends(row)),
      sending,
    );
  });

  it('a session that was ended opens nothing any more', async () => {
    const found = await onBoth(async (serving) =>
      Promise.all(
        there()
          .askers(serving, 'ending')
          .map(async ({ read, send }) => {
            const { path, fields } = sendTable.find(ends)!;
            const ended = sentOutcome(await send(path, fields));
            const afterwards = readOutcome(await read('/en/accounts/me'), serving === 'bare');
            return `${ended}, ${afterwards}`;
          }),
      ),
    );
    expect(found).toEqual(servings.flatMap(() => actorNames.map(() => 'done, sign-in')));
  });

  it('what was refused has changed nothing', async () => {
    expect(await stateOf(there().register)).toEqual(before);
    record('cells of the permission matrix', { counts: cells });
  });
}
