import 'server-only';
import { eq } from 'drizzle-orm';
import { assistance } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import { attempt } from '#lib/base/attempt';
import type { ActivityFields } from '#lib/assistance/activities/fields';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import {
  activityFor,
  advance,
  changeIn,
  enterIn,
  type NewActivity,
  type Saved,
} from '#lib/assistance/activities/writing';
import { done, forbidden, notFound, type Outcome } from '#lib/base/errors';
import { requiredReason } from '#lib/text/reason';

/** Enters an activity. The id comes with the form: sent again, it is the one already entered. */
export async function enterActivity(actor: Actor, input: NewActivity): Promise<Outcome<Saved>> {
  if (!mayEnterActivities(actor)) return forbidden('role');
  return attempt(async (tx) => {
    const [known] = await tx
      .select({ createdBy: assistance.createdBy, version: assistance.version })
      .from(assistance)
      .where(eq(assistance.id, input.id));
    if (known)
      return known.createdBy === actor.accountId
        ? done({ id: input.id, version: known.version })
        : notFound;
    return enterIn(tx, actor, 'enter', input);
  });
}

/** Changes an activity from exactly the version seen. */
export const changeActivity = (
  actor: Actor,
  input: Saved & Readonly<{ fields: ActivityFields }>,
): Promise<Outcome<Saved>> => attempt((tx) => changeIn(tx, actor, 'change', input));

/**
 * Cancels an activity, with the reason. It stays in the register, and nothing of it changes any
 * more.
 */
export const cancelActivity = (
  actor: Actor,
  { reason: typed, ...seen }: Saved & Readonly<{ reason: string }>,
): Promise<Outcome<Saved>> =>
  attempt(async (tx) => {
    const found = await activityFor(tx, actor, seen);
    if (!found.ok) return found;
    const reason = requiredReason(typed);
    if (!reason.ok) return reason;
    const { content, organisation } = found.value;
    return advance(
      tx,
      actor,
      found.value,
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
