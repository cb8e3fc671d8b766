import { beforeAll, describe, expect, it } from 'vitest';
import { translator } from '#lib/text/i18n';
import { ask, tokenOf } from '#tests/support/api/program';
import { campaign } from '#tests/support/run/campaign';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { needTable, needVerbs, type NeedVerb } from '#tests/support/permissions/needs-table';
import {
  actorNames,
  matrixRegister,
  places,
  situationsTried,
  type ActorName,
  type MatrixRegister,
  type Place,
} from '#tests/support/permissions/register';
import { actorOfSession } from '#lib/sessions/sessions';

const t = translator('en');
const outcomes: Readonly<Record<string, string>> = {
  [t('refused.role')]: 'forbidden-to-role',
  [t('refused.not-yours')]: 'own-entry',
  [t('refused.four-eyes')]: 'four-eyes',
  [t('refused.setting')]: 'forbidden',
  [t('conflict.status')]: 'wrong-status',
  [t('conflict.counted')]: 'wrong-counting',
};

/** What came of a request, as the tables of permissions name it. */
function outcomeOf({ status, json }: Awaited<ReturnType<typeof ask>>): string {
  if (status === 200) return 'done';
  if (status === 401) return 'sign-in';
  if (status === 404) return 'not-found';
  return outcomes[json?.detail] ?? `status ${status}: ${json?.detail}`;
}

const bodyOf = (verb: NeedVerb) => {
  if (verb === 'edit') return { text: 'Sent by a program.' };
  if (verb === 'recode') return { text: 'Sent by a program.', reason: 'A reason.' };
  return { reason: 'A reason.' };
};

describe('who may do what to a need by the API, by the table of the pages', () => {
  let register: MatrixRegister;
  const tokens: Partial<Record<ActorName, string>> = {};
  beforeAll(async () => {
    await freshRegister();
    register = await matrixRegister();
    for (const name of actorNames)
      if (name !== 'anonymous')
        tokens[name] = await tokenOf(await actorOfSession(register.sessionIds[name]));
    await register.deactivate();
  });

  async function send(name: ActorName, verb: NeedVerb, need: { id: string; version: number }) {
    const path = `/needs/${need.id}${verb === 'edit' ? '' : `/${verb}`}`;
    return ask(path, {
      method: verb === 'edit' ? 'PATCH' : 'POST',
      token: tokens[name],
      body: bodyOf(verb),
      headers: { 'if-match': `"v${need.version}"` },
    });
  }

  type Cell = Readonly<{
    name: ActorName;
    place: Place;
    situation: (typeof situationsTried)[number];
  }>;
  const cells: readonly Cell[] = actorNames.flatMap((name) =>
    places.flatMap((place) => situationsTried.map((situation) => ({ name, place, situation }))),
  );

  /** Every cell of a verb in a campaign; every day one for each outcome, others from verb to verb. */
  function cellsOf(verb: NeedVerb, at: number): readonly Cell[] {
    if (campaign) return cells;
    const byOutcome = Map.groupBy(cells, ({ name, place, situation }) => {
      return needTable[name][place][situation][verb];
    });
    return [...byOutcome.values()].map((having) => having[(37 * at) % having.length]!);
  }

  it.each(needVerbs.map((verb, at) => [verb, at] as const))('%s', async (verb, at) => {
    for (const cell of cellsOf(verb, at)) {
      const { name, place, situation } = cell;
      const expected = needTable[name][place][situation][verb];
      const standing = register.needs[place][situation];
      const need = expected === 'done' ? await register.fresh(place, situation) : standing;
      const outcome = outcomeOf(await send(name, verb, need));
      expect({ ...cell, outcome }).toEqual({ ...cell, outcome: expected });
    }
  });

  it('the need itself is of those who see its page', async () => {
    const statuses = cells.map(async (cell) => {
      const { id } = register.needs[cell.place][cell.situation];
      return { ...cell, status: (await ask(`/needs/${id}`, { token: tokens[cell.name] })).status };
    });
    const statusOf = ({ name, place, situation }: Cell) => {
      if (name === 'deactivated') return 401;
      return needTable[name][place][situation].need === 'shown' ? 200 : 404;
    };
    const expected = cells.map((cell) => ({ ...cell, status: statusOf(cell) }));
    expect(await Promise.all(statuses)).toEqual(expected);
  });

  it('reviews, plans, the audit and editions are of those who see their pages', async () => {
    const reads = {
      review: `/reviews/${register.reviews.A.id}`,
      plans: '/plans',
      audit: '/audit',
      draftNote: `/notes/${register.notes.drafting}`,
      publishedNote: `/notes/${register.notes.published}`,
    };
    const found = await Promise.all(
      actorNames.map(async (name) => {
        const statuses = Object.entries(reads).map(async ([what, path]) => {
          const { status } = await ask(path, { token: tokens[name] });
          return [what, status] as const;
        });
        return [name, Object.fromEntries(await Promise.all(statuses))] as const;
      }),
    );
    const own = { review: 200, plans: 403, audit: 403, draftNote: 404, publishedNote: 200 };
    const other = { ...own, review: 404 };
    const nobody = { review: 401, plans: 401, audit: 401, draftNote: 404, publishedNote: 200 };
    expect(Object.fromEntries(found)).toEqual({
      anonymous: nobody,
      deactivated: { review: 401, plans: 401, audit: 401, draftNote: 401, publishedNote: 401 },
      'focal point of A': own,
      'focal point of B': other,
      'reviewer of A': own,
      'recoder of A': own,
      'reviewer of D': { ...other, draftNote: 200 },
      manager: { ...own, plans: 200, draftNote: 200 },
      administrator: { review: 200, plans: 200, audit: 200, draftNote: 200, publishedNote: 200 },
      'contributor of A': own,
      provider: other,
      adviser: other,
    });
  });
});
