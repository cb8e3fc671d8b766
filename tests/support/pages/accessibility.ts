import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { Locale } from '#lib/convention/names';
import { campaign } from '#tests/support/run/campaign';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The axe that @axe-core/playwright brings along. Its builder sends it anew for every look at a page.
const builder = createRequire(import.meta.url).resolve('@axe-core/playwright');
const source = readFileSync(createRequire(builder).resolve('axe-core/axe.min.js'), 'utf8');

// The rows of a long table are alike, as are the items of a list and what
// there is to choose: in the gate the first ones stand for them.
const alike = [
  'tbody tr:nth-child(n+4)',
  'li:nth-child(n+6)',
  'option:nth-child(n+3)',
  'td:nth-child(n+9)',
  'p:nth-of-type(n+7)',
];
const left = campaign ? [] : alike;

/**
 * Puts a copy in place of a page that nobody needs any more after the check, without what is alike.
 * Axe goes through the whole document, also through what it is to leave out: a long table took half
 * of its time. React goes on with the page that was copied, and is not disturbed.
 */
async function withoutAlike(page: Page): Promise<void> {
  if (campaign) return;
  await page.evaluate((selectors) => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll(selectors)) element.remove();
    document.body.replaceWith(copy);
  }, alike.join());
}

type Fault = Readonly<{
  id: string;
  nodes: readonly Readonly<{ where: string; what: string }>[];
}>;
type Where = Readonly<{ include: Document; exclude: readonly string[] }>;
type Axe = Readonly<{
  run: (
    where: Where,
    options: object,
  ) => Promise<
    Readonly<{
      violations: readonly Readonly<{
        id: string;
        nodes: readonly Readonly<{ target: readonly string[]; failureSummary?: string }>[];
      }>[];
    }>
  >;
}>;

type Rules = 'all' | 'contrast' | 'markup';

// To look at what lies behind and beside each text takes more time than all other rules together.
const ofSight = ['color-contrast', 'link-in-text-block', 'target-size'];

const rulesOf: Readonly<Record<Rules, object>> = {
  all: { runOnly: { type: 'tag', values: tags } },
  contrast: { runOnly: { type: 'rule', values: ['color-contrast'] } },
  markup: {
    runOnly: { type: 'tag', values: tags },
    rules: Object.fromEntries(ofSight.map((rule) => [rule, { enabled: false }])),
  },
};

/** What axe finds amiss, one line a rule. */
async function broken(page: Page, what: string, rules: Rules = 'all'): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(source);
  // What holds is not described: that takes most of the time on a page with many cells.
  const options = { ...rulesOf[rules], resultTypes: ['violations'], preload: false };
  const faults: Fault[] = await page.evaluate(
    async ([wanted, exclude]) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run({ include: document, exclude }, wanted);
      return violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.slice(0, 3).map(({ target, failureSummary = '' }) => ({
          where: target.join(' '),
          what: failureSummary.split('\n')[1]?.trim() ?? '',
        })),
      }));
    },
    [options, left] as const,
  );
  const said = ({ nodes }: Fault) => nodes.map((node) => `${node.where} (${node.what})`).join('; ');
  return faults.map((fault) => `${what}: ${fault.id}: ${said(fault)}`);
}

/** What stands beyond the screen though it is not in a box that scrolls by itself. */
async function beyondScreen(page: Page, what: string): Promise<string[]> {
  const { pixels, who } = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const { direction } = getComputedStyle(document.documentElement);
    const isBeyond = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      const over = direction === 'rtl' ? -left : right - clientWidth;
      return over > 1 && !element.closest('.scroll');
    };
    const beyond = [...document.querySelectorAll('body *')].filter(isBeyond);
    return {
      pixels: scrollWidth - clientWidth,
      who: beyond.slice(-2).map(({ outerHTML }) => outerHTML.slice(0, 120)),
    };
  });
  if (pixels <= 0) return [];
  const width = page.viewportSize()?.width;
  return [`${what}: ${pixels} pixels beyond a screen of ${width}: ${who.join(' ')}`];
}

const small = { width: 360, height: 740 };

/** The same on the screen of a telephone. */
export async function narrowFaults(page: Page, what: string): Promise<string[]> {
  const ordinary = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize(small);
  const faults = await beyondScreen(page, what);
  await page.setViewportSize(ordinary);
  return faults;
}

/** Contrast in dark. */
async function darkFaults(page: Page, what: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const faults = await broken(page, `${what}, dark`, 'contrast');
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}

/**
 * All that is amiss with the page that is open: by the rules, and on a narrow screen. In dark the
 * same words have the other colours of the same few tokens: accessibility.spec.ts looks at them.
 */
export async function accessibilityFaults(page: Page, what: string): Promise<string[]> {
  const light = await broken(page, what);
  const dark = campaign ? await darkFaults(page, what) : [];
  return [...light, ...dark, ...(await narrowFaults(page, what))];
}

/** The same at the end of a journey: for a page that nobody needs any more after it. */
export async function faultsAtLast(page: Page, what: string): Promise<string[]> {
  const narrow = await narrowFaults(page, what);
  await withoutAlike(page);
  const light = await broken(page, what);
  return [...light, ...(campaign ? await darkFaults(page, what) : []), ...narrow];
}

/**
 * The same on the way of a journey by a page that accessibility.spec.ts and
 * accessible-in-languages.spec.ts look at: in the gate they are enough.
 */
export const faultsOnceMore = async (page: Page, what: string): Promise<string[]> =>
  campaign ? accessibilityFaults(page, what) : [];

/** By all rules but those of colours, sizes and distances. */
export const markupFaults = (page: Page, what: string): Promise<string[]> =>
  broken(page, what, 'markup');

/** By the rules in light, and by their contrast in dark. */
export const colourFaults = async (page: Page, what: string): Promise<string[]> => [
  ...(await broken(page, what)),
  ...(await darkFaults(page, what)),
];

/** The same under the colours that somebody has chosen for all their programs. */
export async function forcedColorFaults(page: Page, what: string): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const faults = await broken(page, `${what}, forced colours`);
  await page.emulateMedia({ forcedColors: 'none' });
  return faults;
}

/** What is amiss with these pages of a language, each of which must be what was asked for. */
export async function faultsOfPages(
  page: Page,
  url: string,
  locale: Locale,
  paths: readonly string[],
  check = accessibilityFaults,
): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) {
    const answer = await page.goto(`${url}/${locale}${path}`);
    expect(answer?.status(), path).toBeLessThan(500);
    expect(new URL(page.url()).pathname, path).toBe(`/${locale}${path.split(/[?#]/, 1)[0]}`);
    // How wide a page is, all of it says.
    if (check !== narrowFaults && check !== accessibilityFaults) await withoutAlike(page);
    faults.push(...(await check(page, path)));
  }
  return faults;
}
