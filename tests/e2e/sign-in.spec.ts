import { setTimeout as wait } from 'node:timers/promises';
import { translator } from '#lib/text/i18n';
import { expect, test } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import { raw } from '#tests/support/pages/raw-requests';
import { fillSignIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

const focalPoint = { email: 'focal.afr-18@demo.example' };

test.describe('signing in', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
  });
  test.afterAll(() => server?.stop());
  const begin = (fields: Record<string, string>) =>
    raw(server.url, {
      path: '/en/accounts/begin-session',
      body: String(new URLSearchParams(fields)),
      headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
    });

  for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
    const t = translator(locale);

    test(`a wrong password is said to be wrong; the address stands, the password does not, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      await page.goto(`${server.url}/${locale}/accounts/sign-in`);
      await fillSignIn(page, locale, { ...focalPoint, password: 'a wrong password' });
      await expectPage(page, { locale }, t('signIn.title'));
      await expect(page).toHaveTitle(new RegExp(`^${t('problem.error')}`));
      await expect(
        page.getByRole('alert').getByText(t('errors.wrongCredentials'), { exact: true }),
      ).toBeVisible();
      await expect(page.getByLabel(t('signIn.email'), { exact: true })).toHaveValue(
        focalPoint.email,
      );
      await expect(page.getByLabel(t('signIn.password'), { exact: true })).toHaveValue('');
      expect(await page.content()).not.toContain('a wrong password');
      await fillSignIn(page, locale, { email: '', password: '' });
      await expect(page.getByLabel(t('signIn.email'), { exact: true })).toHaveAccessibleDescription(
        t('errors.enterEmail'),
      );
      await expect(
        page.getByLabel(t('signIn.password'), { exact: true }),
      ).toHaveAccessibleDescription(t('errors.enterPassword'));
    });

    test(`a page that asks to sign in is shown afterwards, in ${locale}`, async ({ visit }) => {
      const page = await visit({ javaScriptEnabled });
      await page.goto(`${server.url}/${locale}/needs/new`);
      await expectPage(page, { locale }, t('signIn.title'));
      await expect(page.getByRole('status').filter({ hasText: t('signIn.needed') })).toBeVisible();
      await fillSignIn(page, locale, { ...focalPoint, password: 'a wrong password' });
      await fillSignIn(page, locale, focalPoint);
      await expectPage(page, { locale }, t('form.enterTitle'));
      expect(new URL(page.url()).pathname).toBe(`/${locale}/needs/new`);
    });
  }

  test('an address of another place is not gone on to', async () => {
    const foreign = [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/en/../../evil',
      '/en//evil.example',
      'javascript:alert(1)',
      '/%2F%2Fevil.example',
      '/en\r\nset-cookie: a=b',
      '/en?next=x#y',
      '/xx/needs',
      'en/needs',
      'http:evil.example',
    ];
    for (const next of foreign) {
      const { status, location, cookies } = await begin({
        ...focalPoint,
        password: 'demonstration',
        next,
      });
      expect(status, next).toBe(303);
      expect(new URL(location, server.url).origin, next).toBe(server.url);
      expect(location, next).toMatch(/^\/[a-z]{2}(\/|$|\?)/);
      expect(cookies.join(), next).not.toContain('a=b');
    }
    expect(
      (await begin({ ...focalPoint, password: 'demonstration', next: '/fr/needs?status=draft' }))
        .location,
    ).toBe('/fr/needs?status=draft');
  });

  test('after each wrong password it takes longer until the next try, and the page says for how long', async ({
    visit,
  }) => {
    const t = translator('en');
    const email = 'focal.apg-01@demo.example';
    for (let tries = 1; tries <= 5; tries += 1)
      expect((await begin({ email, password: `wrong ${tries}` })).status).toBe(422);
    for (let seconds = 0; seconds < 16;) {
      const limited = await begin({ email, password: 'wrong' });
      if (limited.status === 422) continue;
      expect(limited.status).toBe(429);
      seconds = Number(limited.headers['retry-after']);
      if (seconds < 16) await wait(seconds * 1000);
    }
    const page = await visit();
    await page.goto(`${server.url}/en/accounts/sign-in`);
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await fillSignIn(page, 'en', { email });
    expect((await answer).status()).toBe(429);
    await expect(
      page.getByRole('alert').filter({ hasText: t('signIn.limited', { minutes: 1 }) }),
    ).toBeVisible();
    await expect(page.getByLabel(t('signIn.email'), { exact: true })).toHaveValue(email);
    expect(
      (await begin({ email: 'nobody@example.org', password: 'wrong' })).status,
      'another account',
    ).toBe(422);
    expect(
      (await begin({ ...focalPoint, password: 'demonstration' })).status,
      'another account',
    ).toBe(303);
  });
});
