import 'server-only';
import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import { review, state } from '#db/schema';
import { assistance } from '#db/schema/assistance';
import { match } from '#db/schema/matches';
import type { Actor } from '#lib/base/actor';
import { visibleActivities } from '#lib/assistance/activities/scope';
import { approvedNeeds } from '#lib/needs/model/scope';

const all = sql`true`;
const none = sql`false`;

/**
 * The matches that concern the actor: of their organisation's activities, of their State's needs or
 * of their region. They may read the history with its reasons. Expects `match` joined with
 * `assistance`, `need`, `review` and `state`.
 */
export function ownMatches(actor: Actor): SQL {
  switch (actor.role) {
    case 'manager':
    case 'administrator':
    case 'system':
      return all;
    case 'provider':
      return eq(assistance.organisationId, actor.organisationId!);
    case 'adviser':
      return eq(state.region, actor.region!);
    case 'focal-point':
    case 'contributor':
      return eq(review.stateId, actor.stateId!);
    default:
      return none;
  }
}

/**
 * The matches that the actor sees: only of needs whose approved version they see, so that providers
 * learn nothing of an unpublished summary. Proposed, rejected and withdrawn matches are visible
 * only to those whom they concern; accepted ones also to those who see the activity.
 */
export const visibleMatches = (actor: Actor): SQL =>
  and(
    approvedNeeds(actor),
    or(ownMatches(actor), and(eq(match.state, 'accepted'), visibleActivities(actor))),
  )!;
