import 'server-only';
import pino from 'pino';
import { processWide } from '#lib/process-wide';

/** The one log. It names ids and codes, never texts, addresses or passwords. */
export const log = processWide('log', () => pino({ level: process.env.LOG_LEVEL ?? 'warn', base: null, timestamp: pino.stdTimeFunctions.isoTime }));
