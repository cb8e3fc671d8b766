import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { Answered } from '#tests/support/asking';
import { builtEntries } from '#tests/support/built-pages';
import { campaign, record } from '#tests/support/campaign';
import { masked, readLetter, sentLetter, type Asker } from '#tests/support/matrix-asking';
import { addressIn, formIn, lettersOf, standingOf } from '#tests/support/matrix-cells';
import { sendTable } from '#tests/support/matrix-forms-table';
import { needFields, needPages, needTable, needVerbs } from '#tests/support/matrix-needs-table';
import { readTable } from '#tests/support/matrix-pages-table';
import {
  actorNames,
  places,
  situationsTried,
  type ActorName,
  type Place,
} from '#tests/support/matrix-register';
import { servings, type Matrix, type Serving } from '#tests/support/matrix-servers';
import type { Situation } from '#tests/support/situations';

/**
 * The tables over HTTP: whole in a campaign. Every day permission-calls.test.ts calls all of it
 * without a server, and over HTTP each kind of answer of each page and each form is tried once.
 */
type Cell = Readonly<{ name: ActorName; place: Place; situation: Situation }>;

const allCells: readonly Cell[] = actorNames.flatMap((name) =>
  places.flatMap((place) => situationsTried.map((situation) => ({ name, place, situation }))),
);

/** What is tried of a need: its verbs, and then its pages. */
const things: readonly string[] = [...needVerbs, ...needPages];
const letterOf = ({ name, place, situation }: Cell, at: number): string =>
  needTable[name][place][situation].replace(' ', '')[at]!;

type Tried = Cell & Readonly<{ at: number }>;
const everything: readonly Tried[] = allCells.flatMap((cell) =>
  things.map((_, at) => ({ ...cell, at })),
);

/** For each verb and page one cell for each letter. */
const onePerAnswer: readonly Tried[] = things.flatMap((_, at) => {
  const cells = Map.groupBy(allCells, (cell) => letterOf(cell, at));
  const inTurn = (having: readonly Cell[]) => having[(37 * at) % having.length]!;
  return [...cells.values()].map((having) => ({ ...inTurn(having), at }));
});

const isRefusal = (letter: string) => !'v+='.includes(letter);

/** One person who is let in and one who is not, others from row to row. */
function oneOfEach(row: number, letters: readonly string[]): readonly number[] {
  const everybody = letters.map((_, i) => i);
  const kinds = Map.groupBy(everybody, (i) => isRefusal(letters[i]!));
  return [...kinds.values()].map((having) => having[row % having.length]!).sort((a, b) => a - b);
}

/** Who is asked about a row. Without the front, the pages must say no by themselves. */
function askedOf(serving: Serving, row: number, letters: readonly string[]): readonly number[] {
  if (campaign) return letters.map((_, i) => i);
  const two = oneOfEach(row, letters);
  if (serving === 'front') return two;
  return row % 2 === 0 ? two.filter((i) => isRefusal(letters[i]!)) : [];
}

/** Every day the front is asked about half of them and the bare pages about the other half. */
const needsTried = (serving: Serving): readonly Tried[] =>
  campaign ? everything : onePerAnswer.filter((_, i) => i % 2 === servings.indexOf(serving));

