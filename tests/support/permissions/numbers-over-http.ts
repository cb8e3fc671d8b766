import { describe, expect, it } from 'vitest';
import { translator } from '#lib/text/i18n';
import type { HttpResponse } from '#tests/support/servers/http-client';
import { campaign, record } from '#tests/support/run/campaign';
import { addressIn } from '#tests/support/permissions/row-requests';
import { inOrder } from '#tests/support/permissions/outcomes';
import type { Client } from '#tests/support/permissions/outcomes-of-answers';
import {
  listTotals,
  reviewsListed,
  scopes,
  summaryNumbers,
  textsSeen,
} from '#tests/support/permissions/numbers-table';
import { readTable } from '#tests/support/permissions/pages-table';
import {
  actorNames,
  mark,
  places,
  situationsTried,
  type ActorName,
  type Place,
} from '#tests/support/permissions/register';
import { servings, type Matrix } from '#tests/support/permissions/servers';

const t = translator('en');

/** Everybody in a campaign; every day one for each of what they are to be shown. */
const askedOf = (same: readonly unknown[]): readonly number[] =>
  actorNames.flatMap((_, i) => (campaign || same.indexOf(same[i]) === i ? [i] : []));
const scopesInOrder = inOrder(scopes);
const everyScope = askedOf(scopesInOrder);
const pick = <T>(all: readonly T[], asked: readonly number[]): readonly T[] =>
  asked.map((i) => all[i]!);

/** Which texts may be read by whom, by place and situation: `A draft`. */
const mayRead = (name: ActorName): readonly string[] =>
  Object.entries(textsSeen[name]).flatMap(([place, situations]) =>
    situations.split(' ').map((situation) => `${place} ${situation}`),
  );

type Totals = Readonly<{ needs: number; summaries: number }>;
type Text = readonly [what: string, words: string];
const textsOf = (place: Place) =>
  situationsTried.flatMap((situation): Text[] => {
    const working: Text = [`${place} ${situation}`, mark(place, situation)];
    if (situation !== 'reopened') return [working];
    return [working, [`${place} reopened-counting`, mark(place, situation, false)]];
  });
const texts: readonly Text[] = places.flatMap(textsOf);

const seesState = (name: ActorName, place: 'A' | 'B') =>
  name.endsWith(`of ${place}`) || name === 'manager' || name === 'administrator';

/** What stands in an answer though this person may not see it. */
export function notTheirs(
  { register: { reviews } }: Matrix,
  name: ActorName,
  { text }: HttpResponse,
): readonly string[] {
  const may = new Set(mayRead(name));
  const read = texts.filter(([what, words]) => text.includes(words) && !may.has(what));
  const named = (['A', 'B'] as const).filter(
    (place) => text.includes(reviews[place].stateCode) && !seesState(name, place),
  );
  return [...read.map(([what]) => what), ...named];
}

/** The pages that show needs, or numbers of them. Every day these, in a campaign all. */
const showsNeeds = (path: string) =>
  [
    /^\/en$/,
    /^\/en\/(needs|decisions|likeness)/,
    /^\/en\/reviews(\/\{.\})?$/,
    /^\/en\/(assistance\/unmet|summaries\/(needs|states))/,
  ].some((address) => address.test(path));

