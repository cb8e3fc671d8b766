import type { Instrumentation } from 'next';

/** Next tells here of whatever a page or route threw: a bug, which must not pass in silence. */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  { method },
  { routePath },
) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('#lib/base/log');
  (await import('#db/damage')).noteDamageOf(error);
  // The path stays out of the log: that of an invitation contains its token.
  log.error({ err: error, method, route: routePath }, 'a request failed');
};
