import { readFileSync } from 'node:fs';
import { translator } from '#lib/text/i18n';
import { accessibilityFaults } from '#tests/support/pages/accessibility';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { enterDraft, needFields, sender } from '#tests/support/pages/raw-requests';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, saidOf, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

test.describe('the register list', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
    const focal = await sender(server.url, emails.focal);
    await enterDraft(
      focal,
      needFields('Renforcement des capacités: déclarations.', { language: 'fr' }),
    );
    await enterDraft(focal, needFields('تعزيز مكافحة الفساد', { language: 'ar', articles: ['9'] }));
    await enterDraft(focal, needFields('=1+1 is no formula, "quoted"', { articles: ['9'] }));
  });
  test.afterAll(() => server?.stop());

  const rowsOf = (page: Page) => page.locator('main tbody tr');

  for (const way of walked([english], plainArabic)) {
    const { locale, javaScriptEnabled } = way;
    const t = translator(locale);
    const how = saidOf(way);

    test(`is searched and narrowed by a form, and every filter can be taken off, ${how}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      await signedIn(page, server.url, { email: emails.focal });
      await page.goto(`${server.url}/${locale}/needs`);
      const search = page.getByRole('searchbox', { name: t('list.text'), exact: true });
      const show = page.getByRole('button', { name: t('list.show'), exact: true }).first();
      const removal = (name: 'article' | 'text', value: string) =>
        page.getByRole('link', {
          name: t('list.removeWhat', { name: t(`list.names.${name}`), value }),
          exact: true,
        });
      await search.fill('capacites RENFORCEMENT');
      await show.click();
      await expect(rowsOf(page)).toHaveCount(1);
      await expect(page).toHaveURL(/text=capacites/);
      await search.fill('مكافحه');
      await show.click();
      await expect(rowsOf(page)).toContainText(['تعزيز مكافحة الفساد']);
      await removal('text', 'مكافحه').click();
      await page.getByText(t('list.filters'), { exact: true }).click();
      await page
        .getByRole('combobox', { name: t('list.names.article'), exact: true })
        .selectOption('9');
      await show.click();
      await expect(rowsOf(page)).toHaveCount(3);
      await page.getByText(t('list.arrangement'), { exact: true }).click();
      await page.getByRole('checkbox', { name: t('needs.quote'), exact: true }).check();
      await page.getByRole('checkbox', { name: t('needs.state'), exact: true }).uncheck();
      await show.click();
      await expect(
        page.getByRole('columnheader', { name: t('needs.quote'), exact: true }),
      ).toBeVisible();
      await expect(
        page.getByRole('columnheader', { name: t('needs.state'), exact: true }),
      ).toHaveCount(0);
      if (javaScriptEnabled)
        expect(await accessibilityFaults(page, 'the list, narrowed')).toEqual([]);
      await removal('article', '9').click();
      await expect(
        page.getByRole('navigation', { name: t('list.narrowed'), exact: true }),
      ).toHaveCount(0);
      await page.getByRole('link', { name: t('statuses.draft'), exact: true }).click();
      await expect(
        page.getByRole('link', { name: t('statuses.draft'), exact: true }),
      ).toHaveAttribute('aria-current', 'page');
    });

    test(`names what it does not know and shows the rest, ${how}`, async ({ visit }) => {
      const page = await visit({ javaScriptEnabled });
      for (const query of [
        'chapter=IX',
        'article=abc',
        'category=%00',
        'tag=<b>',
        'sort=size',
        'after=zzz',
        'before=%F0%9F%92%A9~x',
        'column=weight',
        'state=KEN',
        'review=1',
        'text=%01',
      ]) {
        const answer = await page.goto(`${server.url}/${locale}/needs?${query}`);
        expect(answer?.status(), query).toBe(200);
        await expect(page.getByRole('status').first(), query).toContainText(
          t('errors.unknownFilter', { value: '', name: '' }).slice(-12),
        );
        await expect(rowsOf(page), query).toHaveCount(50);
      }
    });
  }

  // What is selected on another page, scripts alone remember.
  for (const way of walked([english, plainArabic])) {
    const { locale, javaScriptEnabled } = way;
    const t = translator(locale);
    const how = saidOf(way);

    test(`is paged forth and back, and exported whole or as selected, ${how}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled });
      await page.goto(`${server.url}/${locale}/needs?sort=reference`);
      const names = () => page.locator('main tbody th a').allInnerTexts();
      const one = await names();
      const boxes = page.getByRole('checkbox', {
        name: new RegExp(t('list.select', { reference: '' }).trim()),
      });
      await boxes.nth(0).check();
      await page.getByRole('link', { name: t('needs.following'), exact: true }).click();
      await expect(page).toHaveURL(/after=/);
      const two = await names();
      expect(two.filter((name) => one.includes(name))).toEqual([]);
      await boxes.nth(1).check();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: t('list.exportSelected'), exact: true }).click();
      const lines = readFileSync(await (await download).path(), 'utf8')
        .replace('\uFEFF', '')
        .trimEnd()
        .split('\r\n');
      expect(lines[0]?.split(',')[0]).toBe(t('needs.reference'));
      expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(
        javaScriptEnabled ? [one[0], two[1]] : [two[1]],
      );
      await page.getByRole('link', { name: t('needs.previous'), exact: true }).click();
      expect(await names()).toEqual(one);
      if (javaScriptEnabled) await expect(boxes.nth(0)).toBeChecked();
      const whole = page.waitForEvent('download');
      await page.getByRole('link', { name: t('list.exportAll'), exact: true }).click();
      const all = readFileSync(await (await whole).path(), 'utf8');
      expect(all.startsWith(`\uFEFF${t('needs.reference')},`)).toBe(true);
      expect(all.trimEnd().split('\r\n')).toHaveLength(316);
    });
  }

  test('exports no formula and nothing out of scope, and notes who took it', async () => {
    const focal = await sender(server.url, emails.focal);
    const { status, text } = await focal.get(
      '/en/needs/export?status=draft&column=text&column=status',
    );
    expect(status).toBe(200);
    expect(text).toContain(`"'=1+1 is no formula, ""quoted""",Draft`);
    const others = await (await sender(server.url)).get('/en/needs/export?column=text');
    expect(others.text).not.toContain('no formula');
    expect((await focal.get('/en/needs/export?category=nonsense')).location).toBe(
      '/en/needs?category=nonsense',
    );
    const id = /\/needs\/([0-9a-f-]{36})/.exec(
      (await focal.get('/en/needs?status=draft')).text,
    )![1]!;
    const outsider = await sender(server.url, 'focal.apg-01@demo.example');
    expect((await outsider.post('/en/needs/export', `id=${id}&show=own&column=text`)).text).toBe(
      '\uFEFFThe need\r\n',
    );
    // Nothing selected is said, and the list stays as it was narrowed.
    const nothing = await outsider.post(
      '/en/needs/export',
      'show=own&filter=status%3Ddraft%26chapter%3DII',
    );
    expect(nothing.location).toBe('/en/needs?status=draft&chapter=II&done=nothing');
    expect((await outsider.get(nothing.location!)).text).toContain(
      translator('en')('list.nothingSelected'),
    );
  });
});
