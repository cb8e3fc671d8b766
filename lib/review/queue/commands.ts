import 'server-only';
import { look } from '#db/schema/decisions';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { done, forbidden, type Outcome } from '#lib/base/errors';

/**
 * Records that the reviewer has looked through their queue. Private to them: it creates no revision
 * and no log entry.
 */
export const markQueueSeen = (actor: Actor): Promise<Outcome<null>> =>
  runCommand(async (tx) => {
    if (actor.role !== 'reviewer') return forbidden('role');
    const at = new Date().toISOString();
    await tx
      .insert(look)
      .values({ accountId: actor.accountId!, at })
      .onConflictDoUpdate({ target: look.accountId, set: { at } });
    return done(null);
  });
