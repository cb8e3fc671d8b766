import 'server-only';
import type { Actor } from '#lib/actor';
import { check, type Ask, type Checked } from '#lib/published/rules';
import type { PublishedNote } from '#lib/published/vocabulary';
import { counter } from '#lib/summaries/queries';

/** Every number of a note beside the register's, all from one state of it. */
export async function againstNote(actor: Actor, note: PublishedNote): Promise<Readonly<{ revision: number; checked: readonly Checked[] }>> {
  const { revision, count } = await counter(actor);
  const counted = new Map<string, ReturnType<Ask>>();
  const ask: Ask = (narrowing, cutoff) => {
    const key = JSON.stringify([narrowing, cutoff]);
    const known = counted.get(key) ?? count({ ...narrowing, cycle: note.cycle, chapters: note.chapters, cutoff });
    counted.set(key, known);
    return known;
  };
  return { revision, checked: note.numbers.map((number) => check(ask, note, number)) };
}
