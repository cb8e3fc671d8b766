import type { Instrumentation } from 'next';

/** Next tells here of whatever a page or route threw: a bug, which must not pass in silence. */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  { path, method },
  { routePath },
) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('#lib/base/log');
  log.error(
    { err: error, method, route: routePath, path: path.split('?', 1)[0] },
    'a request failed',
  );
};
