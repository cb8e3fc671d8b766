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
  figure: ['figure-1', 'figure-2', 'figure-4', 'tags', 'by-year', 'matrix-AFR'],
  format: ['csv', 'svg', 'png', 'docx', 'txt'],
  language: ['en'],
  key: ['1'],
  token: ['none'],
  file: ['none'],
  preview: ['none'],
};

/** The parameters of a file's address, in each combination. */
function parametersOf(file: string, { ids, locales = ['en'] }: Asked): Record<string, string>[] {
  const names = [...file.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name);
  return names.reduce<Record<string, string>[]>(
    (all, name) => {
      const known: Readonly<Record<string, readonly string[]>> = {
        ...segments,
        locale: locales,
        id: ids,
      };
      const values = known[name] ?? ['x'];
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

/** What is asked of every page and route: which ids, past revisions, languages and filters. */
export type Asked = Readonly<{
  ids: KnownIds;
  revisions: readonly number[];
  locales?: readonly string[];
  /** Queries of the summaries, beside the revisions: cut-offs, vocabularies, statuses and others. */
  filters?: readonly string[];
}>;

/** An address, and how it is answered to a reader. */
export type Question = Readonly<{ address: string; answer: (actor: Actor) => Promise<string> }>;

const usual = 'cycle=2&chapter=II';

/** What follows the address of a page or route, by the name of its file. */
function queriesOf(file: string, { revisions, filters = [] }: Asked): readonly string[] {
  if (file.startsWith('api/v1/assistance')) return ['', 'status=planned'];
  const pinned = revisions.map((revision) => `revision=${revision}`);
  if (file.startsWith('api')) {
    const narrowed = filters.map((filter) =>
      filter.includes('chapter=') ? filter : `${usual}&${filter}`,
    );
    return [usual, `${usual}&region=AFR`, ...pinned.map((each) => `${usual}&${each}`), ...narrowed];
  }
  if (file.includes('summaries/compare'))
    return ['', ...revisions.map((revision) => `sinceRevision=${revision}`), ...filters];
  return /summaries|unmet/.test(file) ? ['', ...pinned, ...filters] : [''];
}

async function questionsOfPage(file: string, asked: Asked): Promise<Question[]> {
  const { default: page } = (await import(resolve(folder, file))) as { default: Page };
  return parametersOf(file, asked).flatMap((params) =>
    queriesOf(file, asked).map((query) => ({
      address: `${file} ${JSON.stringify(params)} ${query}`,
      answer: (actor) =>
        pageAnswer(actor, page, params, Object.fromEntries(new URLSearchParams(query))),
    })),
  );
}

async function questionsOfRoute(file: string, asked: Asked): Promise<Question[]> {
  const { GET: get } = (await import(resolve(folder, file))) as { GET?: Get };
  if (!get) return [];
  return parametersOf(file, asked).flatMap((params) =>
    queriesOf(file, asked).map((query) => {
      const path = file.replaceAll(/\[(\w+)\]/g, (_, name: string) => params[name]!);
      const url = `${path.replace(/\/route\.ts$/, '')}?${query}`;
      return { address: url, answer: (actor) => routeAnswer(actor, get, params, url) };
    }),
  );
}

/** Everything that can be asked: each page and route there is, with each of these ids and queries. */
export async function everyQuestion(asked: Asked): Promise<Question[]> {
  const questions: Question[] = [];
  for (const file of filesNamed('page.tsx'))
    questions.push(...(await questionsOfPage(file, asked)));
  for (const file of filesNamed('route.ts')) {
    if (!file.includes('auth')) questions.push(...(await questionsOfRoute(file, asked)));
  }
  return questions;
}

/** What a reader is answered to these questions, by address. */
export async function answersTo(
  actor: Actor,
  questions: readonly Question[],
): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const { address, answer } of questions) answers.set(address, await answer(actor));
  return answers;
}

/**
 * Everything that a reader gets from the pages and downloads of the register, by address: each page
 * and route there is, with each of these ids, at the present and at these revisions.
 */
export const answersFor = async (actor: Actor, ids: KnownIds, revisions: readonly number[]) =>
  answersTo(actor, await everyQuestion({ ids, revisions }));

/** The addresses whose answers differ. */
export const differing = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (address) => before.get(address) !== after.get(address),
  );
