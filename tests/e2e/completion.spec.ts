import { stateName } from '#lib/convention/states';
import { formatDate } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { expect, test } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import { reviewPage } from '#tests/support/pages/review';
import { signedIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test.describe('the completion of an executive summary', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
  });
  test.afterAll(() => server?.stop());

  for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
    const state = locale === 'en' ? 'KEN' : 'EGY';
    const t = translator(locale);
    const symbol = 'CAC/COSP/IRG/II/1/7';

    test(`a date that cannot be is refused beside its field, and what was typed still stands, in ${locale}`, async ({
      visit,
    }) => {
      const admin = await visit({ javaScriptEnabled });
      const review = reviewPage(admin, locale);
      await signedIn(admin, server.url, { email: 'administrator@demo.example' });
      await admin.goto(`${server.url}/${locale}/reviews/new`);
      await expectPage(admin, { locale }, t('reviews.create'));
      await admin.getByRole('button', { name: t('reviews.createButton'), exact: true }).click();
      await expect(
        admin.getByRole('combobox', { name: t('reviews.state'), exact: true }),
      ).toHaveAccessibleDescription(t('errors.chooseState'));
      await admin
        .getByRole('combobox', { name: t('reviews.state'), exact: true })
        .selectOption({ label: stateName(state, locale) });
      await admin.getByRole('button', { name: t('reviews.createButton'), exact: true }).click();
      await expectPage(
        admin,
        { locale },
        t('reviews.one', { state: stateName(state, locale), cycle: t('cycles.2') }),
      );
      await expect(admin.getByText(t('reviews.publishNeedsDate'), { exact: true })).toBeVisible();

      for (const [typed, message] of [
        [inDays(3), 'dateInFuture'],
        ['2023-02-30', 'noSuchDate'],
        ['28.2.2023', 'noSuchDate'],
      ] as const) {
        await review.setCompletion(typed, symbol);
        await review.expectRefused(t(`errors.${message}`), typed, symbol);
      }
      await review.setCompletion('2023-02-28', symbol);
      await expect(
        admin.getByRole('definition').filter({ hasText: formatDate(locale, '2023-02-28') }),
      ).toBeVisible();
      await review.publish();
      await expect(
        admin.getByText(t('reviews.publishedOn', { date: formatDate(locale, inDays(0)) }), {
          exact: true,
        }),
      ).toBeVisible();
      await review.setCompletion('', symbol);
      await review.expectRefused(t('errors.publishedNeedsDate'), '', symbol);
    });
  }

  test('two administrators who set the date at once: the second is told, and nothing is overwritten', async ({
    visit,
  }) => {
    const t = translator('en');
    const [one, two] = [await visit(), await visit()];
    for (const page of [one, two]) {
      await signedIn(page, server.url, { email: 'administrator@demo.example' });
      await page.goto(`${server.url}/en/reviews`);
      await page.getByRole('link', { name: 'AFR-16', exact: true }).click();
    }
    await reviewPage(one, 'en').setCompletion('2023-01-19');
    await expect(
      one.getByRole('definition').filter({ hasText: formatDate('en', '2023-01-19') }),
    ).toBeVisible();
    const answer = two.waitForResponse((response) => response.request().method() === 'POST');
    await reviewPage(two, 'en').setCompletion('2023-01-18');
    expect((await answer).status()).toBe(409);
    await expect(two.getByRole('alert').filter({ hasText: t('conflict.title') })).toBeVisible();
    await expect(reviewPage(two, 'en').completedOn).toHaveValue('2023-01-18');
    await expect(
      two.getByRole('definition').filter({ hasText: formatDate('en', '2023-01-19') }),
    ).toBeVisible();
  });
});
