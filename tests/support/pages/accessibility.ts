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

/**
 * Pairs of colours of a text and of what is behind it that are too much alike, each with the first
 * text of these colours. By each text's own style alone, so that every page can be looked at: axe
 * also finds out what really lies behind each of them, which takes a hundred times as long.
 */
const paleTexts = () => {
  type Colour = readonly [number, number, number, number];
  const known = new Map<string, Colour>();
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const colourOf = (css: string): Colour => {
    const found = known.get(css);
    if (found) return found;
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = css;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
    known.set(css, [red, green, blue, alpha / 255]);
    return known.get(css)!;
  };
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (at: 0 | 1 | 2) => top[at] * top[3] + below[at] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const luminance = ([red, green, blue]: Colour) => {
    const [r = 0, g = 0, b = 0] = [red, green, blue]
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = new Map<Element, Colour | null>();
  /** Null where a picture is behind. */
  const backgroundOf = (element: Element | null): Colour | null => {
    if (!element) return colourOf('Canvas');
    if (behind.has(element)) return behind.get(element)!;
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const own = colourOf(backgroundColor);
    const below = own[3] === 1 ? own : backgroundOf(element.parentElement);
    const seen = backgroundImage === 'none' && below ? over(own, below) : null;
    behind.set(element, seen);
    return seen;
  };
  const hasText = (element: Element) =>
    [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim());
  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 1;
  const notRead = 'svg, option, script, style, noscript, :disabled, [aria-disabled="true"]';
  const pairs = new Map<string, string>();
  for (const element of document.body.querySelectorAll('*')) {
    if (!hasText(element) || element.closest(notRead) || !isSeen(element)) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const below = backgroundOf(element);
    if (!below) continue;
    const [one, other] = [luminance(over(colourOf(color), below)), luminance(below)];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    if (ratio >= (isLarge ? 3 : 4.5)) continue;
    const pair = `${color} on ${below.slice(0, 3).map(Math.round).join(' ')}`;
    if (!pairs.has(pair))
      pairs.set(pair, `${ratio.toFixed(2)}: ${element.outerHTML.slice(0, 120)}`);
  }
  return [...pairs].map(([pair, where]) => `${pair}, ${where}`);
};

/** The colours of the texts of a page, in light and in dark. */
async function colourPairFaults(page: Page, what: string): Promise<string[]> {
  const light = await page.evaluate(paleTexts);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await page.evaluate(paleTexts);
  await page.emulateMedia({ colorScheme: 'light' });
  return [
    ...light.map((pair) => `${what}: color-contrast: ${pair}`),
    ...dark.map((pair) => `${what}, dark: color-contrast: ${pair}`),
  ];
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
 * What is amiss with the page that is open: by the rules, by its colours in light and in dark, and on
 * a narrow screen.
 */
export async function accessibilityFaults(page: Page, what: string): Promise<string[]> {
  const narrow = await narrowFaults(page, what);
  return [...(await (campaign ? colourFaults : markupFaults)(page, what)), ...narrow];
}

/** The same at the end of a journey: for a page that nobody needs any more after it. */
export async function faultsAtLast(page: Page, what: string): Promise<string[]> {
  const narrow = await narrowFaults(page, what);
  await withoutAlike(page);
  return [...(await (campaign ? colourFaults : markupFaults)(page, what)), ...narrow];
}

/**
 * The same on the way of a journey by a page that accessibility.spec.ts and
 * accessible-in-languages.spec.ts look at: in the gate they are enough.
 */
export const faultsOnceMore = async (page: Page, what: string): Promise<string[]> =>
  campaign ? accessibilityFaults(page, what) : [];

/** By all rules but those of what lies behind and beside each text, and by the colours themselves. */
export const markupFaults = async (page: Page, what: string): Promise<string[]> => [
  ...(await broken(page, what, 'markup')),
  ...(await colourPairFaults(page, what)),
];

/** By all rules; a campaign has axe look at the contrast in dark too. */
export const colourFaults = async (page: Page, what: string): Promise<string[]> => [
  ...(await broken(page, what)),
  ...(await colourPairFaults(page, what)),
  ...(campaign ? await darkFaults(page, what) : []),
];

/** The same under the colours that somebody has chosen for all their programs. */
export async function forcedColorFaults(page: Page, what: string): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const faults = await broken(page, `${what}, forced colours`);
  await page.emulateMedia({ forcedColors: 'none' });
  return faults;
}

/**
 * Puts a page, as it was sent, in place of the one that is open, if both have the same styles and
 * neither has a script. That takes a third of the time of going there, and axe stays loaded.
 */
const putInPlace = ([html, isPlain]: readonly [string, boolean]): boolean => {
  const sent = new DOMParser().parseFromString(html, 'text/html');
  const stylesOf = (page: Document) =>
    [...page.querySelectorAll('link[rel="stylesheet"]')]
      .map((link) => link.getAttribute('href'))
      .join();
  const isScripted = (page: Document) => !isPlain && page.querySelector('script[src]') !== null;
  if (stylesOf(document) !== stylesOf(sent) || isScripted(document) || isScripted(sent))
    return false;
  document.documentElement.lang = sent.documentElement.lang;
  document.documentElement.dir = sent.documentElement.dir;
  document.title = sent.title;
  document.body.replaceWith(document.adoptNode(sent.body));
  return true;
};

/** Shows a page; answers its status and its path. */
async function show(page: Page, address: string, isPlain: boolean) {
  if (!campaign) {
    const sent = await page.context().request.get(address);
    if (await page.evaluate(putInPlace, [await sent.text(), isPlain] as const))
      return { status: sent.status(), path: new URL(sent.url()).pathname };
  }
  const answer = await page.goto(address);
  return { status: answer?.status() ?? 0, path: new URL(page.url()).pathname };
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
    // Who looks at widths alone has a browser without scripts.
    const shown = await show(page, `${url}/${locale}${path}`, check === narrowFaults);
    expect(shown.status, path).toBeLessThan(500);
    expect(shown.path, path).toBe(`/${locale}${path.split(/[?#]/, 1)[0]}`);
    // How wide a page is, all of it says.
    if (check !== narrowFaults && check !== accessibilityFaults) await withoutAlike(page);
    faults.push(...(await check(page, path)));
  }
  return faults;
}
