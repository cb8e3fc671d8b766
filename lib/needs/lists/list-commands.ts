import 'server-only';
import { recordEvent } from '#db/change';
import { transaction } from '#db/client';
import type { Actor } from '#lib/base/actor';

/** Notes that somebody who has signed in took a list away; what everybody may read is not noted. */
export async function recordExport(
  actor: Actor,
  { path, query }: { path: string; query: string },
): Promise<void> {
  if (actor.role === 'public') return;
  await transaction((tx) =>
    recordEvent(tx, 'export', actor.accountId, { path, query: query.slice(0, 1000) }),
  );
}
