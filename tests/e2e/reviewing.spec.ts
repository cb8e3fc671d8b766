import type { Locator } from '@playwright/test';
import { campaign } from '#tests/support/run/campaign';
import { translator } from '#lib/text/i18n';
import { accessibilityFaults, faultsOnceMore } from '#tests/support/pages/accessibility';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { needForm } from '#tests/support/pages/need-form';
import { needPage } from '#tests/support/pages/need';
import { enterDraft, needFields, sender, submitDraft } from '#tests/support/pages/raw-requests';
import { signedIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

const [focalPoint, one, two, administrator] = [
  'focal.afr-18',
  'reviewer.1',
  'reviewer.2',
  'administrator',
].map((name) => ({ email: `${name}@demo.example` })) as [Person, Person, Person, Person];
type Person = { email: string };

/** Goes on by the Tab key until this has the focus, as whoever has no pointer does. */
async function reach(page: Page, what: Locator) {
  for (let i = 0; i < 200; i += 1) {
    if (await what.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(what).toBeFocused();
}
async function press(page: Page, what: Locator) {
  await reach(page, what);
  await page.keyboard.press('Enter');
}

for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
  const how = `in ${locale} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;
  const t = translator(locale);

  test.describe(how, () => {
    let server: RunningServer;
    test.beforeAll(async () => {
      server = await startServer({ engine: 'sqlite', demonstration: true });
    });
    test.afterAll(() => server?.stop());

    test(`a review is checked from the first submission until it is closed for counting, ${how}`, async ({
      visit,
    }) => {
      const at = (path: string) => `${server.url}/${locale}/${path}`;
      const as = async (person: Person) => {
        const page = await visit({ javaScriptEnabled });
        await signedIn(page, server.url, person);
        return page;
      };
      const [focal, first, second, admin] = [
        await as(focalPoint),
        await as(one),
        await as(two),
        await as(administrator),
      ];
      const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
      const open = (page: Page, name: string) => page.getByText(name, { exact: true }).click();
      const raw = await sender(server.url, focalPoint.email);
      const id = await enterDraft(raw, needFields('Training of auditors.'));
      await submitDraft(raw, id);
      // axe needs scripts; what it looks at is the same without.
      const audit = async (page: Page, what: string, look = accessibilityFaults) =>
        javaScriptEnabled ? look(page, what) : [];
      const faults: string[] = [];

      await test.step('a reviewer finds it in the queue, with whose turn it is, and marks the list as looked through', async () => {
        await first.goto(at('needs'));
        await expect(
          first.getByRole('columnheader', { name: t('queue.columns.turn'), exact: true }),
        ).toBeVisible();
        await expect(
          first.getByRole('row').filter({ hasText: 'Training of auditors.' }),
        ).toContainText(t('queue.turns.you'));
        faults.push(...(await audit(first, 'queue', faultsOnceMore)));
        await button(first, t('queue.looked')).click();
        await expect(first.getByText(t('queue.neverLooked'))).toHaveCount(0);
      });

      await test.step('comments on one field, internally and to the focal point, and returns that field alone without another reason', async () => {
        await first.goto(at(`needs/${id}`));
        for (const [to, text] of [
          ['internal', 'Compare with the neighbour.'],
          ['sent', 'Auditors of which body?'],
        ] as const) {
          await open(first, t('comments.new'));
          await first
            .getByRole('combobox', { name: t('comments.about'), exact: true })
            .selectOption('text');
          await first.getByRole('textbox', { name: t('comments.text'), exact: true }).fill(text);
          await first.getByRole('radio', { name: t(`comments.${to}`), exact: true }).check();
          await button(first, t('comments.add')).click();
          await expect(first.getByText(text, { exact: true })).toBeVisible();
        }
        await open(first, t('need.return'));
        await first.getByRole('checkbox', { name: t('needs.text'), exact: true }).check();
        await button(first, t('need.returnButton')).click();
        await needPage(first, locale).expectDone('return', 'returned');
        faults.push(...(await audit(first, 'need with comments')));
      });

      await test.step('the focal point reads what was sent, and nothing else; corrects, answers and submits again', async () => {
        await focal.goto(at(`needs/${id}`));
        await expect(focal.getByText('Auditors of which body?', { exact: true })).toBeVisible();
        await expect(focal.getByRole('main')).not.toContainText('Compare with the neighbour.');
        await open(focal, t('comments.new'));
        await focal
          .getByRole('textbox', { name: t('comments.text'), exact: true })
          .fill('Of the supreme audit institution.');
        await button(focal, t('comments.send')).click();
        await expect(
          focal.getByText('Of the supreme audit institution.', { exact: true }),
        ).toBeVisible();
        await needPage(focal, locale).correct();
        const form = needForm(focal, locale);
        await form.fill({ text: 'Training of the auditors of the supreme audit institution.' });
        await form.check();
        await button(focal, t('check.submit')).click();
        await needPage(focal, locale).expectDone('submit', 'submitted');
      });

      await test.step('the reviewer sees word by word what was changed since, resolves the comments and recodes', async () => {
        await first.goto(at(`needs/${id}`));
        await expect(
          first.getByRole('heading', { name: t('queue.changedSince'), exact: true }),
        ).toBeVisible();
        await expect(
          first.locator('.difference ins').filter({ hasText: 'supreme audit institution' }),
        ).toBeVisible();
        for (let left = 3; left > 0; left -= 1) {
          await first
            .locator('form[action$="/resolve"]:not(:has([name=open])) button')
            .first()
            .click();
          await expect(
            first.getByRole('heading', {
              name: new RegExp(t('comments.openCount', { count: left - 1 })),
            }),
          ).toBeVisible();
        }
        await first.getByRole('link', { name: t('need.recode'), exact: true }).click();
        const form = needForm(first, locale);
        await form.fill({ category: 'institution-building' });
        await form.reasonForRecoding.fill('It is about the institution.');
        await form.recode();
        await needPage(first, locale).expectDone('recode', 'recoded');
      });

      await test.step('the focal point objects, and the second reviewer has to answer before approving', async () => {
        await focal.goto(at(`needs/${id}`));
        await open(focal, t('need.object'));
        await focal
          .getByRole('textbox', { name: t('need.objectReason'), exact: true })
          .fill('It is about training.');
        await button(focal, t('need.objectButton')).click();
        await expect(
          focal.getByRole('status').filter({ hasText: t('need.done.object') }),
        ).toBeVisible();
        await second.goto(at(`needs/${id}`));
        await expect(
          second.getByText('It is about training.', { exact: true }).first(),
        ).toBeVisible();
        await needPage(second, locale).approve();
        await expect(second.getByRole('alert', { name: t('problem.title') })).toContainText(
          t('errors.answerObjection'),
        );
        await second
          .getByRole('textbox', { name: t('need.answerObjection'), exact: true })
          .fill('The institution asks for structures.');
        await needPage(second, locale).approve();
        await expect(
          second.getByRole('status').filter({ hasText: t('need.done.approve') }),
        ).toBeVisible();
      });

      await test.step('what else is in the queue of the review is approved in one go, by keyboard alone', async () => {
        const review = await first
          .goto(at('reviews'))
          .then(() =>
            first.getByRole('link', { name: 'AFR-18', exact: true }).getAttribute('href'),
          );
        const reviewId = review!.split('/').at(-1)!;
        await first.goto(at(`needs?show=queue&review=${reviewId}`));
        await press(first, button(first, t('deciding.offer.approve')));
        await expect(
          first.getByRole('heading', { level: 1, name: t('deciding.title.approve'), exact: true }),
        ).toBeVisible();
        faults.push(...(await audit(first, 'approving together')));
        const confirm = first.locator('form[action$="/decisions/take"] button');
        await expect(confirm).toBeVisible();
        await press(first, confirm);
        await expect(
          first.getByRole('status').filter({ hasText: t('deciding.done') }),
        ).toBeVisible();
        faults.push(...(await audit(first, 'decision taken')));
        await press(first, first.getByText(t('deciding.reopenAll'), { exact: true }).first());
        await reach(first, first.getByRole('textbox', { name: t('deciding.reason'), exact: true }));
        await first.keyboard.type('Decided too early.');
        await press(first, button(first, t('deciding.reopenAll')));
        await expect(
          first.getByRole('status').filter({ hasText: t('deciding.done') }),
        ).toBeVisible();
      });

      await test.step('what is not settled is waived, and the review closed; then nothing of it can be changed until it is opened again', async () => {
        await admin.goto(at('reviews'));
        await admin.getByRole('link', { name: 'AFR-18', exact: true }).click();
        await admin
          .getByRole('textbox', { name: t('reviews.symbol'), exact: true })
          .fill('DEMO/AFR-18/2');
        await admin.locator('form[action$="/set-completion"] button').click();
        await admin.getByRole('link', { name: t('closing.open'), exact: true }).click();
        faults.push(...(await audit(admin, 'checklist', faultsOnceMore)));
        for (const box of await admin.getByRole('checkbox').all()) await box.check();
        await admin
          .getByRole('textbox', { name: t('closing.reason'), exact: true })
          .fill('Settled outside the register.');
        await button(admin, t('closing.waive')).click();
        await expect(admin.getByRole('alert', { name: t('problem.title') })).toContainText(
          t('errors.waiverDate'),
        );
        await expect(
          admin.getByRole('textbox', { name: t('closing.reason'), exact: true }),
        ).toHaveValue('Settled outside the register.');
        for (const box of await admin.getByRole('checkbox').all()) await box.check();
        await admin
          .getByRole('textbox', { name: t('closing.expiresOn'), exact: true })
          .fill(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10));
        await button(admin, t('closing.waive')).click();
        await button(admin, t('closing.close')).click();
        await expect(
          admin.getByRole('status').filter({ hasText: t('closing.done.close') }),
        ).toBeVisible();
        await focal.goto(at(`needs/${id}`));
        await expect(focal.getByText(t('need.closed'), { exact: true })).toBeVisible();
        await expect(focal.getByText(t('need.requestWithdrawal'), { exact: true })).toHaveCount(0);
        await admin.getByText(t('closing.reopen'), { exact: true }).first().click();
        await admin
          .getByRole('textbox', { name: t('closing.reopenReason'), exact: true })
          .fill('A corrigendum was issued.');
        await button(admin, t('closing.reopen')).click();
        await expect(admin.getByText(t('closing.lead'), { exact: true })).toBeVisible();
        await admin.goto(admin.url().replace('/checklist', ''));
        await expect(admin.getByText('A corrigendum was issued.', { exact: true })).toBeVisible();
      });

      await test.step('pages for managers and administrators', async () => {
        for (const path of campaign ? ['progress', 'reviewers', 'admin/settings'] : []) {
          await admin.goto(at(path));
          faults.push(...(await audit(admin, path)));
        }
        expect(faults).toEqual([]);
      });
    });
  });
}
