import { translator } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import { accessibilityFaults } from '#tests/support/pages/accessibility';
import { expect, test } from '#tests/support/pages/fixture';
import { enterDraft, needFields, sender } from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';

const t = translator('en');
const arabic = 'تدريب مدققي الحسابات.';
const french = 'Formation des vérificateurs.';

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`a need is translated by hand and by a file, ${how} JavaScript`, async ({
    visit,
    shared: { url },
  }) => {
    const person = await sender(url, emails.focal);
    const text = `Training of auditors, ${how} scripts.`;
    const id = await enterDraft(person, needFields(text));
    const page = await visit({ javaScriptEnabled });
    const faults: string[] = [];
    // axe needs scripts.
    const look = async (what: string) => {
      if (javaScriptEnabled) faults.push(...(await accessibilityFaults(page, what)));
    };
    await signedIn(page, url, { email: emails.focal });

    await page.goto(`${url}/en/needs/${id}`);
    const translate = t('needTranslations.translateInto', { language: languageNames.ar });
    await page.getByRole('link', { name: translate, exact: true }).click();
    await expect(page.getByText(text, { exact: true })).toBeVisible();
    await look('the form of a translation');
    await page
      .getByLabel(t('needTranslations.fields.text', { language: languageNames.ar }), {
        exact: true,
      })
      .fill(arabic);
    await page.getByRole('button', { name: t('needTranslations.save'), exact: true }).click();
    await page.goto(`${url}/ar/needs/${id}`);
    const shown = page.getByText(arabic, { exact: true }).first();
    await expect(shown).toBeVisible();
    await expect(page.locator('main')).toContainText(
      translator('ar')('needTranslations.notes.current'),
    );

    const { text: xliff } = await person.get('/en/needs/translations/export?from=en&to=fr');
    expect(xliff).toContain(`<source>${text}</source>`);
    const filled = xliff.replace(
      `<source>${text}</source>`,
      `<source>${text}</source><target>${french}</target>`,
    );
    await page.goto(`${url}/en/needs/translations`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'needs.xlf',
      mimeType: 'application/xliff+xml',
      buffer: Buffer.from(filled),
    });
    await page.getByRole('button', { name: t('imports.preview'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      t('imports.previewTitle', { name: 'needs.xlf' }),
    );
    await expect(page.locator('main')).toContainText(french);
    await look('the preview of translations');
    await page.getByRole('button', { name: t('needTranslations.confirm'), exact: true }).click();
    await expect(page.getByRole('status')).toContainText('1 new translation, 0 changed');
    await page.goto(`${url}/fr/needs/${id}`);
    await expect(page.getByText(french, { exact: true }).first()).toBeVisible();
    expect(faults).toEqual([]);
  });
}
