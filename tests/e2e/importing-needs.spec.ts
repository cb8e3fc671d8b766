import { columnName } from '#lib/needs/imports/needs/labels';
import { translator } from '#lib/text/i18n';
import { plantedNeeds } from '#tests/support/imports/planted-faults';
import { accessibilityFaults, faultsOnceMore } from '#tests/support/pages/accessibility';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { importPages } from '#tests/support/pages/import';
import { encoded, hidden, needFields, sender } from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';
import type { RunningServer } from '#tests/support/servers/server';

test.describe('importing needs through the page', () => {
  let server: RunningServer;
  let review: string;
  test.beforeAll(async ({ shared }) => {
    server = shared;
    review = hidden(
      (
        await (
          await sender(server.url, emails.focal)
        ).get(`/en/needs/new?id=${crypto.randomUUID()}`)
      ).text,
      'review',
    );
  });

  for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
    const how = `in ${locale} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;
    const t = translator(locale);
    // axe is a script itself.
    const amiss = async (page: Page, what: string, look = accessibilityFaults): Promise<string[]> =>
      javaScriptEnabled ? await look(page, what) : [];
    const line = (...cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',');
    const header = line(
      ...(
        [
          'ref',
          'chapter',
          'articles',
          'category',
          'subcategory',
          'topics',
          'types',
          'tags',
          'priority',
          'text',
          'language',
        ] as const
      ).map((column) => columnName(locale, column)),
    );
    const need = (ref: string, articles: string, text: string) =>
      line(
        ref,
        t('provisions.chapter', { chapter: 'II' }),
        articles,
        'policymaking',
        'pm-development',
        '',
        '',
        '',
        '2',
        text,
        locale,
      );
    const file = (...lines: readonly string[]) =>
      Buffer.from(`\ufeff${[header, ...lines].join('\r\n')}`);

    test(`a file goes in whole after its preview, and nothing twice, ${how}`, async ({ visit }) => {
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.focal });
      const pages = importPages(page, server.url, locale, review);
      const [one, two] = [`${locale}-1`, `${locale}-2`];
      await pages.open();
      const faults: string[] = await amiss(page, 'import', faultsOnceMore);
      await pages.send(file(need(one, '5', 'First.'), need(two, t('imports.general'), 'Second.')));
      await pages.expectCounts({ new: 2 });
      faults.push(...(await amiss(page, 'preview', faultsOnceMore)));
      await pages.confirm();
      await expect(
        page.getByText(t('imports.done', { added: 2, changed: 0, same: 0 }), { exact: true }),
      ).toBeVisible();

      await pages.send(
        file(
          need(one, '5', 'First.'),
          need(two, '6; 7', 'Second, changed.'),
          need(`${locale}-3`, '77', 'Third.'),
        ),
      );
      await pages.expectCounts({ same: 1, changed: 1, wrong: 1 });
      expect(await pages.faults()).toEqual([`4: ${columnName(locale, 'articles')}`]);
      await expect(page.getByRole('button', { name: t('imports.confirm') })).toHaveCount(0);
      faults.push(...(await amiss(page, 'preview with a fault')));

      await pages.send(await pages.template('xlsx'), 'template.xlsx');
      await expect(page.getByText(t('imports.nothing'), { exact: true })).toBeVisible();
      expect(faults).toEqual([]);
    });

    test(`what changed between preview and confirmation is shown anew, ${how}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.focal });
      const pages = importPages(page, server.url, locale, review);
      const person = await sender(server.url, emails.focal);
      await pages.send(file(need(`${locale}-8`, '5', 'As imported.')));
      await pages.confirm();
      await pages.send(file(need(`${locale}-8`, '6', 'As imported again.')));
      await pages.expectCounts({ changed: 1 });
      const id = /\/needs\/([0-9a-f-]{36})/.exec(
        await page.locator('table.preview').innerHTML(),
      )![1]!;
      expect(
        (
          await person.post(
            `/en/needs/${id}/edit`,
            encoded([['version', '1'], ...needFields('Meanwhile.')]),
          )
        ).status,
      ).toBe(303);
      await pages.confirm();
      await expect(page.getByText(t('imports.movedText'), { exact: true })).toBeVisible();
      await pages.expectCounts({ changed: 1 });
      await pages.confirm();
      await expect(
        page.getByText(t('imports.done', { added: 0, changed: 1, same: 0 }), { exact: true }),
      ).toBeVisible();
    });
  }

  test('every one of the planted faults is reported at its row and column', async ({ visit }) => {
    const page = await visit();
    await signedIn(page, server.url, { email: emails.focal });
    const pages = importPages(page, server.url, 'en', review);
    const { content, places } = plantedNeeds();
    await pages.send(Buffer.from(content.replaceAll(',KEN,', ',AFR-18,')));
    // Here labels are accepted, and lists as people write them: "Policymaking", "English", "5,6".
    const accepted = content
      .split('\n')
      .flatMap((text, i) => (/,Policymaking,|,English,|,"5,6",/.test(text) ? [`${i + 1}: `] : []));
    expect(accepted).toHaveLength(3);
    const wanted = places
      .filter((place) => !accepted.some((line) => place.startsWith(line)))
      .map((place) => {
        const [line, column] = place.split(': ') as [string, Parameters<typeof columnName>[1]];
        return `${line}: ${columnName('en', column)}`;
      });
    expect(wanted.length).toBeGreaterThanOrEqual(30);
    expect(await pages.faults()).toEqual(wanted);
    await expect(
      page.getByRole('button', { name: translator('en')('imports.confirm') }),
    ).toHaveCount(0);
  });

  test('a file that is none is refused at its field', async ({ visit }) => {
    const page = await visit();
    await signedIn(page, server.url, { email: emails.focal });
    const pages = importPages(page, server.url, 'en', review);
    const t = translator('en');
    const field = page.getByLabel(t('imports.file'), { exact: true });
    const refused: readonly (readonly [Buffer, string])[] = [
      [Buffer.from('%PDF-1.7'), t('imports.faults.fileOfOtherKind')],
      [Buffer.from(''), t('imports.faults.emptyFile')],
      [
        Buffer.from('ref,weather\n1,rain\n'),
        t('imports.rowFault', {
          row: 1,
          text: t('imports.columnFault', {
            column: 'weather',
            text: t('imports.faults.unknownColumn', { value: '"weather"' }),
          }),
        }),
      ],
    ];
    for (const [content, text] of refused) {
      await pages.send(content);
      await expect(field).toHaveAccessibleDescription(
        new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
      );
    }
    await pages.open();
    await page.getByRole('button', { name: t('imports.preview'), exact: true }).click();
    await expect(field).toHaveAccessibleDescription(new RegExp(t('imports.faults.chooseFile')));
    expect(await accessibilityFaults(page, 'import without a file')).toEqual([]);
  });
});
