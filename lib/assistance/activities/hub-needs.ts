import 'server-only';
import type { Actor } from '#lib/base/actor';
import { statesOfHub, type HubSeen } from '#lib/assistance/activities/hub-queries';
import { chapters, cycleOfChapter, type Chapter } from '#lib/convention/chapters';
import { noFilter } from '#lib/counting/summaries/filter';
import type { Count } from '#lib/counting/summaries/numbers';
import { counter } from '#lib/counting/summaries/queries';

/** With fewer States, the numbers of an area could be read as those of one State. */
export const fewestStates = 3;

export type HubNeeds = Readonly<{
  chapters: readonly Readonly<{ chapter: Chapter; count: Count }>[];
  /** Whether a chapter is left out for too few States. */
  few: boolean;
}>;

/** The needs of a hub's States by chapter, as far as the actor sees them, all at one revision. */
export async function needsOfHub(actor: Actor, hub: HubSeen): Promise<HubNeeds> {
  const states = await statesOfHub(actor, hub);
  const { count } = await counter(actor);
  const byChapter = chapters.map(({ chapter }) => ({
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
  const withNeeds = byChapter.filter(({ count: { totals } }) => totals.needs > 0);
  // A State has one summary a cycle, so the summaries of a chapter are its States.
  const publishable = withNeeds.filter(({ count: { totals } }) => totals.summaries >= fewestStates);
  return { chapters: publishable, few: publishable.length < withNeeds.length };
}
