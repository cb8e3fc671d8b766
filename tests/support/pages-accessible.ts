import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Locale } from '#lib/convention/names';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds amiss, one line a rule. */
async function broken(page: Page, what: string, only?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(rules)).analyze();
  const where = (nodes: (typeof violations)[number]['nodes']) => nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`);
  return violations.map(({ id, nodes }) => `${what}: ${id}: ${where(nodes).join('; ')}`);
}

/** What stands beyond the screen though it is not in a box that scrolls by itself, as a wide table is. */
async function beyondScreen(page: Page, what: string): Promise<string[]> {
  const { pixels, who } = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const beyond = [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > clientWidth + 1 && !each.closest('.scroll'));
    return { pixels: scrollWidth - clientWidth, who: beyond.slice(-2).map(({ outerHTML }) => outerHTML.slice(0, 120)) };
  });
  return pixels > 0 ? [`${what}: ${pixels} pixels beyond a screen of ${page.viewportSize()?.width}: ${who.join(' ')}`] : [];
}

/** All that is amiss with the page that is open: by the rules, in light and in dark, and on a narrow screen. */
export async function accessibilityFaults(page: Page, what: string): Promise<string[]> {
  const ordinary = page.viewportSize() ?? { width: 1280, height: 720 };
  const light = await broken(page, what);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await broken(page, `${what}, dark`, 'color-contrast');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 740 });
  const narrow = await beyondScreen(page, what);
  await page.setViewportSize(ordinary);
  return [...light, ...dark, ...narrow];
}

/** The same under the colours that somebody has chosen for all their programs. */
export async function forcedColorFaults(page: Page, what: string): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const faults = await broken(page, `${what}, forced colours`);
  await page.emulateMedia({ forcedColors: 'none' });
  return faults;
}

/** What is amiss with any of these pages of a language, each of which must be the page that was asked for. */
export async function faultsOfPages(page: Page, url: string, locale: Locale, paths: readonly string[], check = accessibilityFaults): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) {
    const answer = await page.goto(`${url}/${locale}${path}`);
    expect(answer?.status(), path).toBeLessThan(500);
    expect(new URL(page.url()).pathname, path).toBe(`/${locale}${path.split(/[?#]/, 1)[0]}`);
    faults.push(...await check(page, path));
  }
  return faults;
}
