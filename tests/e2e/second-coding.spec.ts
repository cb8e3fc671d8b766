import { categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { accessibilityFaults } from '#tests/support/pages/accessibility';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import {
  encoded,
  enterDraft,
  needFields,
  raw,
  sender,
  submitDraft,
} from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { arabic, english, plainEnglish, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

/** Appointed to none of the reviews whose needs have a text. */
const coder = { email: 'reviewer.3@demo.example' };
const texts = {
  en: [
    'Training of inspectors in the audit of contracts.',
    'Advice on a policy for open contracting.',
  ],
  ar: ['تدريب المفتشين على تدقيق العقود.', 'مشورة بشأن سياسة للتعاقد المفتوح.'],
} as const;
const people = {
  en: { focal: emails.focal, region: 'AFR', state: 'AFR-18' },
  ar: { focal: 'focal.apg-01@demo.example', region: 'APG', state: 'APG-01' },
} as const;

/** What the manager and the second coder do, by the words on the page. */
function desk(page: Page, locale: Locale) {
  const t = translator(locale);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return {
    t,
    draw: async (share: string) => {
      await page
        .getByLabel(t('secondCoding.region'), { exact: true })
        .selectOption(people[locale as 'en' | 'ar'].region);
      // The demonstration has no other needs of this chapter.
      await page.getByLabel(t('secondCoding.chapter'), { exact: true }).selectOption('V');
      await page.getByLabel(t('secondCoding.share'), { exact: true }).fill(share);
      await page.getByLabel(t('secondCoding.seed'), { exact: true }).fill('spring');
      await button(t('secondCoding.drawButton')).click();
    },
    code: async (category: 'capacity-building' | 'policymaking', subcategory: string) => {
      await page.locator('#articles').check();
      await page.getByLabel(categoryName(category, locale), { exact: true }).check();
      await page.locator(`#subcategory-${subcategory}`).check();
      await button(t('secondCoding.keep')).click();
    },
    button,
  };
}

test.describe('second coding', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
    const reviewer = await sender(server.url, emails.reviewer);
    for (const locale of ['en', 'ar'] as const) {
      const focal = await sender(server.url, people[locale].focal);
      for (const text of texts[locale]) {
        const id = await enterDraft(
          focal,
          needFields(text, { language: locale, chapter: 'V', articles: '51' }),
        );
        await submitDraft(focal, id);
        await reviewer.post(`/en/needs/${id}/approve`, encoded([['version', '2']]));
      }
    }
  });
  test.afterAll(() => server?.stop());

  for (const { locale, javaScriptEnabled } of walked([english], arabic, plainEnglish)) {
    test(`goes from a sample to an example in the guide, in ${locale} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      visit,
    }) => {
      const [managers, coders] = [
        await visit({ javaScriptEnabled }),
        await visit({ javaScriptEnabled }),
      ];
      const [manager, blind] = [desk(managers, locale), desk(coders, locale)];
      const { t } = manager;
      const faults: string[] = [];
      // axe needs scripts.
      const look = async (page: Page, what: string) => {
        if (javaScriptEnabled) faults.push(...(await accessibilityFaults(page, what)));
      };
      await signedIn(managers, server.url, { email: emails.manager });
      await signedIn(coders, server.url, coder);

      await test.step('the manager draws a sample, not larger than there is', async () => {
        await managers.goto(`${server.url}/${locale}/coding`);
        await manager.draw('150');
        await expect(managers.locator('#share-error')).toHaveText(
          t('secondCoding.errors.tooLarge'),
        );
        await expect(managers.getByLabel(t('secondCoding.seed'), { exact: true })).toHaveValue(
          'spring',
        );
        await look(managers, 'the samples');
        await manager.draw('100');
        await expectPage(managers, { locale }, t('secondCoding.sampleTitle', { seed: 'spring' }));
        await expect(
          managers.getByText(t('secondCoding.sizeOf', { size: 2, population: 2 }), { exact: true }),
        ).toBeVisible();
      });

      await test.step('the second coder sees nothing of the first coding, and codes', async () => {
        for (const [i, [category, subcategory]] of (
          [
            ['capacity-building', 'cb-training'],
            ['policymaking', 'pm-development'],
          ] as const
        ).entries()) {
          await coders.goto(`${server.url}/${locale}/coding`);
          const tasks = coders.getByRole('main').getByRole('listitem');
          await expect(tasks).toHaveCount(2 - i);
          await tasks.getByRole('link').first().click();
          await expectPage(coders, { locale }, t('secondCoding.taskTitle'));
          const shown = await coders.content();
          for (const hidden of [
            people[locale].state,
            'checked=""',
            'KEN-',
            '-2-0',
            '/needs/',
            '/reviews/',
          ])
            expect(
              shown.slice(shown.indexOf('<main'), shown.indexOf('</main>')),
              hidden,
            ).not.toContain(hidden);
          if (i === 0) {
            await blind.button(t('secondCoding.keep')).click();
            await expect(coders.locator('#problems')).toContainText(t('errors.chooseCategory'));
            await look(coders, 'a need to code');
          }
          await blind.code(category, subcategory);
          await expect(coders.getByText(t('secondCoding.kept'), { exact: true })).toBeVisible();
        }
      });

      await test.step('the manager reads how far they agree, settles the difference and copies it into the guide', async () => {
        await managers.reload();
        await expect(
          managers.getByText(t('secondCoding.codedOf', { coded: 2, wanted: 2 }), { exact: true }),
        ).toBeVisible();
        const row = managers
          .getByRole('table', { name: t('secondCoding.agreement'), exact: true })
          .getByRole('row')
          .filter({
            has: managers.getByRole('rowheader', {
              name: t('secondCoding.variables.category'),
              exact: true,
            }),
          });
        await expect(row).toContainText(locale === 'ar' ? /50/ : '50%');
        await look(managers, 'a sample');
        await managers
          .getByRole('table', { name: t('secondCoding.differences'), exact: true })
          .getByRole('link')
          .click();
        await expectPage(managers, { locale }, t('secondCoding.differenceTitle'));
        await manager.button(t('secondCoding.settleButton')).click();
        await expect(managers.locator('#outcome-error')).toHaveText(
          t('secondCoding.errors.outcome'),
        );
        await look(managers, 'a difference');
        await managers.getByLabel(t('secondCoding.outcomes.second'), { exact: true }).check();
        await managers
          .getByLabel(t('secondCoding.reason'), { exact: true })
          .fill('A policy is asked for.');
        await manager.button(t('secondCoding.settleButton')).click();
        await expect(managers.getByText('A policy is asked for.', { exact: true })).toBeVisible();
        const text = await managers
          .getByLabel(t('secondCoding.exampleText'), { exact: true })
          .inputValue();
        expect(texts[locale] as readonly string[]).toContain(text);
        await managers
          .getByLabel(t('secondCoding.exampleText'), { exact: true })
          .fill(`${text} ${people[locale].state}`);
        await manager.button(t('secondCoding.copyButton')).click();
        await expect(managers.locator('#text-error')).toHaveText(
          t('secondCoding.errors.namesState'),
        );
        await managers.getByLabel(t('secondCoding.exampleText'), { exact: true }).fill(text);
        await manager.button(t('secondCoding.copyButton')).click();
        await managers
          .getByRole('main')
          .getByRole('link', { name: t('coding.guide.title'), exact: true })
          .click();
        const example = managers.getByRole('definition').filter({ hasText: text });
        await expect(example).toContainText(t('secondCoding.fromSecond'));
        await expect(example.locator('[lang]').first()).toHaveAttribute('lang', locale);
        expect((await raw(server.url, { method: 'GET', path: '/en/guide' })).text).toContain(text);
        await managers.goto(`${server.url}/${locale}/coding`);
        await manager.button(t('secondCoding.removeWhat', { text })).click();
        expect((await raw(server.url, { method: 'GET', path: '/en/guide' })).text).not.toContain(
          text,
        );
      });
      expect(faults).toEqual([]);
    });
  }
});
