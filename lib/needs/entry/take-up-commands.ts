import 'server-only';
import type { Actor } from '#lib/base/actor';
import { notFound, type Outcome } from '#lib/base/errors';
import { editNeed } from '#lib/needs/entry/commands';
import { versionsOfNeed } from '#lib/needs/store/history-queries';
import { fieldsOf } from '#lib/needs/model/schema';

/**
 * Makes a new version of the content that an earlier one had, where the need may be edited. A
 * version never changes, so it is read first.
 */
export async function takeUpVersion(
  actor: Actor,
  { id, version, earlier }: { id: string; version: number; earlier: number },
): Promise<Outcome<{ id: string; version: number }>> {
  const [found] = await versionsOfNeed(actor, id, { only: [earlier] });
  return found
    ? editNeed(actor, { id, version, fields: fieldsOf(found.content), takenUp: earlier })
    : notFound;
}
