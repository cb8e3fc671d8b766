import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { encoded, type Sender } from '#tests/support/pages/raw-requests';

/** The code that an app shows now for a secret, however it is spaced. */
const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate();

/** Sets up a second factor by requests, for somebody who can do nothing else before. */
export async function enrol(sender: Sender, password: string): Promise<void> {
  const { text } = await sender.get('/en/accounts/second-factor');
  const [, sealed = ''] = /name="sealed" value="([^"]+)"/.exec(text) ?? [];
  const [, secret = ''] = /<code class="token"[^>]*>([A-Z2-7 ]+)</.exec(text) ?? [];
  const answer = await sender.post(
    '/en/accounts/second-factor/set-up',
    encoded([
      ['sealed', sealed],
      ['code', codeOf(secret)],
      ['current', password],
    ]),
  );
  if (answer.status !== 200) throw new Error(`no second factor was set up: ${answer.status}`);
}

/** Sets up a second factor on its page; returns the recovery codes. */
export async function enrolOnPage(page: Page, locale: Locale, password: string): Promise<string[]> {
  const t = translator(locale);
  const secret = await page.locator('code.token').innerText();
  await page.getByLabel(t('factor.firstCode'), { exact: true }).fill(codeOf(secret));
  await page.getByLabel(t('account.current'), { exact: true }).fill(password);
  await page.getByRole('button', { name: t('factor.setUp'), exact: true }).click();
  const recovery = page.locator('.notice').filter({ hasText: t('factor.recoveryTitle') });
  await recovery.waitFor();
  return recovery.locator('code').allInnerTexts();
}
