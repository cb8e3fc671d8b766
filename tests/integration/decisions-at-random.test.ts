import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import type { Outcome } from '#lib/base/errors';
import type { Verb } from '#lib/needs/model/vocabulary';
import { changeSettings } from '#lib/people/settings/commands';
import { campaign, counts, record, seed } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';
import { entered, people, step, type Person, type Verdict } from '#tests/support/random/need-model';
import { draft } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { commands } from '#tests/support/factories/situations';
import { row, rows } from '#tests/support/databases/sql';

const sequences = counts(10, 10_000);
const steps = 50;

beforeAll(() => freshRegister());

const verdictOf = (outcome: Outcome<unknown>): Verdict => {
  if (outcome.ok) return 'done';
  const { failure } = outcome;
  return failure.kind === 'conflict'
    ? failure.why === 'moved'
      ? 'moved'
      : 'conflict'
    : (failure.kind as Verdict);
};

it(
  `${sequences} random sequences of ${steps} steps (seed ${seed}) come to what a second, small model of the rules says: the same answers, states, versions and log`,
  { timeout: campaign ? 7_200_000 : 600_000 },
  async () => {
    const admin = await administrator();
    valueOf(
      await changeSettings(admin, { 'four-eyes-lift': 'with-reason', 'own-region': 'allowed' }),
    );
    const { review, focal, first, second } = await panel(
      await mintedReview({ completedOn: '2022-01-31' }),
    );
    const actors: Readonly<Record<Person, Actor>> = {
      'focal point': focal,
      'first reviewer': first,
      'second reviewer': second,
      administrator: admin,
      manager: await manager(),
      stranger: await focalPoint(await mintedReview()),
    };
    const nameOf = (accountId: unknown) =>
      people.find((name) => actors[name].accountId === accountId);
    const verbs = Object.keys(commands) as Verb[];
    const said: Partial<Record<Verdict, number>> = {};

    for (let i = 0; i < sequences; i += 1) {
      const by = chance(seed + i);
      const who: Person = by.oneOf(['focal point', 'focal point', 'first reviewer']);
      const { id } = await draft(actors[who], review);
      const model = entered(who);
      const taken: string[] = [];
      for (let n = 0; n < steps; n += 1) {
        const [person, verb] = [by.oneOf(people), by.oneOf(verbs)];
        const seen = by.happens(0.1) ? Math.max(1, model.version - 1) : model.version;
        const expected = step(model, person, verb, seen);
        const found = verdictOf(await commands[verb](actors[person], { id, version: seen }));
        said[expected] = (said[expected] ?? 0) + 1;
        taken.push(`${person}: ${verb} of ${seen}`);
        // An earlier sending of the same words by the same person is answered as done, and does
        // nothing more.
        const repeated =
          found === 'done' &&
          expected === 'moved' &&
          model.versions.at(-1)?.[0] === verb &&
          model.versions.at(-1)?.[2] === person;
        expect(repeated ? 'moved' : found, `sequence ${i}, ${taken.slice(-8).join('; ')}`).toBe(
          expected,
        );
      }
      const { status, version, counted, request, changedBy } = model;
      expect(
        await row(
          'select status, version, counted_version, request, changed_by from need where id = ?',
          [id],
        ),
        taken.join('; '),
      ).toEqual({
        status,
        version,
        counted_version: counted,
        request,
        changed_by: actors[changedBy].accountId,
      });
      const versions = await rows(
        'select verb, status, actor_id, from_seq, counted_from_seq, counted_to_seq from need_version where need_id = ? order by version',
        [id],
      );
      expect(versions.map((each) => [each.verb, each.status, nameOf(each.actor_id)])).toEqual(
        model.versions,
      );
      expect(
        versions.filter((each) => each.counted_from_seq !== null && each.counted_to_seq === null),
      ).toHaveLength(counted === null ? 0 : 1);
      expect(
        await rows(
          `select seq, verb, actor_id from change where entity = 'need' and entity_id = ? order by seq`,
          [id],
        ),
      ).toEqual(
        versions.map((each) => ({ seq: each.from_seq, verb: each.verb, actor_id: each.actor_id })),
      );
    }
    record('random steps of decisions', { counts: sequences * steps, seed, ...said });
    for (const verdict of ['done', 'not-found', 'forbidden', 'moved', 'conflict'] as const)
      expect(said[verdict], verdict).toBeGreaterThan(0);
  },
);
