import 'server-only';
import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { read } from '#db/client';
import { assistance, assistanceVersion } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import { visibleActivities, wholeActivities } from '#lib/assistance/activities/scope';
import { tally, type CountAssistance } from '#lib/assistance/activities/tally';
import { publicStatuses } from '#lib/assistance/activities/vocabulary';

/**
 * Counts of the assistance that an actor sees, by theme and period, as the register stood after
 * change `revision` (now, if none
 * is given). Who sees an activity from outside sees neither what was planned at the time nor what
 * has been cancelled since.
 */
export async function assistanceCounts(actor: Actor, revision?: number): Promise<CountAssistance> {
  const standing =
    revision === undefined
      ? isNull(assistanceVersion.toSeq)
      : and(
          lte(assistanceVersion.fromSeq, revision),
          or(isNull(assistanceVersion.toSeq), gt(assistanceVersion.toSeq, revision)),
        );
  const rows = await read()
    .select({
      reference: assistance.reference,
      content: assistanceVersion.content,
      whole: sql<boolean | number>`(${wholeActivities(actor)})`,
    })
    .from(assistanceVersion)
    .innerJoin(assistance, eq(assistance.id, assistanceVersion.assistanceId))
    .where(and(visibleActivities(actor), standing))
    .orderBy(asc(assistance.reference), asc(assistance.id));
  return tally(
    rows.filter(
      ({ whole, content }) => whole || publicStatuses.some((status) => status === content.status),
    ),
  );
}
