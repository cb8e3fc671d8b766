import { expect, type Page } from '@playwright/test';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';

/** Where words stand on the screen: the first and the last point of them. */
async function placeOf(page: Page, words: string) {
  // At once: the pages scroll smoothly, and what moves has no place yet.
  await page
    .locator('[data-passage]', { hasText: words })
    .first()
    .evaluate((passage) => passage.scrollIntoView({ block: 'center', behavior: 'instant' }));
  return page.evaluate((wanted) => {
    for (const passage of document.querySelectorAll('[data-passage]')) {
      const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const edge = (offset: number, end: boolean) => {
          const range = document.createRange();
          range.setStart(node, end ? offset - 1 : offset);
          range.setEnd(node, end ? offset : offset + 1);
          const box = range.getBoundingClientRect();
          const rtl = getComputedStyle(passage).direction === 'rtl';
          return { x: rtl === end ? box.left + 0.5 : box.right - 0.5, y: box.top + box.height / 2 };
        };
        return { from: edge(at, false), to: edge(at + wanted.length, true) };
      }
    }
    throw new Error(`not on the page: ${wanted}`);
  }, words);
}

/** The executive summary beside the form of a need, and where it is attached. */
export function sourceOn(page: Page, locale: Locale) {
  const t = translator(locale);
  const panel = page.getByRole('complementary', { name: t('source.title'), exact: true });
  return {
    panel,
    passages: panel.locator('.passage:visible'),
    mark: (words: string) => panel.locator('mark').getByRole('link', { name: words, exact: true }),
    quoteButton: (number: string) =>
      panel.getByRole('button', { name: t('source.quoteWhich', { number }), exact: true }),
    undo: panel.getByRole('button', { name: t('source.undo'), exact: true }),
    onlyUnused: panel.getByRole('checkbox', { name: t('source.onlyUnused'), exact: true }),
    expectUnused: (unused: number, all: number) =>
      expect(
        panel.getByText(t('source.unusedSection', { unused, all }), { exact: true }),
      ).toBeVisible(),
    /**
     * Selects words as one does with a mouse: press before the first letter, draw over them, let go
     * after the last.
     */
    selectByMouse: async (words: string) => {
      const { from, to } = await placeOf(page, words);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
    attach: async (file: { name: string; mimeType: string; buffer: Buffer }) => {
      await page.getByLabel(t('source.file'), { exact: true }).setInputFiles(file);
      await page.getByRole('button', { name: t('source.attach'), exact: true }).click();
    },
  };
}
