import 'server-only';
import type { Actor } from '#lib/base/actor';
import { statesOfHub, type HubSeen } from '#lib/assistance/activities/hub-queries';
import { chapters, cycleOfChapter, type Chapter } from '#lib/convention/chapters';
import { noFilter } from '#lib/counting/summaries/filter';
import type { Count } from '#lib/counting/summaries/numbers';
import { counter } from '#lib/counting/summaries/queries';

/** Below this many States the numbers of an area would be read as those of a State. */
export const fewestStates = 3;

export type HubNeeds = Readonly<{
  chapters: readonly Readonly<{ chapter: Chapter; count: Count }>[];
  /** Whether some chapter is left out for too few States. */ few: boolean;
}>;

/**
 * What the States of a hub need, by chapter, as far as the reader's numbers take them in; all of
 * one revision.
 */
export async function needsOfHub(actor: Actor, hub: HubSeen): Promise<HubNeeds> {
  const states = await statesOfHub(actor, hub);
  const { count } = await counter(actor);
  const all = chapters.map(({ chapter }) => ({
    chapter,
    count: count({
      ...noFilter,
      cycle: cycleOfChapter(chapter),
      chapters: [chapter],
      cutoff: null,
      from: null,
      states,
    }),
  }));
  const counted = all.filter(({ count: { totals } }) => totals.needs > 0);
  // A State has one summary a cycle, so that the summaries of a chapter are its States.
  const enough = counted.filter(({ count: { totals } }) => totals.summaries >= fewestStates);
  return { chapters: enough, few: enough.length < counted.length };
}
