import type { ReactNode } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import type { Actor } from '#lib/base/actor';
import { withPageStatus, type PageStatus } from '#lib/http/page-status';
import { withPresetActor } from '#lib/sessions/preset-actor';
import AgainstTheNote from '../../../app/[locale]/summaries/against-the-note/page';
import Answered from '../../../app/[locale]/summaries/answered/page';
import Compare from '../../../app/[locale]/summaries/compare/page';
import Completeness from '../../../app/[locale]/summaries/completeness/page';
import { comparisonRows } from '../../../app/[locale]/summaries/export/comparison-lines';
import { listRows } from '../../../app/[locale]/summaries/export/list-lines';
import {
  allRows,
  csvLines,
  type TableRows,
} from '../../../app/[locale]/summaries/export/table-rows';
import Figure from '../../../app/[locale]/summaries/figures/[figure]/page';
import Unmet from '../../../app/[locale]/assistance/unmet/page';
import Article from '../../../app/[locale]/summaries/articles/[article]/page';
import Articles from '../../../app/[locale]/summaries/articles/page';
import Categories from '../../../app/[locale]/summaries/categories/page';
import Category from '../../../app/[locale]/summaries/categories/[category]/page';
import Chapters from '../../../app/[locale]/summaries/chapters/page';
import Completed from '../../../app/[locale]/summaries/completed/page';
import CrossCutting from '../../../app/[locale]/summaries/cross-cutting/page';
import Matrices from '../../../app/[locale]/summaries/matrices/page';
import Needs from '../../../app/[locale]/summaries/needs/page';
import Need from '../../../app/[locale]/needs/[id]/page';
import Overview from '../../../app/[locale]/summaries/page';
import Regions from '../../../app/[locale]/summaries/regions/page';
import Region from '../../../app/[locale]/summaries/regions/[region]/page';
import States from '../../../app/[locale]/summaries/states/page';
import Trends from '../../../app/[locale]/summaries/trends/page';
import Types from '../../../app/[locale]/summaries/types/page';

type Query = Promise<Record<string, string | string[] | undefined>>;

/** The pages as Next calls them. */
function pageAt(locale: 'en', path: readonly string[], searchParams: Query) {
  const [kind = '', one = ''] = path;
  const given = <P extends object>(more: P) => ({
    params: Promise.resolve({ locale, ...more }),
    searchParams,
  });
  switch (kind) {
    case '':
      return Overview(given({}));
    case 'answered':
      return Answered(given({}));
    case 'compare':
      return Compare(given({}));
    case 'completeness':
      return Completeness(given({}));
    case 'against-the-note':
      return AgainstTheNote(given({}));
    case 'figures':
      return Figure(given({ figure: one }));
    case 'unmet':
      return Unmet(given({}));
    case 'needs':
      return Needs(given({}));
    case 'states':
      return States(given({}));
    case 'completed':
      return Completed(given({}));
    case 'types':
      return Types(given({}));
    case 'cross-cutting':
      return CrossCutting(given({}));
    case 'matrices':
      return Matrices(given({}));
    case 'chapters':
      return Chapters(given({}));
    case 'trends':
      return Trends(given({}));
    case 'regions':
      return one ? Region(given({ region: one })) : Regions(given({}));
    case 'articles':
      return one ? Article(given({ article: one })) : Articles(given({}));
    case 'categories':
      return one ? Category(given({ category: one })) : Categories(given({}));
    default:
      throw new Error(`there is no page ${path.join('/')}`);
  }
}

/** Renders a page, as this reader gets it. */
async function rendered(
  actor: Actor,
  page: () => Promise<ReactNode>,
): Promise<{ html: string; status: number }> {
  const said: PageStatus = { status: undefined };
  const html = await withPresetActor(actor, () =>
    withPageStatus(said, async () => {
      const stream = await renderToReadableStream(await page());
      await stream.allReady;
      return (await new Response(stream).text()).replaceAll('<!-- -->', '');
    }),
  );
  return { html, status: said.status ?? 200 };
}

