import 'server-only';
import { registerRow } from '#db/open';
import { processWide } from '#lib/base/process-wide';

/**
 * Whether this is a demonstration register. A database is of one kind for good, so it is asked
 * once.
 */
export const isDemonstration = (): Promise<boolean> =>
  processWide('demonstration', async () => (await registerRow())?.demonstration ?? false);
