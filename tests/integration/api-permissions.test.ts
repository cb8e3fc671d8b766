import { beforeAll, describe, expect, it } from 'vitest';
import { translator } from '#lib/text/i18n';
import { ask, tokenOf } from '#tests/support/api/program';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { needTable, needVerbs, type NeedVerb } from '#tests/support/permissions/needs-table';
import {
  actorNames,
  matrixRegister,
  places,
  situationsTried,
  type ActorName,
  type MatrixRegister,
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

  it.each(actorNames)('every verb and the need itself, everywhere, by the %s', async (name) => {
    for (const place of places) {
      for (const situation of situationsTried) {
        const expected = needTable[name][place][situation];
        const standing = register.needs[place][situation];
        const found: Record<string, string> = {};
        for (const verb of needVerbs) {
          const isDone = expected[verb] === 'done';
          const need = isDone ? await register.fresh(place, situation) : standing;
          found[verb] = outcomeOf(await send(name, verb, need));
        }
        const wanted = Object.fromEntries(needVerbs.map((verb) => [verb, expected[verb]]));
        expect({ place, situation, ...found }).toEqual({ place, situation, ...wanted });
        const { status } = await ask(`/needs/${standing.id}`, { token: tokens[name] });
        const isShown = name !== 'deactivated' && expected.need === 'shown';
        const refused = name === 'deactivated' ? 401 : 404;
        expect(status).toBe(isShown ? 200 : refused);
      }
    }
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
