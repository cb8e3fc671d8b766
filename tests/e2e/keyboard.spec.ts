import { translator } from '#lib/text/i18n';
import { expect, test, untilScripted, type Page } from '#tests/support/pages/fixture';
import { needForm } from '#tests/support/pages/need-form';
import { needPage } from '#tests/support/pages/need';
import { enterDraft, needFields, sender, submitDraft } from '#tests/support/pages/raw-requests';
import { signedIn } from '#tests/support/pages/sign-in';
import { english, plainEnglish, walked } from '#tests/support/pages/browsing';
import type { RunningServer } from '#tests/support/servers/server';

const focalPoint = { email: 'focal.afr-18@demo.example' };

test.describe('by keyboard', () => {
  let server: RunningServer;
  test.beforeAll(({ shared }) => {
    server = shared;
  });

  const summary = (page: Page) =>
    page.getByRole('alert', { name: translator('en')('problem.title') });
  /** Follows a line of the summary of errors, and is at the field that it speaks of. */
  async function expectLeadsTo(page: Page, message: string, field: ReturnType<Page['getByRole']>) {
    await summary(page).getByRole('link', { name: message, exact: true }).press('Enter');
    await expect(field).toBeFocused();
  }

  test('the first thing on every page leads past the navigation', async ({ visit }) => {
    const page = await visit();
    await signedIn(page, server.url, focalPoint);
    for (const locale of ['en', 'ar'] as const) {
      for (const path of ['', '/needs', '/needs/new', '/summaries', '/no/such/page']) {
        await page.goto(`${server.url}/${locale}${path}`);
        await page.keyboard.press('Tab');
        const skip = page.getByRole('link', { name: translator(locale)('site.skip'), exact: true });
        await expect(skip, path).toBeFocused();
        await expect(skip, path).toBeInViewport();
        await page.keyboard.press('Enter');
        await expect(page.getByRole('main'), path).toBeFocused();
      }
    }
  });

  const t = translator('en');

  // The server moves the focus by itself where there are no scripts.
  for (const { javaScriptEnabled } of [english, plainEnglish]) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

    test(`the errors of a form take the focus, and each leads to its field, ${how}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      const form = needForm(page, 'en');
      await signedIn(page, server.url, focalPoint);
      await page.goto(`${server.url}/en/needs/new`);
      await form.fill({ articles: [7], priority: 'first' });
      await form.check();
      await expect(summary(page)).toBeFocused();
      await expect(page).toHaveTitle(new RegExp(`^${t('problem.error')} `));
      await expect(form.priority).toHaveAccessibleDescription(
        new RegExp(t('errors.priorityNumber')),
      );
      await expectLeadsTo(page, t('errors.priorityNumber'), form.priority);
      await form.fill({ priority: '1' });
      await form.check();
      await expect(summary(page)).toBeFocused();
      await expectLeadsTo(page, t('errors.enterText'), form.text);
      await expectLeadsTo(page, t('errors.chooseCategory'), form.category('capacity-building'));
      await form.fill({
        category: 'capacity-building',
        text: 'Mended by keyboard.',
        language: 'en',
      });
      await untilScripted(page);
      await form.check();
      await expect(
        page.getByRole('heading', { level: 1, name: t('check.title'), exact: true }),
      ).toBeVisible();
      await expect(page).not.toHaveTitle(new RegExp(`^${t('problem.error')}`));
    });
  }

  for (const { javaScriptEnabled } of walked([english], plainEnglish)) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

    test(`a need is entered without a mouse, ${how}`, async ({ visit }) => {
      const page = await visit({ javaScriptEnabled });
      const form = needForm(page, 'en');
      await signedIn(page, server.url, focalPoint);
      await page.goto(`${server.url}/en/needs/new`);
      await untilScripted(page);
      await form.article(5).press('Space');
      await form.category('capacity-building').press('Space');
      await page.keyboard.press('ArrowDown');
      await expect(form.category('institution-building')).toBeChecked();
      await form.subcategories('institution-building').first().press('Space');
      await form.text.press('Shift+Home');
      await page.keyboard.type('Entered without a mouse.');
      await page.keyboard.press('Tab');
      await expect(form.language).toBeFocused();
      await page.getByRole('button', { name: t('form.check'), exact: true }).press('Enter');
      await expect(
        page.getByRole('heading', { level: 1, name: t('check.title'), exact: true }),
      ).toBeVisible();
      await expect(
        page.getByRole('definition').getByText('Entered without a mouse.', { exact: true }),
      ).toBeVisible();
    });

    test(`a return without a reason says so, and leads to the reason, ${how}`, async ({
      visit,
    }) => {
      const focal = await sender(server.url, focalPoint.email);
      const id = await enterDraft(focal, needFields('To be returned.'));
      await submitDraft(focal, id);
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: 'reviewer.1@demo.example' });
      await page.goto(`${server.url}/en/needs/${id}`);
      await needPage(page, 'en').giveReason('return', '');
      await expect(summary(page)).toBeFocused();
      await expect(needPage(page, 'en').reason('return')).toHaveAccessibleDescription(
        new RegExp(t('errors.enterReasonOrComment')),
      );
      await expectLeadsTo(
        page,
        t('errors.enterReasonOrComment'),
        needPage(page, 'en').reason('return'),
      );
    });
  }
});
