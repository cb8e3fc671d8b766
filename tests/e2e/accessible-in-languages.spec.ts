import { campaign } from '#tests/support/run/campaign';
import { faultsOfPages, markupFaults, narrowFaults } from '#tests/support/pages/accessibility';
import {
  pagesOnce,
  readers,
  readingAs,
  samplesOf,
  type PagesByRole,
} from '#tests/support/pages/by-role';
import { expect, test } from '#tests/support/pages/fixture';

test.describe('pages in other languages', () => {
  let url: string;
  let all: PagesByRole;
  test.beforeAll(({ looked }) => {
    ({ url, pages: all } = looked);
  });

  test('those of each kind are accessible from right to left', async ({ visit }) => {
    const page = await visit();
    const faults: string[] = [];
    for (const reader of readers) {
      await readingAs(page, url, reader);
      faults.push(...(await faultsOfPages(page, url, 'ar', samplesOf(all)[reader], markupFaults)));
    }
    expect(faults).toEqual([]);
  });

  // Arabic is mirrored, Russian has the longest words: in the gate they take every other page each.
  const tried = campaign ? (['ar', 'ru', 'es', 'fr', 'zh'] as const) : (['ar', 'ru'] as const);
  const inTurns = (paths: readonly string[], turn: number) =>
    campaign ? paths : paths.filter((_, at) => at % tried.length === turn);
  for (const [turn, locale] of tried.entries()) {
    test(`none is wider than a telephone, in ${locale}`, async ({ visit }) => {
      // Without scripts a page is as wide as with them, and there sooner.
      const page = await visit({ javaScriptEnabled: false });
      await page.setViewportSize({ width: 360, height: 740 });
      const faults: string[] = [];
      for (const reader of readers) {
        await readingAs(page, url, reader);
        faults.push(
          ...(await faultsOfPages(
            page,
            url,
            locale,
            inTurns(pagesOnce(all, reader), turn),
            narrowFaults,
          )),
        );
      }
      expect(faults).toEqual([]);
    });
  }
});
