import 'server-only';
import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { assistance, assistanceAbout, assistanceState } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import { publicStatuses } from '#lib/assistance/activities/vocabulary';
import { environment } from '#lib/base/env';

const nothing = sql`false`;

/**
 * The activities that an actor sees whole, planned and cancelled ones too, with funding and
 * history: the secretariat all, a
 * provider those of the own organisation, an adviser those that touch the region, a State those
 * that name it. Expects `assistance`.
 */
export function wholeActivities(actor: Actor): SQL {
  switch (actor.role) {
    case 'manager':
    case 'administrator':
    case 'system':
      return sql`true`;
    case 'provider':
      return actor.organisationId ? eq(assistance.organisationId, actor.organisationId) : nothing;
    case 'adviser':
      return actor.region
        ? sql`exists (select 1 from ${assistanceAbout} where ${assistanceAbout.assistanceId} = ${assistance.id} and ${assistanceAbout.about} = 'region' and ${assistanceAbout.code} = ${actor.region})`
        : nothing;
    case 'focal-point':
    case 'contributor':
      return actor.stateCode
        ? sql`exists (select 1 from ${assistanceState} where ${assistanceState.assistanceId} = ${assistance.id} and ${assistanceState.stateCode} = ${actor.stateCode})`
        : nothing;
    default:
      return nothing;
  }
}

/** What everybody sees of it, without funding and history: what is under way or completed. */
const openActivities = (actor: Actor): SQL =>
  actor.role === 'public' && !environment().open
    ? nothing
    : inArray(assistance.status, [...publicStatuses]);

/**
 * The one clause of what an actor sees of activities, in lists, single reads, counts and search.
 */
export const visibleActivities = (actor: Actor): SQL =>
  and(or(wholeActivities(actor), openActivities(actor)))!;

export const mayEnterActivities = ({ role, organisationId }: Actor): boolean =>
  role === 'manager' || role === 'system' || (role === 'provider' && organisationId !== null);
