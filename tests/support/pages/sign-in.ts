import { expect, type Page } from '@playwright/test';
import { demonstrationPassword } from '#lib/people/accounts/demonstration-accounts';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';

type Person = Readonly<{ email: string; password?: string }>;

/** Fills the form on the sign-in page that is open. */
export async function fillSignIn(
  page: Page,
  locale: Locale,
  { email, password = demonstrationPassword }: Person,
) {
  const t = translator(locale);
  await page.getByLabel(t('signIn.email'), { exact: true }).fill(email);
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: t('signIn.button'), exact: true }).click();
}

/** Signs in by the page, as a person does. */
export async function signIn(page: Page, url: string, locale: Locale, person: Person) {
  await page.goto(`${url}/${locale}/accounts/sign-in`);
  await fillSignIn(page, locale, person);
  await expect(
    page.getByRole('button', { name: translator(locale)('nav.signOut'), exact: true }),
  ).toBeVisible();
}

/** Signs the browser in by one request, where the test is not about signing in. */
export async function signedIn(
  page: Page,
  url: string,
  { email, password = demonstrationPassword }: Person,
) {
  const answer = await page.context().request.post(`${url}/en/accounts/begin-session`, {
    form: { email, password },
    headers: { origin: url },
    maxRedirects: 0,
  });
  expect(answer.status(), `signing in as ${email}`).toBe(303);
}

export const signOut = (page: Page, locale: Locale) =>
  page.getByRole('button', { name: translator(locale)('nav.signOut'), exact: true }).click();
