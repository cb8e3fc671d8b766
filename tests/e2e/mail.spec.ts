import { translator } from '#lib/text/i18n';
import { accessibilityFaults } from '#tests/support/pages/accessibility';
import { expect, test } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import { reviewPage } from '#tests/support/pages/review';
import {
  encoded,
  enterDraft,
  needFields,
  sender,
  submitDraft,
} from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { fillSignIn, signedIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';
import { startSmtp, type SmtpServer } from '#tests/support/servers/smtp';

test.describe('mail', () => {
  let smtp: SmtpServer;
  let server: RunningServer;
  test.beforeAll(async () => {
    smtp = await startSmtp();
    server = await startServer({
      engine: 'sqlite',
      demonstration: true,
      env: { MAIL_URL: smtp.url, MAIL_FROM: 'Needs Register <register@example.org>' },
    });
  });
  test.afterAll(async () => {
    await server?.stop();
    await smtp?.stop();
  });

  for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
    const t = translator(locale);
    const at = (path: string) => `${server.url}/${locale}/${path}`;

    test(`comes at once to who chose so, and leads to the very need after signing in, in ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.reviewer });
      await (
        await sender(server.url, emails.reviewer)
      ).post('/en/accounts/remember-language', encoded([['language', locale]]));
      await page.goto(at('accounts/me'));
      await page.getByRole('radio', { name: t('mail.preference.each'), exact: true }).check();
      await page.getByRole('button', { name: t('mail.preference.save'), exact: true }).click();
      await expect(
        page.getByRole('status').filter({ hasText: t('mail.preference.saved') }),
      ).toBeVisible();
      await expect(
        page.getByRole('radio', { name: t('mail.preference.each'), exact: true }),
      ).toBeChecked();
      const focal = await sender(server.url, emails.focal);
      const need = await enterDraft(focal, needFields(`Told by mail, in ${locale}.`));
      await submitDraft(focal, need);

      const told = () =>
        smtp.received.find(({ source }) =>
          source.replaceAll('=\r\n', '').includes(`/${locale}/needs/${need}`),
        );
      await expect.poll(told, { timeout: 180_000 }).toBeTruthy();
      expect(told()).toMatchObject({ from: 'register@example.org', to: [emails.reviewer] });
      const reading = await visit({ javaScriptEnabled });
      const link = at(`accounts/sign-in?next=/${locale}/needs/${need}`);
      expect(told()!.source.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(link);
      await reading.goto(link);
      await fillSignIn(reading, locale, { email: emails.reviewer });
      await expect(reading).toHaveURL(at(`needs/${need}`));
      await expect(reading.getByText(`Told by mail, in ${locale}.`)).toBeVisible();
      await reading.goto(link);
      await expect(reading).toHaveURL(at(`needs/${need}`));
    });

    test(`is read by the administrator, and deadlines are set, in ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.administrator });
      await page.goto(at('accounts'));
      await page.getByRole('link', { name: t('mail.nav'), exact: true }).click();
      await expectPage(page, { locale }, t('mail.title'));
      await expect(
        page.getByRole('rowheader', { name: new RegExp(emails.reviewer) }).first(),
      ).toBeVisible();

      await page.goto(at('reviews'));
      await page.getByRole('link', { name: 'AFR-17', exact: true }).click();
      const field = (name: 'entryDueOn' | 'decisionDueOn') =>
        page.getByRole('textbox', { name: t(`deadlines.${name}`), exact: true });
      const save = () =>
        page.getByRole('button', { name: t('deadlines.save'), exact: true }).click();
      await field('entryDueOn').fill('2027-02-30');
      await field('decisionDueOn').fill('2027-03-01');
      await save();
      await expect(field('entryDueOn')).toHaveAccessibleDescription(
        new RegExp(t('errors.noSuchDate')),
      );
      await expect(field('decisionDueOn')).toHaveValue('2027-03-01');
      if (javaScriptEnabled)
        expect(await accessibilityFaults(page, 'a review with a deadline that is not')).toEqual([]);
      await field('entryDueOn').fill('2027-02-28');
      await save();
      await expect(
        page.getByRole('rowheader', { name: t('deadlines.set'), exact: true }).first(),
      ).toBeVisible();
      await expect(field('entryDueOn')).toHaveValue('2027-02-28');
      await expect(reviewPage(page, locale).completedOn).toBeVisible();
    });
  }
});
