import { demonstrationPassword } from '#lib/people/accounts/demonstration-accounts';
import { translator } from '#lib/text/i18n';
import { accessibilityFaults } from '#tests/support/pages/accessibility';
import { join, linkShown, memberOf, type Member } from '#tests/support/pages/accounts';
import { colleaguesPage } from '#tests/support/pages/colleagues';
import { expect, test } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import { needForm } from '#tests/support/pages/need-form';
import { encoded, sender } from '#tests/support/pages/raw-requests';
import { fillSignIn, signIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

test.describe.serial('a focal point invites a contributor, and leaves', () => {
  let server: RunningServer;
  /** Who is the focal point now: each journey ends with the next one. */
  let focal: Member = {
    name: 'Focal point of AFR-18',
    email: 'focal.afr-18@demo.example',
    password: demonstrationPassword,
  };
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
  });
  test.afterAll(() => server?.stop());

  for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
    const t = translator(locale);
    const at = (path: string) => `${server.url}/${locale}/${path}`;

    test(`in ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      visit,
    }) => {
      const [contributor, successor] = [
        memberOf(`Contributor ${locale}`),
        memberOf(`Successor ${locale}`),
      ];
      const text = `Entered by a contributor, in ${locale}.`;
      const [leaving, helping, coming] = [
        await visit({ javaScriptEnabled }),
        await visit({ javaScriptEnabled }),
        await visit({ javaScriptEnabled }),
      ];
      const colleagues = colleaguesPage(leaving, locale);

      await signIn(leaving, server.url, locale, focal);
      await leaving.getByRole('link', { name: t('colleagues.title'), exact: true }).click();
      await expectPage(leaving, { locale }, t('colleagues.title'));
      await colleagues.invite(contributor);
      await join(helping, locale, await linkShown(leaving, locale, contributor.name), contributor);
      await fillSignIn(helping, locale, contributor);
      await expectPage(helping, { locale }, t('home.welcome', { name: contributor.name }));
      await helping.getByRole('link', { name: t('home.enter'), exact: true }).click();
      const form = needForm(helping, locale);
      await form.fill({ articles: [8], category: 'policymaking', text });
      await form.saveDraft();
      await expect(helping.getByRole('status').filter({ hasText: t('form.saved') })).toBeVisible();
      const need = /needs\/([0-9a-f-]{36})/.exec(helping.url())?.[1] ?? '';
      await helping.goto(at(`needs/${need}`));
      await expect(helping.getByText(t('colleagues.submits'), { exact: true })).toBeVisible();
      await expect(
        helping.getByRole('link', { name: t('need.checkAndSubmit'), exact: true }),
      ).toHaveCount(0);
      const raw = await sender(server.url, contributor.email, contributor.password);
      expect(
        (await raw.post(`/${locale}/needs/${need}/submit`, encoded([['version', '1']]))).status,
      ).toBe(403);
      expect((await raw.get(`/${locale}/accounts/colleagues`)).status).toBe(403);

      await leaving.goto(at('accounts/colleagues'));
      await colleagues.handOver();
      for (const message of [
        t('errors.unknownSuccessor'),
        t('errors.enterLetter'),
        t('errors.letterFormat'),
        t('errors.confirmHandover'),
      ]) {
        await expect(
          leaving.getByRole('alert').getByRole('link', { name: message, exact: true }),
        ).toBeVisible();
      }
      if (javaScriptEnabled)
        expect(await accessibilityFaults(leaving, 'colleagues, with errors')).toEqual([]);
      await colleagues.nameSuccessor(successor, 'Note 123/2026');
      await colleagues.handOver();
      const link = await colleagues.linkOnLeaving(successor.name);
      if (javaScriptEnabled) expect(await accessibilityFaults(leaving, 'handed over')).toEqual([]);
      await leaving.goto(at('accounts/colleagues'));
      await expectPage(leaving, { locale }, t('signIn.title'));
      await fillSignIn(leaving, locale, focal);
      await expect(
        leaving.getByRole('alert').getByText(t('errors.wrongCredentials'), { exact: true }),
      ).toBeVisible();

      await join(coming, locale, link, successor);
      await fillSignIn(coming, locale, successor);
      await coming.goto(at(`needs/${need}`));
      await coming.getByRole('link', { name: t('need.checkAndSubmit'), exact: true }).click();
      await coming.getByRole('button', { name: t('check.submit'), exact: true }).click();
      await expect(
        coming.getByRole('status').filter({ hasText: t('need.done.submit') }),
      ).toBeVisible();
      await coming.goto(at('accounts/colleagues'));
      const [letter] = await Promise.all([
        coming.waitForEvent('download'),
        coming.getByRole('link', { name: 'Note 123/2026', exact: true }).first().click(),
      ]);
      expect(letter.suggestedFilename()).toBe('nomination.pdf');
      focal = successor;
    });
  }
});
