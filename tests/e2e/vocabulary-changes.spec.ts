import { unfold } from '#tests/support/pages/confirm';
import { locales, type Locale } from '#lib/convention/names';
import { formatDate } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { accessibilityFaults } from '#tests/support/pages/accessibility';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import { encoded, sender } from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { arabic, english, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';
import { vocabulary } from '#tests/support/factories/vocabulary-rows';

/**
 * Each language changes topics of its own, on days of its own. The numbers are those of the
 * demonstration's needs.
 */
const changes = {
  en: {
    merged: 'conflicts-of-interest',
    into: 'codes-of-conduct',
    split: 'statistics',
    added: ['court-statistics', 'survey-statistics'],
    days: ['2024-01-31', '2024-02-29'],
  },
  ar: {
    merged: 'judicial-integrity',
    into: 'access-to-information',
    split: 'money-laundering',
    added: ['terrorist-financing', 'virtual-assets'],
    days: ['2024-03-31', '2024-04-30'],
  },
} as const;
const nameOf = (code: string, locale: Locale) =>
  vocabulary.topic.find((term) => term.code === code)!.names[locale];

test.describe('changes in the vocabulary', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
  });
  test.afterAll(() => server?.stop());

  /**
   * How many needs count under a topic, as they were coded or in the vocabulary of a date; none
   * where it is not named.
   */
  async function counted(page: Page, topic: string, on = ''): Promise<number> {
    const answer = await page
      .context()
      .request.get(`${server.url}/api/v1/summary?cycle=2&chapter=II${on && `&vocabulary=${on}`}`);
    const { topics } = (await answer.json()) as { topics: { topic: string; needs: number }[] };
    return topics.find((each) => each.topic === topic)?.needs ?? 0;
  }

  for (const { locale, javaScriptEnabled } of walked([english], arabic)) {
    test(`a topic is merged and another split, and summaries read in either vocabulary, in ${locale} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      visit,
    }) => {
      const t = translator(locale);
      const {
        merged,
        into,
        split,
        added,
        days: [first, second],
      } = changes[locale];
      const page = await visit({ javaScriptEnabled });
      const faults: string[] = [];
      // axe needs scripts.
      const look = async (what: string) => {
        if (javaScriptEnabled) faults.push(...(await accessibilityFaults(page, what)));
      };
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const open = (code: string) =>
        page.goto(`${server.url}/${locale}/admin/terms/change?kind=topic&code=${code}`);
      await signedIn(page, server.url, { email: emails.administrator });
      const [before, other] = [await counted(page, merged), await counted(page, into)];
      expect(before).toBeGreaterThan(0);

      await test.step('a merge into itself is refused, another leaves its needs listed', async () => {
        const administrator = await sender(server.url, emails.administrator);
        const refused = await administrator.post(
          `/${locale}/admin/terms/merge`,
          encoded([
            ['kind', 'topic'],
            ['code', merged],
            ['into', merged],
            ['decidedOn', first],
          ]),
        );
        expect([refused.status, refused.text.includes(t('terms.errors.intoItself'))]).toEqual([
          422,
          true,
        ]);
        await open(merged);
        await page.locator('#merge-into').selectOption(into);
        await unfold(page);
        await button(t('terms.mergeButton')).click();
        await expect(page.locator('#merge-decidedOn-error')).toHaveText(t('errors.enterDate'));
        await expect(page.locator('#merge-into')).toHaveValue(into);
        await look('a term');
        await page.locator('#merge-decidedOn').fill(first);
        await unfold(page);
        await button(t('terms.mergeButton')).click();
        await expectPage(
          page,
          { locale },
          t('terms.recodeTitle', { name: nameOf(merged, locale) }),
        );
        expect(await page.getByRole('main').getByRole('row').count()).toBe(before + 1);
      });

      await test.step('summaries count it as it was coded, and in the new vocabulary under the other', async () => {
        expect([await counted(page, merged), await counted(page, into)]).toEqual([before, other]);
        expect(await counted(page, merged, first)).toBe(0);
        expect(await counted(page, into, first)).toBeGreaterThan(other);
        const row = page.getByRole('rowheader', { name: nameOf(merged, locale), exact: true });
        await page.goto(`${server.url}/${locale}/summaries/cross-cutting`);
        await expect(row).not.toHaveCount(0);
        await page.locator('.said summary').click();
        await page.getByLabel(t('terms.vocabulary'), { exact: true }).selectOption(first);
        await page.getByRole('button', { name: t('summaries.show'), exact: true }).click();
        await expect(page.locator('.said')).toContainText(
          t('terms.ofDate', { date: formatDate(locale, first) }),
        );
        await expect(row).toHaveCount(0);
      });

      await test.step('a split needs a place for every need', async () => {
        const whole = await counted(page, split);
        for (const code of added) {
          await page.goto(`${server.url}/${locale}/admin/terms`);
          await page.locator('#kind').selectOption('topic');
          await page.locator('#code').fill(code);
          for (const each of locales)
            await page.locator(`[name="name.${each}"]`).fill(`${code} ${each}`);
          await page.locator('#add-decidedOn').fill(second);
          await button(t('terms.addButton')).click();
          await expect(page.getByText(t('terms.changed'), { exact: true })).toBeVisible();
        }
        await look('the vocabulary');
        await open(split);
        for (const code of added) await page.locator(`input[name=into][value=${code}]`).check();
        await page.locator('#split-decidedOn').fill(second);
        await button(t('terms.splitButton')).click();
        await expect(page.locator('.error').first()).toHaveText(t('terms.errors.unmapped'));
        await expect(page.locator('.error')).toHaveCount(whole);
        await page.locator('select[name^="need."]').first().selectOption(added[1]);
        await page.locator('#rest').selectOption(added[0]);
        await button(t('terms.splitButton')).click();
        await expectPage(page, { locale }, t('terms.recodeTitle', { name: nameOf(split, locale) }));
        expect([
          await counted(page, split),
          await counted(page, added[0], second),
          await counted(page, added[1], second),
        ]).toEqual([whole, whole - 1, 1]);
        expect(await counted(page, split, first)).toBe(whole);
      });
      expect(faults).toEqual([]);
    });
  }
});
