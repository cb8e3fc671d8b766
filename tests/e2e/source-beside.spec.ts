import { translator } from '#lib/text/i18n';
import { accessibilityFaults, forcedColorFaults } from '#tests/support/pages/accessibility';
import { besideField } from '#tests/support/pages/answers';
import { expect, test, untilScripted } from '#tests/support/pages/fixture';
import { needForm } from '#tests/support/pages/need-form';
import { hidden, sender } from '#tests/support/pages/raw-requests';
import { signedIn } from '#tests/support/pages/sign-in';
import { sourceOn } from '#tests/support/pages/source';
import { pdfFile, setPage } from '#tests/support/files/pdf-file';
import { arabic, english, plainArabic, plainEnglish, walked } from '#tests/support/pages/browsing';
import { startServer, type RunningServer } from '#tests/support/servers/server';

const focal = { email: 'focal.afr-18@demo.example' };
/**
 * A summary of two pages. Its number makes its words differ from those of the others, which needs
 * may quote already.
 */
const summaries = {
  en: (n: number) => ({
    heading: '2.4. Technical assistance needs identified',
    first: `41. Capacity-building for procurement officers, including risk analysis of kind ${n}, and more.`,
    words: `risk analysis of kind ${n}`,
    second: `Article 8: good practices of kind ${n}.`,
    next: '3. Chapter V: asset recovery',
  }),
  ar: (n: number) => ({
    heading: '2.4- احتياجات المساعدة التقنية المستبانة',
    first: `41- بناء قدرات موظفي المشتريات في تحليل ${n} من المخاطر وغيره.`,
    words: `تحليل ${n} من المخاطر`,
    second: `المادة 8: ممارسات جيدة من النوع ${n}.`,
    next: '3- الفصل الخامس: استرداد الموجودات',
  }),
} as const;
/** Milliseconds after which a selection would have been taken. */
const longerThanSettling = 700;
const pdfOf = ({ heading, first, second, next }: ReturnType<(typeof summaries)['en']>) => ({
  name: 'summary.pdf',
  mimeType: 'application/pdf',
  buffer: pdfFile({
    pages: [
      setPage(['1. Introduction', 'Text of the introduction.']),
      setPage([heading, first, `42. ${second}`, next]),
    ],
  }),
});