/** The page of a need, as this reader gets it. */
export const needPage = (actor: Actor, id: string, query: Readonly<{ revision?: string }>) =>
  rendered(actor, () =>
    Need({ params: Promise.resolve({ locale: 'en', id }), searchParams: Promise.resolve(query) }),
  );

/** A summary page at an address (`/en/summaries/needs?…`), as this reader gets it. */
export async function summaryPage(
  actor: Actor,
  address: string,
): Promise<{ html: string; status: number }> {
  const url = new URL(address, 'http://register.test');
  const names = [...new Set(url.searchParams.keys())];
  const query = Object.fromEntries(
    names
      .map((name) => [name, url.searchParams.getAll(name)])
      .map(([name, values]) => [name, values!.length > 1 ? values : values![0]]),
  );
  const [, , , ...path] = url.pathname.split('/');
  return rendered(actor, () => pageAt('en', path, Promise.resolve(query)));
}

const text = (html: string) =>
  html.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'");

/** Does `work` with the rows of a list that is downloaded at an address. */
async function withRowsAt<T>(actor: Actor, address: string, work: (rows: TableRows) => Promise<T>) {
  const url = new URL(address, 'http://register.test');
  const list = url.pathname
    .split('/')
    .at(-1)!
    .replace(/\.xlsx$/, '');
  const query = Object.fromEntries(url.searchParams);
  return withPresetActor(actor, async () => {
    const found =
      list === 'compare'
        ? await comparisonRows(actor, 'en', query)
        : await listRows('en', list, query);
    if (typeof found === 'string') throw new Error(`${address}: ${found}`);
    return work(found);
  });
}

/** The lines of a list that is downloaded at an address. */
export const linesAt = (actor: Actor, address: string): Promise<string[]> =>
  withRowsAt(actor, address, async (rows) => {
    const lines: string[] = [];
    for await (const some of csvLines(rows)) lines.push(...some.split('\r\n').filter(Boolean));
    return lines;
  });

/** The rows of the workbook that is downloaded at an address. */
export const workbookRowsAt = (actor: Actor, address: string) =>
  withRowsAt(actor, address, async (rows) => (await allRows(rows)) ?? []);

/** The addresses of a page's links within the register. */
export const linksOf = (html: string): string[] => [
  ...new Set([...html.matchAll(/href="(\/en[^"#]*)/g)].map(([, href = '']) => text(href))),
];

/** Every number of a page that is a link, with where it leads. */
export const openedNumbers = (html: string) =>
  [...html.matchAll(/<a class="opens" href="([^"]*)">([^<]*)<\/a>/g)].map(
    ([, href = '', shown = '']) => ({ href: text(href), shown }),
  );

const rowsOf = (html: string) =>
  [...(/<tbody>(.*?)<\/tbody>/s.exec(html)?.[1]?.matchAll(/<tr/g) ?? [])].length;

/** How many needs, States or summaries the list at an address holds, all its pages together. */
export async function lengthOfList(actor: Actor, address: string): Promise<number> {
  const { html, status } = await summaryPage(actor, address);
  if (status !== 200) throw new Error(`${address} is answered ${status}`);
  if (address.includes('/states?'))
    return [.../<ul class="states"[^>]*>(.*?)<\/ul>/s.exec(html)![1]!.matchAll(/<li/g)].length;
  const [, next] = /<a href="([^"]*)" rel="next"/.exec(html) ?? [];
  return rowsOf(html) + (next ? await lengthOfList(actor, text(next)) : 0);
}

/** The ids of the needs in the list at an address, all its pages together. */
export async function needsOfList(actor: Actor, address: string): Promise<string[]> {
  const { html } = await summaryPage(actor, address);
  const ids = [...html.matchAll(/href="\/en\/needs\/([\w-]+)/g)].map(([, id = '']) => id);
  const [, next] = /<a href="([^"]*)" rel="next"/.exec(html) ?? [];
  return [...ids, ...(next ? await needsOfList(actor, text(next)) : [])];
}
