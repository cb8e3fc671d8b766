import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { globalSingleton } from '#lib/base/global-singleton';

export type PageStatus = { status: 400 | 403 | 404 | undefined };

const current = globalSingleton('page-status', () => new AsyncLocalStorage<PageStatus>());

/** Renders a page, which may set its status by `answerAs`. */
export const withPageStatus = <T>(status: PageStatus, render: () => T): T =>
  current.run(status, render);

/**
 * Sets the status of the page which is being rendered; the server sends it. Next's own `notFound()`
 * answers with a page that needs scripts to show anything, while this page is plain HTML.
 */
export const setPageStatus = (status: 400 | 403 | 404) => {
  const store = current.getStore();
  if (store) store.status = status;
};
