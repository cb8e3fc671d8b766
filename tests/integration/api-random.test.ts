import { beforeAll, describe, expect, it } from 'vitest';
import { apiDocument } from '#lib/api/document';
import { operations } from '#lib/api/operations/all';
import type { Actor } from '#lib/base/actor';
import { ask, tokenOf } from '#tests/support/api/program';
import { answerCheck, requestMaker } from '#tests/support/api/described-answers';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { answering, accepted } from '#tests/support/factories/matches';
import { draft } from '#tests/support/factories/needs';
import { administrator } from '#tests/support/factories/people';
import { counts, record, seed } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';

const tries = counts(400, 20_000);

describe('requests made by chance from the description of the API', () => {
  let tokens: readonly (string | undefined)[];
  let known: readonly string[];
  /** The ids of each kind of thing. */
  let own: Readonly<Record<string, readonly string[]>>;
  beforeAll(async () => {
    await freshRegister();
    const world = await answering();
    const matched = await accepted(world);
    const entered = await draft(world.focal, world.review);
    const people: readonly Actor[] = [
      world.focal,
      world.decides,
      world.provider,
      world.manager,
      await administrator(),
    ];
    tokens = [undefined, ...(await Promise.all(people.map((person) => tokenOf(person))))];
    const { review, need, assistance } = world;
    known = [need, entered.id, assistance, matched.id, review.id, review.stateCode];
    own = {
      needs: [need, entered.id],
      activities: [assistance],
      matches: [matched.id],
      reviews: [review.id],
    };
  });

  it('are answered as it says, and never with a failure', async () => {
    const document = apiDocument();
    const by = chance(seed);
    const check = answerCheck(document);
    const make = requestMaker(document, by, { known, own });
    const statuses: Record<string, number> = {};
    const wrong: unknown[] = [];
    for (let i = 0; i < tries; i += 1) {
      const operation = operations[i % operations.length]!;
      if (operation.ownRoute) continue;
      const { path, ...asked } = make(operation);
      const { status, headers, text, json } = await ask(path, {
        ...asked,
        token: by.oneOf(tokens),
      });
      statuses[status] = (statuses[status] ?? 0) + 1;
      const type = headers.get('content-type')?.split(';', 1)[0] ?? '';
      const fault = check(operation, { status, type, text, json });
      if (fault) wrong.push(fault);
    }
    record('requests by chance', { requests: tries, ...statuses });
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(statuses[200]).toBeGreaterThan(tries / 20);
  });
});
