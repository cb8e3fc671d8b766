import { translator } from '#lib/text/i18n';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import {
  enterDraft,
  hidden,
  needFields,
  sender,
  type Sender,
} from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { startServer, type RunningServer } from '#tests/support/servers/server';

const t = translator('en');

test.describe('what is typed into a form', () => {
  let server: RunningServer;
  let focal: Sender;
  let review: string;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
    focal = await sender(server.url, emails.focal);
    review = hidden((await focal.get(`/en/needs/new?id=${crypto.randomUUID()}`)).text, 'review');
  });
  test.afterAll(() => server?.stop());

  const at = (path: string) => `${server.url}/en/reviews/${review}${path}`;
  const restored = (page: Page) => page.getByText(t('typed.restored'), { exact: true });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  test('the grid: is there again after leaving the page, and gone once it is saved', async ({
    visit,
  }) => {
    const id = await enterDraft(focal, needFields('In the grid.'));
    const page = await visit();
    await signedIn(page, server.url, { email: emails.focal });
    const text = page.locator(`[id="${id}.text"]`);
    await page.goto(at('/grid'));
    await text.fill('In the grid, changed.');
    await page.goto(at(''));
    await page.goto(at('/grid'));
    await expect(text).toHaveValue('In the grid, changed.');
    await expect(restored(page)).toBeVisible();

    await page.context().setOffline(true);
    await button(page, t('grid.save')).click();
    await expect(page.getByText(t('typed.unreachable'))).toBeVisible();
    await page.context().setOffline(false);
    await button(page, t('grid.save')).click();
    await expect(page.getByText(t('grid.saved', { n: 1 }))).toBeVisible();
    await page.goto(at('/grid'));
    await expect(text).toHaveValue('In the grid, changed.');
    await expect(restored(page)).toHaveCount(0);
  });

  test('the grid: does not overwrite what another changed meanwhile, and is thrown away on request', async ({
    visit,
  }) => {
    const [one, two] = [
      await enterDraft(focal, needFields('Mine one.')),
      await enterDraft(focal, needFields('Mine two.')),
    ];
    const [page, other] = [await visit(), await visit()];
    for (const each of [page, other]) {
      await signedIn(each, server.url, { email: emails.focal });
      await each.goto(at('/grid'));
    }
    const text = (of: Page, id: string) => of.locator(`[id="${id}.text"]`);
    await text(page, one).fill('Typed one.');
    await text(page, two).fill('Typed two.');
    await text(other, one).fill('Theirs.');
    await button(other, t('grid.save')).click();
    await expect(other.getByText(t('grid.saved', { n: 1 }))).toBeVisible();
    await page.goto(at('/grid'));
    await expect(text(page, one)).toHaveValue('Theirs.');
    await expect(text(page, two)).toHaveValue('Typed two.');
    await expect(page.locator('.typed-notice li')).toContainText('Typed one.');
    await button(page, t('typed.discard')).click();
    await expect(text(page, two)).toHaveValue('Mine two.');
    await page.reload();
    await expect(page.locator('.typed-notice')).toHaveCount(0);
  });

  test('the self-assessment: is there again after leaving and after an error, and makes each draft once', async ({
    visit,
  }) => {
    const page = await visit();
    await signedIn(page, server.url, { email: emails.focal });
    await page.goto(at('/self-assessment'));
    const field = (name: string) => page.locator(`[id="5.${name}"]`);
    await field('description').fill('Typed into the checklist.');
    await page.goto(at(''));
    await page.goto(at('/self-assessment'));
    await expect(field('description')).toHaveValue('Typed into the checklist.');
    // Without the tick the form is refused.
    await button(page, t('selfAssessment.make')).click();
    await expect(field('description')).toHaveValue('Typed into the checklist.');
    await expect(page.getByText(t('selfAssessment.tickOrEmpty')).first()).toBeVisible();
    await page.goto(at('/self-assessment'));
    await expect(field('description')).toHaveValue('Typed into the checklist.');
    await field('needed').check();
    await button(page, t('selfAssessment.make')).click();
    await expect(page.getByText(t('selfAssessment.done', { n: 1 }))).toBeVisible();
    await expect(field('description')).toHaveValue('');
    await expect(restored(page)).toHaveCount(0);
  });

  for (const javaScriptEnabled of [true, false])
    test(`ticks: those under another chapter are not lost on signing, those of a waiver not by a wrong date, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.focal });
      await page.goto(at(''));
      const boxes = (chapter: string) => page.locator(`#chapter-${chapter} input[type="checkbox"]`);
      const before = await boxes('V').count();
      await boxes('II').first().check();
      await boxes('V').first().check();
      await page
        .locator('#chapter-II')
        .getByRole('button', { name: t('desk.sign') })
        .click();
      await expect(boxes('V')).toHaveCount(before - 1);

      const admin = await visit({ javaScriptEnabled });
      await signedIn(admin, server.url, { email: emails.administrator });
      await admin.goto(at('/checklist'));
      const doubts = admin.locator('input[name="doubt"]');
      await doubts.first().check();
      await doubts.nth(1).check();
      await admin.getByRole('textbox', { name: t('closing.reason'), exact: true }).fill('Settled.');
      await admin
        .getByRole('textbox', { name: t('closing.expiresOn'), exact: true })
        .fill('2020-01-01');
      await admin.getByRole('button', { name: t('closing.waive'), exact: true }).click();
      await expect(admin.getByText(t('errors.waiverDate')).first()).toBeVisible();
      await expect(admin.locator('input[name="doubt"]:checked')).toHaveCount(2);
      await expect(
        admin.getByRole('textbox', { name: t('closing.reason'), exact: true }),
      ).toHaveValue('Settled.');
    });
});
