import { readFileSync } from 'node:fs';
import { unitName } from '#lib/assistance/activities/units';
import { stateName } from '#lib/convention/states';
import { translator } from '#lib/text/i18n';
import { accessibilityFaults, faultsOnceMore } from '#tests/support/pages/accessibility';
import { rowsIn, textOf } from '#tests/support/pages/messages';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { sender } from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

type Entry = Readonly<{
  ref: string;
  theme: string;
  title: string;
  recipients?: string;
  hosts?: string;
  areas?: string;
  numberValue?: readonly string[];
  numberUnit?: readonly string[];
}>;
const note = JSON.parse(
  readFileSync('db/seed/demonstration/assistance.json', 'utf8'),
) as readonly Entry[];
// From the note itself, theme by theme in its order.
const records = {
  'hubs-and-platforms': 8,
  'laws-policies-institutions': 3,
  'public-procurement': 3,
  'private-sector': 2,
  'international-investment': 3,
  'judicial-integrity': 4,
  'education-and-youth': 7,
  health: 2,
  'whistle-blowers': 2,
  environment: 2,
  sport: 5,
  'audit-institutions': 3,
  'conflict-situations': 3,
};

test.describe('assistance', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
  });
  test.afterAll(() => server?.stop());

  test('the 47 records of the note stand under their themes, each with its States and its numbers', async () => {
    const manager = await sender(server.url, emails.manager);
    expect(note).toHaveLength(47);
    for (const [theme, count] of Object.entries(records)) {
      const entries = note.filter((each) => each.theme === theme);
      expect(entries, theme).toHaveLength(count);
      const listed = rowsIn((await manager.get(`/en/assistance?theme=${theme}`)).text);
      for (const entry of entries) {
        const { title, recipients = '', hosts = '', areas = '' } = entry;
        const rows = listed.filter(({ cells }) => cells.includes(title));
        expect(rows, title).toHaveLength(1);
        const { text } = await manager.get(/href="([^"]+)"/.exec(rows[0]!.html)![1]!);
        expect(textOf(/<h1.*?<\/h1>/s.exec(text)![0]), title).toContain(title);
        const main = textOf(text.slice(text.indexOf('<main')));
        const places = [recipients, hosts, areas].flatMap((list) => list.split('\n'));
        for (const name of places.filter(Boolean)) expect(main, title).toContain(name);
        const { numberValue = [], numberUnit = [] } = entry;
        for (const [row, value] of numberValue.entries()) {
          const unit = unitName(translator('en'), numberUnit[row]!, Number(value));
          const number = new Intl.NumberFormat('en-GB').format(Number(value));
          const lines = rowsIn(text).filter(
            ({ cells }) => cells.includes(unit) && cells.includes(number),
          );
          expect(lines, `${title}: ${value} ${numberUnit[row]}`).toHaveLength(1);
        }
      }
    }
  });

  test('to the public what is planned is shown neither in the list nor in the numbers', async ({
    visit,
  }) => {
    const page = await visit({ javaScriptEnabled: false });
    await page.goto(`${server.url}/en/assistance?status=planned`);
    await expect(page.getByText(translator('en')('assistance.none'))).toBeVisible();
    await page.goto(`${server.url}/en/assistance`);
    await expect(page.getByRole('columnheader', { name: 'Planned' })).toHaveCount(0);
    const { activities } = (await (
      await page.context().request.get(`${server.url}/api/v1/assistance`)
    ).json()) as { activities: readonly Record<string, unknown>[] };
    expect(activities.length).toBeGreaterThan(40);
    expect(activities.filter((each) => 'funding' in each || each.status === 'planned')).toEqual([]);
  });

  for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
    const how = `in ${locale} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;
    const t = translator(locale);
    const amiss = async (page: Page, what: string, look = accessibilityFaults): Promise<string[]> =>
      javaScriptEnabled ? await look(page, what) : [];
    const title = `Training of inspectors ${locale}`;

    test(`a manager enters, corrects, imports, finds and cancels activities, ${how}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.manager });
      const faults: string[] = [];
      await page.goto(`${server.url}/${locale}/assistance`);
      faults.push(...(await amiss(page, 'list', faultsOnceMore)));
      await page.getByRole('link', { name: t('assistance.enter'), exact: true }).click();
      await page.locator('[name=theme]').selectOption('health');
      await page.locator('[name=kind]').selectOption('training');
      await page.locator('[name=title]').fill(title);
      await page.locator('[name=status]').selectOption('planned');
      await page.locator('[name=recipients]').fill(`${stateName('GHA', locale)}\nKenja`);
      await page.locator('[name=from]').fill('2027-05-01');
      await page.locator('[name=until]').fill('2027-04-30');
      faults.push(...(await amiss(page, 'form', faultsOnceMore)));
      await page.getByRole('button', { name: t('assistance.save'), exact: true }).click();
      await expect(page.locator('#recipients-error')).toContainText(
        t('assistance.didYouMean', { name: 'Kenja', likely: stateName('KEN', locale) }),
      );
      await expect(page.locator('#until-error')).toHaveText(t('assistance.errors.untilBeforeFrom'));
      await expect(page.locator('[name=title]')).toHaveValue(title);
      faults.push(...(await amiss(page, 'form with errors')));
      await page
        .locator('[name=recipients]')
        .fill(`${stateName('GHA', locale)}\n${stateName('KEN', 'ru')}`);
      await page.locator('[name=until]').fill('2027-06-30');
      await page.getByRole('button', { name: t('assistance.save'), exact: true }).click();
      await expect(page.getByText(t('assistance.saved'), { exact: true })).toBeVisible();
      await expect(page.locator('main')).toContainText(stateName('KEN', locale));
      faults.push(...(await amiss(page, 'activity')));

      await page.getByRole('link', { name: t('assistance.change'), exact: true }).click();
      await expect(page.locator('[name=recipients]')).toHaveValue(
        new RegExp(stateName('KEN', locale)),
      );
      await page.locator('[name=beneficiaries]').fill('1,200');
      await page.getByRole('button', { name: t('assistance.save'), exact: true }).click();
      await expect(page.locator('#beneficiaries-error')).toHaveText(
        t('assistance.errors.numberAmbiguous'),
      );
      await page.locator('[name=beneficiaries]').fill('1200');
      await page.getByRole('button', { name: t('assistance.save'), exact: true }).click();
      await expect(page.getByText(t('assistance.saved'), { exact: true })).toBeVisible();

      const send = async (...lines: readonly string[]) => {
        await page.goto(`${server.url}/${locale}/assistance/import`);
        await page.locator('input[type=file]').setInputFiles({
          name: 'activities.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(['theme,kind,title,status,recipients', ...lines].join('\n')),
        });
        await page
          .getByRole('button', { name: t('assistance.importing.preview'), exact: true })
          .click();
      };
      await send(
        `health,training,${title} A,completed,KEN`,
        `health,training,${title} B,completed,Kenja`,
      );
      await expect(page.locator('main')).toContainText(
        t('assistance.didYouMean', { name: 'Kenja', likely: stateName('KEN', locale) }),
      );
      await expect(
        page.getByRole('button', { name: t('assistance.importing.confirm') }),
      ).toHaveCount(0);
      faults.push(...(await amiss(page, 'preview')));
      await send(
        `health,training,${title} A,completed,KEN`,
        `health,training,${title} B,completed,${stateName('KEN', 'zh')}`,
      );
      await page
        .getByRole('button', { name: t('assistance.importing.confirm'), exact: true })
        .click();
      await expect(
        page.getByText(t('assistance.importing.done', { new: 2, changed: 0, same: 0 }), {
          exact: true,
        }),
      ).toBeVisible();

      await page.goto(`${server.url}/${locale}/assistance`);
      await page.locator('[name=text]').fill(`inspectors ${locale}`);
      await page
        .getByRole('button', { name: t('assistance.show'), exact: true })
        .first()
        .click();
      await expect(
        page.getByText(t('assistance.found', { count: 3 }), { exact: true }),
      ).toBeVisible();
      await page
        .getByRole('row')
        .filter({ has: page.getByRole('cell', { name: title, exact: true }) })
        .getByRole('link')
        .first()
        .click();
      await page.locator('summary', { hasText: t('assistance.cancel') }).click();
      await page.locator('[name=reason]').fill('No funds.');
      await page.getByRole('button', { name: t('assistance.cancel'), exact: true }).click();
      await expect(page.locator('main')).toContainText('No funds.');
      await expect(
        page.getByRole('link', { name: t('assistance.change'), exact: true }),
      ).toHaveCount(0);

      await page.goto(`${server.url}/${locale}/assistance/hubs`);
      faults.push(...(await amiss(page, 'hubs', faultsOnceMore)));
      await page
        .getByRole('link', { name: 'Regional anti-corruption hub for Africa', exact: true })
        .click();
      await expect(
        page.getByRole('heading', { name: t('hubs.needsTitle'), exact: true }),
      ).toBeVisible();
      // All 20 African States of the demonstration: what the summary of the region counts under
      // chapter II.
      await expect(page.locator('main')).toContainText(
        t('hubs.needsLead', { needs: 202, summaries: 20 }),
      );
      faults.push(...(await amiss(page, 'hub', faultsOnceMore)));
      await page.goto(`${server.url}/${locale}/assistance/hubs/new`);
      faults.push(...(await amiss(page, 'hub form', faultsOnceMore)));
      expect(faults).toEqual([]);
    });
  }
});
