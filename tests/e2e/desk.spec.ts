import { translator } from '#lib/text/i18n';
import { expect, test, untilScripted, type Page } from '#tests/support/pages/fixture';
import { accessibilityFaults, faultsOnceMore } from '#tests/support/pages/accessibility';
import { expectPage } from '#tests/support/pages/frame';
import { needForm } from '#tests/support/pages/need-form';
import { needPage } from '#tests/support/pages/need';
import {
  encoded,
  enterDraft,
  needFields,
  sender,
  submitDraft,
} from '#tests/support/pages/raw-requests';
import { signedIn } from '#tests/support/pages/sign-in';
import { arabic, chinese, english, plainArabic, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

const focalPoint = { email: 'focal.afr-18@demo.example' };

test.describe('the focal point’s desk', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
  });
  test.afterAll(() => server?.stop());

  const note = (page: Page, text: string) =>
    page.locator('.buttons .note').filter({ hasText: text.split('{time}')[0]!.trim() });

  for (const { locale } of walked([english], arabic, chinese)) {
    const t = translator(locale);
    const at = (path: string) => `${server.url}/${locale}/${path}`;

    test(`what was typed survives a closed window and a line that is gone, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit();
      const form = needForm(page, locale);
      await signedIn(page, server.url, focalPoint);
      await page.goto(at('needs/new'));
      await form.fill({
        articles: [12],
        category: 'policymaking',
        text: `Half a sentence, in ${locale}`,
      });
      await expect(note(page, t('form.savedAt', { time: '{time}' }))).toBeVisible();

      await page.goto(at(''));
      await page.getByRole('link', { name: `Half a sentence, in ${locale}`, exact: true }).click();
      await expectPage(page, { locale }, t('form.enterTitle'));
      await expect(form.text).toHaveValue(`Half a sentence, in ${locale}`);
      await expect(form.article(12)).toBeChecked();
      await expect(form.category('policymaking')).toBeChecked();

      await untilScripted(page);
      await page.context().setOffline(true);
      await form.fill({ text: `Half a sentence, in ${locale}, and the other half.` });
      await expect(note(page, t('form.keptOnDevice', { time: '{time}' }))).toBeVisible();
      const address = page.url();
      await page.close();
      await page.context().setOffline(false);
      const later = await page.context().newPage();
      const again = needForm(later, locale);
      await later.goto(address);
      await expect(again.text).toHaveValue(`Half a sentence, in ${locale}, and the other half.`);
      await untilScripted(later);
      await again.saveDraft();
      await expect(later.getByRole('status').filter({ hasText: t('form.saved') })).toBeVisible();
      await later.reload();
      await expect(again.text).toHaveValue(`Half a sentence, in ${locale}, and the other half.`);
      await expect(later.getByText(t('form.discard'), { exact: true })).toHaveCount(0);
      await later.goto(at(''));
      await expect(later.getByText(t('unfinished.title'), { exact: true })).toHaveCount(0);
    });
  }

  for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
    const t = translator(locale);
    const how = `in ${locale} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;
    const at = (path: string) => `${server.url}/${locale}/${path}`;

    test(`a need is returned with the answers in question, corrected and submitted again with all others, ${how}`, async ({
      visit,
    }) => {
      const focal = await sender(server.url, focalPoint.email);
      const id = await enterDraft(focal, needFields(`To be recoded by hand, ${how}.`));
      await submitDraft(focal, id);
      const [one, two] = [await visit({ javaScriptEnabled }), await visit({ javaScriptEnabled })];
      await signedIn(one, server.url, { email: 'reviewer.1@demo.example' });
      await one.goto(at(`needs/${id}`));
      const reviewed = needPage(one, locale);
      await reviewed.openReason('return');
      await one
        .getByRole('group', {
          name: `${t('need.reopenFields')} (${t('form.optional')})`,
          exact: true,
        })
        .getByRole('checkbox', { name: t('needs.category'), exact: true })
        .check();
      await reviewed.reason('return').fill('What is asked for is a policy.');
      await reviewed.sendReason('return');
      await reviewed.expectDone('return', 'returned');

      await signedIn(two, server.url, focalPoint);
      await two.goto(at('needs/returned'));
      const row = two.getByRole('row').filter({ hasText: 'What is asked for is a policy.' });
      await expect(row).toContainText(t('returned.open'));
      await row.getByRole('link').click();
      await expectPage(two, { locale }, t('form.editTitle'));
      const form = needForm(two, locale);
      await untilScripted(two);
      await expect(form.text).toHaveCount(0);
      await expect(form.article(7)).toHaveCount(0);
      await two.getByText(t('form.closed'), { exact: true }).click();
      await expect(two.getByText(`To be recoded by hand, ${how}.`, { exact: true })).toBeVisible();
      if (javaScriptEnabled) expect(await accessibilityFaults(two, 'a returned need')).toEqual([]);
      await form.fill({ category: 'policymaking' });
      await form.saveDraft();
      await expect(two.getByRole('status').filter({ hasText: t('form.saved') })).toBeVisible();

      await two.goto(at('needs/returned'));
      await expect(
        two.getByRole('row').filter({ hasText: 'What is asked for is a policy.' }),
      ).toContainText(t('returned.corrected'));
      if (javaScriptEnabled) expect(await accessibilityFaults(two, 'returned needs')).toEqual([]);
      await two
        .getByRole('button', { name: t('returned.resubmit', { count: 1 }), exact: true })
        .click();
      await expect(
        two.getByRole('status').filter({ hasText: t('returned.done', { count: 1 }) }),
      ).toBeVisible();
      await two.goto(at(`needs/${id}`));
      await expect(needPage(two, locale).standing).toContainText(t('statuses.submitted'));
      await expect(two.getByText(`To be recoded by hand, ${how}.`, { exact: true })).toBeVisible();
    });

    test(`a chapter is answered, declared complete and opened again, ${how}`, async ({ visit }) => {
      const [page] = [await visit({ javaScriptEnabled })];
      await signedIn(page, server.url, { email: 'focal.apg-01@demo.example' });
      await page.goto(at('reviews'));
      await page.getByRole('rowheader').getByRole('link').first().click();
      const chapter = page.locator('#chapter-V');
      await expect(chapter).toContainText(
        t('desk.missing', { count: 9, list: '' }).split('{')[0]!.slice(0, 6),
      );
      const boxes = chapter.getByRole('checkbox', { name: t('desk.none'), exact: true });
      await expect(boxes).toHaveCount(9);
      for (let i = 0; i < 9; i += 1) await boxes.nth(i).check();
      await chapter.getByRole('button', { name: t('desk.sign'), exact: true }).click();
      await expect(chapter.getByText(t('desk.none')).first()).toBeVisible();
      await expect(chapter).toContainText('Focal point of APG-01');
      if (javaScriptEnabled) expect(await faultsOnceMore(page, 'a review at a glance')).toEqual([]);
      await chapter
        .getByRole('button', { name: t('desk.declare', { chapter: 'V' }), exact: true })
        .click();
      await expect(chapter.getByText(t('desk.complete'), { exact: true })).toBeVisible();

      const focal = await sender(server.url, 'focal.apg-01@demo.example');
      const review = /reviews\/([0-9a-f-]{36})/.exec(page.url())![1]!;
      const refused = await focal.post(
        '/en/needs/enter',
        encoded([['review', review], ...needFields('Late.', { chapter: 'V', articles: '51' })]),
      );
      expect(refused.status).toBe(422);
      expect(refused.text).toContain(translator('en')('errors.chapterDeclared'));

      await chapter.getByText(t('desk.takeBack'), { exact: true }).first().click();
      await chapter
        .getByRole('textbox', { name: t('desk.takeBackReason'), exact: true })
        .fill('One was overlooked.');
      await chapter.getByRole('button', { name: t('desk.takeBack'), exact: true }).click();
      await expect(
        chapter.getByRole('button', { name: t('desk.declare', { chapter: 'V' }), exact: true }),
      ).toBeVisible();
      for (const button of [chapter.getByRole('button', { name: t('desk.withdraw') })]) {
        for (let left = await button.count(); left > 0; left -= 1) await button.first().click();
      }
      await expect(chapter.getByRole('checkbox')).toHaveCount(9);
    });
  }
});
