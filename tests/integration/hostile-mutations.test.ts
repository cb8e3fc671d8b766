import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import type { Actor } from '#lib/base/actor';
import { sessionCookie } from '#lib/sessions/auth-cookie';
import { faultOf } from '#tests/support/attacks/answer-faults';
import { startTarget, turns, type Target } from '#tests/support/attacks/bad-input-register';
import { weaknesses } from '#tests/support/attacks/published-weaknesses';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { number } from '#tests/support/databases/sql';
import { provider } from '#tests/support/factories/activities';
import { approved, draft } from '#tests/support/factories/needs';
import {
  contributor,
  focalPoint,
  manager,
  reviewer,
  signedIn,
} from '#tests/support/factories/people';
import { mintedReview } from '#tests/support/factories/reviews';
import { campaign, counts, record, seed } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';

const requests = counts(turns, 50_000);
/** Words of a State that has published nothing, of which its own people and the secretariat know. */
const secret = `secret${randomUUID().replaceAll('-', '')}`;

describe.runIf(engine === 'sqlite' || campaign)('hostile requests', () => {
  let target: Target;
  /** People who have nothing to do with that State, and the public; each with their cookie. */
  let outsiders: readonly (readonly [name: string, actor: Actor | null, cookie: string])[];
  /** Those who may see it. */
  let insiders: readonly (readonly [name: string, actor: Actor | null, cookie: string])[];

  beforeAll(async () => {
    target = await startTarget(256);
    const closed = await mintedReview({ completedOn: '2022-05-31' });
    const [entering, reviewing] = [await focalPoint(closed), await reviewer(closed)];
    const words = { text: `Training about ${secret}.` };
    await approved(entering, reviewing, closed, words);
    await draft(entering, closed, words);
    const named = async (name: string, actor: Actor) =>
      [name, actor, (await sessionCookie(actor.sessionId!)).split(';', 1)[0]!] as const;
    const elsewhere = await mintedReview();
    outsiders = [
      ['public', null, ''],
      await named('focal-point', await focalPoint(elsewhere)),
      await named('contributor', await contributor(elsewhere)),
      await named('reviewer', await reviewer(elsewhere)),
      await named('provider', await provider()),
      await named('adviser', await signedIn({ role: 'adviser', region: 'APG' })),
    ];
    insiders = [
      await named('manager', await manager()),
      await named('administrator', await signedIn({ role: 'administrator' })),
    ];
  }, 300_000);
  afterAll(() => target?.server.stop());

  /** What an outsider has changed of needs and reviews that are not theirs. */
  const effectsOf = async ({ accountId }: Actor) =>
    number(
      `select count(*) from change where actor_id = ? and entity in ('review', 'vocabulary', 'note', 'setting')`,
      [accountId],
    );

  it(
    `of every role, ${requests} of them (seed ${seed}), have no effect out of scope, tell nothing and fail nowhere`,
    { timeout: campaign ? 7_200_000 : 600_000 },
    async () => {
      const people = [...outsiders, ...insiders];
      const faults: string[] = [];
      const statuses: Record<number, number> = {};
      let next = 0;
      const worker = async () => {
        while (next < requests && faults.length < 20) {
          const i = next++;
          const [role, , cookie] = people[i % people.length]!;
          const turn = campaign ? undefined : i;
          const asked = await target.request(chance(seed + i), turn, cookie);
          const answer = await target.ask(asked).catch(() => target.ask(asked));
          statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
          const isOutside = outsiders.some(([name]) => name === role);
          const leak = isOutside && answer.text.includes(secret) ? 'tells a secret' : undefined;
          const fault = leak ?? faultOf(target.server.url, asked, answer);
          if (fault) {
            faults.push(
              `${i} ${role}: ${fault}: ${JSON.stringify(asked).slice(0, 500)} ${answer.status}`,
            );
          }
        }
      };
      await Promise.all(Array.from({ length: 8 }, worker));
      record('hostile requests', {
        seed,
        counts: next,
        statuses: Object.entries(statuses)
          .map(([status, n]) => `${status}×${n}`)
          .join(' '),
        megabytes: Math.round(target.server.peak()),
      });
      expect(faults).toEqual([]);
      for (const [role, actor] of outsiders) {
        if (actor && role !== 'focal-point') expect(await effectsOf(actor), role).toBe(0);
      }
      expect(
        await number(
          'select count(*) from need_version where text like ? and actor_id in (?, ?, ?)',
          [
            `%${secret}%`,
            ...['provider', 'adviser', 'reviewer'].map(
              (name) => outsiders.find(([role]) => role === name)![1]!.accountId!,
            ),
          ],
        ),
      ).toBe(0);
      expect(await contradictionsFound()).toEqual([]);
      expect(target.server.said()).not.toMatch(/a request failed|Error/);
    },
  );

  it.each(weaknesses)(
    'as $number ($what) are answered like any other',
    async ({ requests: of }) => {
      const changes = await number('select count(*) from change');
      for (const asked of of(target.server.url)) {
        const answer = await target.ask(asked);
        expect(answer.status, asked.path).not.toBe(500);
        const { location } = answer.headers;
        if (location !== undefined) {
          expect(new URL(location, target.server.url).origin).toBe(target.server.url);
        }
        expect(answer.text).not.toContain(secret);
        expect(answer.text).not.toMatch(/"dependencies"|needs-register",|app-paths|process\.env/);
        const isGuarded = /^\/en\/(admin|progress|accounts$|reviews\/new)/.test(asked.path);
        if (isGuarded) expect([303, 307, 308, 400, 401, 403, 404, 429]).toContain(answer.status);
      }
      expect(await number('select count(*) from change')).toBe(changes);
    },
  );
});
