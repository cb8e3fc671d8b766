import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { apiDocument } from '#lib/api/document';
import { operations } from '#lib/api/operations/all';
import type { Actor } from '#lib/base/actor';
import { ask, tokenOf } from '#tests/support/api/program';
import { randomRequests } from '#tests/support/api/random-requests';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { answering, accepted } from '#tests/support/factories/matches';
import { draft } from '#tests/support/factories/needs';
import { administrator } from '#tests/support/factories/people';
import { counts, record, seed } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';

type Responses = Readonly<Record<string, { content?: Record<string, { schema?: object }> }>>;
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
    const ajv = new Ajv({ strict: false, allErrors: false });
    addFormats(ajv);
    ajv.addSchema(document, 'document');
    const by = chance(seed);
    const make = randomRequests(document, by, known);
    const statuses: Record<string, number> = {};
    const wrong: unknown[] = [];
    const paths = document.paths as Record<string, Record<string, { responses: Responses }>>;
    const answered = operations.filter(({ ownRoute }) => !ownRoute);
    for (let i = 0; i < tries; i += 1) {
      const operation = answered[i % answered.length]!;
      const { method, path, query, body } = operation;
      const address = path.replaceAll(/\{(\w+)\}/g, (_, name) => {
        if (name === 'figure') return by.oneOf(['figure-1', 'figure-2', 'tags', 'none']);
        const ofKind = own[path.split('/')[1]!] ?? ['x'];
        return encodeURIComponent(by.oneOf(by.happens(0.9) ? ofKind : known));
      });
      const described = paths[path]![method.toLowerCase()] as {
        responses: Responses;
        requestBody?: { content: { 'application/json': { schema: object } } };
        parameters?: { in: string; name: string; schema: object; required?: boolean }[];
      };
      const parameters = (described.parameters ?? []).filter((each) => each.in === 'query');
      const sent = parameters
        .filter(({ required, name }) => required || (name !== 'fields' && by.happens(0.25)))
        .map(({ name, schema }) => [name, String(make.value(schema))]);
      const search = query ? `?${new URLSearchParams(sent)}` : '';
      const schema = described.requestBody?.content['application/json'].schema;
      const answer = await ask(address + search, {
        method,
        token: by.oneOf(tokens),
        ...(body ? { body: make.object((schema ?? {}) as never) } : {}),
        headers: method === 'GET' ? {} : { 'if-match': `"v${1 + by.below(3)}"` },
      });
      const { status } = answer;
      statuses[status] = (statuses[status] ?? 0) + 1;
      const content = described.responses[String(status)]?.content;
      const type = answer.headers.get('content-type')?.split(';', 1)[0] ?? '';
      const pointer = [
        'document#/paths',
        path
          .replaceAll('~', '~0')
          .replaceAll('/', '~1')
          .replaceAll('{', '%7B')
          .replaceAll('}', '%7D'),
        method.toLowerCase(),
        'responses',
        String(status),
        'content',
        type.replaceAll('/', '~1'),
        'schema',
      ].join('/');
      const isFit =
        status < 500 &&
        described.responses[String(status)] !== undefined &&
        (answer.json === null || (content?.[type] && ajv.validate({ $ref: pointer }, answer.json)));
      if (!isFit) wrong.push([operation.id, status, type, answer.text.slice(0, 300), ajv.errors]);
    }
    record('requests by chance', { requests: tries, ...statuses });
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(statuses[200]).toBeGreaterThan(tries / 20);
  });
});
