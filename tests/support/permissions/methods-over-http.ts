import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { HttpResponse } from '#tests/support/servers/http-client';
import { builtEntries } from '#tests/support/run/built-pages';
import { campaign, counts, record } from '#tests/support/run/campaign';
import { masked, type Client } from '#tests/support/permissions/outcomes-of-answers';
import { addressIn } from '#tests/support/permissions/row-requests';
import { sendTable } from '#tests/support/permissions/forms-table';
import { needPages, needVerbs } from '#tests/support/permissions/needs-table';
import { readTable } from '#tests/support/permissions/pages-table';
import type { ActorName } from '#tests/support/permissions/register';
import type { Matrix } from '#tests/support/permissions/servers';
import { number } from '#tests/support/databases/sql';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Method = (typeof methods)[number];
const reading = (method: Method) => method === 'GET' || method === 'HEAD';

/** Whatever changes when something is done: the revision, and how many things there are. */
const state = () =>
  number(`select revision + (select count(*) from need)
  + (select count(*) from account) + (select count(*) from assignment) from register`);

/** All of them in a campaign; every day one, the next of them from one thing to the next. */
const byTurns = <T>(all: readonly T[], turn: number): readonly T[] =>
  campaign ? all : [all[turn % all.length]!];

const lowerQuarter = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 4)]!;

