import { translator } from '#lib/text/i18n';
import { needStatuses } from '#lib/needs/fulfilment/vocabulary';
import { accessibilityFaults, faultsOnceMore } from '#tests/support/pages/accessibility';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { openedEdition } from '#tests/support/pages/notes';
import { rowsIn, tableIn } from '#tests/support/pages/messages';
import { sender, type Sender } from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

type Unmet = Readonly<{
  statuses: readonly { status: string; needs: number }[];
  claims: readonly { claim: string; needs: number }[];
}>;

test.describe('assistance is matched with a need', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
  });
  test.afterAll(() => server?.stop());

  /**
   * The needs by status that the drafted note tells of, in the order of the vocabulary; null while
   * nothing is matched: it then says nothing of it.
   */
  async function drafted(manager: Sender, edition: string): Promise<number[] | null> {
    const { text } = await manager.get(`${edition}/text`);
    const told = new Map(
      [...text.matchAll(/<[^>]* data-value="assistance\.statuses\.(\w+)"[^>]*>([^<]*)</g)]
        .map(([, status = '', said = '']) => [status, said] as const)
        // The first of those that tell of one status.
        .toReversed(),
    );
    if (told.size === 0) return null;
    // What there is none of is told without a number, or not at all.
    const numberOf = (said = '') => (/^\d+$/.test(said) ? Number(said) : 0);
    return needStatuses.map((status) => numberOf(told.get(status)));
  }

  /**
   * What the API, the unmet picture, the page of the region and the drafted note say, which must be
   * the same.
   */
  async function said(manager: Sender, edition: string): Promise<Record<string, number>> {
    const ask = async (query: string) =>
      JSON.parse((await manager.get(`/api/v1/unmet?cycle=2&chapter=II&${query}`)).text) as Unmet;
    const { statuses, claims } = await ask('region=APG');
    const api = Object.fromEntries([
      ...statuses.map(({ status, needs }) => [status, needs]),
      ...claims.map(({ claim, needs }) => [claim, needs]),
    ]) as Record<string, number>;
    const cellsOf = (html: string, id: string) =>
      rowsIn(/<tbody.*<\/tbody>/s.exec(tableIn(html, id) ?? '')?.[0] ?? '').map(({ values }) =>
        values.map((text) => Number(text.replaceAll(/\D/g, ''))),
      );
    const unmet = await manager.get('/en/assistance/unmet?chapter=II');
    expect(cellsOf(unmet.text, 'unmet-regions')[1]?.slice(0, 4)).toEqual(
      statuses.map(({ needs }) => needs),
    );
    const region = (await manager.get('/en/summaries/regions/APG?chapter=II')).text;
    expect(cellsOf(region, 'by-status').map(([needs]) => needs)).toEqual(
      statuses.map(({ needs }) => needs),
    );
    expect(cellsOf(region, 'by-claim').map(([needs]) => needs)).toEqual(
      claims.map(({ needs }) => needs),
    );
    expect(tableIn(region, 'by-claim')).toContain(translator('en')('matches.claims.disputed'));
    const counted = (await ask('cutoff=2023-02-28')).statuses.map(({ needs }) => needs);
    const told = await drafted(manager, edition);
    if (told) expect(told).toEqual(counted);
    else expect(counted.filter((needs) => needs > 0)).toHaveLength(1);
    return api;
  }

  for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
    // Each language takes a need of its own.
    const nth = locale === 'en' ? 0 : 1;
    test(`the provider proposes, the manager accepts, the State disputes, the provider answers, the State confirms, and every number moves, in ${locale} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      visit,
    }) => {
      const t = translator(locale);
      const at = (path: string) => `${server.url}/${locale}${path}`;
      const people = {
        provider: 'provider@demo.example',
        manager: emails.manager,
        focal: 'focal.apg-01@demo.example',
      } as const;
      const [provider, manager, focal] = (await Promise.all(
        Object.values(people).map(async (email) => {
          const page = await visit({ javaScriptEnabled });
          await signedIn(page, server.url, { email });
          return page;
        }),
      )) as [Page, Page, Page];
      const faults: string[] = [];
      const amiss = async (page: Page, what: string, look = accessibilityFaults) => {
        if (javaScriptEnabled) faults.push(...(await look(page, what)));
      };

      await focal.goto(at('/reviews'));
      const review = /reviews\/([0-9a-f-]{36})/.exec(
        (await focal
          .locator('main a[href*="/reviews/"]')
          .filter({ hasText: 'APG-01' })
          .first()
          .getAttribute('href')) ?? '',
      )![1]!;
      await focal.goto(at(`/needs?show=all&review=${review}`));
      const address = await focal
        .locator('tbody th a[href*="/needs/"], tbody td a[href*="/needs/"]')
        .nth(nth)
        .getAttribute('href');
      const needId = /needs\/([0-9a-f-]{36})/.exec(address ?? '')![1]!;
      const title = `Advice in ${locale}`;
      await provider.goto(at('/assistance/new'));
      await provider.locator('[name=theme]').selectOption('laws-policies-institutions');
      await provider.locator('[name=kind]').selectOption('advice');
      await provider.locator('[name=title]').fill(title);
      await provider.locator('[name=status]').selectOption('completed');
      await provider.getByRole('button', { name: t('assistance.save'), exact: true }).click();
      await expect(provider.getByRole('heading', { level: 1 })).toContainText(title);
      const reference = (await provider.locator('h1 .reference').innerText()).trim();
      const { pathname: edition } = new URL(
        await openedEdition(manager, server.url, locale, `NR/2023/${locale}`),
      );
      const reading = await sender(server.url, emails.manager);
      const before = await said(reading, edition);

      await provider.goto(`${server.url}${address}`);
      await provider.getByRole('link', { name: t('matches.propose'), exact: true }).click();
      await amiss(provider, 'proposing');
      await provider.locator('[name=reference]').fill(reference);
      await provider.locator('form.narrow [name=degree]').selectOption('fully');
      await provider
        .locator('form.narrow')
        .getByRole('button', { name: t('matches.proposeThis'), exact: true })
        .click();
      await expect(provider.getByText(t('matches.recorded'))).toBeVisible();
      const match = new URL(provider.url()).pathname;
      expect(await said(reading, edition)).toEqual(before);

      const act = async (
        page: Page,
        verb: 'accept' | 'dispute' | 'answer' | 'confirm',
        reason?: string,
      ) => {
        await page.goto(server.url + match);
        const form = page.locator(`form[action$="/${verb}"]`);
        if (reason) {
          await page.locator('details', { has: form }).locator('summary').click();
          await form.getByRole('button').click();
          await expect(page.getByText(t('errors.enterReason')).first()).toBeVisible();
          await form.locator('[name=reason]').fill(reason);
        }
        await form.getByRole('button').click();
        await expect(page.getByText(t('matches.recorded'))).toBeVisible();
        // Disputed, the page of a match says most; an answer adds one line more.
        await amiss(page, verb, verb === 'dispute' ? accessibilityFaults : faultsOnceMore);
      };
      await act(manager, 'accept');
      const accepted = await said(reading, edition);
      expect(accepted).toEqual({
        ...before,
        unmet: before.unmet! - 1,
        current: before.current! + 1,
        awaiting: before.awaiting! + 1,
      });
      await act(focal, 'dispute', 'Nobody came.');
      const disputed = await said(reading, edition);
      expect(disputed).toEqual({
        ...accepted,
        awaiting: accepted.awaiting! - 1,
        disputed: accepted.disputed! + 1,
      });
      await act(provider, 'answer', 'It was in June.');
      const answered = await said(reading, edition);
      expect(answered).toEqual({ ...disputed, answered: disputed.answered! + 1 });

      await focal.goto(at('/assistance/claims'));
      await amiss(focal, 'claims');
      const claim = focal.locator('ul.claims > li').filter({ hasText: title });
      await claim
        .locator('details', { has: focal.locator('form[action$="/confirm"]') })
        .locator('summary')
        .click();
      await claim.locator('form[action$="/confirm"] [name=degree]').selectOption('fully');
      await claim.locator('form[action$="/confirm"] button').click();
      await expect(focal.getByText(t('matches.recorded'))).toBeVisible();
      expect(await said(reading, edition)).toEqual({
        ...answered,
        current: answered.current! - 1,
        met: answered.met! + 1,
        disputed: answered.disputed! - 1,
        answered: answered.answered! - 1,
        confirmed: answered.confirmed! + 1,
      });
      await focal.goto(at(`/needs/${needId}`));
      await expect(focal.locator('#assistance')).toContainText(t('matches.statuses.met'));
      await amiss(focal, 'need');
      await manager.goto(at('/assistance/unmet'));
      await amiss(manager, 'unmet', faultsOnceMore);
      expect(faults).toEqual([]);
    });
  }
});
