import 'server-only';
import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { assistance, assistanceAbout, assistanceState } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import { publicStatuses } from '#lib/needs/fulfilment/vocabulary';
import { environment } from '#lib/base/env';

const none = sql`false`;

/**
 * The activities that the actor sees with funding and history, planned and cancelled ones too: the
 * secretariat all of them, providers those of their own organisation, advisers those that concern
 * their region, States those that name them. Expects `assistance` in the query.
 */
export function fullAccessActivities(actor: Actor): SQL {
  switch (actor.role) {
    case 'manager':
    case 'administrator':
    case 'system':
      return sql`true`;
    case 'provider':
      return actor.organisationId ? eq(assistance.organisationId, actor.organisationId) : none;
    case 'adviser':
      return actor.region
        ? sql`exists (select 1 from ${assistanceAbout} where ${assistanceAbout.assistanceId} = ${assistance.id} and ${assistanceAbout.about} = 'region' and ${assistanceAbout.code} = ${actor.region})`
        : none;
    case 'focal-point':
    case 'contributor':
      return actor.stateCode
        ? sql`exists (select 1 from ${assistanceState} where ${assistanceState.assistanceId} = ${assistance.id} and ${assistanceState.stateCode} = ${actor.stateCode})`
        : none;
    default:
      return none;
  }
}

/** Activities under way or completed, which everybody sees without funding and history. */
const openActivities = (actor: Actor): SQL =>
  actor.role === 'public' && !environment().open
    ? none
    : inArray(assistance.status, [...publicStatuses]);

/**
 * The one condition for what an actor sees of activities: in lists, single reads, counts and
 * search.
 */
export const visibleActivities = (actor: Actor): SQL =>
  and(or(fullAccessActivities(actor), openActivities(actor)))!;

export const mayEnterActivities = ({ role, organisationId }: Actor): boolean =>
  role === 'manager' || role === 'system' || (role === 'provider' && organisationId !== null);
