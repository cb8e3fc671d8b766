import { translator } from '#lib/text/i18n';
import { accessibilityFaults } from '#tests/support/pages/accessibility';
import { expect, test } from '#tests/support/pages/fixture';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';

const t = translator('en');

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`a token is created, shown once and ended, ${how} JavaScript`, async ({ visit, shared }) => {
    const page = await visit({ javaScriptEnabled });
    const name = `Statistics ${how}`;
    await signedIn(page, shared.url, { email: emails.manager });
    await page.goto(`${shared.url}/en/accounts/tokens`);
    await page.getByRole('button', { name: t('api.token.create'), exact: true }).click();
    await expect(page.getByRole('alert').first()).toBeVisible();

    await page.getByLabel(t('api.token.name')).fill(name);
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: t('api.token.create'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      t('api.token.newTitle', { name }),
    );
    const token = await page.locator('code.token').innerText();
    // axe needs scripts.
    if (javaScriptEnabled) expect(await accessibilityFaults(page, 'a new token')).toEqual([]);

    const read = () =>
      page.request.get(`${shared.url}/api/v1/needs?limit=1`, {
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await read()).status()).toBe(200);
    await page.getByRole('link', { name: t('api.token.back') }).click();
    await expect(page.getByRole('table')).toContainText(name);
    await expect(page.locator('main')).not.toContainText(token);
    const end = t('api.token.endNamed', { name });
    await page.getByRole('button', { name: end, exact: true }).click();
    await expect(page.getByText(t('api.token.doneEnd'))).toBeVisible();
    expect((await read()).status()).toBe(401);
  });
}
