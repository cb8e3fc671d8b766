import { unfold } from '#tests/support/pages/confirm';
import { translator } from '#lib/text/i18n';
import { builtRoutes } from '#tests/support/servers/build-routes';
import { campaign } from '#tests/support/run/campaign';
import { linkShown } from '#tests/support/pages/accounts';
import {
  accessibilityFaults,
  colourFaults,
  faultsOfPages,
  forcedColorFaults,
  markupFaults,
  narrowFaults,
} from '#tests/support/pages/accessibility';
import { pagesOnce, readers, readingAs, type PagesByRole } from '#tests/support/pages/by-role';
import { expect, test } from '#tests/support/pages/fixture';
import { reviewPage } from '#tests/support/pages/review';
import { emails } from '#tests/support/pages/samples';
import { fillSignIn, signedIn } from '#tests/support/pages/sign-in';
import { arabic, english, walked } from '#tests/support/pages/browsing';

const everySixth = (paths: readonly string[], chosen: boolean) =>
  paths.filter((_, at) => (at % 6 === 0) === chosen);

test.describe('every page is accessible', () => {
  let url: string;
  let pages: PagesByRole;
  test.beforeAll(({ looked }) => {
    ({ url, pages } = looked);
  });

  test('every page of the build is looked at here, or on the way of a journey', () => {
    // Journeys look at them where the pages show something: each names its specification.
    const onTheWay: Readonly<Record<string, string>> = {
      '/accounts/handed-over': 'colleagues',
      '/accounts/invited': 'passwords',
      '/accounts/tokens/created': 'tokens',
      '/admin/terms/recode': 'vocabulary-changes',
      '/assistance/import/[preview]': 'assistance',
      '/assistance/matches/[id]': 'matching',
      '/assistance/matches/new': 'matching',
      '/coding/differences/[id]': 'second-coding',
      '/coding/samples/[id]': 'second-coding',
      '/coding/tasks/[id]': 'second-coding',
      '/decisions/[id]': 'reviewing',
      '/decisions/new': 'reviewing',
      '/reviews/[id]/import/[preview]': 'importing-needs',
      '/needs/translations/[preview]': 'translations',
      '/summaries/against-the-note/[id]': 'against-note',
    };
    const looked = readers.flatMap((reader) => pages[reader]).map((path) => path.split('?', 1)[0]!);
    const templates = builtRoutes()
      .filter(({ kind }) => kind === 'page')
      .map(({ pattern }) => pattern.replace('/[locale]', ''));
    const fits = (template: string) => {
      const pattern = template.replaceAll(/\[\.\.\.\w+\]/g, '.+').replaceAll(/\[\w+\]/g, '[^/]+');
      return looked.some((path) => new RegExp(`^${pattern}$`).test(path));
    };
    expect(templates.filter((template) => !fits(template) && !onTheWay[template])).toEqual([]);
  });

  test('a missing name, a pale text and a wide box would be seen', async ({ visit }) => {
    const page = await visit();
    for (const locale of ['en', 'ar'] as const) {
      await page.goto(`${url}/${locale}`);
      await page.evaluate(() => {
        const main = document.querySelector('main')!;
        for (const colour of ['#aaa', '#444']) {
          const text = document.createElement('p');
          text.textContent = 'Planted';
          text.style.color = colour;
          main.append(text);
        }
        main.append(document.createElement('button'));
      });
      const faults = await markupFaults(page, 'planted');
      const seen = (fault: RegExp) => expect(faults).toContainEqual(expect.stringMatching(fault));
      seen(/planted: button-name/);
      seen(/planted: color-contrast: rgb\(170, 170, 170\)/);
      seen(/planted, dark: color-contrast: rgb\(68, 68, 68\)/);
      await page
        .locator('main p')
        .last()
        .evaluate((text) => {
          text.style.width = '2000px';
        });
      expect(await narrowFaults(page, 'planted')).toEqual([
        expect.stringMatching(/pixels beyond a screen of 360: .*Planted/),
      ]);
    }
  });

  // Where a page is in another language, nothing else than its words and its direction differs.
  for (const { locale } of walked([english], arabic)) {
    const t = translator(locale);
    const at = (path: string) => `${url}/${locale}${path}`;

    for (const reader of readers) {
      test(`to ${reader}, in ${locale}`, async ({ visit }) => {
        const page = await visit();
        await readingAs(page, url, reader);
        // accessible-in-languages.spec.ts looks at each of them on the screen of a telephone.
        // All colours come from the same few tokens: in the gate axe finds out on every sixth page
        // what lies behind each text, and how large and how far apart its links are.
        const own = pagesOnce(pages, reader);
        const [some, others] = [everySixth(own, true), everySixth(own, false)];
        const faults = [
          ...(await faultsOfPages(page, url, locale, some, colourFaults)),
          ...(await faultsOfPages(
            page,
            url,
            locale,
            others,
            campaign ? colourFaults : markupFaults,
          )),
        ];
        expect(faults).toEqual([]);
      });
    }

    test(`where something is amiss, or shown once, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      const faults: string[] = [];
      await page.goto(at('/accounts/sign-in'));
      await fillSignIn(page, locale, { email: 'nobody', password: '' });
      await expect(page.getByRole('alert').first()).toBeVisible();
      faults.push(...(await accessibilityFaults(page, 'sign-in with an error')));

      await signedIn(page, url, { email: emails.administrator });
      await page.goto(at('/accounts'));
      const reset = t('accounts.resetFor', { name: 'A Guest' });
      await unfold(page);
      await page.getByRole('button', { name: reset, exact: true }).click();
      await linkShown(page, locale, 'A Guest');
      faults.push(...(await accessibilityFaults(page, 'the link of an invitation')));

      await page.goto(at(pages.manager.find((path) => path.startsWith('/reviews/'))!));
      await reviewPage(page, locale).setCompletion('2023-02-30');
      await expect(reviewPage(page, locale).completedOn).toHaveAccessibleDescription(
        new RegExp(t('errors.noSuchDate')),
      );
      faults.push(...(await accessibilityFaults(page, 'a review with a date that is not')));
      expect(faults).toEqual([]);
    });

    test(`under the colours that somebody has chosen, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      const summaries = ['/summaries', '/summaries/regions/AFR'];
      expect(await faultsOfPages(page, url, locale, summaries, forcedColorFaults)).toEqual([]);
    });
  }
});
