import { categoryShortName } from '#lib/convention/categories';
import { translator } from '#lib/text/i18n';
import { accessibilityFaults, faultsOnceMore } from '#tests/support/pages/accessibility';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import {
  encoded,
  enterDraft,
  hidden,
  needFields,
  sender,
  type Sender,
} from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

test.describe('many needs at once', () => {
  let server: RunningServer;
  let person: Sender;
  let review: string;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
    person = await sender(server.url, emails.focal);
    review = hidden((await person.get(`/en/needs/new?id=${crypto.randomUUID()}`)).text, 'review');
  });
  test.afterAll(() => server?.stop());

  for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
    const how = `in ${locale} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;
    const t = translator(locale);
    // axe is a script itself.
    const amiss = async (page: Page, what: string, look = accessibilityFaults): Promise<string[]> =>
      javaScriptEnabled ? await look(page, what) : [];
    const at = (path: string) => `${server.url}/${locale}/${path}`;

    test(`rows of the grid are saved together, and nothing typed is lost, ${how}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.focal });
      const [one, two] = [
        await enterDraft(person, needFields('One.')),
        await enterDraft(person, needFields('Two.')),
      ];
      const cell = (id: string, field: string) => page.locator(`[id="${id}.${field}"]`);
      const save = () => page.getByRole('button', { name: t('grid.save'), exact: true }).click();
      await page.goto(at(`reviews/${review}/grid`));
      const faults: string[] = await amiss(page, 'grid', faultsOnceMore);
      await cell(one, 'text').fill('One, changed.');
      await cell(one, 'coding').selectOption('policymaking/pm-development');
      await cell(two, 'articles').fill('5; 99');
      await save();
      await expect(cell(two, 'articles')).toHaveAccessibleDescription(t('errors.unknownArticle'));
      await expect(cell(one, 'text')).toHaveValue('One, changed.');
      faults.push(...(await amiss(page, 'grid with a fault')));
      expect(
        (
          await person.post(
            `/en/needs/${one}/edit`,
            encoded([['version', '1'], ...needFields('Theirs.')]),
          )
        ).status,
      ).toBe(303);
      await cell(two, 'articles').fill('5; 9');
      await save();
      await expect(
        page.getByText(t('grid.stored', { value: 'Theirs.' }), { exact: true }),
      ).toBeVisible();
      await expect(cell(one, 'text')).toHaveValue('One, changed.');
      await save();
      await expect(page.getByText(t('grid.saved', { n: 2 }))).toBeVisible();
      await expect(cell(one, 'text')).toHaveValue('One, changed.');
      await expect(cell(two, 'articles')).toHaveValue('5; 9');
      await save();
      await expect(page.getByRole('status')).toContainText(t('grid.saved', { n: 0 }));
      expect(faults).toEqual([]);
    });

    test(`a need is duplicated into a draft of its own, ${how}`, async ({ visit }) => {
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.focal });
      const id = await enterDraft(person, needFields(`To be copied, ${how}.`));
      await page.goto(at(`needs/${id}`));
      await page.getByRole('button', { name: t('copies.button'), exact: true }).click();
      await expect(page.getByText(t('copies.done'), { exact: true })).toBeVisible();
      await expect(page.locator('#text')).toHaveValue(`To be copied, ${how}.`);
      expect(page.url()).not.toContain(id);
    });

    test(`answers of the self-assessment checklist become drafts to be confirmed, ${how}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.focal });
      const field = (article: number, name: 'needed' | 'category' | 'description' | 'provided') =>
        page.getByLabel(
          t('selfAssessment.cell', {
            field:
              name === 'needed' ? t('selfAssessment.needed') : t(`selfAssessment.columns.${name}`),
            article,
          }),
          { exact: true },
        );
      const make = () =>
        page.getByRole('button', { name: t('selfAssessment.make'), exact: true }).click();
      await page.goto(at(`reviews/${review}`));
      await page.getByRole('link', { name: t('selfAssessment.link'), exact: true }).click();
      const faults: string[] = await amiss(page, 'self-assessment', faultsOnceMore);
      await field(8, 'needed').check();
      await field(8, 'category').selectOption({ label: categoryShortName('policymaking', locale) });
      await field(8, 'provided').fill('UNDP');
      await make();
      await expect(field(8, 'description')).toHaveAccessibleDescription(
        t('selfAssessment.describeNeed'),
      );
      await expect(field(8, 'provided')).toHaveValue('UNDP');
      faults.push(...(await amiss(page, 'self-assessment with a fault')));
      await field(8, 'description').fill(`A code of conduct, ${how}.`);
      await make();
      await expect(page.getByText(t('selfAssessment.done', { n: 1 }))).toBeVisible();
      await page.getByRole('link', { name: `A code of conduct, ${how}.` }).click();
      await expect(page.getByText(t('selfAssessment.mark'), { exact: true })).toBeVisible();
      await expect(page.getByText(t('selfAssessment.providedLine', { by: 'UNDP' }))).toBeVisible();
      expect(faults).toEqual([]);
    });

    test(`a file of such answers fills the form, ${how}`, async ({ visit }) => {
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.focal });
      await page.goto(at(`reviews/${review}/self-assessment`));
      const columns = (['article', 'description', 'provided'] as const).map((column) =>
        t(`selfAssessment.columns.${column}`),
      );
      await page.getByLabel(t('imports.file'), { exact: true }).setInputFiles({
        name: 'answers.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`${columns.join(';')}\n9;Tenders;\n9;Budgets;OECD\n`),
      });
      await page.getByRole('button', { name: t('selfAssessment.fill'), exact: true }).click();
      await expect(page.getByText(t('selfAssessment.filled'), { exact: true })).toBeVisible();
      await expect(page.locator('[id="9.description"]')).toHaveValue('Tenders');
      await expect(page.locator('[id="9.2.provided"]')).toHaveValue('OECD');
      await page.getByRole('button', { name: t('selfAssessment.make'), exact: true }).click();
      await expect(page.getByText(t('selfAssessment.done', { n: 2 }))).toBeVisible();
    });
  }
});
