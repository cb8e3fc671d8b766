import { stateName } from '#lib/convention/states';
import { translator } from '#lib/text/i18n';
import { expect, test } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import { needForm } from '#tests/support/pages/need-form';
import { needPage } from '#tests/support/pages/need';
import { signedIn } from '#tests/support/pages/sign-in';
import { arabic, english, plainChinese, walked } from '#tests/support/pages/browsing';
import type { RunningServer } from '#tests/support/servers/server';

const reviewer = { email: 'reviewer.1@demo.example' };

test.describe('entering needs', () => {
  let server: RunningServer;
  test.beforeAll(({ shared }) => {
    server = shared;
  });

  for (const { locale, javaScriptEnabled } of walked([english], arabic, plainChinese)) {
    const how = `in ${locale} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;
    const t = translator(locale);
    const place = { locale };
    const at = (path: string) => `${server.url}/${locale}/${path}`;

    test(`a need of the chapter as a whole counts among the general needs, ${how}`, async ({
      visit,
    }) => {
      const [focal, one] = [await visit({ javaScriptEnabled }), await visit({ javaScriptEnabled })];
      const [form, own] = [needForm(focal, locale), needPage(focal, locale)];
      await signedIn(focal, server.url, { email: 'focal.afr-18@demo.example' });
      await signedIn(one, server.url, reviewer);
      const general = async () => {
        await one.goto(at('summaries/regions/AFR'));
        return Number(await one.locator('tr[data-provision=general] td.sum').innerText());
      };
      const before = await general();

      await focal.goto(at('needs/new'));
      await expect(form.chapter('II')).toBeChecked();
      await form.fill({
        general: true,
        category: 'research-and-data',
        text: `A general need, ${how}.`,
        language: locale,
      });
      await form.check();
      await expectPage(focal, place, t('check.title'));
      await expect(
        focal
          .getByRole('definition')
          .filter({ hasText: t('provisions.general', { chapter: 'II' }) }),
      ).toBeVisible();
      await focal.getByRole('button', { name: t('check.submit'), exact: true }).click();
      await own.expectDone('submit', 'submitted');
      await one.goto(at(`needs/${own.id()}`));
      await needPage(one, locale).approve();
      await needPage(one, locale).expectDone('approve', 'approved');
      expect(await general()).toBe(before + 1);
    });

    test(`what a reviewer enters from a summary, another reviewer approves, ${how}`, async ({
      visit,
    }) => {
      const [one, two] = [await visit({ javaScriptEnabled }), await visit({ javaScriptEnabled })];
      const [form, entered, seen] = [
        needForm(one, locale),
        needPage(one, locale),
        needPage(two, locale),
      ];
      await signedIn(one, server.url, reviewer);
      await signedIn(two, server.url, { email: 'reviewer.2@demo.example' });

      await one.goto(at('needs/new'));
      await expect(
        one.getByRole('heading', { name: t('form.chooseReview'), exact: true }),
      ).toBeVisible();
      await one
        .getByRole('link', {
          name: t('reviews.one', { state: stateName('AFR-16', locale), cycle: t('cycles.2') }),
          exact: true,
        })
        .click();
      await expectPage(one, place, t('form.enterTitle'));
      await form.fill({
        articles: [9],
        category: 'legislative-assistance',
        text: `Entered from the summary, ${how}.`,
        language: 'en',
        quote: 'Article 9: drafting.',
        paragraph: '12',
      });
      await form.check();
      await one.getByRole('button', { name: t('check.submit'), exact: true }).click();
      await entered.expectDone('submit', 'submitted');
      await expect(one.getByText(t('need.ownEntry'), { exact: true })).toBeVisible();
      await expect(entered.approveButton).toHaveCount(0);

      const version = await one.locator('input[name=version]').first().inputValue();
      const refused = await one.request.post(at(`needs/${entered.id()}/approve`), {
        form: { version },
        headers: { origin: server.url },
      });
      expect(refused.status()).toBe(403);
      expect(await refused.text()).toContain(t('refused.four-eyes'));

      await two.goto(at(`needs/${entered.id()}`));
      await seen.approve();
      await seen.expectDone('approve', 'approved');
    });
  }
});
