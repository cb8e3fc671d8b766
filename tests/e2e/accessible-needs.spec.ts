import { translator } from '#lib/i18n';
import { accessibilityFaults, faultsOfPages } from '#tests/support/pages-accessible';
import { expect, test } from '#tests/support/pages-fixture';
import { needForm } from '#tests/support/pages-need-form';
import { needPage } from '#tests/support/pages-need';
import { encoded, needFields, sender } from '#tests/support/pages-raw';
import { emails, needsOfEachStatus, reviewWithGuest } from '#tests/support/pages-samples';
import { fillSignIn, signedIn } from '#tests/support/pages-sign-in';
import { startServer, type RunningServer } from '#tests/support/server';

// Traces would keep every step of axe.
test.use({ trace: 'off' });
test.setTimeout(180_000);

test.describe('every page about needs is accessible', () => {
  let server: RunningServer;
  let needs: Awaited<ReturnType<typeof needsOfEachStatus>>;
  let review: string;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
    needs = await needsOfEachStatus(server.url);
    ({ review } = await reviewWithGuest(server.url, 'A Guest'));
  });
  test.afterAll(() => server?.stop());

  for (const locale of ['en', 'ar'] as const) {
    const t = translator(locale);
    const at = (path: string) => `${server.url}/${locale}${path}`;

    test(`to a focal point, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      await signedIn(page, server.url, { email: emails.focal });
      const each = ['draft', 'submitted', 'returned', 'recoded', 'withdrawn'] as const;
      expect(await faultsOfPages(page, server.url, locale, [
        '', '/needs', '/needs?status=approved', ...each.map((status) => `/needs/${needs[status]}`), `/needs/${needs.draft}/check`, `/needs/${needs.returned}/change`,
        '/needs/new', `/needs/${needs.unfinished}/change?check=1`, '/reviews', `/reviews/${review}`, '/accounts/me', '/accounts',
      ])).toEqual([]);
    });

    test(`to a focal point whose work was changed meanwhile, or whose session has ended, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      const form = needForm(page, locale);
      await signedIn(page, server.url, { email: emails.focal });
      await page.goto(at(`/needs/${needs.stale}/change`));
      const version = await page.locator('input[name=version]').inputValue();
      await (await sender(server.url, emails.focal)).post(`/en/needs/${needs.stale}/edit`, encoded([['version', version], ...needFields('As it is now.')]));
      await form.fill({ text: 'As it was typed here.', articles: [9] });
      await form.saveDraft();
      await expect(page.getByRole('table', { name: t('conflict.compare') })).toBeVisible();
      await page.waitForLoadState('networkidle');
      const faults = await accessibilityFaults(page, 'conflict');
      await page.context().clearCookies();
      await form.saveDraft();
      await expect(page.getByText(t('signIn.again'), { exact: true })).toBeVisible();
      faults.push(...await accessibilityFaults(page, 'sign-in after the session has ended'));
      await fillSignIn(page, locale, { email: emails.focal });
      await expect(form.text).toHaveValue('As it was typed here.');
      expect([...faults, ...await accessibilityFaults(page, 'what was typed, after signing in again')]).toEqual([]);
    });

    test(`to a reviewer, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      await signedIn(page, server.url, { email: emails.reviewer });
      const each = ['submitted', 'recoded', 'own', 'approved'] as const;
      const faults = await faultsOfPages(page, server.url, locale, [
        '', '/needs', ...each.map((status) => `/needs/${needs[status]}`), `/needs/${needs.submitted}/recoding`, '/needs/new', '/reviews',
      ]);
      await page.goto(at(`/needs/${needs.submitted}`));
      await needPage(page, locale).giveReason('return', '');
      await expect(needPage(page, locale).reason('return')).toHaveAccessibleDescription(new RegExp(t('errors.enterReasonOrComment')));
      expect([...faults, ...await accessibilityFaults(page, 'a return without its reason')]).toEqual([]);
    });
  }
});
