import { chapterCodes, chaptersOfCycle, cycleOfChapter, cycles, type Chapter, type Cycle } from '#lib/convention/chapters';
import { isDate } from '#lib/dates';

/** What the address of a summary page asks for. */
export type SummaryAsked = Readonly<{ cycle: Cycle; chapter: Chapter; cutoff: string | null }>;
type Query = Readonly<Record<string, string | readonly string[] | undefined>>;
type Fault = Readonly<{ name: 'cutoff' | 'chapter' | 'cycle'; value: string }>;

/**
 * Reads the filter; what is not known is named and left at what the register shows by itself: the second cycle, chapter II,
 * until today. A page of one article shows by itself the chapter that it stands in.
 */
export function summaryAsked(query: Query, ofArticle?: Chapter): { asked: SummaryAsked; faults: Fault[] } {
  const one = (name: string) => { const value = query[name]; return (typeof value === 'string' ? value : value?.join(',')) ?? ''; };
  const [cutoff, chapter, cycle] = [one('cutoff').trim(), one('chapter').trim(), one('cycle').trim()];
  const knownCycle = cycles.find((known) => String(known) === cycle);
  const known = chapterCodes.find((code) => code === chapter);
  const contradicts = known !== undefined && knownCycle !== undefined && cycleOfChapter(known) !== knownCycle;
  const byItself = ofArticle && (knownCycle ?? cycleOfChapter(ofArticle)) === cycleOfChapter(ofArticle) ? ofArticle : chaptersOfCycle(knownCycle ?? 2)[0]!;
  const chosen: Chapter = known && !contradicts ? known : byItself;
  const faults: Fault[] = [
    ...(cutoff && !isDate(cutoff) ? [{ name: 'cutoff' as const, value: cutoff }] : []),
    ...((chapter && !known) || contradicts ? [{ name: 'chapter' as const, value: chapter }] : []),
    ...(cycle && !knownCycle ? [{ name: 'cycle' as const, value: cycle }] : []),
  ];
  return { asked: { chapter: chosen, cycle: cycleOfChapter(chosen), cutoff: isDate(cutoff) ? cutoff : null }, faults };
}

/** The same question as part of an address. */
export const summaryQuery = ({ chapter, cutoff }: SummaryAsked): string => `?chapter=${chapter}${cutoff ? `&cutoff=${cutoff}` : ''}`;
