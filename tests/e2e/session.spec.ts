import { translator } from '#lib/text/i18n';
import { expect, test, untilScripted, type Page } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import { completeNeed, needForm } from '#tests/support/pages/need-form';
import { needPage } from '#tests/support/pages/need';
import { enterDraft, needFields, sender, submitDraft } from '#tests/support/pages/raw-requests';
import { fillSignIn, signOut, signedIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, plainEnglish, walked } from '#tests/support/pages/browsing';
import type { RunningServer } from '#tests/support/servers/server';

const focalPoint = { email: 'focal.afr-18@demo.example' };

/** How a session may end while a form is open. */
const endings = {
  'expires in the browser': (page: Page) => page.context().clearCookies(),
  'is ended in another tab': async (page: Page, url: string) => {
    const other = await page.context().newPage();
    await other.goto(`${url}/en`);
    await signOut(other, 'en');
    await expect(
      other.getByRole('heading', { level: 1, name: translator('en')('home.title'), exact: true }),
    ).toBeVisible();
    await other.close();
  },
} as const;

test.describe('a session that ends', () => {
  let server: RunningServer;
  test.beforeAll(({ shared }) => {
    server = shared;
  });

  const journeys = [
    { ...english, ending: 'expires in the browser' },
    { ...plainArabic, ending: 'is ended in another tab' },
  ] as const;
  const further = [
    { ...english, ending: 'is ended in another tab' },
    { ...plainEnglish, ending: 'expires in the browser' },
  ] as const;
  for (const { locale, javaScriptEnabled, ending } of walked(journeys, ...further)) {
    const how = `in ${locale} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;
    const t = translator(locale);
    const text = `Typed before the session ended, ${how}: “quoted” & <marked>.`;

    test(`what was typed in a new need is kept when the session ${ending}, ${how}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      const form = needForm(page, locale);
      await signedIn(page, server.url, focalPoint);
      await page.goto(`${server.url}/${locale}/needs/new`);
      await form.fill({ ...completeNeed(text), topic: true, quote: 'A quotation.' });
      await endings[ending](page, server.url);

      const answer = page.waitForResponse(
        (response) =>
          response.request().isNavigationRequest() && response.request().method() === 'POST',
      );
      await form.check();
      expect((await answer).status()).toBe(401);
      await expectPage(page, { locale }, t('signIn.title'));
      await expect(page.getByRole('status').filter({ hasText: t('signIn.again') })).toBeVisible();
      await fillSignIn(page, locale, { ...focalPoint, password: 'not the password' });
      await expect(
        page.getByRole('alert').getByText(t('errors.wrongCredentials'), { exact: true }),
      ).toBeVisible();
      await fillSignIn(page, locale, focalPoint);
      await expectPage(page, { locale }, t('form.enterTitle'));
      await expect(page.getByRole('status').filter({ hasText: t('form.kept') })).toBeVisible();
      await expect(form.text).toHaveValue(text);
      await expect(form.quote).toHaveValue('A quotation.');
      await expect(form.article(7)).toBeChecked();
      await expect(form.category('capacity-building')).toBeChecked();
      await expect(form.subcategories('capacity-building').first()).toBeChecked();
      await expect(form.topics.first()).toBeChecked();

      await untilScripted(page);
      await form.check();
      await expectPage(page, { locale }, t('check.title'));
      await expect(page.getByRole('definition').getByText(text, { exact: true })).toBeVisible();
    });

    test(`what was changed in a draft is kept when the session ${ending}, ${how}`, async ({
      visit,
    }) => {
      const id = await enterDraft(
        await sender(server.url, focalPoint.email),
        needFields('As it was stored.'),
      );
      const page = await visit({ javaScriptEnabled });
      const form = needForm(page, locale);
      await signedIn(page, server.url, focalPoint);
      await page.goto(`${server.url}/${locale}/needs/${id}/change`);
      await form.fill({ text });
      await endings[ending](page, server.url);
      await form.saveDraft();
      await fillSignIn(page, locale, focalPoint);
      await expectPage(page, { locale }, t('form.editTitle'));
      await expect(form.text).toHaveValue(text);
      await untilScripted(page);
      await form.saveDraft();
      await expect(page.getByRole('status').filter({ hasText: t('form.saved') })).toBeVisible();
      await page.goto(`${server.url}/${locale}/needs/${id}`);
      await expect(page.getByText(text, { exact: true })).toBeVisible();
    });
  }

  test('the reason that a reviewer typed is shown again after signing in, and returns the need', async ({
    visit,
  }) => {
    const t = translator('en');
    const focal = await sender(server.url, focalPoint.email);
    const id = await enterDraft(focal, needFields('To be returned.'));
    await submitDraft(focal, id);
    const page = await visit();
    const need = needPage(page, 'en');
    await signedIn(page, server.url, { email: 'reviewer.1@demo.example' });
    await page.goto(`${server.url}/en/needs/${id}`);
    await page.context().clearCookies();
    await need.giveReason('return', 'A long reason, well considered.');
    await expectPage(page, { locale: 'en' }, t('signIn.title'));
    await fillSignIn(page, 'en', { email: 'reviewer.1@demo.example' });
    await expect(need.reason('return')).toBeVisible();
    await expect(need.reason('return')).toHaveValue('A long reason, well considered.');
    await need.sendReason('return');
    await need.expectDone('return', 'returned');
  });

  test('what one person typed is not shown to another who signs in after them', async ({
    visit,
  }) => {
    const page = await visit();
    const form = needForm(page, 'en');
    await signedIn(page, server.url, focalPoint);
    await page.goto(`${server.url}/en/needs/new`);
    await form.fill(completeNeed('Of AFR-18 alone.'));
    await page.context().clearCookies();
    await form.check();
    await fillSignIn(page, 'en', { email: 'focal.apg-01@demo.example' });
    await expect(
      page.getByRole('button', { name: translator('en')('nav.signOut'), exact: true }),
    ).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText('Of AFR-18 alone.');
    await page.goto(`${server.url}/en/needs/new`);
    await expect(form.text).toHaveValue('');
  });
});
