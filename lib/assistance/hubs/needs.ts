import 'server-only';
import type { Actor } from '#lib/base/actor';
import { statesOfHub, type HubView } from '#lib/assistance/hubs/queries';
import { chapters, cycleOfChapter, type Chapter } from '#lib/convention/chapters';
import { noFilter } from '#lib/counting/filter/filter';
import type { Count } from '#lib/counting/count/count-types';
import { createCounter } from '#lib/counting/summaries/queries';

/** With fewer States, the numbers of an area could be read as those of one State. */
const minStates = 3;

export type HubNeeds = Readonly<{
  chapters: readonly Readonly<{ chapter: Chapter; count: Count }>[];
  /** Whether a chapter is left out for too few States. */
  tooFewStates: boolean;
}>;

/** The needs of a hub's States by chapter, as far as the actor sees them, all at one revision. */
export async function needsOfHub(actor: Actor, hub: HubView): Promise<HubNeeds> {
  const states = await statesOfHub(actor, hub);
  const { count } = await createCounter(actor);
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
  const publishable = withNeeds.filter(({ count: { totals } }) => totals.summaries >= minStates);
  return { chapters: publishable, tooFewStates: publishable.length < withNeeds.length };
}