test.describe('the source beside the form', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
  });
  test.afterAll(() => server?.stop());
  const reviewOf = async (email: string) =>
    hidden(
      (await (await sender(server.url, email)).get(`/en/needs/new?id=${crypto.randomUUID()}`)).text,
      'review',
    );

  /** Each language attaches summaries of its own. */
  const numberOf = (locale: 'en' | 'ar') => (locale === 'en' ? 10 : 20);

  for (const { locale } of walked([english], arabic)) {
    const t = translator(locale);
    const n = numberOf(locale);

    test(`a passage selected by mouse fills the form, stays marked and opens its need, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit();
      const [source, form, text] = [
        sourceOn(page, locale),
        needForm(page, locale),
        summaries[locale](n),
      ];
      await signedIn(page, server.url, focal);
      await page.goto(`${server.url}/${locale}/reviews/${await reviewOf(focal.email)}`);
      await source.attach({
        name: 'notes.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('No PDF.'),
      });
      await expect(page.getByLabel(t('source.file'), { exact: true })).toHaveAccessibleDescription(
        new RegExp(t('errors.fileOfOtherKind').slice(0, 20)),
      );
      await source.attach(pdfOf(text));
      await expect(page.getByText(t('source.attached'))).toBeVisible();
      const faults = await accessibilityFaults(page, 'review with a source');

      await page.goto(`${server.url}/${locale}/needs/new`);
      await untilScripted(page);
      await source.expectUnused(2, 2);
      await form.quote.fill('Typed before.');
      await source.selectByMouse(text.words);
      await expect(form.quote).toHaveValue(text.words);
      await expect(form.page).toHaveValue('2');
      await expect(form.paragraph).toHaveValue('41');
      // To press on selected words is to drag them: whoever selects them again lets go of them first.
      const letGo = () => form.text.click();
      // The words are still selected: neither an undone quote nor another passage gives way to them.
      await source.undo.click();
      await expect(form.quote).toHaveValue('Typed before.');
      await page.waitForTimeout(longerThanSettling);
      await expect(form.quote).toHaveValue('Typed before.');
      await letGo();
      await source.selectByMouse(text.words);
      await expect(form.quote).toHaveValue(text.words);
      await source.quoteButton('42').click();
      await expect(form.quote).toHaveValue(text.second);
      await page.waitForTimeout(longerThanSettling);
      await expect(form.quote).toHaveValue(text.second);
      await expect(form.paragraph).toHaveValue('42');
      await letGo();
      await source.selectByMouse(text.words);
      await expect(form.quote).toHaveValue(text.words);
      await source.quoteButton('42').press('Enter');
      await expect(form.quote).toHaveValue(text.second);
      await letGo();
      await source.selectByMouse(text.words);
      await expect(form.paragraph).toHaveValue('41');
      faults.push(
        ...(await accessibilityFaults(page, 'a form with the source')),
        ...(await forcedColorFaults(page, 'a form with the source')),
      );

      await form.fill({
        articles: [9],
        category: 'capacity-building',
        text: 'Training of officers.',
        language: 'en',
      });
      await form.saveDraft();
      await expect(page.getByText(t('form.saved'), { exact: true })).toBeVisible();
      await expect(form.quote).toHaveValue(text.words);
      await source.expectUnused(1, 2);
      await source.onlyUnused.check();
      await expect(source.passages).toHaveCount(1);
      await source.onlyUnused.uncheck();
      faults.push(...(await accessibilityFaults(page, 'a form with a used passage')));
      const id = /\/needs\/([0-9a-f-]{36})/.exec(page.url())![1]!;
      await source.mark(text.words).click();
      await expect(page).toHaveURL(`${server.url}/${locale}/needs/${id}`);
      await expect(
        page
          .locator('dl.facts > div', { hasText: t('source.page') })
          .getByText('2', { exact: true }),
      ).toBeVisible();
      expect(faults).toEqual([]);
    });
  }

  for (const { locale } of walked([plainArabic], plainEnglish)) {
    const t = translator(locale);
    const n = numberOf(locale);

    test(`without JavaScript a paragraph's button saves the draft and quotes it, in ${locale}`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled: false });
      const [source, form, text] = [
        sourceOn(page, locale),
        needForm(page, locale),
        summaries[locale](n + 1),
      ];
      await signedIn(page, server.url, focal);
      await page.goto(`${server.url}/${locale}/reviews/${await reviewOf(focal.email)}`);
      await source.attach(pdfOf(text));
      await page.goto(`${server.url}/${locale}/needs/new`);
      await form.fill({ text: 'Typed, and not lost.', articles: [9] });
      await source.quoteButton('42').click();
      await expect(page.getByText(t('form.saved'), { exact: true })).toBeVisible();
      await expect(form.text).toHaveValue('Typed, and not lost.');
      await expect(form.article(9)).toBeChecked();
      await expect(form.quote).toHaveValue(text.second);
      await expect(form.page).toHaveValue('2');
      await form.saveDraft();
      await source.expectUnused(1, 2);
      await expect(source.mark(text.second)).toBeVisible();
    });
  }

  test('the file is downloaded whole, by nobody out of scope, and never shown', async ({
    visit,
  }) => {
    const page = await visit();
    await signedIn(page, server.url, focal);
    const review = await reviewOf(focal.email);
    await page.goto(`${server.url}/en/reviews/${review}`);
    const file = { ...pdfOf(summaries.en(1)), name: 'Résumé – ملخص.pdf' };
    await sourceOn(page, 'en').attach(file);
    const href =
      (await page.getByRole('link', { name: new RegExp(file.name) }).getAttribute('href')) ?? '';
    const answer = await page.request.get(`${server.url}${href}`);
    expect((await answer.body()).equals(file.buffer)).toBe(true);
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'content-disposition': `attachment; filename="Re_sume_ _ ____.pdf"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
    const { etag } = answer.headers();
    expect(
      (
        await page.request.get(`${server.url}${href}`, { headers: { 'if-none-match': etag! } })
      ).status(),
    ).toBe(304);
    for (const [email, path] of [
      ['focal.apg-01@demo.example', href],
      ['manager@demo.example', href],
      [focal.email, href.replace(/[^/]+$/, crypto.randomUUID())],
      [focal.email, href.replace(review, crypto.randomUUID())],
    ] as const) {
      const refused = await (await sender(server.url, email)).get(path);
      expect(
        [refused.status, refused.text.includes(translator('en')('pages.notFoundTitle'))],
        `${email} ${path}`,
      ).toEqual([404, true]);
    }
    const stranger = await (await sender(server.url)).get(href);
    expect([stranger.status, stranger.location]).toEqual([
      303,
      `/en/accounts/sign-in?next=${encodeURIComponent(`/en/reviews/${review}`)}`,
    ]);
  });

  test('a crafted upload is refused, and stores nothing', async () => {
    const [email, theirs] = ['focal.apg-01@demo.example', focal.email];
    const mine = await sender(server.url, email);
    const review = await reviewOf(email);
    expect((await mine.get(`/en/needs/new?id=${crypto.randomUUID()}`)).text).toContain(
      translator('en')('source.attachFirst'),
    );
    const path = `/en/reviews/${review}/attach`;
    const boundary = '----a-boundary-of-the-tests';
    const end = `--${boundary}--\r\n`;
    const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const part = (name: string, value: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const t = translator('en');
    for (const [body, headers, status, said] of [
      // Only said to be so large: the server answers before it reads, and hangs up.
      ['x', { ...multipart, 'content-length': String(22 * 1024 * 1024) }, 413, t('pages.413Title')],
      ['not multipart at all', multipart, 422, t('errors.wrongEncoding')],
      [
        `${part('as', 'file')}${end}`,
        multipart,
        422,
        besideField('file', t('errors.chooseFile'))[0]!,
      ],
      [
        `${part('as', 'text')}${part('text', '\u0000 \u202e')}${end}`,
        multipart,
        422,
        besideField('text', t('errors.enterSource'))[0]!,
      ],
      ['as=text&text=a', {}, 415, t('pages.415Title')],
      [
        `${Array.from({ length: 50 }, (_, i) => part(`a${i}`, 'x')).join('')}${end}`,
        multipart,
        422,
        t('errors.wrongEncoding'),
      ],
      [
        `${part('as', 'text')}${part('text', 'A.')}${part('replaces', crypto.randomUUID())}${end}`,
        multipart,
        409,
        t('conflict.title'),
      ],
    ] as const) {
      const answer = await mine.post(path, body as string, headers);
      expect([answer.status, answer.text.includes(said)], said).toEqual([status, true]);
    }
    const other = await sender(server.url, theirs);
    expect(
      (await other.post(path, `${part('as', 'text')}${part('text', 'A.')}${end}`, multipart))
        .status,
    ).toBe(404);
    expect(
      (
        await (
          await sender(server.url)
        ).post(path, `${part('as', 'text')}${part('text', 'A.')}${end}`, multipart)
      ).status,
    ).toBe(401);
    expect((await mine.get(`/en/reviews/${review}`)).text).toContain(t('source.none'));
  });
});
