import { randomUUID } from 'node:crypto';
import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { changeActivity } from '#lib/assistance/activities/commands';
import { sessionCookie } from '#lib/sessions/auth';
import { activity, activityFields, provider } from '#tests/support/factories/activities';
import { revision } from '#tests/support/databases/log-rows';
import { valueOf } from '#tests/support/factories/outcomes';
import { focalPoint, manager, signedIn } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedState } from '#tests/support/factories/reviews';
import { GET } from '../../app/api/v1/assistance/route';

beforeAll(() => freshRegister());

async function get(query: string, { as, held }: { as?: Actor; held?: string } = {}) {
  const cookie = as ? (await sessionCookie(as.sessionId!)).split(';')[0]! : undefined;
  const response = await GET(
    new NextRequest(`http://localhost/api/v1/assistance?${query}`, {
      headers: { ...(cookie ? { cookie } : {}), ...(held ? { 'if-none-match': held } : {}) },
    }),
  );
  const body = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    tag: response.headers.get('etag') ?? '',
    json: body ? JSON.parse(body) : null,
  };
}
const references = (json: { activities: readonly { reference: string }[] }) =>
  json.activities.map(({ reference }) => reference);

describe('the answer of the assistance API', () => {
  it('says to all what is open, whole only to those whose it is', async () => {
    const state = await mintedState('GRULAC');
    const own = await provider();
    await activity(own, {
      title: 'Planned',
      status: 'planned',
      recipients: state.stateCode,
      funding: 'sought',
    });
    await activity(own, {
      title: 'Given',
      status: 'completed',
      recipients: state.stateCode,
      funding: 'secured',
      organisation: '',
    });
    const titles = async (as?: Actor) =>
      (await get(`state=${state.stateCode}`, { as })).json.activities.map(
        ({ title, funding }: { title: string; funding?: string }) => [title, funding],
      );
    expect(await titles()).toEqual([['Given', undefined]]);
    expect(await titles(await provider())).toEqual([['Given', undefined]]);
    for (const as of [
      own,
      await manager(),
      await focalPoint(state),
      await signedIn({ role: 'adviser', region: 'GRULAC' }),
    ])
      expect(await titles(as), as.role).toEqual([
        ['Planned', 'sought'],
        ['Given', 'secured'],
      ]);
    const { headers } = await get('');
    expect([headers.get('cache-control'), headers.get('vary')]).toEqual([
      'public, no-cache',
      'authorization, cookie',
    ]);
  });

  it('is the same by its tag until the register moves on, and another to another scope', async () => {
    const who = await manager();
    const id = await activity(who, { status: 'completed' });
    const first = await get('theme=judicial-integrity', { as: who });
    expect(first.json.revision).toBe(await revision());
    expect((await get('theme=judicial-integrity', { as: who, held: first.tag })).status).toBe(304);
    expect((await get('theme=judicial-integrity', { held: first.tag })).status).toBe(200);
    valueOf(
      await changeActivity(who, {
        id,
        version: 1,
        fields: activityFields({ status: 'completed', title: 'Another title' }),
      }),
    );
    expect((await get('theme=judicial-integrity', { as: who, held: first.tag })).status).toBe(200);
  });

  it('comes in pages that hold together', async () => {
    const who = await manager();
    const mark = `Api${randomUUID().slice(0, 8)}`;
    for (let i = 0; i < 103; i += 1) await activity(who, { title: `${mark} ${i}` });
    const first = (await get(`text=${mark}`, { as: who })).json;
    const second = (await get(`text=${mark}&after=${first.after}`, { as: who })).json;
    expect([first.total, first.activities.length, second.activities.length, second.after]).toEqual([
      103,
      100,
      3,
      null,
    ]);
    expect(new Set([...references(first), ...references(second)]).size).toBe(103);
  });

  it.each([
    'theme=astrology',
    'status=planned&status=completed',
    'colour=red',
    'after=1',
    'article=4',
    'state=XXX',
    'provider=nobody',
  ])('refuses %s and says why', async (query) => {
    const { status, json } = await get(query);
    expect(status).toBe(400);
    expect(json.errors).toHaveLength(1);
    expect(json.errors[0]).toMatchObject({
      parameter: query.split('=')[0],
      message: expect.any(String),
    });
  });
});
