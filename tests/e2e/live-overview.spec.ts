import { translator } from '#lib/text/i18n';
import { faultsAtLast } from '#tests/support/pages/accessibility';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import {
  encoded,
  enterDraft,
  hidden,
  needFields,
  raw,
  sender,
  submitDraft,
} from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { arabic, english, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

/** Enters, submits and approves a need of a published summary. */
async function approveOne(url: string, text: string) {
  const [focal, reviewer] = [await sender(url, emails.focal), await sender(url, emails.reviewer)];
  const id = await enterDraft(focal, needFields(text));
  await submitDraft(focal, id);
  const version = hidden((await reviewer.get(`/en/needs/${id}`)).text, 'version');
  expect(
    (await reviewer.post(`/en/needs/${id}/approve`, encoded([['version', version]]))).status,
  ).toBe(303);
}

const needs = (page: Page) =>
  page
    .locator('#total-needs')
    .innerText()
    .then((text) => Number(text.replaceAll(/\D/g, '')));

test.describe('an open overview', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
  });
  test.afterAll(() => server?.stop());

  for (const { locale } of walked([english], arabic)) {
    const email = locale === 'en' ? '' : emails.manager;
    const t = translator(locale);

    test(`shows an approval without being loaded again, quietly, to ${email || 'the public'}, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit();
      await page.clock.install();
      if (email) await signedIn(page, server.url, { email });
      const statuses: number[] = [];
      page.on('response', (answer) => {
        if (answer.request().resourceType() === 'fetch') statuses.push(answer.status());
      });
      const looks = async (times: number) => {
        const wanted = statuses.length + times;
        for (let i = 0; i < times; i += 1) {
          await page.clock.runFor(15_100);
          await expect.poll(() => statuses.length).toBe(wanted - times + i + 1);
        }
      };
      await page.goto(`${server.url}/${locale}/summaries`);
      const before = await needs(page);
      const live = page.getByRole('status').and(page.locator('#live'));
      await page.locator('main figure summary').first().click();
      await page.evaluate(() => {
        (window as unknown as { mark: string }).mark = 'the same document';
      });
      await looks(3);
      // The first answer gives the tag; from then on nothing that is unchanged is sent again.
      expect(statuses).toEqual([200, 304, 304]);
      await expect(live).toBeEmpty();
      await approveOne(server.url, `Approved while the overview is open, ${locale}.`);
      await looks(1);
      await page.clock.runFor(200);
      await expect(live).toHaveText(t('figure.changed'));
      expect(await needs(page)).toBe(before + 1);
      await expect(page.locator('main figure details').first()).toHaveAttribute('open');
      expect(await page.evaluate(() => (window as unknown as { mark: string }).mark)).toBe(
        'the same document',
      );
      await looks(1);
      expect(statuses.slice(3)).toEqual([200, 304]);
      if (locale === 'en')
        expect(await faultsAtLast(page, 'the overview after a change')).toEqual([]);
    });
  }

  test('asks for nothing without JavaScript, and shows the approval when it is loaded again; so do its files', async ({
    visit,
  }) => {
    const page = await visit({ javaScriptEnabled: false });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (['fetch', 'script', 'xhr'].includes(request.resourceType())) asked.push(request.url());
    });
    await page.goto(`${server.url}/en/summaries`);
    const before = await needs(page);
    const csv = '/en/summaries/figures/figure-1/csv';
    const held = await raw(server.url, { method: 'GET', path: csv });
    const pinned = await page
      .locator('#figure-1')
      .getByRole('link', {
        name: translator('en')('figure.pinned'),
        exact: true,
        includeHidden: true,
      })
      .getAttribute('href');
    await approveOne(server.url, 'Approved for who comes back.');
    const fresh = await raw(server.url, {
      method: 'GET',
      path: csv,
      headers: { 'if-none-match': String(held.headers.etag) },
    });
    expect([fresh.status, fresh.text === held.text]).toEqual([200, false]);
    await page.reload();
    expect(await needs(page)).toBe(before + 1);
    await page.goto(server.url + pinned);
    expect(
      await page.locator('#figure-1 tbody tr').first().locator('td').nth(3).innerText(),
    ).not.toBe('');
    const stays = await raw(server.url, {
      method: 'GET',
      path: pinned!.replace('figure-1?', 'figure-1/csv?'),
    });
    expect(stays.text).toBe(held.text);
    expect(asked).toEqual([]);
  });
});
