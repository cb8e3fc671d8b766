import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { editNeed } from '#lib/needs/entry/commands';
import { campaign, counts, record, seed, size } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { completeFields, draft, type Seen } from '#tests/support/factories/needs';
import { focalPoint } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { number, rows } from '#tests/support/databases/sql';

const [editors, saves] = [size(20, 100), counts(200, 5000)];
const needs = size(4, 10);

beforeAll(() => freshRegister());

/**
 * Every editor saves again and again the version that they saw last, of a need chosen by chance;
 * who was too late looks at what
 * is stored now and goes on from there. Each version has one winner, and everybody else is told.
 */
it(
  `${saves} saves by ${editors} editors of ${needs} needs at once: one winner a version (seed ${seed})`,
  { timeout: campaign ? 3_600_000 : 600_000 },
  async () => {
    const review = await mintedReview();
    const people: Actor[] = [];
    for (let i = 0; i < editors; i += 1) people.push(await focalPoint(review, `Editor ${i}`));
    const edited: Seen[] = [];
    for (let i = 0; i < needs; i += 1) edited.push(await draft(people[i % editors]!, review));
    const before = await number('select revision from register');

    const won: { id: string; version: number; text: string; by: string }[] = [];
    let conflicts = 0;
    let left = saves;
    await Promise.all(
      people.map(async (person, i) => {
        const by = chance(seed + i);
        const seen = new Map(edited.map(({ id, version }) => [id, version]));
        for (let n = 0; left > 0; n += 1) {
          left -= 1;
          const id = by.oneOf(edited).id;
          const text = `Text ${n} of editor ${i}.`;
          const outcome = await editNeed(person, {
            id,
            version: seen.get(id)!,
            fields: { ...completeFields, text },
          });
          if (outcome.ok) {
            won.push({ id, version: outcome.value.version, text, by: person.accountId! });
            seen.set(id, outcome.value.version);
            continue;
          }
          expect(outcome.failure).toMatchObject({
            kind: 'conflict',
            why: 'moved',
            by: expect.stringMatching(/^Editor \d+$/),
          });
          conflicts += 1;
          seen.set(id, await number('select version from need where id = ?', [id]));
        }
      }),
    );

    expect(won.length + conflicts).toBe(saves);
    expect(conflicts, 'saves that came too late').toBeGreaterThan(saves / 10);
    expect(won.length, 'saves that won').toBeGreaterThan(needs);
    const stored = await rows(
      `select need_id as id, version, text, actor_id as "by" from need_version where verb = 'edit' order by need_id, version`,
    );
    const inOrder = won.toSorted((a, b) =>
      a.id < b.id ? -1 : a.id > b.id ? 1 : a.version - b.version,
    );
    expect(
      stored.toSorted((a, b) =>
        String(a.id) < String(b.id)
          ? -1
          : String(a.id) > String(b.id)
            ? 1
            : Number(a.version) - Number(b.version),
      ),
    ).toEqual(inOrder);
    expect(new Set(won.map(({ id, version }) => `${id} ${version}`)).size).toBe(won.length);
    expect(await number('select revision from register')).toBe(before + won.length);
    expect(await contradictionsFound()).toEqual([]);
    record('saves by editors at once', {
      seed,
      counts: saves,
      editors,
      won: won.length,
      conflicts,
    });
  },
);
