import { beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { campaign } from '#tests/support/campaign';
import { addressIn, formIn, lettersOf, standingOf } from '#tests/support/matrix-cells';
import {
  calledLetter,
  isCallable,
  refusalsStandForPages,
  sentToLetter,
} from '#tests/support/called';
import { sendTable } from '#tests/support/matrix-forms-table';
import { needFields, needPages, needTable, needVerbs } from '#tests/support/matrix-needs-table';
import { readTable } from '#tests/support/matrix-pages-table';
import {
  actorNames,
  matrixRegister,
  places,
  situationsTried,
  type ActorName,
  type MatrixRegister,
  type Place,
} from '#tests/support/matrix-register';
import { cookiesOf } from '#tests/support/matrix-asking';
import { freshRegister } from '#tests/support/register';
import type { Situation } from '#tests/support/situations';

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
    before = await standingOf(register);
  });

  async function needCell(name: ActorName, place: Place, situation: Situation): Promise<string> {
    const expected = needTable[name][place][situation];
    const { id } = register.needs[place][situation];
    const verbs = await Promise.all(
      needVerbs.map(async (verb, i) => {
        const isDone = expected[i] === '+';
        const standing = register.needs[place][situation];
        const need = isDone ? await register.fresh(place, situation) : standing;
        const path = `/en/needs/${need.id}/${verb}`;
        const fields = needFields(need.version);
        return sentToLetter(`/[locale]/needs/[id]/${verb}/route`, path, fields, cookies[name]);
      }),
    );
    const pages = await Promise.all(
      needPages.map((page) =>
        calledLetter(`/[locale]/needs/[id]${page}/page`, `/en/needs/${id}${page}`, cookies[name]),
      ),
    );
    return `${verbs.join('')} ${pages.join('')}`;
  }

  it.each(actorNames)('every verb and page of a need, everywhere, by the %s', async (name) => {
    for (const place of places) {
      const cells = await Promise.all(
        situationsTried.map(
          async (situation) => [situation, await needCell(name, place, situation)] as const,
        ),
      );
      expect({ place, ...Object.fromEntries(cells) }).toEqual({ place, ...needTable[name][place] });
    }
  });

  it('every other page and address to read, by everybody', async () => {
    const tried = readTable.filter(({ entry }) => isCallable(entry));
    const found: string[] = [];
    for (const { entry, path } of tried) {
      const address = addressIn(register, path);
      const letters = await Promise.all(
        actorNames.map((name) => calledLetter(entry, address, cookies[name])),
      );
      found.push(`${path} ${letters.join('')}`);
    }
    expect(found).toEqual(tried.map(({ path, letters, bare }) => `${path} ${bare ?? letters}`));
  });

  it('every other form, by everybody', async () => {
    const tried = sendTable.filter(({ entry }) => isCallable(entry));
    const found: string[] = [];
    for (const row of tried) {
      const expected = lettersOf(row.bare ?? row.letters);
      const letters = await Promise.all(
        actorNames.map(async (name, i) => {
          const { path, fields } = await formIn(register, row, expected[i]!, 'KEN');
          const letter = await sentToLetter(row.entry, path, fields, cookies[name]);
          // Whether the page of the form is closed as well is seen over HTTP.
          return expected[i] === 'f' && 'ry4'.includes(letter) ? 'f' : letter;
        }),
      );
      found.push(`${row.path} ${letters.join('')}`);
    }
    expect(found).toEqual(tried.map(({ path, letters, bare }) => `${path} ${bare ?? letters}`));
  });

  it('what was refused has changed nothing', async () => {
    expect(await standingOf(register)).toEqual(before);
  });
});
