import { translator } from '#lib/text/i18n';
import { accessibilityFaults } from '#tests/support/pages/accessibility';
import { expect, test } from '#tests/support/pages/fixture';
import { needForm } from '#tests/support/pages/need-form';
import { needPage } from '#tests/support/pages/need';
import { encoded, needFields, sender } from '#tests/support/pages/raw-requests';
import { emails, needsOfEachStatus } from '#tests/support/pages/samples';
import { fillSignIn, signedIn } from '#tests/support/pages/sign-in';
import { arabic, english, walked } from '#tests/support/pages/browsing';
import type { RunningServer } from '#tests/support/servers/server';

// What can be had by its address alone, accessibility.spec.ts looks at.
test.describe('a page about needs that says what went wrong is accessible', () => {
  let server: RunningServer;
  let needs: Awaited<ReturnType<typeof needsOfEachStatus>>;
  test.beforeAll(async ({ shared }) => {
    server = shared;
    needs = await needsOfEachStatus(server.url);
  });

  for (const { locale } of walked([english], arabic)) {
    const t = translator(locale);
    const at = (path: string) => `${server.url}/${locale}${path}`;

    test(`to a focal point whose work was changed meanwhile, or whose session has ended, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit();
      const form = needForm(page, locale);
      await signedIn(page, server.url, { email: emails.focal });
      await page.goto(at(`/needs/${needs.stale}/change`));
      const version = await page.locator('input[name=version]').inputValue();
      await (
        await sender(server.url, emails.focal)
      ).post(
        `/en/needs/${needs.stale}/edit`,
        encoded([['version', version], ...needFields('As it is now.')]),
      );
      await form.fill({ text: 'As it was typed here.', articles: [9] });
      await form.saveDraft();
      await expect(page.getByRole('table', { name: t('conflict.compare') })).toBeVisible();
      const faults = await accessibilityFaults(page, 'conflict');
      await page.context().clearCookies();
      await form.saveDraft();
      await expect(page.getByText(t('signIn.again'), { exact: true })).toBeVisible();
      faults.push(...(await accessibilityFaults(page, 'sign-in after the session has ended')));
      await fillSignIn(page, locale, { email: emails.focal });
      await expect(form.text).toHaveValue('As it was typed here.');
      expect([
        ...faults,
        ...(await accessibilityFaults(page, 'what was typed, after signing in again')),
      ]).toEqual([]);
    });

    test(`to a reviewer who gave no reason, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      await signedIn(page, server.url, { email: emails.reviewer });
      await page.goto(at(`/needs/${needs.submitted}`));
      await needPage(page, locale).giveReason('return', '');
      await expect(needPage(page, locale).reason('return')).toHaveAccessibleDescription(
        new RegExp(t('errors.enterReasonOrComment')),
      );
      expect(await accessibilityFaults(page, 'a return without its reason')).toEqual([]);
    });
  }
});
