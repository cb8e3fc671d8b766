import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import { chromiumPath } from '#lib/documents/pdf/chromium';
import { campaign } from '#tests/support/run/campaign';
import { expect, test, type Page } from '#tests/support/pages/fixture';
import { openedEdition } from '#tests/support/pages/notes';
import { emails } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { english, plainArabic, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

/** A block of the first draft whose text has placeholders. */
const key = 'overall.articles';
const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  pdf: 'application/pdf',
} as const;
type Format = keyof typeof types;
const magic: Readonly<Record<Format, string>> = {
  docx: 'PK',
  html: '<!DOCTYPE html>',
  txt: '',
  pdf: '%PDF-',
};

test.describe('a note to the Implementation Review Group', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
  });
  test.afterAll(() => server?.stop());

  const button = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();

  /** Takes the languages of the edition back to these, so that fewer documents are made. */
  async function inLanguages(page: Page, t: Translate, ...wanted: readonly Locale[]) {
    await page.getByRole('link', { name: t('notes.edition.head'), exact: true }).click();
    for (const language of ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const)
      await page
        .locator(`[name=languages][value=${language}]`)
        .setChecked(wanted.includes(language));
    await button(page, t('notes.form.save'));
  }

  async function isRead(page: Page, id: string, locale: Locale) {
    await page.goto(`${server.url}/${locale}/notes/${id}/text`);
    await expect(page.locator('article.note-document')).toHaveAttribute(
      'dir',
      locale === 'ar' ? 'rtl' : 'ltr',
    );
    const shown = await page
      .locator('[id="block-overall.new"] [data-value]')
      .evaluateAll((links) => links.map((link) => link.textContent));
    expect(shown, locale).toEqual(expect.arrayContaining(['67', '38', '315']));
  }

  async function written(
    page: Page,
    t: Translate,
    at: string,
    change: (text: string) => string,
  ): Promise<string> {
    await page.goto(`${at}/write`);
    await page
      .locator(`[id="${key}"]`)
      .getByRole('link', { name: t('notes.write.edit') })
      .click();
    const text = page.locator('textarea[name=text]').first();
    const before = await text.inputValue();
    await text.fill(change(before));
    await button(page, t('notes.block.save'));
    return before;
  }

  /** Looks again until nothing is being made; the documents are asked for, as a page costs more. */
  async function untilMade(page: Page, t: Translate, documents: readonly string[]) {
    const [look, progress] = [
      page.getByRole('link', { name: t('noteDocuments.look'), exact: true }),
      page.getByRole('progressbar', { name: t('noteDocuments.progress') }),
    ];
    // A fast machine may have made them before this page was asked for.
    if ((await look.count()) > 0) await expect(progress).toBeVisible();
    const statusOf = async (path: string) =>
      (await page.context().request.head(path, { failOnStatusCode: false })).status();
    for (const path of documents)
      await expect
        .poll(() => statusOf(path), { message: path, timeout: 300_000, intervals: [500] })
        .toBe(200);
    await expect
      .poll(
        async () => {
          await page.reload();
          return look.count();
        },
        { timeout: 300_000, intervals: [500] },
      )
      .toBe(0);
  }

  for (const { locale, javaScriptEnabled } of walked([english], plainArabic)) {
    const t = translator(locale);
    const symbol = `NR/2023/${locale}`;

    test(`is opened, written, approved, frozen, made into documents and published, ${javaScriptEnabled ? 'with' : 'without'} JavaScript, in ${locale}`, async ({
      visit,
    }) => {
      const [page, reader] = [
        await visit({ javaScriptEnabled }),
        await visit({ javaScriptEnabled }),
      ];
      await signedIn(page, server.url, { email: emails.manager });
      const at = await openedEdition(page, server.url, locale, symbol);
      const id = at.split('/').at(-1)!;
      // What documents hold in other languages, tests of the documents themselves say.
      const languages = campaign ? (['en', 'ar'] as const) : [locale];
      await inLanguages(page, t, ...languages);
      for (const each of languages) await isRead(page, id, each);

      // A number typed into a sentence is found, and gone once it is taken back.
      const before = await written(page, t, at, (text) => `${text} 4711`);
      const found = page.getByRole('link', {
        name: t('notes.checks.kinds.typed', { language: languageNames[locale], detail: '4711' }),
      });
      await page.goto(`${at}/checks`);
      await expect(found).toHaveCount(1);
      await expect(
        page.getByRole('button', { name: t('notes.checks.freeze'), exact: true }),
      ).toHaveCount(0);
      await written(page, t, at, () => before);
      await page.goto(`${at}/checks`);
      await expect(found).toHaveCount(0);

      await page.goto(`${at}/blocks/${key}`);
      await page.locator('#comment-text').fill('Is this the right figure?');
      await button(page, t('notes.block.commentButton'));
      await page.goto(at);
      await expect(page.locator('#comments')).toContainText('Is this the right figure?');
      await button(page, t('notes.edition.resolve'));
      await expect(page.locator('#comments')).toContainText(t('notes.edition.noComments'));

      // Nobody but who is named sees it; who is named approves it.
      await signedIn(reader, server.url, { email: emails.reviewer });
      for (const path of ['', `/documents/${locale}/docx`]) {
        expect((await reader.goto(at + path))!.status()).toBe(404);
        await expect(reader.getByRole('heading', { level: 1 })).toHaveText(
          t('pages.notFoundTitle'),
        );
      }
      await page.locator('#email').fill(emails.reviewer);
      await page.locator('#role').selectOption('approves');
      await button(page, t('notes.edition.nameButton'));
      await expect(page.locator('#people')).toContainText(t('notes.edition.waiting'));

      await page.goto(`${at}/checks`);
      await page.locator('#seen').check();
      await button(page, t('notes.checks.freeze'));
      await expect(page.locator('.tag.frozen')).toBeVisible();
      await reader.goto(at);
      await button(reader, t('notes.edition.approve'));
      await expect(reader.locator('#people')).not.toContainText(t('notes.edition.waiting'));
      await expect(
        reader.getByRole('button', { name: t('noteDocuments.cancel'), exact: true }),
      ).toHaveCount(0);

      await page.goto(at);
      await button(page, t('notes.edition.publish'));
      await expect(page.getByRole('alert')).toContainText(t('notes.errors.making'));
      const formats: readonly Format[] = [
        'docx',
        'html',
        'txt',
        ...(chromiumPath() ? (['pdf'] as const) : []),
      ];
      await page.goto(at);
      await untilMade(
        page,
        t,
        formats.map((format) => `${at}/documents/${locale}/${format}`),
      );
      if (!chromiumPath())
        await expect(page.locator('#documents')).toContainText(t('noteDocuments.why.no-chromium'));
      const stranger = await visit({ javaScriptEnabled });
      for (const format of formats) {
        const path = `${at}/documents/${locale}/${format}`;
        const answer = await page.context().request.get(path);
        const content = await answer.body();
        const sha256 = createHash('sha256').update(content).digest('hex');
        expect(
          [
            answer.status(),
            answer.headers()['content-type'],
            answer.headers()['cache-control'],
            answer.headers().etag,
          ],
          format,
        ).toEqual([200, types[format], 'private, no-cache', `"${sha256}"`]);
        expect(answer.headers()['content-disposition'], format).toContain(
          `attachment; filename="${symbol.replaceAll('/', '-')}-${locale}.${format}"`,
        );
        expect(content.subarray(0, 15).toString('latin1')).toContain(magic[format]);
        const text =
          format === 'pdf'
            ? ''
            : format === 'docx'
              ? new TextDecoder().decode(unzipSync(new Uint8Array(content))['word/document.xml'])
              : content.toString('utf8');
        if (format !== 'pdf')
          expect(text.match(/\b(67|315)\b/g)?.length, format).toBeGreaterThan(2);
        await expect(page.locator('#documents'), format).toContainText(sha256);
        expect(
          (
            await page.context().request.get(path, { headers: { 'if-none-match': `"${sha256}"` } })
          ).status(),
          format,
        ).toBe(304);
        expect((await stranger.context().request.get(path)).status(), format).toBe(404);
      }

      await page.goto(at);
      await button(page, t('notes.edition.publish'));
      await expect(page.locator('.tag.published')).toBeVisible();

      // Whoever reads the register finds it, reads it and takes its documents along.
      await stranger.goto(`${server.url}/${locale}/notes`);
      await stranger.getByRole('link', { name: symbol }).click();
      await expect(stranger).toHaveURL(`${at}/text`);
      await expect(stranger.locator('.note-document .symbol')).toHaveText(symbol);
      await isRead(stranger, id, locale);
      for (const format of formats) {
        const link = stranger.getByRole('link', { name: t(`noteDocuments.formats.${format}`) });
        const answer = await stranger
          .context()
          .request.get(new URL((await link.getAttribute('href'))!, server.url).href);
        expect([answer.status(), answer.headers()['cache-control']], format).toEqual([
          200,
          'public, no-cache',
        ]);
      }
      await page.goto(`${at}/write`);
      await expect(page.getByRole('button', { name: t('notes.write.up') })).toHaveCount(0);
    });
  }
});
