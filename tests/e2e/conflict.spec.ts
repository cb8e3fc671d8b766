import type { Engine } from '#db/engine';
import { translator } from '#lib/text/i18n';
import { colleague, type Member } from '#tests/support/pages/accounts';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import { needForm } from '#tests/support/pages/need-form';
import { needPage } from '#tests/support/pages/need';
import { enterDraft, needFields, sender, submitDraft } from '#tests/support/pages/raw-requests';
import { signedIn } from '#tests/support/pages/sign-in';
import { english, plainEnglish, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

const locale = 'en';
const t = translator(locale);
const focalPoint = { name: 'Focal point of AFR-18', email: 'focal.afr-18@demo.example' };

/** The page by which a form is answered; with scripts it comes after the answer to `fetch`. */
const answerOf = (page: Page) =>
  page.waitForResponse(
    (response) =>
      response.request().isNavigationRequest() && response.request().method() === 'POST',
  );

/** PostgreSQL keeps what is sent in its own way; pages and scripts are the same on both. */
const ways: Readonly<Record<Engine, ReturnType<typeof walked>>> = {
  sqlite: [english, plainEnglish],
  // Which of two saves wins is for the database to say: the last test asks both.
  postgresql: walked([], english, plainEnglish),
};

for (const engine of ['sqlite', 'postgresql'] as const satisfies readonly Engine[]) {
  test.describe(`two people at once on ${engine}`, () => {
    let server: RunningServer;
    let member: Member;
    test.beforeAll(async () => {
      server = await startServer({ engine, demonstration: true });
      member = await colleague(server.url);
    });
    test.afterAll(() => server?.stop());
    const at = (path: string) => `${server.url}/${locale}/${path}`;

    for (const { javaScriptEnabled } of ways[engine]) {
      const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

      test(`whoever saves a draft second is shown both texts and loses neither, ${how}`, async ({
        visit,
      }) => {
        const id = await enterDraft(
          await sender(server.url, focalPoint.email),
          needFields('As it was.'),
        );
        const [hers, his] = [
          await visit({ javaScriptEnabled }),
          await visit({ javaScriptEnabled }),
        ];
        const [her, him] = [needForm(hers, locale), needForm(his, locale)];
        await signedIn(hers, server.url, focalPoint);
        await signedIn(his, server.url, member);
        for (const page of [hers, his]) await page.goto(at(`needs/${id}/change`));
        await her.fill({ text: 'As she <wrote> it & meant it.', priority: '1' });
        await him.fill({
          text: `As he "wrote" it.\nOn two lines.`,
          quote: 'His quotation.',
          articles: [9],
        });
        await her.saveDraft();
        await expect(hers.getByRole('status').filter({ hasText: t('form.saved') })).toBeVisible();

        const answer = answerOf(his);
        await him.saveDraft();
        expect((await answer).status()).toBe(409);
        expect(await (await answer).text()).toContain('On two lines.');
        await expectPage(his, { locale }, t('form.editTitle'));
        const alert = his.getByRole('alert').filter({ hasText: t('conflict.title') });
        await expect(alert).toContainText(focalPoint.name);
        await expect(alert).toContainText(/\d{1,2} \w+ 20\d\d/);
        const compared = his.getByRole('table', { name: t('conflict.compare') });
        await expect(
          compared.getByRole('row').filter({ hasText: 'As he "wrote" it.' }),
        ).toContainText('As she <wrote> it & meant it.');
        await expect(compared.getByRole('row').filter({ hasText: 'His quotation.' })).toBeVisible();
        await expect(him.text).toHaveValue('As he "wrote" it.\nOn two lines.');
        await expect(him.quote).toHaveValue('His quotation.');
        await expect(him.article(9)).toBeChecked();

        await him.saveDraft();
        await expect(his.getByRole('status').filter({ hasText: t('form.saved') })).toBeVisible();
        await his.reload();
        await expect(him.text).toHaveValue('As he "wrote" it.\nOn two lines.');
        await his.goto(at(`needs/${id}`));
        await expect(his.getByRole('row').filter({ hasText: t('verbs.edit') })).toHaveCount(2);
      });

      test(`of two reviewers who decide at once, the second is told and decides nothing, ${how}`, async ({
        visit,
      }) => {
        const focal = await sender(server.url, focalPoint.email);
        const id = await enterDraft(focal, needFields(`To be decided on, ${how}.`));
        await submitDraft(focal, id);
        const [one, two] = [await visit({ javaScriptEnabled }), await visit({ javaScriptEnabled })];
        for (const [page, email] of [
          [one, 'reviewer.1@demo.example'],
          [two, 'reviewer.2@demo.example'],
        ] as const) {
          await signedIn(page, server.url, { email });
          await page.goto(at(`needs/${id}`));
        }
        await needPage(one, locale).approve();
        await needPage(one, locale).expectDone('approve', 'approved');

        const answer = answerOf(two);
        await needPage(two, locale).giveReason('return', 'Typed by the second reviewer.');
        expect((await answer).status()).toBe(409);
        await expect(two.getByRole('alert').filter({ hasText: t('conflict.title') })).toContainText(
          'Reviewer 1',
        );
        await expect(needPage(two, locale).standing).toContainText(t('statuses.approved'));
        expect(await (await answer).text(), 'the reason is not lost').toContain(
          'Typed by the second reviewer.',
        );
        await two.goto(at(`needs/${id}`));
        await expect(needPage(two, locale).standing).toContainText(t('statuses.approved'));
        await expect(two.getByRole('row').filter({ hasText: t('verbs.return') })).toHaveCount(0);
      });
    }

    test('two reviewers who approve by requests sent together: one is done, the other is a conflict', async () => {
      const focal = await sender(server.url, focalPoint.email);
      const [one, two] = [
        await sender(server.url, 'reviewer.1@demo.example'),
        await sender(server.url, 'reviewer.2@demo.example'),
      ];
      for (let round = 0; round < 5; round += 1) {
        const id = await enterDraft(focal, needFields(`Round ${round}.`));
        await submitDraft(focal, id);
        const answers = await Promise.all([
          one.post(`/en/needs/${id}/approve`, 'version=2'),
          two.post(`/en/needs/${id}/return`, 'version=2&reason=Together'),
        ]);
        expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
      }
    });
  });
}