export function permissionMethods(there: () => Matrix): void {
  let cells = 0;
  const paths = new Map<string, { path: string; takes: ReadonlySet<Method> }>();
  const routes = () => builtEntries().filter((entry) => entry.endsWith('/route'));
  const notTaken = (of: readonly Method[]) =>
    builtEntries().flatMap((entry) => {
      const others = of.filter((method) => !paths.get(entry)!.takes.has(method));
      return others.map((method) => ({ entry, method }));
    });

  beforeAll(() => {
    const { register } = there();
    const take = (entry: string, path: string, ...named: readonly Method[]) =>
      paths.set(entry, {
        path: addressIn(register, path),
        takes: new Set([...(paths.get(entry)?.takes ?? []), ...named]),
      });
    for (const { entry, path } of readTable) take(entry, path, 'GET', 'HEAD');
    for (const { entry, path } of sendTable) take(entry, path, 'POST');
    // It takes what any operation takes; each operation names its own method.
    take('/api/v1/[...path]/route', '/api/v1/needs/{none}', 'POST', 'PATCH');
    const { draft, submitted } = register.needs.A;
    for (const page of Object.values(needPages)) {
      take(`/[locale]/needs/[id]${page}/page`, `/en/needs/${draft.id}${page}`, 'GET', 'HEAD');
    }
    for (const verb of needVerbs) {
      take(`/[locale]/needs/[id]/${verb}/route`, `/en/needs/${submitted.id}/${verb}`, 'POST');
    }
  });

  const sent = { version: '1', reason: 'A reason.' };
  const ask = ({ read, send }: Client, path: string, method: Method) =>
    reading(method) ? read(path, {}, method) : send(path, sent, method);
  const isRefusal = ({ status, text }: HttpResponse, path: string, method: Method) => {
    if (status !== 405) return false;
    // Below /api no refusal is a page.
    const isApi = path.startsWith('/api/');
    const hasPage = !reading(method) && !isApi;
    return !hasPage || /<h1>[^<]+<\/h1>/.test(text);
  };

  it(
    'a method that an address does not take is refused to everybody, and changes nothing',
    {
      timeout: 3_600_000,
    },
    async () => {
      const before = await state();
      const wrong: string[] = [];
      // In the gate every eighth of them, so that each method has its turn.
      const tried = notTaken(methods).filter((_, i) => campaign || i % 8 === 0);
      await Promise.all(
        tried.flatMap(({ entry, method }, i) =>
          byTurns(there().askers('front'), i).map(async (asker) => {
            const { path } = paths.get(entry)!;
            const answer = await ask(asker, path, method);
            cells += 1;
            if (isRefusal(answer, path, method)) return;
            wrong.push(`${asker.name}: ${method} ${entry} ${answer.status}`);
          }),
        ),
      );
      expect(wrong).toEqual([]);
      expect(await state()).toBe(before);
    },
  );

  it('HEAD says what GET says, without the page', { timeout: 3_600_000 }, async () => {
    const wrong: string[] = [];
    const read = [...paths].filter(
      ([entry, { takes }]) => takes.has('HEAD') && !entry.startsWith('/api/auth/'),
    );
    const told = ({ status, headers }: HttpResponse) => `${status} ${headers.location ?? ''}`;
    const named: readonly ActorName[] = ['administrator', 'anonymous'];
    const some = there()
      .askers('front')
      .filter(({ name }) => named.includes(name));
    const tried = read.filter((_, i) => campaign || i % 5 === 0);
    await Promise.all(
      tried.flatMap(([, { path }], i) =>
        (campaign ? there().askers('front') : byTurns(some, i)).map(async (asker) => {
          const [head, get] = [await asker.read(path, {}, 'HEAD'), await asker.read(path)];
          cells += 1;
          if (told(head) === told(get) && head.text === '') return;
          wrong.push(`${asker.name}: ${path} ${told(head)} ${told(get)}`);
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it(
    'without lib/server/server.ts, routes take their own methods and pages change nothing by any',
    {
      timeout: 3_600_000,
    },
    async () => {
      const before = await state();
      const askers = there().askers('bare');
      const allowed = await Promise.all(
        routes().map(async (entry) => {
          const { headers } = await askers[0]!.read(paths.get(entry)!.path, {}, 'OPTIONS');
          const named = headers.allow
            ?.split(', ')
            .filter((method) => method !== 'OPTIONS')
            .sort();
          return [entry, named];
        }),
      );
      const takenBy = (entry: string) => [...paths.get(entry)!.takes].sort();
      expect(allowed).toEqual(routes().map((entry) => [entry, takenBy(entry)]));

      const writing = notTaken(['POST', 'PUT', 'PATCH', 'DELETE']);
      const asking = askers.filter(({ name }) => campaign || name === 'administrator');
      const tried = campaign ? writing : writing.filter((_, i) => i % 32 === 0);
      const wrong: string[] = [];
      await Promise.all(
        tried.flatMap(({ entry, method }) =>
          asking.map(async (asker) => {
            const { status } = await ask(asker, paths.get(entry)!.path, method);
            cells += 1;
            const mayFail = entry === '/_global-error/page';
            if (status >= 500 && !mayFail)
              wrong.push(`${asker.name}: ${method} ${entry} ${status}`);
          }),
        ),
      );
      expect(wrong).toEqual([]);
      expect(await state()).toBe(before);
    },
  );

  /** Asks about both in turn, each first every other time, so that both meet the same machine. */
  async function timesOf(about: (id: string) => Promise<HttpResponse>, pairs: number) {
    const foreign = there().register.needs.B.submitted.id;
    const times: Readonly<Record<'foreign' | 'unknown', number[]>> = { foreign: [], unknown: [] };
    for (let i = 0; i < pairs; i += 1) {
      const none = randomUUID();
      const found = {} as Record<'foreign' | 'unknown', HttpResponse>;
      const both = ['unknown', 'foreign'] as const;
      for (const which of i % 2 === 0 ? both : both.toReversed()) {
        found[which] = await about(which === 'foreign' ? foreign : none);
        times[which].push(found[which].milliseconds);
      }
      expect(found.foreign.status).toBe(404);
      expect(masked(found.foreign, foreign)).toEqual(masked(found.unknown, none));
    }
    return { foreign: lowerQuarter(times.foreign), unknown: lowerQuarter(times.unknown) };
  }

  it(
    'a foreign need takes as long as one that does not exist',
    {
      timeout: 3_600_000,
    },
    async () => {
      const pairs = counts(8, 500);
      // Both are the same work. A few tries on a busy machine are compared by a wide bound.
      const mostTimes = counts(5, 1.5);
      const tried: readonly ActorName[] = ['anonymous', 'focal point of A', 'reviewer of A'];
      const asking = there()
        .askers('front')
        .filter(({ name }) => tried.includes(name));
      for (const { read, send, name } of asking) {
        const asks = [(id: string) => read(`/en/needs/${id}`)];
        const seen = { version: '2', reason: 'A reason.' };
        if (name !== 'anonymous') asks.push((id) => send(`/en/needs/${id}/withdraw`, seen));
        for (const about of asks) {
          const { foreign, unknown } = await timesOf(about, pairs);
          const apart = Math.max(foreign, unknown) / Math.min(foreign, unknown);
          record('foreign and unknown ids, milliseconds and times apart', {
            by: name,
            pairs,
            foreign: foreign.toFixed(2),
            unknown: unknown.toFixed(2),
            apart: apart.toFixed(2),
          });
          expect(apart, `times apart, by the ${name}`).toBeLessThan(mostTimes);
        }
      }
    },
  );

  it('counts what was tried', () => record('cells of methods', { counts: cells }));
}
