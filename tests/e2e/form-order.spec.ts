import { translator } from '#lib/text/i18n';
import { expect, test, untilScripted, type Page } from '#tests/support/pages/fixture';
import { needForm } from '#tests/support/pages/need-form';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';

const t = translator('en');

/** How often Tab is pressed from the first field until the button that checks the need. */
async function tabStops(page: Page, fill: Record<string, string>): Promise<number> {
  await page.locator('#need-form #quote').focus();
  for (let stops = 1; stops < 80; stops += 1) {
    const at = await page.evaluate(() => {
      const { activeElement: element } = document;
      return element instanceof HTMLButtonElement && element.value === 'check'
        ? 'check'
        : `${element?.id} ${element?.getAttribute('name')}`;
    });
    if (at === 'check') return stops;
    const [id, name] = at.split(' ');
    if (fill[id!]) await page.keyboard.type(fill[id!]!);
    else if (name === 'chapter' || name === 'category' || name === 'subcategory')
      await page.keyboard.press('Space');
    else if (name === 'articles') {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never came to the button');
}

test.describe('the form of a need', () => {
  test('is filled in the order of the work, with at most fifteen stops of the Tab key', async ({
    visit,
    shared,
  }) => {
    const page = await visit();
    await signedIn(page, shared.url, { email: emails.focal });
    await page.goto(`${shared.url}/en/needs/new`);
    await untilScripted(page);
    expect(await tabStops(page, { text: 'By Tab alone.' })).toBeLessThanOrEqual(15);
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('heading', { level: 1, name: t('check.title'), exact: true }),
    ).toBeVisible();
  });

  test('suggests the articles that the passage names, and takes them back', async ({
    visit,
    shared,
  }) => {
    const page = await visit();
    const form = needForm(page, 'en');
    await signedIn(page, shared.url, { email: emails.focal });
    await page.goto(`${shared.url}/en/needs/new`);
    await untilScripted(page);
    await form.quote.fill('Assistance with articles 7 and 8 of the Convention is requested.');
    const said = page.getByRole('status').filter({ hasText: 'article 7, 8' });
    await expect(said).toBeVisible();
    await expect(form.article(7)).toBeChecked();
    await expect(form.chapter('II')).toBeChecked();
    await page.getByRole('button', { name: t('form.undo'), exact: true }).click();
    await expect(form.article(7)).not.toBeChecked();
    // Whoever has chosen is not corrected.
    await form.article(9).check();
    await form.quote.fill('Assistance with article 12 is requested.');
    await page.waitForTimeout(700);
    await expect(form.article(12)).not.toBeChecked();
    await expect(form.article(9)).toBeChecked();
  });

  test('clears what belonged to another category, and brings it back', async ({
    visit,
    shared,
  }) => {
    const page = await visit();
    const form = needForm(page, 'en');
    await signedIn(page, shared.url, { email: emails.focal });
    await page.goto(`${shared.url}/en/needs/new`);
    await form.fill({ category: 'capacity-building' });
    const first = form.subcategories('capacity-building').first();
    await form.category('legislative-assistance').check();
    await expect(page.locator('[name=subcategory]:checked')).toHaveCount(0);
    await page.getByRole('button', { name: t('form.undo'), exact: true }).click();
    await expect(form.category('capacity-building')).toBeChecked();
    await expect(first).toBeChecked();
  });
});
