import { createConfig, lintFromString } from '@redocly/openapi-core';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apiDocument } from '#lib/api/document';
import { operations, operationsAt } from '#lib/api/operations/all';
import { matchRules } from '#lib/assistance/matches/rules';
import { transitions } from '#lib/needs/model/transitions';

type Described = Readonly<{ operationId?: string }>;
const described = Object.entries(apiDocument().paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Described>).map(([method, { operationId }]) => ({
    path,
    method: method.toUpperCase(),
    operationId,
  })),
);

describe('the description of the API', () => {
  it('has no fault and no warning by the rules of Redocly', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({
      source: JSON.stringify(apiDocument()),
      absoluteRef: 'openapi.json',
      config,
    });
    const said = problems.map(({ ruleId, message, location }) =>
      [ruleId, message, location[0]?.pointer].join(' '),
    );
    expect([...new Set(said)]).toEqual([]);
  });

  it('has every operation of the table, and the table every operation that it has', () => {
    const known = operations.map(({ path, method, id }) => ({ path, method, operationId: id }));
    const sorted = (list: readonly Readonly<{ operationId?: string }>[]) =>
      list.toSorted((a, b) => (a.operationId! < b.operationId! ? -1 : 1));
    expect(sorted(described)).toEqual(sorted(known));
    expect(new Set(known.map(({ operationId }) => operationId)).size).toBe(known.length);
  });

  it('has the routes with a file of their own, and the others are found by their path', () => {
    const own = operations.flatMap(({ ownRoute, path }) => (ownRoute ? [path.slice(1)] : []));
    expect([...own, '[...path]'].toSorted()).toEqual(readdirSync('app/api/v1').toSorted());
    for (const operation of operations) {
      const path = operation.path.replaceAll(/\{\w+\}/g, 'x');
      const found = operationsAt(path).map((each) => each.operation);
      expect(found.filter(({ method }) => method === operation.method)).toEqual([operation]);
    }
  });

  it('has every verb of the tables of needs and of matches', () => {
    const ids = new Set(operations.map(({ id }) => id));
    const moves = Object.keys(transitions).filter((verb) => verb !== 'edit');
    const ofMatches = Object.keys(matchRules).filter((verb) => verb !== 'propose');
    const expected = [
      'change-need',
      'propose-match',
      ...moves.map((verb) => `need-${verb}`),
      ...ofMatches.map((verb) => `match-${verb}`),
    ];
    expect(expected.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('has examples that fit the schemas of their operations', () => {
    const wrong = operations.flatMap(({ id, body, query, example }) => {
      const sent = JSON.stringify(example.body ?? {}).replaceAll(/\{\w+\}/g, 'AAAA');
      const parameters = Object.fromEntries(new URLSearchParams(example.query));
      const fits =
        (body?.safeParse(JSON.parse(sent)).success ?? true) &&
        (query?.safeParse(parameters).success ?? true);
      return fits ? [] : [id];
    });
    expect(wrong).toEqual([]);
  });
});
