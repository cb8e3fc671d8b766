import 'server-only';
import type { Actor } from '#lib/base/actor';
import { notFound, type Outcome } from '#lib/base/errors';
import { editNeed } from '#lib/needs/entry/commands';
import { versionsOfNeed } from '#lib/needs/store/history-queries';
import { fieldsOf } from '#lib/needs/model/schema';

/**
 * Restores the content of an earlier version as a new version, where the need may be edited.
 * Versions never change, so the earlier one can be read before the transaction.
 */
export async function restoreVersion(
  actor: Actor,
  { id, version, earlier }: { id: string; version: number; earlier: number },
): Promise<Outcome<{ id: string; version: number }>> {
  const [earlierVersion] = await versionsOfNeed(actor, id, { only: [earlier] });
  return earlierVersion
    ? editNeed(actor, { id, version, fields: fieldsOf(earlierVersion.content), takenUp: earlier })
    : notFound;
}
