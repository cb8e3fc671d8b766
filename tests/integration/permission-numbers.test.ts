import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { translator } from '#lib/i18n';
import type { Answered } from '#tests/support/asking';
import { campaign, record } from '#tests/support/campaign';
import type { Asker } from '#tests/support/matrix-asking';
import { listTotals, reviewsListed, scopes, summaryNumbers, textsSeen } from '#tests/support/matrix-numbers-table';
import { mark, places, situationsTried, type ActorName, type Place } from '#tests/support/matrix-register';
import { servings, startMatrix, type Matrix } from '#tests/support/matrix-servers';
import { readTable } from '#tests/support/matrix-pages-table';

const t = translator('en');
let cells = 0;

describe.runIf(engine === 'sqlite' || campaign)('over HTTP, as far as each may see', () => {
  let matrix: Matrix;
  beforeAll(async () => { matrix = await startMatrix(); }, 300_000);
  afterAll(async () => {
    await matrix?.stop();
    record('cells of numbers, texts and methods', { counts: cells });
  });

  const put = (path: string) => path.replaceAll(/\{([ABCD])\}/g, (_, place: Place) => matrix.register.reviews[place].id);
  const ofAll = async <T>(askers: readonly Asker[], ask: (asker: Asker) => Promise<T>): Promise<T[]> => {
    cells += askers.length;
    return Promise.all(askers.map(ask));
  };
  const inTotal = ({ text }: Answered) => Number(/<p class="note">(\d+) needs?<\/p>/.exec(text)?.[1] ?? (text.includes('<tbody>') ? Number.NaN : 0));

  describe.each(servings)('%s', (serving) => {
    it.each(Object.entries(listTotals))('the list %s has as many needs as the table says', async (path, totals) => {
      expect(await ofAll(matrix.askers(serving), async ({ read }) => inTotal(await read(put(path))))).toEqual(totals);
    });

    it('the list of reviews leads to those of the table', async () => {
      const linked = ({ text }: Answered) => new Set(text.match(/\/en\/reviews\/[0-9a-f-]{36}/g)).size;
      expect(await ofAll(matrix.askers(serving), async ({ read }) => linked(await read('/en/reviews')))).toEqual(reviewsListed);
    });

    it('the first page says how many needs wait for whom', async () => {
      const said = [[2, t('home.returned', { count: 2 })], [2, t('home.drafts', { count: 1 })], [2, t('home.waiting', { count: 2 })], [4, t('home.toReview', { count: 2 })], [5, t('home.toReview', { count: 2 })], [6, t('home.toReview', { count: 0 })], [9, t('home.drafts', { count: 1 })], [9, t('home.waiting', { count: 2 })]] as const;
      const pages = await ofAll(matrix.askers(serving), async ({ read }) => (await read('/en')).text);
      for (const [who, words] of said) expect(pages[who]).toContain(words);
    });

    it.each(Object.entries(summaryNumbers))('the summary of "%s" counts what the table says', async (query, { needs, summaries }) => {
      const found = await ofAll(matrix.askers(serving), async ({ read }) => (JSON.parse((await read(`/api/v1/summary?cycle=2&chapter=II${query}`)).text) as { totals: { needs: number; summaries: number } }).totals);
      expect(found.map((totals) => totals.needs)).toEqual(needs);
      expect(found.map((totals) => totals.summaries)).toEqual(summaries);
    });

    it('the page of the summary says the same numbers', async () => {
      const large = (id: string, { text }: Answered) => Number(new RegExp(`id="${id}">(?:<a [^>]*>)?(\\d+)<`).exec(text)?.[1]);
      const pages = await ofAll(matrix.askers(serving), ({ read }) => read('/en/summaries?chapter=II'));
      expect(pages.map((page) => large('total-needs', page))).toEqual(summaryNumbers['']!.needs);
      expect(pages.map((page) => large('total-summaries', page))).toEqual(summaryNumbers['']!.summaries);
    });

    it('an ETag is of one scope and question alone, and only its own readers are answered 304', async () => {
      const path = '/api/v1/summary?cycle=2&chapter=II';
      const askers = matrix.askers(serving);
      const tags = await ofAll(askers, async ({ read }) => (await read(path)).headers.etag!);
      const others = await ofAll(askers, async ({ read }) => (await read(`${path}&region=AFR`)).headers.etag!);
      expect(new Set([...tags, ...others]).size).toBe(2 * new Set(scopes).size);
      for (const [i, tag] of tags.entries()) {
        const answers = await ofAll(askers, ({ read }) => read(path, { 'if-none-match': tag }));
        expect(answers.map(({ status, text }) => `${status} ${text === '' ? '' : 'body'}`)).toEqual([...scopes].map((scope) => (scope === scopes[i] ? '304 ' : '200 body')));
      }
    });

    it.runIf(serving === 'front' || campaign)('no text and no State is in any page of whoever may not see it, and what they may see is in their list', { timeout: 300_000 }, async () => {
      const { reviews, needs } = matrix.register;
      const texts = places.flatMap((place) => situationsTried.flatMap((situation) => [[`${place} ${situation}`, mark(place, situation)], ...(situation === 'reopened' ? [[`${place} reopened-counting`, mark(place, situation, false)]] : [])] as [string, string][]));
      const mayRead = (name: ActorName) => Object.entries(textsSeen[name]).flatMap(([place, situations]) => situations.split(' ').map((situation) => `${place} ${situation}`));
      const notTheirs: string[] = [];
      const askers = matrix.askers(serving, 'lasting', (name, { text }) => {
        for (const [what, words] of texts) if (text.includes(words) && !mayRead(name).includes(what)) notTheirs.push(`${name}: ${what}`);
        if (text.includes(reviews.A.stateCode) && !(name.endsWith('of A') || name === 'manager' || name === 'administrator')) notTheirs.push(`${name}: A`);
        if (text.includes(reviews.B.stateCode) && !(name === 'focal point of B' || name === 'manager' || name === 'administrator')) notTheirs.push(`${name}: B`);
      });
      const paths = [...readTable.map(({ path }) => put(path)), ...Object.keys(listTotals).map(put), ...Object.values(needs).flatMap((each) => Object.values(each).flatMap(({ id }) => [`/en/needs/${id}`, `/en/needs/${id}/change`]))];
      for (const path of paths) await ofAll(askers, ({ read }) => read(path));
      // What one works on and what is approved are two lists.
      const lists = await ofAll(askers, async ({ read }) => ({ text: (await Promise.all(['/en/needs?show=own', '/en/needs?show=all'].map((path) => read(path)))).map(({ text }) => text).join('') }));
      expect(notTheirs).toEqual([]);
      expect(lists.map(({ text }) => texts.filter(([, words]) => text.includes(words)).map(([what]) => what).toSorted())).toEqual(askers.map(({ name }) => mayRead(name).toSorted()));
    });
  });
});
