import 'server-only';
import { and, asc, inArray, or, sql } from 'drizzle-orm';
import { read } from '#db/client';
import { assistance, assistanceState } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import { visibleActivities } from '#lib/assistance/activities/scope';
import {
  toActivityView,
  selectActivities,
  type ActivityView,
} from '#lib/assistance/activities/view';
import { likePattern } from '#lib/text/escape';
import type { Hub } from '#lib/assistance/activities/vocabulary';
import { foldText } from '#lib/text/folding';

const maxActivities = 100;

/** The activities that name a State of a hub, or one of its areas in the same words. */
export async function activitiesOfHub(
  actor: Actor,
  { states, areas }: Pick<Hub, 'states' | 'areas'>,
): Promise<ActivityView[]> {
  const namesState =
    states.length === 0
      ? sql`false`
      : sql`exists (select 1 from ${assistanceState} where ${assistanceState.assistanceId} = ${assistance.id} and ${inArray(assistanceState.stateCode, [...states])})`;
  // The search text only preselects; the filter below compares the areas themselves.
  const namesArea = areas.map(
    (area) => sql`${assistance.searchText} like ${likePattern(foldText(area))} escape '!'`,
  );
  const rows = await selectActivities(actor, read())
    .where(and(visibleActivities(actor), or(namesState, ...namesArea)))
    .orderBy(asc(assistance.reference), asc(assistance.id))
    .limit(500);
  return rows
    .map(toActivityView)
    .filter(
      ({ content }) =>
        content.states.some(({ code }) => states.includes(code)) ||
        content.areas.some((area) => areas.includes(area)),
    )
    .slice(0, maxActivities);
}
