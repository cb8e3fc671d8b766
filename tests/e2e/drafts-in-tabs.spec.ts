import { translator } from '#lib/text/i18n';
import { expect, test, untilScripted, type Page } from '#tests/support/pages/fixture';
import { completeNeed, needForm } from '#tests/support/pages/need-form';
import { enterDraft, needFields, sender } from '#tests/support/pages/raw-requests';
import { signedIn } from '#tests/support/pages/sign-in';
import type { RunningServer } from '#tests/support/servers/server';

const focal = { email: 'focal.afr-18@demo.example' };
const t = translator('en');
const status = (page: Page, text: string) =>
  page.getByRole('status').filter({ hasText: text.replace('{time}', '').trim() });
const savedAt = t('form.savedAt', { time: '' }).trim();

test.describe('two tabs of one need', () => {
  let server: RunningServer;
  test.beforeAll(({ shared }) => {
    server = shared;
  });
  const at = (path: string) => `${server.url}/en/${path}`;
  const draftOf = async (text: string) =>
    enterDraft(await sender(server.url, focal.email), needFields(text));

  test('lose nothing: both texts stand until one is chosen, and what was thrown away stays away', async ({
    visit,
  }) => {
    const one = await visit();
    await signedIn(one, server.url, focal);
    const two = await one.context().newPage();
    const id = await draftOf('As it was.');
    for (const page of [one, two]) {
      await page.goto(at(`needs/${id}/change`));
      await untilScripted(page);
    }
    const [first, second] = [needForm(one, 'en'), needForm(two, 'en')];
    await first.text.fill('Typed in the first tab.');
    await expect(status(one, savedAt)).toBeVisible();
    await second.quote.fill('Typed in the second tab.');
    await expect(status(two, savedAt)).toBeVisible();
    await second.text.fill('Another text in the second tab.');
    await two.getByRole('link', { name: t('form.chooseBetween'), exact: true }).click();

    await expect(two.getByText(t('form.typedTwice'), { exact: true })).toBeVisible();
    await expect(second.text).toHaveValue('Typed in the first tab.');
    await expect(second.quote).toHaveValue('Typed in the second tab.');
    await untilScripted(two);
    await two.getByRole('radio', { name: /Another text in the second tab/ }).check();
    await second.saveDraft();
    await expect(status(two, t('form.saved'))).toBeVisible();
    await expect(second.text).toHaveValue('Another text in the second tab.');
    await expect(second.quote).toHaveValue('Typed in the second tab.');
    await expect(two.getByText(t('form.typedTwice'), { exact: true })).toHaveCount(0);

    // A draft that is thrown away in one tab does not come back from the other one.
    await one.goto(at(`needs/${id}/change`));
    await untilScripted(one);
    await second.text.fill('To be thrown away.');
    await expect(status(two, savedAt)).toBeVisible();
    await one.reload();
    await untilScripted(one);
    await expect(first.text).toHaveValue('To be thrown away.');
    await one.getByRole('button', { name: t('form.discard'), exact: true }).click();
    await expect(first.text).toHaveValue('Another text in the second tab.');
    await second.text.fill('To be thrown away, and more.');
    await expect(status(two, t('form.discardedElsewhere'))).toBeVisible();
    await one.reload();
    await expect(first.text).toHaveValue('Another text in the second tab.');
  });

  for (const javaScriptEnabled of [true, false])
    test(`going back after saving a new need and saving again makes one need, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      const form = needForm(page, 'en');
      await signedIn(page, server.url, focal);
      const text = `One form, one need ${javaScriptEnabled}.`;
      await page.goto(at('needs/new'));
      await form.fill(completeNeed(text));
      await form.saveDraft();
      await expect(status(page, t('form.saved'))).toBeVisible();
      await page.goBack();
      await form.fill({ text: `${text} Changed.` });
      await form.saveDraft();
      await expect(status(page, t('form.saved'))).toBeVisible();
      await page.goto(at(`needs?show=all&text=${encodeURIComponent(text.slice(0, -1))}`));
      await expect(
        page.locator('table a', { hasText: 'One form' }).or(page.getByText(text.slice(0, -1))),
      ).toHaveCount(1);
    });

  test('wrong and empty fields are shown together, in the order of the form', async ({ visit }) => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await visit({ javaScriptEnabled });
      const form = needForm(page, 'en');
      await signedIn(page, server.url, focal);
      await page.goto(at('needs/new'));
      await form.fill({ priority: 'first of all' });
      await form.check();
      const errors = page.locator('#problems li');
      await expect(errors).toHaveText(
        [
          t('errors.enterText'),
          t('errors.chooseArticle'),
          t('errors.chooseCategory'),
          t('errors.priorityNumber'),
        ],
        { useInnerText: true },
      );
    }
  });
});
