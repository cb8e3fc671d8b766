import 'server-only';
import pino from 'pino';
import { globalSingleton } from '#lib/base/global-singleton';

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
  }),
);
