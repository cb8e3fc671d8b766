import { translator } from '#lib/text/i18n';
import { expect, test, untilScripted, type Page } from '#tests/support/pages/fixture';
import { needForm } from '#tests/support/pages/need-form';
import { enterDraft, needFields, sender } from '#tests/support/pages/raw-requests';
import { signedIn } from '#tests/support/pages/sign-in';
import type { RunningServer } from '#tests/support/servers/server';

const focalPoint = { email: 'focal.afr-18@demo.example' };

test.describe('on a slow line', () => {
  let server: RunningServer;
  test.beforeAll(({ shared }) => {
    server = shared;
  });

  /** Scripts come only when the person has typed. */
  async function typedBeforeScripts(page: Page, address: string) {
    const { promise, resolve } = Promise.withResolvers<void>();
    await page.route('**/_next/**', async (route) => {
      await promise;
      await route.continue();
    });
    await page.goto(address, { waitUntil: 'commit' });
    const form = needForm(page, 'en');
    await form.text.fill('Typed before the scripts had come.');
    await form.unfold();
    await form.priority.fill('3');
    await form.article(12).check();
    await form.category('policymaking').check();
    resolve();
    await untilScripted(page);
    await expect(form.text).toHaveValue('Typed before the scripts had come.');
    await expect(form.priority).toHaveValue('3');
    await expect(form.article(12)).toBeChecked();
    await expect(form.category('policymaking')).toBeChecked();
    await form.saveDraft();
    await expect(
      page.getByRole('status').filter({ hasText: translator('en')('form.saved') }),
    ).toBeVisible();
    await page.reload();
    await expect(form.text).toHaveValue('Typed before the scripts had come.');
    await expect(form.article(12)).toBeChecked();
  }

  test('what is typed into a new need before the scripts have come is kept', async ({ visit }) => {
    const page = await visit();
    await signedIn(page, server.url, focalPoint);
    await typedBeforeScripts(page, `${server.url}/en/needs/new`);
  });

  test('what is typed into a draft before the scripts have come is kept', async ({ visit }) => {
    const id = await enterDraft(
      await sender(server.url, focalPoint.email),
      needFields('As it was stored.', { priority: '9' }),
    );
    const page = await visit();
    await signedIn(page, server.url, focalPoint);
    await typedBeforeScripts(page, `${server.url}/en/needs/${id}/change`);
  });

  test('a form that cannot be sent says so, keeps what was typed, and can be sent again', async ({
    visit,
  }) => {
    const page = await visit();
    const form = needForm(page, 'en');
    await signedIn(page, server.url, focalPoint);
    await page.goto(`${server.url}/en/needs/new`);
    await form.fill({ text: 'Typed while there was a line.' });
    await page.context().setOffline(true);
    await form.saveDraft();
    await expect(
      page.getByRole('alert').filter({ hasText: translator('en')('form.unreachable') }),
    ).toBeVisible();
    await expect(form.text).toHaveValue('Typed while there was a line.');
    await page.context().setOffline(false);
    await form.saveDraft();
    await expect(
      page.getByRole('status').filter({ hasText: translator('en')('form.saved') }),
    ).toBeVisible();
    await expect(form.text).toHaveValue('Typed while there was a line.');
  });
});