export function permissionNumbers(there: () => Matrix): void {
  let cells = 0;
  const askersOf = (serving: (typeof servings)[number], asked: readonly number[]) =>
    pick(there().askers(serving), asked);
  const ofAll = async <T>(askers: readonly Client[], ask: (asker: Client) => Promise<T>) => {
    cells += askers.length;
    return Promise.all(askers.map(ask));
  };
  const inTotal = ({ text }: HttpResponse): number => {
    const [, total] = /<p class="note">(\d+) needs?<\/p>/.exec(text) ?? [];
    if (total !== undefined) return Number(total);
    return text.includes('<tbody>') ? Number.NaN : 0;
  };

  // How far one sees is decided below what a server puts before the pages.
  describe.each(campaign ? servings : (['front'] as const))('%s', (serving) => {
    it.each(Object.entries(listTotals))(
      'the list %s has as many needs as the table says',
      async (path, totals) => {
        const expected = inOrder(totals);
        const asked = askedOf(expected);
        const address = addressIn(there().register, path);
        const askers = askersOf(serving, asked);
        const found = await ofAll(askers, async ({ read }) => inTotal(await read(address)));
        expect(found).toEqual(pick(expected, asked));
      },
    );

    it('the list of reviews leads to those of the table', async () => {
      const review = /\/en\/reviews\/[0-9a-f-]{36}/g;
      const linked = ({ text }: HttpResponse) => new Set(text.match(review)).size;
      const expected = inOrder(reviewsListed);
      const asked = askedOf(expected);
      const askers = askersOf(serving, asked);
      const found = await ofAll(askers, async ({ read }) => linked(await read('/en/reviews')));
      expect(found).toEqual(pick(expected, asked));
    });

    it('the first page says how many needs wait for whom', async () => {
      const said: readonly (readonly [ActorName, string])[] = [
        ['focal point of A', t('home.returned', { count: 2 })],
        ['focal point of A', t('home.drafts', { count: 1 })],
        ['focal point of A', t('home.waiting', { count: 2 })],
        ['reviewer of A', t('home.toReview', { count: 2 })],
        // Their own recoding is another's to decide.
        ['recoder of A', t('home.toReview', { count: 1 })],
        ['reviewer of D', t('home.toReview', { count: 0 })],
        ['contributor of A', t('home.drafts', { count: 1 })],
        ['contributor of A', t('home.waiting', { count: 2 })],
      ];
      const isNamed = ({ name }: Client) => said.some(([who]) => who === name);
      const asked = there().askers(serving).filter(isNamed);
      const pages = await ofAll(
        asked,
        async ({ name, read }) => [name, (await read('/en')).text] as const,
      );
      const shown = Object.fromEntries(pages);
      for (const [who, words] of said) expect(shown[who]).toContain(words);
    });

    it.each(Object.entries(summaryNumbers))(
      'the summary of "%s" counts by the table',
      async (query, totals) => {
        const needs = inOrder(totals.needs);
        const summaries = inOrder(totals.summaries);
        const asked = askedOf(needs.map((each, i) => `${each} ${summaries[i]}`));
        const found = await ofAll(askersOf(serving, asked), async ({ read }) => {
          const { text } = await read(`/api/v1/summary?cycle=2&chapter=II${query}`);
          return (JSON.parse(text) as { totals: Totals }).totals;
        });
        expect(found.map((each) => each.needs)).toEqual(pick(needs, asked));
        expect(found.map((each) => each.summaries)).toEqual(pick(summaries, asked));
      },
    );

    it('the page of the summary says the same numbers', async () => {
      const large = (id: string, { text }: HttpResponse) =>
        Number(new RegExp(`id="${id}">(?:<a [^>]*>)?(\\d+)<`).exec(text)?.[1]);
      const totals = summaryNumbers['']!;
      const needs = inOrder(totals.needs);
      const summaries = inOrder(totals.summaries);
      const asked = askedOf(needs);
      const askers = askersOf(serving, asked);
      const pages = await ofAll(askers, ({ read }) => read('/en/summaries?chapter=II'));
      const shown = (id: string) => pages.map((page) => large(id, page));
      expect(shown('total-needs')).toEqual(pick(needs, asked));
      expect(shown('total-summaries')).toEqual(pick(summaries, asked));
    });

    it('an ETag is of one scope and question, and only its own readers get 304', async () => {
      const path = '/api/v1/summary?cycle=2&chapter=II';
      const askers = there().askers(serving);
      const tagOf = async ({ read }: Client, address: string) =>
        (await read(address)).headers.etag!;
      const tags = await ofAll(askers, (asker) => tagOf(asker, path));
      const others = await ofAll(askers, (asker) => tagOf(asker, `${path}&region=AFR`));
      expect(new Set([...tags, ...others]).size).toBe(2 * new Set(scopesInOrder).size);
      for (const i of everyScope) {
        const asked = { 'if-none-match': tags[i]! };
        const answers = await ofAll(askers, ({ read }) => read(path, asked));
        const found = answers.map(({ status, text }) => `${status} ${text === '' ? '' : 'body'}`);
        const isOwn = (scope: string) => scope === scopesInOrder[i];
        expect(found).toEqual(scopesInOrder.map((scope) => (isOwn(scope) ? '304 ' : '200 body')));
      }
    });

    it(
      'what each may see is in their list, and nothing else is in any page',
      {
        timeout: 3_600_000,
      },
      async () => {
        const { register } = there();
        const seen = actorNames.map((name) => JSON.stringify(textsSeen[name]));
        const askers = askersOf(serving, askedOf(seen));
        const needs = Object.values(register.needs).flatMap((each) => Object.values(each));
        const paths = [
          ...readTable.map(({ path }) => path).filter((path) => campaign || showsNeeds(path)),
          ...Object.keys(listTotals),
        ].map((path) => addressIn(register, path));
        const ofNeeds = needs.flatMap(({ id }) => [`/en/needs/${id}`, `/en/needs/${id}/change`]);
        // What they are answered is looked through as it comes: see permissions-http.test.ts.
        for (const path of [...new Set([...paths, ...(campaign ? ofNeeds : [])])]) {
          await ofAll(askers, ({ read }) => read(path));
        }
        // What one works on and what is approved are two lists.
        const lists = await ofAll(askers, async ({ read }) => {
          const pages = ['/en/needs?show=own', '/en/needs?show=all'].map((path) => read(path));
          return (await Promise.all(pages)).map(({ text }) => text).join('');
        });
        const found = lists.map((list) => texts.filter(([, words]) => list.includes(words)));
        expect(found.map((each) => each.map(([what]) => what).toSorted())).toEqual(
          askers.map(({ name }) => mayRead(name).toSorted()),
        );
      },
    );
  });

  it('counts what was tried', () => record('cells of numbers and texts', { counts: cells }));
}
