import { demonstrationAccounts } from '#lib/people/accounts/demonstration-accounts';
import { stateName } from '#lib/convention/states';
import { formatDate } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { invite, join, linkShown, memberOf } from '#tests/support/pages/accounts';
import { enrolOnPage } from '#tests/support/pages/enrol';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import { needPage } from '#tests/support/pages/need';
import { completeNeed, needForm } from '#tests/support/pages/need-form';
import { accountByCommand } from '#tests/support/pages/operator';
import { reviewPage } from '#tests/support/pages/review';
import { fillSignIn, signIn, signedIn } from '#tests/support/pages/sign-in';
import { english, plainEnglish, walked } from '#tests/support/pages/browsing';
import { expectConsistent } from '#tests/support/pages/summary';
import { startServer, type RunningServer } from '#tests/support/servers/server';

const locale = 'en';
const t = translator(locale);
const place = { locale, demonstration: false } as const;
const [administrator, manager, first, second, one, two] = [
  memberOf('Ada'),
  memberOf('Mo'),
  memberOf('Focal One'),
  memberOf('Focal Two'),
  memberOf('Reviewer One'),
  memberOf('Reviewer Two'),
];
const kenya = t('reviews.one', { state: stateName('KEN', locale), cycle: t('cycles.2') });

for (const { javaScriptEnabled } of walked([english], plainEnglish)) {
  test.describe
    .serial(`a register of one's own ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    let server: RunningServer;
    test.beforeAll(async () => {
      server = await startServer({ engine: 'sqlite', empty: true });
    });
    test.afterAll(() => server?.stop());
    const at = (path: string) => `${server.url}/${locale}/${path}`;
    const browser = { javaScriptEnabled };
    const needsCounted = async (page: Page, query = '') => {
      await page.goto(at(`summaries${query}`));
      return (await expectConsistent(page)).needs;
    };

    test('has no accounts but the one that its operator makes', async ({ visit }) => {
      const page = await visit(browser);
      await page.goto(at('accounts/sign-in'));
      await expectPage(page, place, t('signIn.title'));
      await expect(page.getByRole('table')).toHaveCount(0);
      for (const { email } of demonstrationAccounts.slice(0, 2)) {
        await fillSignIn(page, locale, { email });
        await expect(
          page.getByRole('alert').getByText(t('errors.wrongCredentials'), { exact: true }),
        ).toBeVisible();
      }

      const link = await accountByCommand(server, administrator);
      expect(link).toContain(`${server.url}/en/accounts/invitations/`);
      await join(page, locale, link, administrator);
      await fillSignIn(page, locale, administrator);
      await expectPage(page, place, t('factor.title'));
      await page.goto(at('accounts'));
      await expectPage(page, place, t('signIn.title'));
      await page.goto(at('accounts/second-factor'));
      const [code = ''] = await enrolOnPage(page, locale, administrator.password);
      await page.goto(at('admin/settings'));
      await page.getByRole('radio', { name: t('settings.values.voluntary'), exact: true }).check();
      await page.getByRole('button', { name: t('settings.save'), exact: true }).click();
      await page.goto(at('accounts/second-factor'));
      await page.getByLabel(t('factor.code'), { exact: true }).fill(code);
      await page.getByLabel(t('account.current'), { exact: true }).fill(administrator.password);
      await page.getByRole('button', { name: t('factor.remove'), exact: true }).click();
      await expect(page.getByText(t('factor.removed'))).toBeVisible();
      await page.goto(at(''));
      await expectPage(page, place, t('home.welcome', { name: administrator.name }));
      await page.goto(link);
      await expectPage(page, place, t('invitation.gone'));
    });

    test('lets the administrator create the review of a State and invite its people', async ({
      visit,
    }) => {
      const page = await visit(browser);
      await signIn(page, server.url, locale, administrator);
      await page.getByRole('link', { name: t('home.createReview'), exact: true }).click();
      await expectPage(page, place, t('reviews.create'));
      await page
        .getByRole('combobox', { name: t('reviews.state'), exact: true })
        .selectOption({ label: stateName('KEN', locale) });
      await page.getByRole('button', { name: t('reviews.createButton'), exact: true }).click();
      await expectPage(page, place, kenya);

      for (const [role, guest] of [
        ['focal-point', first],
        ['focal-point', second],
        ['reviewer', one],
        ['reviewer', two],
      ] as const) {
        await invite(page, locale, { role, ...guest });
        const link = await linkShown(page, locale, guest.name);
        await expect(page.getByText(guest.email)).toBeVisible();
        await page.getByRole('link', { name: t('accounts.back'), exact: true }).click();
        const row = page.getByRole('row').filter({ hasText: guest.email });
        await expect(row).toContainText(t('accounts.invited'));

        const their = await visit(browser);
        await join(their, locale, link, guest);
        await fillSignIn(their, locale, guest);
        await expectPage(their, place, t('home.welcome', { name: guest.name }));
        await page.reload();
        await expect(row).toContainText(t('accounts.active'));
      }

      await page.goto(at('accounts'));
      await invite(page, locale, { role: 'manager', ...manager });
      await join(
        await visit(browser),
        locale,
        await linkShown(page, locale, manager.name),
        manager,
      );
    });

    test('lets two focal points of one State work side by side', async ({ visit }) => {
      const [hers, his] = [await visit(browser), await visit(browser)];
      await signedIn(hers, server.url, first);
      await signedIn(his, server.url, second);
      await hers.goto(at('needs/new'));
      await needForm(hers, locale).fill(completeNeed('Training of procurement officers.'));
      await needForm(hers, locale).saveDraft();
      await expect(hers.getByRole('status').filter({ hasText: t('form.saved') })).toBeVisible();

      await his.goto(at('needs'));
      await his.getByRole('link', { name: t('needs.noReference'), exact: true }).click();
      await his.getByRole('link', { name: t('need.continue'), exact: true }).click();
      await expect(needForm(his, locale).text).toHaveValue('Training of procurement officers.');
      await needForm(his, locale).fill({
        text: 'Training of forty procurement officers.',
        priority: '1',
      });
      await needForm(his, locale).check();
      await his.getByRole('button', { name: t('check.submit'), exact: true }).click();
      await needPage(his, locale).expectDone('submit', 'submitted');
      expect(await needPage(his, locale).reference()).toBe('KEN-2-001');

      await hers.goto(at(`needs/${needPage(his, locale).id()}`));
      await expect(
        hers.getByText('Training of forty procurement officers.', { exact: true }),
      ).toBeVisible();
      await expect(hers.getByRole('row').filter({ hasText: t('verbs.edit') })).toContainText(
        second.name,
      );
      await expect(hers.getByRole('row').filter({ hasText: t('verbs.enter') })).toContainText(
        first.name,
      );
    });

    test('counts an approved need for the manager once its summary is completed, and for the public once it is published', async ({
      visit,
    }) => {
      const [admin, reviewer, boss, anybody] = [
        await visit(browser),
        await visit(browser),
        await visit(browser),
        await visit(browser),
      ];
      await signedIn(admin, server.url, administrator);
      await signedIn(reviewer, server.url, one);
      await signedIn(boss, server.url, manager);
      await reviewer.goto(at('needs'));
      await reviewer.getByRole('link', { name: 'KEN-2-001', exact: true }).click();
      await needPage(reviewer, locale).approve();
      await needPage(reviewer, locale).expectDone('approve', 'approved');
      expect(await needsCounted(boss)).toBe(0);

      const review = reviewPage(admin, locale);
      await admin.goto(at('reviews'));
      await admin.getByRole('link', { name: stateName('KEN', locale), exact: true }).click();
      await expectPage(admin, place, kenya);
      await expect(admin.getByText(t('reviews.publishNeedsDate'), { exact: true })).toBeVisible();
      for (const date of ['2024-05-17', '2024-05-20']) {
        await review.setCompletion(date, 'CAC/COSP/IRG/II/1/2');
        await expect(
          admin.getByRole('definition').filter({ hasText: formatDate(locale, date) }),
        ).toBeVisible();
      }
      await expect(
        admin.getByRole('definition').filter({ hasText: 'CAC/COSP/IRG/II/1/2' }),
      ).toBeVisible();

      expect(await needsCounted(boss)).toBe(1);
      expect(await needsCounted(boss, '?cutoff=2024-05-19')).toBe(0);
      expect(await needsCounted(anybody)).toBe(0);

      await review.publish();
      await expect(
        admin.getByText(
          t('reviews.publishedOn', {
            date: formatDate(locale, new Date().toISOString().slice(0, 10)),
          }),
          { exact: true },
        ),
      ).toBeVisible();
      expect(await needsCounted(anybody)).toBe(1);
      await anybody.goto(at('needs'));
      await anybody.getByRole('link', { name: 'KEN-2-001', exact: true }).click();
      await expectPage(anybody, place, t('need.title', { reference: 'KEN-2-001' }));
    });
  });
}
