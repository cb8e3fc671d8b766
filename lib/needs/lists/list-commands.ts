import 'server-only';
import { recordEvent } from '#db/change';
import { transaction } from '#db/client';
import type { Actor } from '#lib/base/actor';

/**
 * Records the download of a list by someone who has signed in; downloads by the public are not
 * recorded.
 */
export async function recordExport(
  actor: Actor,
  { path, query }: { path: string; query: string },
): Promise<void> {
  if (actor.role === 'public') return;
  await transaction((tx) =>
    recordEvent(tx, 'export', actor.accountId, { path, query: query.slice(0, 1000) }),
  );
}
