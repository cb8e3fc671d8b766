import 'server-only';
import { recordEvent } from '#db/change';
import { transaction } from '#db/client';
import { databaseFailure } from '#db/errors';
import type { Actor } from '#lib/base/actor';

/** A path as the log of events has it: without its query and without the token of a link. */
export const loggedPath = (path: string): string =>
  path.split('?', 1)[0]!.replace(/(\/invitations\/)[^/]+/, '$1-');

/**
 * Records what somebody who has signed in was refused, given or shown. They get it also where the
 * database cannot be written to.
 */
export async function recordAccess(
  { accountId }: Actor,
  kind: 'refused' | 'download' | 'view',
  data: Readonly<Record<string, string>>,
): Promise<void> {
  if (accountId === null) return;
  try {
    await transaction((tx) => recordEvent(tx, kind, accountId, data));
  } catch (error) {
    if (!databaseFailure(error)) throw error;
  }
}