export function permissionMatrix(there: () => Matrix): void {
  let before: unknown;
  let cells = 0;
  beforeAll(async () => {
    before = await standingOf(there().register);
  });

  it.each(['page', 'route'])('every %s of the build stands in a table', (kind) => {
    const named = [
      ...[...readTable, ...sendTable].map(({ entry }) => entry),
      ...needVerbs.map((verb) => `/[locale]/needs/[id]/${verb}/route`),
      ...needPages.map((page) => `/[locale]/needs/[id]${page}/page`),
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
  const answerOfNone = (key: string, ask: () => Promise<Answered>) => {
    if (!ofNone.has(key))
      ofNone.set(
        key,
        ask().then((answer) => masked(answer, unknown)),
      );
    return ofNone.get(key)!;
  };

  async function verbOf(asker: Asker, { place, situation, at }: Tried, serving: Serving) {
    const { register } = there();
    const isDone = letterOf({ name: asker.name, place, situation }, at) === '+';
    const standing = register.needs[place][situation];
    const need = isDone ? await register.fresh(place, situation) : standing;
    const fields = needFields(need.version);
    const send = (id: string) => asker.send(`/en/needs/${id}/${things[at]!}`, fields);
    const answer = await send(need.id);
    const letter = sentLetter(answer);
    if (letter !== 'n') return letter;
    const key = `${serving} ${asker.name} ${at} ${need.version}`;
    return masked(answer, need.id) === (await answerOfNone(key, () => send(unknown))) ? 'n' : 'N';
  }

  async function pageOf(asker: Asker, { place, situation, at }: Tried, serving: Serving) {
    const { id } = there().register.needs[place][situation];
    const read = (of: string) => asker.read(`/en/needs/${of}${things[at]!}`);
    const answer = await read(id);
    const letter = readLetter(answer, serving === 'bare');
    if (letter !== 'n') return letter;
    const key = `${serving} ${asker.name} ${at}`;
    return masked(answer, id) === (await answerOfNone(key, () => read(unknown))) ? 'n' : 'N';
  }

  const said = (serving: Serving, { name, place, situation, at }: Tried, letter: string) =>
    `${serving} ${name}: ${place} ${situation} ${things[at]!} ${letter}`;

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
        for (let from = 0; from < needsTried(serving).length; from += things.length) {
          const some = needsTried(serving).slice(from, from + things.length);
          lines.push(
            ...(await Promise.all(
              some.map(async (tried) => {
                const asker = askers.find(({ name }) => name === tried.name)!;
                const ask = tried.at < needVerbs.length ? verbOf : pageOf;
                return said(serving, tried, await ask(asker, tried, serving));
              }),
            )),
          );
          cells += some.length;
        }
        return lines;
      });
      expect(found).toEqual(
        servings.flatMap((serving) =>
          needsTried(serving).map((tried) => said(serving, tried, letterOf(tried, tried.at))),
        ),
      );
    },
  );

  type Row = Readonly<{ path: string; letters: string; bare?: string }>;
  const expectedOf = (serving: Serving, { letters, bare }: Row) =>
    lettersOf(serving === 'bare' ? (bare ?? letters) : letters);

  /** The people of a row, each with what they are or must be answered. */
  const rowSaid = (
    serving: Serving,
    path: string,
    asked: readonly number[],
    letters: readonly string[],
  ) => {
    const each = asked.map((who, i) => `${actorNames[who]}: ${letters[i]}`);
    return `${serving} ${path} ${each.join(', ')}`;
  };

  type AskCell = (serving: Serving, who: number, expected: string) => Promise<string>;

  async function checkRows<R extends Row>(rows: readonly R[], cellOf: (row: R) => AskCell) {
    const wanted = (serving: Serving) =>
      rows.map((row, i) => {
        const expected = expectedOf(serving, row);
        return { row, expected, asked: askedOf(serving, i, expected) };
      });
    const found = await onBoth((serving) =>
      Promise.all(
        wanted(serving).map(async ({ row, expected, asked }) => {
          const ask = cellOf(row);
          const letters = await Promise.all(asked.map((who) => ask(serving, who, expected[who]!)));
          cells += letters.length;
          return rowSaid(serving, row.path, asked, letters);
        }),
      ),
    );
    expect(found).toEqual(
      servings.flatMap((serving) =>
        wanted(serving).map(({ row, expected, asked }) => {
          const letters = asked.map((who) => expected[who]!);
          return rowSaid(serving, row.path, asked, letters);
        }),
      ),
    );
  }

  it('all other pages and addresses to read', { timeout: 3_600_000 }, async () => {
    await checkRows(readTable, ({ path }) => async (serving, who) => {
      const asker = there().askers(serving)[who]!;
      const answer = await asker.read(addressIn(there().register, path));
      return readLetter(answer, serving === 'bare');
    });
  });

  const ends = ({ entry }: { entry: string }) => entry.includes('end-session');
  const sending =
    (row: (typeof sendTable)[number]): AskCell =>
    async (serving, who, expected) => {
      const newState = serving === 'front' ? 'KEN' : 'GHA';
      const { path, fields } = await formIn(there().register, row, expected, newState);
      return sentLetter(await there().askers(serving)[who]!.send(path, fields));
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
            const ended = sentLetter(await send(path, fields));
            return `${ended}${readLetter(await read('/en/accounts/me'), serving === 'bare')}`;
          }),
      ),
    );
    expect(found).toEqual(servings.flatMap(() => actorNames.map(() => '+i')));
  });

  it('what was refused has changed nothing', async () => {
    expect(await standingOf(there().register)).toEqual(before);
    record('cells of the permission matrix', { counts: cells });
  });
}
