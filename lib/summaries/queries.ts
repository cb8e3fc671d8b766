import 'server-only';
import type { Actor } from '#lib/actor';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';
import { dateNumber, today } from '#lib/dates';
import { environment } from '#lib/env';
import { count } from '#lib/summaries/count';
import { noFilter } from '#lib/summaries/filter';
import { currentFacts } from '#lib/summaries/load';
import type { Count } from '#lib/summaries/numbers';
import { seesReview } from '#lib/summaries/scope';

export type Asked = Readonly<{ cycle: Cycle; chapters: readonly Chapter[]; cutoff: string | null; regions: readonly Region[] }>;

/** One count of the approved needs of completed summaries, as far as the actor sees them. */
export async function summary(actor: Actor, { cycle, chapters, cutoff, regions }: Asked): Promise<Count> {
  const now = dateNumber(today());
  const facts = await currentFacts();
  return count(facts, {
    ...noFilter, cycle, chapters, regions, cutoff: Math.min(now, cutoff ? dateNumber(cutoff) : now), sees: seesReview(actor, now, environment().open),
  });
}
