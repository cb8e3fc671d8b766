import 'server-only';
import { registerRow } from '#db/open';
import { processWide } from '#lib/base/process-wide';

/** Whether this is a demonstration register. A database never changes its kind: it is read once. */
export const isDemonstration = (): Promise<boolean> =>
  processWide('demonstration', async () => (await registerRow())?.demonstration ?? false);
