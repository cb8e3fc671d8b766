import 'server-only';
import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { read } from '#db/client';
import { assistance, assistanceVersion } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import { visibleActivities, fullAccessActivities } from '#lib/assistance/activities/scope';
import { assistanceCounter, type AssistanceCounter } from '#lib/assistance/counts/count';
import { publicStatuses } from '#lib/needs/fulfilment/vocabulary';

/**
 * Counts the assistance that an actor sees, as the register was at `revision` (default: now).
 * Without full access, activities that were planned at that revision or have been cancelled since
 * are left out.
 */
export async function loadAssistanceCounter(
  actor: Actor,
  revision?: number,
): Promise<AssistanceCounter> {
  const inForce =
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
      whole: sql<boolean | number>`(${fullAccessActivities(actor)})`,
    })
    .from(assistanceVersion)
    .innerJoin(assistance, eq(assistance.id, assistanceVersion.assistanceId))
    .where(and(visibleActivities(actor), inForce))
    .orderBy(asc(assistance.reference), asc(assistance.id));
  return assistanceCounter(
    rows.filter(
      ({ whole: fullAccess, content }) =>
        fullAccess || publicStatuses.some((status) => status === content.status),
    ),
  );
}
