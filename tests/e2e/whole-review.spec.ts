import { unfold } from '#tests/support/pages/confirm';
import { translator } from '#lib/text/i18n';
import { accessibilityFaults } from '#tests/support/pages/accessibility';
import { expect, test, untilScripted } from '#tests/support/pages/fixture';
import { needForm } from '#tests/support/pages/need-form';
import { needPage } from '#tests/support/pages/need';
import { ownReview } from '#tests/support/pages/own-review';
import { enterDraft, needFields, sender, submitDraft } from '#tests/support/pages/raw-requests';
import { signedIn } from '#tests/support/pages/sign-in';
import { sourceOn } from '#tests/support/pages/source';
import { arabic, chinese, english, walked } from '#tests/support/pages/browsing';
import { pdfFile, setPage } from '#tests/support/files/pdf-file';
import { startServer, type RunningServer } from '#tests/support/servers/server';

/**
 * The needs of chapter II as an executive summary may list them: under which articles, and the
 * words quoted, if any.
 */
const articles: readonly (readonly number[])[] = [
  [5],
  [5, 6],
  [6],
  [7],
  [7],
  [8],
  [9],
  [9, 10],
  [11],
  [12],
  [13],
  [13],
];
const summaries: Readonly<
  Record<
    'en' | 'ar' | 'zh',
    Readonly<{
      heading: string;
      next: string;
      paragraphs: readonly string[];
      quoted: readonly string[];
    }>
  >
> = {
  en: {
    heading: '2.4. Technical assistance needs identified',
    next: '3. Chapter V: asset recovery',
    paragraphs: [
      '41. Support for the second national strategy, including its indicators, was requested.',
      '42. The authority asked for training of its inspectors.',
      '43. Good practices on codes of conduct were mentioned.',
    ],
    quoted: [
      'second national strategy',
      'training of its inspectors',
      'Good practices on codes of conduct',
    ],
  },
  ar: {
    heading: '2.4- احتياجات المساعدة التقنية المستبانة',
    next: '3- الفصل الخامس: استرداد الموجودات',
    paragraphs: [
      '41- طُلب دعم الاستراتيجية الوطنية الثانية ومؤشراتها.',
      '42- طلبت الهيئة تدريب مفتشيها.',
      '43- ذُكرت ممارسات جيدة في مدونات السلوك.',
    ],
    quoted: ['الاستراتيجية الوطنية الثانية', 'تدريب مفتشيها', 'ممارسات جيدة'],
  },
  zh: {
    heading: '2.4. 查明的技术援助需要',
    next: '3. 第五章：资产的追回',
    paragraphs: [
      '41. 请求支持第二项国家战略及其指标。',
      '42. 该机构请求对其检查人员进行培训。',
      '43. 提到了行为守则方面的良好做法。',
    ],
    quoted: ['第二项国家战略', '检查人员进行培训', '良好做法'],
  },
};

for (const { locale } of walked([english], arabic, chinese)) {
  test.describe(`a whole review, in ${locale}`, () => {
    const t = translator(locale);
    const { heading, next, paragraphs, quoted } = summaries[locale];
    let server: RunningServer;
    test.beforeAll(async () => {
      server = await startServer({ engine: 'sqlite' });
    });
    test.afterAll(() => server?.stop());

    test('goes from the attached summary through twelve needs to a chapter declared complete', async ({
      visit,
    }) => {
      const { review, focal } = await ownReview(server, 'KEN');
      const page = await visit();
      const [source, form] = [sourceOn(page, locale), needForm(page, locale)];
      await signedIn(page, server.url, focal);

      await test.step('the executive summary is attached', async () => {
        await page.goto(`${server.url}/${locale}/reviews/${review}`);
        await source.attach({
          name: 'summary.pdf',
          mimeType: 'application/pdf',
          buffer: pdfFile({
            pages: [setPage(['1. Introduction']), setPage([heading, ...paragraphs, next])],
          }),
        });
        await expect(page.getByText(t('source.attached'))).toBeVisible();
      });

      await test.step('three needs are entered with the passage that they quote', async () => {
        for (const [i, words] of quoted.entries()) {
          await page.goto(`${server.url}/${locale}/needs/new?review=${review}`);
          await untilScripted(page);
          await source.selectByMouse(words);
          await expect(form.quote).toHaveValue(words);
          await expect(form.page).toHaveValue('2');
          await expect(form.paragraph).toHaveValue(String(41 + i));
          const category = i % 2 === 0 ? 'capacity-building' : 'policymaking';
          const priority = String(4 * i + 1);
          const text = `${paragraphs[i]} (${priority})`;
          const under = articles[4 * i]!;
          await form.fill({ articles: under, category, text, language: locale, priority });
          await form.check();
          await page.getByRole('button', { name: t('check.submit'), exact: true }).click();
          await needPage(page, locale).expectDone('submit', 'submitted');
        }
      });

      await test.step('nine more are sent as the same form sends them', async () => {
        const person = await sender(server.url, focal.email, focal.password);
        for (const [i, under] of articles.entries()) {
          if (i % 4 === 0) continue;
          const fields = needFields(`${paragraphs[i % 3]} (${i + 1})`, {
            articles: under.map(String),
            language: locale,
            priority: String(i + 1),
          });
          await submitDraft(person, await enterDraft(person, fields, review));
        }
        await page.goto(`${server.url}/${locale}/needs/new?review=${review}`);
        await source.expectUnused(0, 3);
      });

      await test.step('the article that is left is signed for, and the chapter declared complete', async () => {
        await page.goto(`${server.url}/${locale}/reviews/${review}`);
        const chapter = page.locator('#chapter-II');
        const none = chapter.getByRole('checkbox', { name: t('desk.none'), exact: true });
        await expect(none).toHaveCount(1);
        await none.check();
        await chapter.getByRole('button', { name: t('desk.sign'), exact: true }).click();
        await expect(chapter.getByText(focal.name)).toBeVisible();
        await unfold(chapter);
        await chapter
          .getByRole('button', { name: t('desk.declare', { chapter: 'II' }), exact: true })
          .click();
        await expect(chapter.getByText(t('desk.complete'), { exact: true })).toBeVisible();
        await expect(page.locator('.turn')).toContainText(t('desk.turn.reviewer'));
        const needs = page
          .getByRole('table', { name: t('reviews.needsTitle'), exact: true })
          .getByRole('rowheader');
        await expect(needs).toHaveCount(articles.length);
        await expect(needs.filter({ hasText: /^KEN-2-\d{3}$/ })).toHaveCount(articles.length);
        expect(await accessibilityFaults(page, 'a review whose chapter is complete')).toEqual([]);
      });
    });
  });
}
