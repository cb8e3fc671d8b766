import { categories, categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { codingGuide } from '#lib/review/guide/vocabulary';
import { translator } from '#lib/text/i18n';
import { saidAgain } from '#tests/support/factories/need-texts';
import { accessibilityFaults, faultsOnceMore } from '#tests/support/pages/accessibility';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import { needForm } from '#tests/support/pages/need-form';
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
import { arabic, english, plainArabic, plainEnglish, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

const stranger = 'focal.apg-01@demo.example';
const nothing = { alike: [], same: [] };

/** What the form, or the page before submitting, says of needs that read alike. */
function help(page: Page, locale: Locale) {
  const t = translator(locale);
  const alike = page.locator('details.alike');
  return {
    alike,
    summary: alike.getByText(`${t('coding.alike.title')} (1)`, { exact: true }),
    none: page.getByText(t('coding.alike.none'), { exact: true }),
    warning: page.locator('.same-needs').filter({ hasText: t('coding.alike.sameTitle') }),
  };
}

test.describe('help while coding', () => {
  let server: RunningServer;
  const needs = new Map<Locale, string>();
  const again = (locale: Locale) => saidAgain.find(({ language }) => language === locale)!;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
    const [focal, reviewer] = [
      await sender(server.url, emails.focal),
      await sender(server.url, emails.reviewer),
    ];
    for (const locale of ['en', 'ar'] as const) {
      const id = await enterDraft(focal, needFields(again(locale).text, { language: locale }));
      await submitDraft(focal, id);
      await reviewer.post(`/en/needs/${id}/approve`, encoded([['version', '2']]));
      needs.set(locale, id);
    }
  });
  test.afterAll(() => server?.stop());

  for (const { locale, javaScriptEnabled } of walked(
    [english, plainArabic],
    arabic,
    plainEnglish,
  )) {
    const t = translator(locale);
    const at = (path: string) => `${server.url}/${locale}/${path}`;

    test(`a focal point sees what belongs where, what reads alike, and that the need is there already, in ${locale} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      const [form, { alike, summary, none, warning }] = [
        needForm(page, locale),
        help(page, locale),
      ];
      await signedIn(page, server.url, { email: emails.focal });
      await page.goto(at('needs/new'));
      const ofCategories = page.getByRole('group', { name: t('form.category'), exact: true });
      await ofCategories.getByText(t('coding.guide.whatBelongs'), { exact: true }).click();
      await expect(
        ofCategories
          .getByRole('definition')
          .filter({ hasText: codingGuide(locale).categories.policymaking.belongs }),
      ).toBeVisible();
      await expect(
        ofCategories.getByRole('link', { name: t('coding.guide.whole'), exact: true }),
      ).toHaveAttribute('href', `/${locale}/guide#categories`);

      await form.fill({ text: again(locale).again, language: locale, articles: [9] });
      if (javaScriptEnabled) {
        await expect(warning.getByRole('link')).toHaveAttribute(
          'href',
          `/${locale}/needs/${needs.get(locale)}`,
        );
        await summary.click();
        await expect(alike).toContainText(again(locale).text);
        await expect(alike).toContainText(categoryName('capacity-building', locale));
        await expect(
          page.locator('input[name=category]:checked'),
          'nothing is filled in',
        ).toHaveCount(0);
        await form.text.fill(
          locale === 'ar' ? 'نص لا يشبه غيره' : 'Quite unlike whatever stands there',
        );
        await expect(none).toBeVisible();
        await expect(warning).toHaveCount(0);
        await form.text.fill(again(locale).again);
        await expect(summary).toBeVisible();
      }
      await form.saveDraft();
      await expectPage(page, { locale }, t('form.editTitle'));
      await expect(warning.getByRole('link')).toHaveAttribute(
        'href',
        `/${locale}/needs/${needs.get(locale)}`,
      );
      await summary.click();
      await expect(alike).toContainText(again(locale).text);
      const faults = javaScriptEnabled
        ? await accessibilityFaults(page, 'the form with its help')
        : [];

      await form.fill({ category: 'legislative-assistance' });
      await form.check();
      await expectPage(page, { locale }, t('check.title'));
      await expect(warning.getByRole('link')).toHaveAttribute(
        'href',
        `/${locale}/needs/${needs.get(locale)}`,
      );
      await summary.click();
      await expect(alike).toContainText(categoryName('capacity-building', locale));
      if (javaScriptEnabled)
        faults.push(...(await accessibilityFaults(page, 'the check with its help')));
      expect(faults).toEqual([]);
      await page.goto(page.url().replace('/check', ''));
      await page.locator('summary').getByText(t('need.discard'), { exact: true }).click();
      await page.getByRole('button', { name: t('need.discard'), exact: true }).click();
    });
  }

  for (const { locale } of walked([english], arabic)) {
    test(`everybody can read the guide, in ${locale}`, async ({ visit }) => {
      const t = translator(locale);
      const page = await visit();
      await page.goto(`${server.url}/${locale}`);
      await page
        .getByRole('contentinfo')
        .getByRole('link', { name: t('coding.guide.title'), exact: true })
        .click();
      await expectPage(page, { locale }, t('coding.guide.title'));
      for (const { category } of categories)
        await expect(
          page.getByRole('heading', {
            level: 2,
            name: categoryName(category, locale),
            exact: true,
          }),
        ).toHaveAttribute('id', category);
      await expect(page.getByRole('heading', { level: 3 })).toHaveCount(30);
      await page.getByRole('link', { name: t('coding.guide.likenessTitle'), exact: true }).click();
      await expect(page.locator('#likeness')).toBeInViewport();
      expect(await faultsOnceMore(page, 'the guide')).toEqual([]);
    });
  }

  test('what reads alike is asked by session: nothing to nobody, and to another State what is published, never as its own', async () => {
    const [focal, other] = [
      await sender(server.url, emails.focal),
      await sender(server.url, stranger),
    ];
    const ask = async (person: { get: typeof focal.get }, text: string, more = '') =>
      JSON.parse(
        (await person.get(`/en/likeness?text=${encodeURIComponent(text)}&language=en${more}`)).text,
      ) as { alike: { id: string }[]; same: { id: string }[] };
    const review =
      /review=([0-9a-f-]{36})/.exec(
        (await focal.get(`/en/needs/new?id=${crypto.randomUUID()}`)).text,
      )?.[1] ?? '';
    const found = await ask(focal, again('en').again, `&review=${review}`);
    expect([found.alike.map(({ id }) => id), found.same.map(({ id }) => id)]).toEqual([
      [needs.get('en')],
      [needs.get('en')],
    ]);
    await enterDraft(focal, needFields('A draft that no other State may see.'));
    expect(
      (await ask(focal, 'A draft that no other State may see', `&review=${review}`)).same,
    ).toHaveLength(1);
    expect(await ask(other, 'A draft that no other State may see', `&review=${review}`)).toEqual(
      nothing,
    );
    expect(await ask(other, again('en').again, `&review=${review}`)).toEqual({
      alike: found.alike,
      same: [],
    });
    expect(
      (await raw(server.url, { method: 'GET', path: '/en/likeness?text=Training' })).status,
    ).toBe(401);
    for (const odd of [
      '&review=%27&need=x',
      `&review=${'9'.repeat(3000)}`,
      '&language=xx&text=again',
    ])
      expect((await focal.get(`/en/likeness?text=%F0%9F%99%82${odd}`)).status).toBe(200);
    expect(
      (
        await raw(server.url, {
          path: '/en/likeness',
          body: 'text=x',
          headers: {
            cookie: focal.cookie,
            origin: server.url,
            'content-type': 'application/x-www-form-urlencoded',
          },
        })
      ).status,
    ).toBe(405);
  });
});
