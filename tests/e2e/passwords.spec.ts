import { unfold } from '#tests/support/pages/confirm';
import { translator } from '#lib/text/i18n';
import { changePassword, colleague, linkShown, type Member } from '#tests/support/pages/accounts';
import { expect, test } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import { fillSignIn, signedIn } from '#tests/support/pages/sign-in';
import { english, plainEnglish, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

const locale = 'en';
const t = translator(locale);
const place = { locale } as const;

test.describe.serial('passwords', () => {
  let server: RunningServer;
  let member: Member;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
    member = await colleague(server.url);
  });
  test.afterAll(() => server?.stop());
  const at = (path: string) => `${server.url}/${locale}/${path}`;

  for (const { javaScriptEnabled } of walked([english], plainEnglish)) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

    test(`a focal point changes the password, and their other sessions end, ${how}`, async ({
      visit,
    }) => {
      const chosen = `a new password ${how}`;
      const [here, elsewhere] = [
        await visit({ javaScriptEnabled }),
        await visit({ javaScriptEnabled }),
      ];
      await signedIn(here, server.url, member);
      await signedIn(elsewhere, server.url, member);
      await here.goto(at('accounts/me'));
      await expectPage(here, place, t('account.title'));
      await changePassword(here, locale, 'not the present one', chosen);
      await expect(
        here.getByLabel(t('account.current'), { exact: true }),
      ).toHaveAccessibleDescription(new RegExp(t('errors.wrongPassword')));
      await changePassword(here, locale, member.password, 'short');
      await expect(here.getByLabel(t('account.new'), { exact: true })).toHaveAccessibleDescription(
        new RegExp(t('errors.passwordTooShort')),
      );
      await elsewhere.goto(at('accounts/me'));
      await expectPage(elsewhere, place, t('account.title'));
      await changePassword(here, locale, member.password, chosen);
      await expect(
        here.getByRole('status').filter({ hasText: t('account.changed') }),
      ).toBeVisible();

      await elsewhere.reload();
      await expectPage(elsewhere, place, t('signIn.title'));
      await fillSignIn(elsewhere, locale, member);
      await expect(
        elsewhere.getByRole('alert').getByText(t('errors.wrongCredentials'), { exact: true }),
      ).toBeVisible();
      member = { ...member, password: chosen };
      await fillSignIn(elsewhere, locale, member);
      await expectPage(elsewhere, place, t('account.title'));
      await here.reload();
      await expectPage(here, place, t('account.title'));
    });

    test(`the administrator makes a link for a new password, which is shown once and works once, ${how}`, async ({
      visit,
    }) => {
      const [admin, before] = [
        await visit({ javaScriptEnabled }),
        await visit({ javaScriptEnabled }),
      ];
      await signedIn(admin, server.url, { email: 'administrator@demo.example' });
      await signedIn(before, server.url, member);
      await admin.goto(at('accounts'));
      await unfold(admin);
      await admin
        .getByRole('button', { name: t('accounts.resetFor', { name: member.name }), exact: true })
        .click();
      const link = await linkShown(admin, locale, member.name, 'resetLinkTitle');
      await admin.goto(at('accounts/invited'));
      await expectPage(admin, place, t('accounts.title'));

      const forgetful = await visit({ javaScriptEnabled });
      await forgetful.goto(link);
      await expectPage(forgetful, place, t('invitation.resetTitle'));
      await expect(
        forgetful.getByRole('textbox', { name: t('invitation.name'), exact: true }),
      ).toHaveValue(member.name);
      member = { ...member, password: `chosen by the link ${how}` };
      const choose = () =>
        forgetful.getByRole('button', { name: t('invitation.choose'), exact: true }).click();
      await forgetful.getByLabel(t('invitation.password'), { exact: true }).fill('short');
      await choose();
      await expect(
        forgetful.getByLabel(t('invitation.password'), { exact: true }),
      ).toHaveAccessibleDescription(new RegExp(t('errors.passwordTooShort')));
      await forgetful.getByLabel(t('invitation.password'), { exact: true }).fill(member.password);
      await choose();
      await expectPage(forgetful, place, t('signIn.title'));
      await fillSignIn(forgetful, locale, member);
      await expectPage(forgetful, place, t('home.welcome', { name: member.name }));

      await forgetful.goto(link);
      await expectPage(forgetful, place, t('invitation.gone'));
      await before.goto(at('accounts/me'));
      await expectPage(before, place, t('signIn.title'));
    });
  }
});
