import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { processWide } from '#lib/base/process-wide';

export type PageStatus = { status: 400 | 403 | 404 | undefined };

const current = processWide('page-status', () => new AsyncLocalStorage<PageStatus>());

/** Runs the rendering of a page and lets it say its status. */
export const withPageStatus = <T>(status: PageStatus, render: () => T): T =>
  current.run(status, render);

/**
 * Says that the page being rendered is an answer of 400, 403 or 404. Next's own `notFound()`
 * answers with a page that needs
 * scripts to show anything; with this a page says what it is in plain HTML, and `bin/server.ts`
 * sends the status.
 */
export const answerAs = (status: 400 | 403 | 404) => {
  const store = current.getStore();
  if (store) store.status = status;
};
