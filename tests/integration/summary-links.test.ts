import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { activityPage } from '#lib/assistance/activities/queries';
import { parseActivityListParameters } from '#lib/assistance/activities/list-parameters';
import { demonstrationManager } from '#tests/support/factories/editions';
import {
  lengthOfList,
  linesAt,
  workbookRowsAt,
  linksOf,
  openedNumbers,
  summaryPage,
} from '../support/counting/summary-pages';
import { onOneEngine } from '#tests/support/run/engines';

let manager: Actor;
beforeAll(async () => {
  manager = await demonstrationManager();
}, 120_000);

/** The number that a link shows: `12`, the first of `3 of 20`. */
const numberOf = (shown: string) => Number(/[\d,]+/.exec(shown)![0].replaceAll(',', ''));
const isShare = (shown: string) => shown.includes('%');

/** The numbers of a page that do not open onto a list of their length, and how many do open. */
async function wrongNumbers(reader: Actor, address: string) {
  const { html, status } = await summaryPage(reader, address);
  expect(status, address).toBe(200);
  const opened = openedNumbers(html).filter(({ shown }) => !isShare(shown));
  const wrong: string[] = [];
  for (const { href, shown } of opened) {
    if (href.includes('/assistance?')) continue;
    const found = await lengthOfList(reader, href);
    if (found !== numberOf(shown)) wrong.push(`${shown} opens onto ${found}: ${href}`);
  }
  return { opened: opened.length, wrong };
}

describe.runIf(onOneEngine)('numbers that lead to what they count', () => {
  it.each([
    ['compare', 'compare?chapter=II&since=2021-10-31&cutoff=2023-02-28', 80],
    ['compare regions', 'compare?chapter=II&region=AFR&against=APG', 30],
    ['completeness', 'completeness?chapter=II', 40],
    ['completeness, narrowed', 'completeness?chapter=II&region=AFR,APG&article=5', 10],
    ['against the note', 'against-the-note', 100],
    ['unmet needs', 'unmet?chapter=II', 60],
    ['unmet needs of two groups', 'unmet?chapter=II&region=AFR,APG&cutoff=2023-02-28', 30],
    ['trends', 'trends?chapter=II', 60],
  ])('each number of the page “%s” opens onto a list of its length', async (_, path, least) => {
    const { opened, wrong } = await wrongNumbers(manager, `/en/summaries/${path}`);
    expect(wrong).toEqual([]);
    expect(opened).toBeGreaterThan(least);
  });

  it('each side of a comparison leads to its own date and revision', async () => {
    const address = '/en/summaries/compare?chapter=II&since=2021-10-31&cutoff=2023-02-28';
    const { html } = await summaryPage(publicActor, address);
    const cutoffs = openedNumbers(html).map(({ href }) => /cutoff=([\d-]+)/.exec(href)?.[1]);
    expect([...new Set(cutoffs)].sort()).toEqual(['2021-10-31', '2023-02-28']);
  });

  it('the activities of an unmet place are those that could answer it', async () => {
    const { html } = await summaryPage(manager, '/en/summaries/unmet?chapter=II');
    const links = openedNumbers(html).filter(({ href }) => href.includes('/assistance?'));
    expect(links.length).toBeGreaterThan(0);
    for (const { href, shown } of links) {
      const query = Object.fromEntries(new URL(href, 'http://register.test').searchParams);
      const { parameters, faults } = parseActivityListParameters(query, {
        placeholders: [],
        providers: [],
      });
      expect(faults).toEqual([]);
      expect((await activityPage(manager, parameters)).total, href).toBe(numberOf(shown));
    }
  });
});

it.runIf(onOneEngine)(
  'no link between the summary pages leads to a page that does not exist',
  async () => {
    const seen = new Set<string>();
    const missing: string[] = [];
    const pages = ['?chapter=II', '?chapter=II,V', '/trends?chapter=II', '/regions/AFR?chapter=II'];
    const others = ['/articles/5?chapter=II', '/compare?chapter=II', '/types?chapter=II'];
    for (const page of [...pages, ...others, '/completeness?chapter=III,IV'])
      for (const href of linksOf((await summaryPage(manager, `/en/summaries${page}`)).html)) {
        // Lists are followed above, and files have the address of their figure.
        const isPage = /^\/en\/summaries(?!\/(?:needs|states|completed|answered|export))/.test(
          href,
        );
        const address = href.replace(/(\/figures\/[^/?]+)\/\w+/, '$1');
        if (seen.has(address) || !isPage) continue;
        seen.add(address);
        const { status } = await summaryPage(manager, address);
        if (status !== 200) missing.push(`${page}: ${href} is answered ${status}`);
      }
    expect(missing).toEqual([]);
    expect(seen.size).toBeGreaterThan(80);
  },
  600_000,
);

it.runIf(onOneEngine)(
  'every list, the completeness and a comparison can be downloaded as they are shown',
  async () => {
    const download = async (path: string) => {
      const lines = await linesAt(publicActor, `/en/summaries/export/${path}`);
      return lines.map((line) => line.split(',')[0]!.replaceAll('"', ''));
    };
    const query = 'chapter=II&cutoff=2023-02-28';
    for (const [list, rows] of [
      ['needs', 315],
      ['states', 38],
      ['completed', 67],
    ] as const)
      expect(await download(`${list}?${query}`), list).toHaveLength(rows + 1);
    expect((await download(`completeness?${query}`)).slice(1)).toHaveLength(5);
    expect(await download(`compare?chapter=II&since=2021-10-31`)).toContain('Needs');
  },
);

it.runIf(onOneEngine)('a workbook has the rows of the file, with numbers as numbers', async () => {
  const query = 'chapter=II&cutoff=2023-02-28';
  for (const list of ['needs', 'states', 'completed', 'completeness', 'compare']) {
    const rows = await workbookRowsAt(publicActor, `/en/summaries/export/${list}.xlsx?${query}`);
    const lines = await linesAt(publicActor, `/en/summaries/export/${list}?${query}`);
    expect(rows.length, list).toBe(lines.length);
  }
  const [heads, africa] = await workbookRowsAt(
    publicActor,
    `/en/summaries/export/completeness.xlsx?${query}`,
  );
  expect(heads!.every((cell) => typeof cell === 'string')).toBe(true);
  expect(africa!.slice(1).every((cell) => typeof cell === 'number')).toBe(true);
});

it.runIf(onOneEngine)('the form narrows to several regional groups at once', async () => {
  const { html, status } = await summaryPage(
    publicActor,
    '/en/summaries?chapter=II&region=AFR&region=WEOG',
  );
  expect(status).toBe(200);
  const ticked = [...html.matchAll(/<input[^>]*name="region"[^>]*>/g)].filter(([input]) =>
    input.includes('checked'),
  );
  expect(ticked).toHaveLength(2);
  expect(html).toContain('region=AFR,WEOG');
});
