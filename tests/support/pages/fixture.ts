import {
  expect,
  test as base,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  type Page,
} from '@playwright/test';
import { pagesByRole, type PagesByRole } from '#tests/support/pages/by-role';
import { startServer, type RunningServer } from '#tests/support/servers/server';

/**
 * Chromium writes every answer of 400 to 499 to the console; for a page that is what a test looks
 * at. A file has to be there.
 */
function isAnswerOfPage(message: ConsoleMessage): boolean {
  const { pathname } = new URL(message.location().url, 'http://localhost');
  return (
    /^Failed to load resource: the server responded with a status of 4\d\d /.test(message.text()) &&
    /^\/[a-z]{2}(\/|$)/.test(pathname)
  );
}

function watch(context: BrowserContext, faults: string[]) {
  context.on('console', (message) => {
    if (
      message.type() === 'error' &&
      !isAnswerOfPage(message) &&
      !message.text().includes('net::ERR_INTERNET_DISCONNECTED')
    )
      faults.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => faults.push(String(error.error())));
}

/** Every breach of the content security policy, also one that nothing else would show. */
export async function watchPolicy(context: BrowserContext, faults: string[]) {
  await context.exposeBinding('policyBroken', (_source, said: string) => {
    faults.push(said);
  });
  await context.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, documentURI }) => {
        (window as unknown as { policyBroken: (said: string) => void }).policyBroken(
          `${effectiveDirective} refused ${blockedURI} on ${documentURI}`,
        );
      },
    );
  });
}

const plain = new WeakSet<BrowserContext>();

async function untilTakenOver(page: Page) {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('form.need-form') ?? {}).some((key) =>
      key.startsWith('__react'),
    ),
  );
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
      }),
  );
}

/**
 * Waits until the scripts of the need's form have taken it over, where the browser runs scripts at
 * all. A form that sends what the device still held loads its page once more.
 */
export async function untilScripted(page: Page): Promise<void> {
  if (plain.has(page.context())) return;
  try {
    await untilTakenOver(page);
  } catch (error) {
    if (!String(error).includes('Execution context was destroyed')) throw error;
    await untilScripted(page);
  }
}

type Visit = (options?: BrowserContextOptions) => Promise<Page>;

type Servers = Readonly<{
  /** The demonstration, for tests that write nothing: its numbers are those of the note. */
  untouched: RunningServer;
  /** The demonstration, for tests that look at nothing but what they wrote themselves. */
  shared: RunningServer;
  /** Pages of `shared` as each reads them, for tests that look at them and change none. */
  looked: Readonly<{ url: string; pages: PagesByRole }>;
}>;

async function lendDemonstration(use: (server: RunningServer) => Promise<void>) {
  const server = await startServer({ engine: 'sqlite', demonstration: true });
  await use(server);
  await server.stop();
}

/**
 * `visit` opens a page in a browser of its own, as one person sits before it. Whatever any of
 * them writes to its console as an error fails the test: a script's fault, a file that is
 * missing, a breach of the content security policy.
 */
export const test = base.extend<{ visit: Visit }, Servers>({
  // Started once for each worker, when a file first asks for them.
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what is needed.
  untouched: [async ({}, use) => lendDemonstration(use), { scope: 'worker' }],
  // oxlint-disable-next-line no-empty-pattern
  shared: [async ({}, use) => lendDemonstration(use), { scope: 'worker' }],
  looked: [
    async ({ shared: { url } }, use) => use({ url, pages: await pagesByRole(url) }),
    { scope: 'worker' },
  ],

  visit: async ({ browser }, use) => {
    const faults: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      if (options.javaScriptEnabled === false) plain.add(context);
      // Against hanging alone.
      context.setDefaultTimeout(120_000);
      watch(context, faults);
      await watchPolicy(context, faults);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(faults, 'written to the console of a browser').toEqual([]);
  },
});

export { expect, type Page };
