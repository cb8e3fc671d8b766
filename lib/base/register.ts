import 'server-only';
import { registerRow } from '#db/register';
import { globalSingleton } from '#lib/base/global-singleton';

/** Whether this is a demonstration register. A database never changes its kind: it is read once. */
export const isDemonstration = (): Promise<boolean> =>
  globalSingleton('demonstration', async () => (await registerRow())?.demonstration ?? false);
