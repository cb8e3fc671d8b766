import type { Locale } from '#lib/convention/names';
import { demonstrationPassword } from '#lib/people/accounts/demonstration-accounts';
import { translator } from '#lib/text/i18n';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';
import { enrolOnPage } from '#tests/support/pages/enrol';
import { expect, test } from '#tests/support/pages/fixture';
import { fillSignIn, signedIn, signOut } from '#tests/support/pages/sign-in';
import { startServer, type RunningServer } from '#tests/support/servers/server';
import { startSmtp, type SmtpServer } from '#tests/support/servers/smtp';

const minutes = 60_000;
const forgetful = 'manager.2@demo.example';
const withApp: Partial<Record<Locale, string>> = {
  en: 'provider@demo.example',
  ar: 'adviser@demo.example',
};

test.describe('ways in', () => {
  let smtp: SmtpServer;
  let server: RunningServer;
  test.beforeAll(async () => {
    smtp = await startSmtp();
    server = await startServer({
      engine: 'sqlite',
      demonstration: true,
      env: { MAIL_URL: smtp.url, MAIL_FROM: 'register@example.org' },
    });
  });
  test.afterAll(async () => {
    await server?.stop();
    await smtp?.stop();
  });
  const signInPage = (locale: Locale) => `${server.url}/${locale}/accounts/sign-in`;

  for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
    const t = translator(locale);
    const how = `in ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;

    test(`an app is set up, and a recovery code signs in once, ${how}`, async ({ visit }) => {
      const email = withApp[locale]!;
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email });
      await page.goto(`${server.url}/${locale}/accounts/second-factor`);
      const [code = ''] = await enrolOnPage(page, locale, demonstrationPassword);
      await signOut(page, locale);
      await page.goto(signInPage(locale));
      await fillSignIn(page, locale, { email });
      await expect(page.getByRole('alert').getByText(t('errors.codeNeeded'))).toBeVisible();
      await page.locator('input[name=code]').fill(code);
      await fillSignIn(page, locale, { email });
      await expect(page.getByRole('button', { name: t('nav.signOut') })).toBeVisible();
      await signOut(page, locale);
      await page.goto(signInPage(locale));
      await page.locator('input[name=code]').fill(code);
      await fillSignIn(page, locale, { email });
      await expect(page.getByRole('alert').getByText(t('errors.wrongCode'))).toBeVisible();
    });
  }

  test('a forgotten password is replaced by a link that came by mail, in zh, without JavaScript', async ({
    visit,
  }) => {
    const t = translator('zh');
    const page = await visit({ javaScriptEnabled: false });
    await page.goto(signInPage('zh'));
    await page.getByRole('link', { name: t('forgotten.link') }).click();
    await page.getByLabel(t('signIn.email'), { exact: true }).fill(forgetful);
    await page.getByRole('button', { name: t('forgotten.button') }).click();
    await expect(page.getByText(t('forgotten.sent', { minutes: 30 }))).toBeVisible();
    await expect.poll(() => smtp.received.length, { timeout: minutes }).toBe(1);
    const text = smtp.received[0]!.source.replaceAll('=\r\n', '');
    const [address = ''] = /http\S+accounts\/invitations\/[\w-]{43}/.exec(text) ?? [];
    await page.goto(address);
    const said = translator('en');
    const field = page.getByLabel(said('invitation.password'), { exact: true });
    await field.fill('password1234');
    await page.getByRole('button', { name: said('invitation.choose') }).click();
    await expect(page.getByRole('alert').getByText(said('errors.passwordCommon'))).toBeVisible();
    await field.fill('the lamp beside my door');
    await page.getByRole('button', { name: said('invitation.choose') }).click();
    await fillSignIn(page, 'en', { email: forgetful, password: 'the lamp beside my door' });
    await expect(page.getByRole('button', { name: said('nav.signOut') })).toBeVisible();
  });

  for (const locale of ['en', 'ar', 'zh'] as const) {
    test(`a session that is about to end warns in mid-form and goes on, in ${locale}`, async ({
      visit,
    }) => {
      const t = translator(locale);
      const page = await visit({});
      await signedIn(page, server.url, { email: 'manager@demo.example' });
      await page.clock.install();
      await page.goto(`${server.url}/${locale}/accounts/me`);
      const typed = page.getByLabel(t('account.new'), { exact: true });
      await typed.fill('what was typed');
      await page.clock.fastForward(56 * minutes);
      await expect(page.getByRole('alert').getByText(t('sessions.endsSoon'))).toBeVisible();
      await page.getByRole('button', { name: t('sessions.extend') }).click();
      await expect(page.getByRole('status').getByText(t('sessions.extended'))).toBeVisible();
      await page.clock.fastForward(61 * minutes);
      await expect(page.getByRole('alert').getByText(t('sessions.hasEnded'))).toBeVisible();
      await expect(typed).toHaveValue('what was typed');
    });
  }
});
