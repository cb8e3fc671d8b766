import { translator } from '#lib/text/i18n';
import { expect, test } from '#tests/support/pages/fixture';
import { enterDraft, needFields, sender, submitDraft } from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';

for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
  const how = `in ${locale} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;
  const t = translator(locale);

  test(`the queue begins near the top, and what is ticked there is what is approved together, ${how}`, async ({
    visit,
    shared,
  }) => {
    const focal = await sender(shared.url, emails.focal);
    const texts = ['one', 'two', 'three'].map((name) => `Queue ${name} ${locale}.`);
    for (const text of texts) {
      const id = await enterDraft(focal, needFields(text));
      await submitDraft(focal, id);
    }
    const page = await visit({ javaScriptEnabled, viewport: { width: 1280, height: 800 } });
    await signedIn(page, shared.url, { email: emails.reviewer });
    await page.goto(`${shared.url}/${locale}/needs`);
    const rows = page.locator('main tbody tr');
    const { y } = (await rows.first().boundingBox())!;
    expect(y).toBeLessThan(520);
    for (const text of texts.slice(0, 2))
      await rows.filter({ hasText: text }).getByRole('checkbox').check();
    await page.getByRole('button', { name: t('deciding.offer.approve'), exact: true }).click();
    await expect(page.getByText(t('deciding.onlyChosen', { count: 2 }))).toBeVisible();
    await expect(rows).toHaveCount(2);
    await page.locator('form[action$="/decisions/take"] button').click();
    await expect(page.getByRole('status').filter({ hasText: t('deciding.done') })).toBeVisible();
    await page.goto(`${shared.url}/${locale}/needs`);
    await expect(rows.filter({ hasText: texts[2]! })).toHaveCount(1);
    await expect(rows.filter({ hasText: texts[0]! })).toHaveCount(0);
    await expect(rows.getByRole('checkbox', { checked: true })).toHaveCount(0);
  });
}
