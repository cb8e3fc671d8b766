import { join } from 'node:path';
import type { Locale } from '#lib/convention/names';
import { languageNames } from '#lib/text/languages';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';

/** Where the pictures of this run are put, to be looked at. */
const folder = 'test-results/pictures';
const screen = { width: 1024, height: 768 };

/** The share of the screen that stands above the page's own content. */
const shareOf = (page: Page) =>
  page.evaluate(() => document.querySelector('main')!.getBoundingClientRect().top / innerHeight);

/** The largest share that the header may take: as it is, and with text of twice the size. */
const largest = { plain: 0.22, twice: 0.42 };

test('the header leaves the screen to the page, also with long words and text of twice the size', async ({
  visit,
  shared,
}) => {
  const page = await visit({ viewport: screen, bypassCSP: true });
  await signedIn(page, shared.url, { email: emails.administrator });
  for (const locale of ['fr', 'ru', 'ar', 'en'] as const) {
    await page.goto(`${shared.url}/${locale}/reviews`);
    await page.screenshot({ path: join(folder, `header-${locale}.png`) });
    expect(await shareOf(page), `${locale} as it is`).toBeLessThan(largest.plain);
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    await page.screenshot({ path: join(folder, `header-${locale}-twice.png`) });
    expect(await shareOf(page), `${locale} twice the size`).toBeLessThan(largest.twice);
    // Nothing makes the page itself wider than the screen.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      screen.width,
    );
  }
});

test('the language is chosen at the top of every page, above all on signing in', async ({
  visit,
  shared,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
    await page.goto(`${shared.url}/en/accounts/sign-in`);
    const other = (name: Locale) => page.locator('header').getByText(languageNames[name]);
    const box = await other('ar').boundingBox();
    expect(box!.y).toBeLessThan(200);
    await page.screenshot({ path: join(folder, 'sign-in-phone.png') });
    await other('ar').click();
    await expect(page).toHaveURL(/\/ar\/accounts\/sign-in/);
    await page.screenshot({ path: join(folder, 'sign-in-phone-ar.png') });

    await signedIn(page, shared.url, { email: emails.focal });
    await page.goto(`${shared.url}/ar/needs`);
    await page.locator('header summary').click();
    await other('en').click();
    await expect(page).toHaveURL(/\/en\/needs/);
  }
});
