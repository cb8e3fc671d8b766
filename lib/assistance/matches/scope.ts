import 'server-only';
import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import { review, state } from '#db/schema';
import { assistance } from '#db/schema/assistance';
import { match } from '#db/schema/matches';
import type { Actor } from '#lib/base/actor';
import { visibleActivities } from '#lib/assistance/activities/scope';
import { approvedNeeds } from '#lib/needs/model/scope';

const everything = sql`true`;
const nothing = sql`false`;

/**
 * The matches that concern the actor: of the own organisation's activities, of the own State's
 * needs, of the own region. Their
 * steps and reasons are theirs to read. Expects `match` joined with `assistance`, `need`, `review`
 * and `state`.
 */
export function ownMatches(actor: Actor): SQL {
  switch (actor.role) {
    case 'manager':
    case 'administrator':
    case 'system':
      return everything;
    case 'provider':
      return eq(assistance.organisationId, actor.organisationId!);
    case 'adviser':
      return eq(state.region, actor.region!);
    case 'focal-point':
    case 'contributor':
      return eq(review.stateId, actor.stateId!);
    default:
      return nothing;
  }
}

/**
 * The matches that the actor sees: only of needs whose approved version they see, so that nothing
 * of an unpublished summary
 * reaches a provider by way of a match. What is merely proposed, rejected or withdrawn is seen by
 * those whom it concerns alone;
 * the others see what is accepted of activities that they see.
 */
export const visibleMatches = (actor: Actor): SQL =>
  and(
    approvedNeeds(actor),
    or(ownMatches(actor), and(eq(match.state, 'accepted'), visibleActivities(actor))),
  )!;
