import { translator } from '#lib/text/i18n';
import { accessibilityFaults, faultsOnceMore } from '#tests/support/pages/accessibility';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import { encoded, enterDraft, hidden, needFields, sender } from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, saidOf, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

test.describe('the history of a need and the priorities of a review', () => {
  let server: RunningServer;
  let review: string;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
    review = hidden(
      (
        await (
          await sender(server.url, emails.focal)
        ).get(`/en/needs/new?id=${crypto.randomUUID()}`)
      ).text,
      'review',
    );
  });
  test.afterAll(() => server?.stop());

  for (const way of walked([english], plainArabic)) {
    const { locale, javaScriptEnabled } = way;
    const t = translator(locale);
    const how = saidOf(way);

    test(`an earlier text is compared and taken up again, ${how}`, async ({ visit }) => {
      const focal = await sender(server.url, emails.focal);
      const id = await enterDraft(
        focal,
        needFields('Training of judges in ethics.', { priority: '4' }),
      );
      await focal.post(
        `/en/needs/${id}/edit`,
        encoded([
          ['version', '1'],
          ...needFields('Training of prosecutors in ethics.', { priority: '2', articles: ['9'] }),
        ]),
      );
      await focal.post(
        `/en/needs/${id}/edit`,
        encoded([
          ['version', '2'],
          ...needFields('Training of prosecutors.', { priority: '2', articles: ['9'] }),
        ]),
      );
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.focal });
      await page.goto(`${server.url}/${locale}/needs/${id}`);
      await page.getByRole('link', { name: t('history.open'), exact: true }).click();
      await expectPage(page, { locale }, t('history.draftTitle'));
      const second = page.locator('#version-2');
      await expect(second.locator('del').filter({ hasText: 'judges' })).toBeVisible();
      await expect(second.locator('ins').filter({ hasText: 'prosecutors' })).toContainText(
        t('history.added'),
      );
      await expect(page.locator('#version-3 del')).toContainText([/in ethics/]);
      await page.getByRole('combobox', { name: t('history.from'), exact: true }).selectOption('1');
      await page.getByRole('button', { name: t('history.compare'), exact: true }).click();
      await expect(
        page
          .getByRole('region', { name: t('history.compared', { from: 1, to: 3 }), exact: true })
          .locator('del')
          .filter({ hasText: 'judges in ethics' }),
      ).toBeVisible();
      if (javaScriptEnabled) expect(await accessibilityFaults(page, 'history')).toEqual([]);
      await page
        .getByRole('button', { name: t('history.takeUp', { version: 1 }), exact: true })
        .click();
      await expect(page.getByRole('status').filter({ hasText: t('history.done') })).toBeVisible();
      await expect(page.locator('#version-4')).toContainText(t('history.takenUp', { version: 1 }));
      await page.goto(`${server.url}/${locale}/needs/${id}`);
      await expect(page.getByText('Training of judges in ethics.', { exact: true })).toBeVisible();
      const answer = await page.goto(`${server.url}/${locale}/needs/${id}/history?from=9&to=x`);
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole('status').first()).toContainText(
        t('history.unknown', { value: '9' }),
      );
    });
  }

  // Without scripts the buttons are sent to the server.
  for (const way of walked([english, plainArabic])) {
    const { locale, javaScriptEnabled } = way;
    const t = translator(locale);
    const how = saidOf(way);

    test(`needs are put in order and saved at once; a conflict keeps what was typed, ${how}`, async ({
      visit,
    }) => {
      const focal = await sender(server.url, emails.focal);
      const names = ['Alpha need', 'Beta need', 'Gamma need'].map((name) => `${name} ${how}`);
      const ids = [];
      // Ranks that no need of the other language has.
      const at = (n: number) => String((javaScriptEnabled ? 100 : 300) + n);
      for (const [i, name] of names.entries())
        ids.push(await enterDraft(focal, needFields(name, { priority: at(i) })));
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.focal });
      await page.goto(`${server.url}/${locale}/reviews/${review}`);
      await page.getByRole('link', { name: t('priorities.open'), exact: true }).click();
      await expectPage(page, { locale }, t('priorities.title'));
      if (javaScriptEnabled) expect(await faultsOnceMore(page, 'priorities')).toEqual([]);
      const rank = (name: string) =>
        page.getByRole('textbox', { name: t('priorities.rankOf', { need: name }), exact: true });
      const up = (name: string) =>
        page.getByRole('button', { name: t('priorities.up', { need: name }), exact: true });
      const order = async () =>
        (await page.locator('.ranks tbody th a').allInnerTexts()).filter((name) =>
          names.includes(name),
        );
      const [alpha, beta, gamma] = names as [string, string, string];
      await up(gamma).press('Enter');
      await expect(up(gamma)).toBeFocused();
      expect(await order()).toEqual([alpha, gamma, beta]);
      await expect(rank(gamma)).toHaveValue(at(1));
      if (!javaScriptEnabled)
        await expect(
          page.getByRole('status').filter({ hasText: t('priorities.notSaved') }),
        ).toBeVisible();
      await rank(alpha).fill('first');
      await save(page);
      await expect(page.getByRole('alert', { name: t('problem.title') })).toContainText(
        t('errors.priorityNumber'),
      );
      await expect(rank(alpha)).toHaveValue('first');
      await expect(rank(gamma)).toHaveValue(at(1));
      await rank(alpha).fill(at(10));

      await focal.post(
        `/en/needs/${ids[1]}/edit`,
        encoded([['version', '1'], ...needFields(beta, { priority: at(20) })]),
      );
      await save(page);
      await expect(page.getByRole('alert').filter({ hasText: t('conflict.title') })).toContainText(
        beta,
      );
      await expect(rank(beta)).toHaveValue(at(2));
      await expect(
        page.getByText(t('priorities.storedNow', { rank: at(20) }), { exact: true }),
      ).toBeVisible();
      await expect(rank(alpha)).toHaveValue(at(10));
      await save(page);
      await expect(
        page.getByRole('status').filter({ hasText: t('priorities.saved') }),
      ).toBeVisible();
      expect(await order()).toEqual([gamma, beta, alpha]);
    });

    const save = (page: Page) =>
      page.getByRole('button', { name: t('priorities.save'), exact: true }).click();
  }

  test('a need is dragged to its place', async ({ visit }) => {
    const t = translator('en');
    const page = await visit();
    await signedIn(page, server.url, { email: 'focal.apg-01@demo.example' });
    const focal = await sender(server.url, 'focal.apg-01@demo.example');
    for (const [i, name] of ['Dragged one', 'Dragged two', 'Dragged three'].entries())
      await enterDraft(focal, needFields(name, { priority: String(i + 1) }));
    const own = hidden((await focal.get(`/en/needs/new?id=${crypto.randomUUID()}`)).text, 'review');
    await page.goto(`${server.url}/en/reviews/${own}/priorities`);
    const row = (name: string) => page.locator('.ranks tbody tr').filter({ hasText: name });
    const grip = row('Dragged three').locator('.grip');
    await grip.hover();
    await page.mouse.down();
    const { x, y, height } = (await row('Dragged one').boundingBox())!;
    await page.mouse.move(x + 20, y + height / 2, { steps: 8 });
    await page.mouse.up();
    expect((await page.locator('.ranks tbody th a').allInnerTexts()).slice(0, 3)).toEqual([
      'Dragged three',
      'Dragged one',
      'Dragged two',
    ]);
    await page.getByRole('button', { name: t('priorities.save'), exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: t('priorities.saved') })).toBeVisible();
    await expect(row('Dragged two').getByRole('textbox')).toHaveValue('3');
  });
});
