import { translator } from '#lib/i18n';
import { linkShown } from '#tests/support/pages-accounts';
import { accessibilityFaults, faultsOfPages, forcedColorFaults } from '#tests/support/pages-accessible';
import { expect, test } from '#tests/support/pages-fixture';
import { reviewPage } from '#tests/support/pages-review';
import { emails, needsOfEachStatus, reviewWithGuest } from '#tests/support/pages-samples';
import { fillSignIn, signedIn } from '#tests/support/pages-sign-in';
import { startServer, type RunningServer } from '#tests/support/server';

// Traces would keep every step of axe.
test.use({ trace: 'off' });
test.setTimeout(180_000);

test.describe('every page is accessible', () => {
  let server: RunningServer;
  let needs: Awaited<ReturnType<typeof needsOfEachStatus>>;
  let guest: Awaited<ReturnType<typeof reviewWithGuest>>;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
    needs = await needsOfEachStatus(server.url);
    guest = await reviewWithGuest(server.url, 'A Guest');
  });
  test.afterAll(() => server?.stop());

  for (const locale of ['en', 'ar'] as const) {
    const t = translator(locale);
    const at = (path: string) => `${server.url}/${locale}${path}`;

    test(`to a reader without an account, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      const faults = await faultsOfPages(page, server.url, locale, [
        '', '/accounts/sign-in', '/needs', `/needs/${needs.approved}`, '/no/such/page', `/accounts/invitations/${guest.invitation}`, '/accounts/invitations/none',
      ]);
      await page.goto(at('/accounts/sign-in'));
      await fillSignIn(page, locale, { email: 'nobody', password: '' });
      expect([...faults, ...await accessibilityFaults(page, 'sign-in with an error')]).toEqual([]);
    });

    test(`the summaries, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      const summaries = ['/summaries', '/summaries/regions/AFR', '/summaries/trends', '/summaries/completeness', '/summaries?cutoff=2023-02-30&chapter=IX', '/summaries?chapter=V&cutoff=2016-01-01', '/summaries/needs?region=AFR', '/summaries/states?article=5', '/summaries/completed', '/summaries/regions', '/summaries/matrices'];
      const faults = await faultsOfPages(page, server.url, locale, summaries);
      expect([...faults, ...await faultsOfPages(page, server.url, locale, summaries.slice(0, 2), forcedColorFaults)]).toEqual([]);
    });

    test(`to the secretariat, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      await signedIn(page, server.url, { email: emails.manager });
      const faults = await faultsOfPages(page, server.url, locale, ['', '/reviews', `/reviews/${guest.review}`, '/summaries/completeness', '/progress']);
      await signedIn(page, server.url, { email: emails.administrator });
      faults.push(...await faultsOfPages(page, server.url, locale, ['', '/reviews', '/reviews/new', `/reviews/${guest.review}`, `/needs/${needs.submitted}`, '/accounts']));
      await page.getByRole('button', { name: t('accounts.resetFor', { name: 'A Guest' }), exact: true }).click();
      await linkShown(page, locale, 'A Guest');
      faults.push(...await accessibilityFaults(page, 'the link of an invitation'));
      await page.goto(at(`/reviews/${guest.review}`));
      await reviewPage(page, locale).setCompletion('2023-02-30');
      await expect(reviewPage(page, locale).completedOn).toHaveAccessibleDescription(new RegExp(t('errors.noSuchDate')));
      expect([...faults, ...await accessibilityFaults(page, 'a review with a date that is not')]).toEqual([]);
    });
  }
});
