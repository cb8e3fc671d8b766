import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { createElement, type ReactNode } from 'react';
import { prerender } from 'react-dom/static';
import { NextRequest } from 'next/server';
import type { Actor } from '#lib/base/actor';
import { withPageStatus, type PageStatus } from '#lib/http/page-status';
import { withPresetActor } from '#lib/sessions/preset-actor';

type Page = (props: {
  params: Promise<Record<string, string>>;
  searchParams: Promise<Record<string, string>>;
}) => Promise<ReactNode>;
type Get = (
  request: NextRequest,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** Ids for the segments of addresses: each is tried wherever an id belongs. */
type KnownIds = readonly string[];

const folder = resolve('app');
const segments: Readonly<Record<string, readonly string[]>> = {
  article: ['5'],
  category: ['capacity-building'],
  region: ['AFR'],
  figure: ['figure-1', 'by-year'],
  format: ['csv', 'svg', 'docx'],
  language: ['en'],
  key: ['1'],
  token: ['none'],
  file: ['none'],
  preview: ['none'],
};

/** The parameters of a file's address, in each combination. */
function parametersOf(file: string, ids: KnownIds): Record<string, string>[] {
  const names = [...file.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name);
  return names.reduce<Record<string, string>[]>(
    (all, name) => {
      const values = name === 'locale' ? ['en'] : name === 'id' ? ids : (segments[name] ?? ['x']);
      return all.flatMap((each) => values.map((value) => ({ ...each, [name]: value })));
    },
    [{}],
  );
}

/** Folders of which the public gets nothing but the way to sign in. */
const forSignedIn =
  /(accounts|admin|coding|decisions|reviewers|reviews|progress|write|translate)\//;

const filesNamed = (name: string) =>
  globSync(`**/${name}`, { cwd: folder })
    .filter((file) => !file.includes('[...') && !forSignedIn.test(file))
    .sort();

/** What a page, as Next calls it, says to this reader: status and markup, or how it refused. */
async function pageAnswer(actor: Actor, page: Page, params: object, query: object) {
  const said: PageStatus = { status: undefined };
  try {
    const html = await withPresetActor(actor, () =>
      withPageStatus(said, async () => {
        const props = { params: Promise.resolve(params), searchParams: Promise.resolve(query) };
        const { prelude } = await prerender(createElement(page as never, props as never), {
          onError: () => undefined,
        });
        return new Response(prelude).text();
      }),
    );
    return `${said.status ?? 200} ${html}`;
  } catch (error) {
    return `refused: ${(error as { digest?: string }).digest ?? (error as Error).message}`;
  }
}

async function routeAnswer(actor: Actor, get: Get, params: Record<string, string>, url: string) {
  try {
    const response = await withPresetActor(actor, () =>
      get(new NextRequest(`http://localhost/${url}`), { params: Promise.resolve(params) }),
    );
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    return `${response.status}\n${headers}\n${await response.text()}`;
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

const question = 'cycle=2&chapter=II';
/** Addresses of the API with their parameters, and what follows the name of a page. */
const apiQueries = (revisions: readonly number[]) => [
  question,
  `${question}&region=AFR`,
  ...revisions.map((revision) => `${question}&revision=${revision}`),
];

/**
 * Everything that a reader gets from the pages and downloads of the register, by address: each page
 * and route there is, with each of these ids, at the present and at these revisions.
 */
export async function answersFor(
  actor: Actor,
  ids: KnownIds,
  revisions: readonly number[],
): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const file of filesNamed('page.tsx')) {
    const { default: page } = (await import(resolve(folder, file))) as { default: Page };
    const queries = /summaries|unmet/.test(file)
      ? [{}, ...revisions.map((revision) => ({ revision: String(revision) }))]
      : [{}];
    for (const params of parametersOf(file, ids))
      for (const query of queries)
        answers.set(
          `${file} ${JSON.stringify({ ...params, ...query })}`,
          await pageAnswer(actor, page, params, query),
        );
  }
  for (const file of filesNamed('route.ts')) {
    if (file.includes('auth')) continue;
    const { GET: get } = (await import(resolve(folder, file))) as { GET?: Get };
    if (!get) continue;
    const queries = file.startsWith('api') ? apiQueries(revisions) : [''];
    for (const params of parametersOf(file, ids))
      for (const query of file.startsWith('api/v1/assistance') ? [''] : queries) {
        const path = file.replaceAll(/\[(\w+)\]/g, (_, name: string) => params[name]!);
        const url = `${path.replace(/\/route\.ts$/, '')}?${query}`;
        answers.set(`${url}`, await routeAnswer(actor, get, params, url));
      }
  }
  return answers;
}

/** The addresses whose answers differ. */
export const differing = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (address) => before.get(address) !== after.get(address),
  );
