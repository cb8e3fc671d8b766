import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import type { Answered } from '#tests/support/asking';
import { builtEntries } from '#tests/support/built-pages';
import { campaign, counts, record } from '#tests/support/campaign';
import { masked } from '#tests/support/matrix-asking';
import { sendTable } from '#tests/support/matrix-forms-table';
import { needPages, needVerbs } from '#tests/support/matrix-needs-table';
import { readTable } from '#tests/support/matrix-pages-table';
import type { ActorName, Place } from '#tests/support/matrix-register';
import { startMatrix, type Matrix } from '#tests/support/matrix-servers';
import { number } from '#tests/support/sql';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
let cells = 0;

/** Whatever changes when something is done: the revision, and the needs, accounts and assignments that are there. */
const state = () => number('select revision + (select count(*) from need) + (select count(*) from account) + (select count(*) from assignment) from register');

describe.runIf(engine === 'sqlite' || campaign)('methods and foreign ids over HTTP', () => {
  let matrix: Matrix;
  const paths = new Map<string, { path: string; takes: string[] }>();
  beforeAll(async () => {
    matrix = await startMatrix();
    const { needs, reviews } = matrix.register;
    const put = (path: string) => path.replaceAll(/\{([ABCD])\}/g, (_, place: Place) => reviews[place].id);
    const take = (entry: string, path: string, ...named: string[]) => paths.set(entry, { path: put(path), takes: [...new Set([...paths.get(entry)?.takes ?? [], ...named])] });
    for (const { entry, path } of readTable) take(entry, path, 'GET', 'HEAD');
    for (const { entry, path } of sendTable) take(entry, path, 'POST');
    for (const page of needPages) take(`/[locale]/needs/[id]${page}/page`, `/en/needs/${needs.A.draft.id}${page}`, 'GET', 'HEAD');
    for (const verb of needVerbs) take(`/[locale]/needs/[id]/${verb}/route`, `/en/needs/${needs.A.submitted.id}/${verb}`, 'POST');
  }, 300_000);
  afterAll(async () => {
    await matrix?.stop();
    record('cells of methods', { counts: cells });
  });

  const heading = ({ status, text }: Answered) => status === 405 && /<h1>[^<]+<\/h1>/.test(text);

  it('a method that an address does not take is refused to everybody, and changes nothing', { timeout: 300_000 }, async () => {
    const before = await state();
    const wrong: string[] = [];
    const asked = builtEntries().flatMap((entry) => methods.filter((method) => !paths.get(entry)!.takes.includes(method)).map((method) => ({ method, entry })));
    await Promise.all(matrix.askers('front').flatMap(({ name, read, send }) => asked.map(async ({ method, entry }) => {
      const { path } = paths.get(entry)!;
      cells += 1;
      const answer = await (method === 'GET' || method === 'HEAD' ? read(path, {}, method) : send(path, { version: '1', reason: 'A reason.' }, method));
      // Where Next itself answers for a route, it does so without a page.
      const right = method === 'GET' || method === 'HEAD' || (method === 'POST' && path.startsWith('/api/')) ? answer.status === 405 : heading(answer);
      if (!right) wrong.push(`${name}: ${method} ${entry} ${answer.status}`);
    })));
    expect(wrong).toEqual([]);
    expect(await state()).toBe(before);
  });

  it('HEAD says what GET says, without the page', { timeout: 300_000 }, async () => {
    const wrong: string[] = [];
    const read = [...paths].filter(([entry, { takes }]) => takes.includes('HEAD') && !entry.startsWith('/api/auth/'));
    await Promise.all(matrix.askers('front').flatMap((asker) => read.map(async ([, { path }]) => {
      cells += 1;
      const [head, get] = [await asker.read(path, {}, 'HEAD'), await asker.read(path)];
      if (head.status !== get.status || head.headers.location !== get.headers.location || head.text !== '') wrong.push(`${asker.name}: ${path} ${head.status} ${get.status}`);
    })));
    expect(wrong).toEqual([]);
  });

  it('without bin/server.ts, routes take the methods of the table and pages change nothing by any', { timeout: 300_000 }, async () => {
    const before = await state();
    const askers = matrix.askers('bare');
    const allowed = await Promise.all(builtEntries().filter((entry) => entry.endsWith('/route')).map(async (entry) => [entry, (await askers[0]!.read(paths.get(entry)!.path, {}, 'OPTIONS')).headers.allow?.split(', ').filter((method) => method !== 'OPTIONS').sort()]));
    expect(allowed).toEqual(builtEntries().filter((entry) => entry.endsWith('/route')).map((entry) => [entry, paths.get(entry)!.takes.toSorted()]));
    const wrong: string[] = [];
    await Promise.all((campaign ? askers : askers.filter(({ name }) => name === 'administrator')).flatMap(({ name, send }) => builtEntries().flatMap((entry) => methods.slice(2, 6).filter((method) => !paths.get(entry)!.takes.includes(method)).map(async (method) => {
      cells += 1;
      const { status } = await send(paths.get(entry)!.path, { version: '1', reason: 'A reason.' }, method);
      if (status >= 500 && entry !== '/_global-error/page') wrong.push(`${name}: ${method} ${entry} ${status}`);
    }))));
    expect(wrong).toEqual([]);
    expect(await state()).toBe(before);
  });

  it('a foreign need takes as long as one that does not exist', { timeout: 300_000 }, async () => {
    const pairs = counts(50, 500);
    const bound = campaign ? 3 : 10;
    const foreign = matrix.register.needs.B.submitted.id;
    const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
    const tried: ActorName[] = ['anonymous', 'focal point of A', 'reviewer of A'];
    for (const { read, send, name } of matrix.askers('front').filter((asker) => tried.includes(asker.name))) {
      for (const ask of [(id: string) => read(`/en/needs/${id}`), ...(name === 'anonymous' ? [] : [(id: string) => send(`/en/needs/${id}/withdraw`, { version: '2', reason: 'A reason.' })])]) {
        const times: { foreign: number[]; unknown: number[] } = { foreign: [], unknown: [] };
        for (let i = 0; i < pairs; i += 1) {
          const unknown = randomUUID();
          const answers = { foreign: () => ask(foreign), unknown: () => ask(unknown) };
          const found = {} as Record<'foreign' | 'unknown', Answered>;
          for (const which of i % 2 ? (['foreign', 'unknown'] as const) : (['unknown', 'foreign'] as const)) {
            found[which] = await answers[which]();
            times[which].push(found[which].milliseconds);
          }
          expect([found.foreign.status, masked(found.foreign, foreign)]).toEqual([404, masked(found.unknown, unknown)]);
        }
        const apart = Math.abs(middle(times.foreign) - middle(times.unknown));
        record('foreign and unknown ids, milliseconds apart', { by: name, pairs, foreign: middle(times.foreign).toFixed(2), unknown: middle(times.unknown).toFixed(2), apart: apart.toFixed(2) });
        expect(apart, `milliseconds apart, by the ${name}`).toBeLessThan(bound);
      }
    }
  });
});
