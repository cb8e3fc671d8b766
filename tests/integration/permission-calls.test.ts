import { beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { campaign } from '#tests/support/run/campaign';
import { addressIn, formIn, stateOf } from '#tests/support/permissions/row-requests';
import {
  outcomeOfCall,
  isCallable,
  refusalsStandForPages,
  outcomeOfSending,
} from '#tests/support/permissions/direct-calls';
import { sendTable } from '#tests/support/permissions/forms-table';
import {
  needFields,
  needPageNames,
  needPages,
  needTable,
  needVerbs,
} from '#tests/support/permissions/needs-table';
import { inOrder } from '#tests/support/permissions/outcomes';
import { readTable } from '#tests/support/permissions/pages-table';
import {
  actorNames,
  matrixRegister,
  places,
  situationsTried,
  type ActorName,
  type MatrixRegister,
  type Place,
} from '#tests/support/permissions/register';
import { cookiesOf } from '#tests/support/permissions/outcomes-of-answers';
import { freshRegister } from '#tests/support/databases/fresh-register';
import type { Situation } from '#tests/support/factories/situations';

/**
 * Who asks for a page. In the gate all who are refused, and a third of those to whom it is shown:
 * to render it takes the longest.
 */
function askersOf(row: number, outcomes: readonly string[]): readonly ActorName[] {
  if (campaign) return actorNames;
  const shown = actorNames.filter((_, i) => outcomes[i] === 'shown');
  const passedOver = shown.filter((_, at) => (row + at) % 3 > 0);
  return actorNames.filter((name) => !passedOver.includes(name));
}

/** The whole table by everybody. permissions-http.test.ts tries a part of it over HTTP. */
describe.runIf(engine === 'sqlite' || campaign)('who may do what, by the table', () => {
  let register: MatrixRegister;
  let cookies: Readonly<Record<ActorName, string>>;
  let before: unknown;

  beforeAll(async () => {
    refusalsStandForPages();
    await freshRegister();
    register = await matrixRegister();
    cookies = await cookiesOf(register);
    await register.deactivate();
    before = await stateOf(register);
  });

  /** What comes of every verb and page of a need for this person. */
  async function needOutcomes(name: ActorName, place: Place, situation: Situation) {
    const expected = needTable[name][place][situation];
    const standing = register.needs[place][situation];
    const verbs = needVerbs.map(async (verb) => {
      const isDone = expected[verb] === 'done';
      const need = isDone ? await register.fresh(place, situation) : standing;
      const entry = `/[locale]/needs/[id]/${verb}/route`;
      const path = `/en/needs/${need.id}/${verb}`;
      const fields = needFields(need.version);
      return [verb, await outcomeOfSending(entry, path, fields, cookies[name])] as const;
    });
    const pages = needPageNames.map(async (page) => {
      const entry = `/[locale]/needs/[id]${needPages[page]}/page`;
      const path = `/en/needs/${standing.id}${needPages[page]}`;
      return [page, await outcomeOfCall(entry, path, cookies[name])] as const;
    });
    return Object.fromEntries(await Promise.all([...verbs, ...pages]));
  }

  it.each(actorNames)('every verb and page of a need, everywhere, by the %s', async (name) => {
    for (const place of places) {
      const cells = await Promise.all(
        situationsTried.map(
          async (situation) => [situation, await needOutcomes(name, place, situation)] as const,
        ),
      );
      expect({ place, ...Object.fromEntries(cells) }).toEqual({ place, ...needTable[name][place] });
    }
  });

  it('every other page and address to read, by everybody', async () => {
    const tried = readTable.filter(({ entry }) => isCallable(entry));
    const found: unknown[] = [];
    const wanted: unknown[] = [];
    for (const [row, { entry, path, outcomes, withoutServer }] of tried.entries()) {
      const address = addressIn(register, path);
      const expected = inOrder<string>(withoutServer ?? outcomes);
      const askers = askersOf(row, expected);
      const answers = askers.map((name) => outcomeOfCall(entry, address, cookies[name]));
      found.push({ path, askers, outcomes: await Promise.all(answers) });
      const wantedOf = (name: ActorName) => expected[actorNames.indexOf(name)];
      wanted.push({ path, askers, outcomes: askers.map(wantedOf) });
    }
    expect(found).toEqual(wanted);
  });

  it('every other form, by everybody', async () => {
    const tried = sendTable.filter(({ entry }) => isCallable(entry));
    const refusals = ['forbidden-to-role', 'own-entry', 'four-eyes'];
    const found: unknown[] = [];
    for (const row of tried) {
      const expected = row.withoutServer ?? row.outcomes;
      const outcomes = await Promise.all(
        actorNames.map(async (name) => {
          const { path, fields } = await formIn(register, row, expected[name], 'KEN');
          const outcome = await outcomeOfSending(row.entry, path, fields, cookies[name]);
          // Whether the page of the form is closed as well is seen over HTTP.
          const isRefused = expected[name] === 'forbidden' && refusals.includes(outcome);
          return isRefused ? 'forbidden' : outcome;
        }),
      );
      found.push({ path: row.path, outcomes });
    }
    expect(found).toEqual(
      tried.map(({ path, outcomes, withoutServer }) => ({
        path,
        outcomes: inOrder<string>(withoutServer ?? outcomes),
      })),
    );
  });

  it('what was refused has changed nothing', async () => {
    expect(await stateOf(register)).toEqual(before);
  });
});
