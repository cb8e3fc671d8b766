import 'server-only';
import pino from 'pino';
import { globalSingleton } from '#lib/base/global-singleton';
import { currentRequestId } from '#lib/base/request-id';

/**
 * The message of an error and where it was thrown. The driver's message is taken where there is one,
 * because drizzle's repeats the values of the query.
 */
function withoutValues(error: unknown) {
  if (!(error instanceof Error)) return { message: 'no error was thrown' };
  const { message } = error.cause instanceof Error ? error.cause : error;
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  return { type: error.name, message: message.slice(0, 300), places: stack };
}

/** The log. It contains ids and codes, never texts, addresses or passwords. */
export const log = globalSingleton('log', () =>
  pino({
    level: process.env.LOG_LEVEL ?? 'warn',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutValues },
    mixin: () => {
      const request = currentRequestId();
      return request ? { request } : {};
    },
  }),
);

/** One line for each request: never an address, which may contain a token or a text. */
export const accessLog = globalSingleton('access-log', () =>
  pino({
    level: process.env.LOG_LEVEL === 'silent' ? 'silent' : 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  }),
);
