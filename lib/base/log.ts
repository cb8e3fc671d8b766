import 'server-only';
import pino from 'pino';
import { processWide } from '#lib/base/process-wide';

/**
 * What went wrong and where. drizzle's own message repeats the values of the query; the driver's
 * below it does not.
 */
function withoutValues(error: unknown) {
  if (!(error instanceof Error)) return { message: 'no error was thrown' };
  const { message } = error.cause instanceof Error ? error.cause : error;
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  return { type: error.name, message: message.slice(0, 300), places };
}

/** The one log. It names ids and codes, never texts, addresses or passwords. */
export const log = processWide('log', () =>
  pino({
    level: process.env.LOG_LEVEL ?? 'warn',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutValues },
  }),
);
