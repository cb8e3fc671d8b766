import 'server-only';
import { eq } from 'drizzle-orm';
import { assistance } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import type { ActivityFields } from '#lib/assistance/activities/fields';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import {
  activityToChange,
  writeNextVersion,
  updateActivity,
  insertActivity,
  type NewActivity,
  type SavedActivity,
} from '#lib/assistance/activities/write-activity';
import { done, forbidden, notFound, type Outcome } from '#lib/base/errors';
import { requiredReason } from '#lib/text/reason';

/** Enters an activity. The form sets the id, so sending it twice enters it once. */
export async function enterActivity(
  actor: Actor,
  input: NewActivity,
): Promise<Outcome<SavedActivity>> {
  if (!mayEnterActivities(actor)) return forbidden('role');
  return runCommand(async (tx) => {
    const [existing] = await tx
      .select({ createdBy: assistance.createdBy, version: assistance.version })
      .from(assistance)
      .where(eq(assistance.id, input.id));
    if (existing)
      return existing.createdBy === actor.accountId
        ? done({ id: input.id, version: existing.version })
        : notFound;
    return insertActivity(tx, actor, 'enter', input);
  });
}

/** Changes an activity. Refuses if `version` is not the current one. */
export const changeActivity = (
  actor: Actor,
  input: SavedActivity & Readonly<{ fields: ActivityFields }>,
): Promise<Outcome<SavedActivity>> =>
  runCommand((tx) => updateActivity(tx, actor, 'change', input));

/** Cancels an activity with a reason. It stays in the register and cannot be changed any more. */
export const cancelActivity = (
  actor: Actor,
  { reason: reasonText, ...expected }: SavedActivity & Readonly<{ reason: string }>,
): Promise<Outcome<SavedActivity>> =>
  runCommand(async (tx) => {
    const current = await activityToChange(tx, actor, expected);
    if (!current.ok) return current;
    const reason = requiredReason(reasonText);
    if (!reason.ok) return reason;
    const { content, organisation } = current.value;
    return writeNextVersion(
      tx,
      actor,
      current.value,
      'cancel',
      {
        content: { ...content, status: 'cancelled' },
        provider:
          content.organisationId && organisation
            ? { id: content.organisationId, name: organisation }
            : null,
      },
      reason.value,
    );
  });
