import { articlesOfChapter } from '#lib/convention/articles';
import { categoryCodes, type Category } from '#lib/convention/categories';
import { chaptersOfCycle, cycles, type Chapter, type Cycle } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import { isDate } from '#lib/dates';
import type { CountedVocabulary } from '#lib/summaries/facts';
import type { Filter } from '#lib/summaries/filter';

/** What is wrong with one parameter, and what it may be. */
export type ParameterFault = Readonly<{ parameter: string; value: string; message: string; valid: readonly string[] }>;
export type Parameters = Readonly<Omit<Filter, 'cutoff' | 'sees'> & { cutoff: string | null }>;

const names = ['cycle', 'chapter', 'cutoff', 'region', 'category', 'subcategory', 'article', 'type', 'tag', 'topic', 'revision'] as const;
type Name = (typeof names)[number];
const longestValue = 1000;

type Sent = Readonly<Partial<Record<Name, string>>>;

/** The parameters by name; each may stand once. */
export function sentParameters(query: URLSearchParams): { sent: Sent; faults: ParameterFault[] } {
  const sent: Partial<Record<Name, string>> = {};
  const faults: ParameterFault[] = [];
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    const known = names.find((each) => each === name);
    const value = values.join(',').slice(0, 100);
    if (!known) faults.push({ parameter: name.slice(0, 100), value, message: 'There is no such parameter.', valid: names });
    else if (values.length > 1) faults.push({ parameter: name, value, message: 'The parameter is repeated. Several values are separated by commas.', valid: [] });
    else if (values[0]!.length > longestValue) faults.push({ parameter: name, value, message: `The value has more than ${longestValue} characters.`, valid: [] });
    else sent[known] = values[0]!;
  }
  return { sent, faults };
}

/** The revision asked for: null for the present one. */
export function revisionOf({ revision }: Sent, current: number): { revision: number | null; faults: ParameterFault[] } {
  if (revision === undefined) return { revision: null, faults: [] };
  const number = /^(0|[1-9]\d{0,9})$/.test(revision) ? Number(revision) : Number.NaN;
  if (number <= current) return { revision: number, faults: [] };
  const message = Number.isNaN(number) ? 'A revision is a whole number.' : 'The register has not come to this revision yet.';
  return { revision: null, faults: [{ parameter: 'revision', value: revision, message, valid: [`0 to ${current}`] }] };
}

/** Reads the question; every fault is named with what would be valid. `today` is `YYYY-MM-DD`. */
export function parametersOf(sent: Sent, vocabulary: CountedVocabulary, today: string): { parameters: Parameters; faults: ParameterFault[] } {
  const faults: ParameterFault[] = [];
  const fault = (parameter: Name, value: string, message: string, valid: readonly string[]) => { faults.push({ parameter, value, message, valid }); };

  /** Several values of one parameter, each known and named once. */
  const listOf = <T extends string>(name: Name, valid: readonly T[], why = 'The value is not known.'): T[] => {
    if (sent[name] === undefined) return [];
    const values = sent[name].split(',');
    const unknown = values.filter((value) => !valid.includes(value as T));
    if (unknown.length > 0) fault(name, unknown.join(','), why, valid);
    else if (new Set(values).size < values.length) fault(name, sent[name], 'A value is repeated.', valid);
    return valid.filter((value) => values.includes(value));
  };
  const required = (name: 'cycle' | 'chapter', valid: readonly string[]) => {
    if (sent[name] === undefined) fault(name, '', 'The parameter is missing.', valid);
  };

  const cycleCodes = cycles.map(String);
  required('cycle', cycleCodes);
  if (sent.cycle !== undefined && !cycleCodes.includes(sent.cycle)) fault('cycle', sent.cycle, 'The value is not known.', cycleCodes);
  const cycle = (cycles.find((known) => String(known) === sent.cycle) ?? 2) satisfies Cycle;
  const chaptersHere: readonly Chapter[] = chaptersOfCycle(cycle);
  required('chapter', chaptersHere);
  const chapters = listOf('chapter', chaptersHere, `The chapter is not one of review cycle ${cycle}.`);

  const cutoff = sent.cutoff ?? null;
  if (cutoff !== null && !isDate(cutoff)) fault('cutoff', cutoff, 'There is no such date in the Gregorian calendar.', ['YYYY-MM-DD']);
  else if (cutoff !== null && cutoff > today) fault('cutoff', cutoff, 'The date lies in the future.', [`2000-01-01 to ${today}`]);

  const categories = listOf<Category>('category', categoryCodes);
  const subcategories = vocabulary.subcategories.filter(({ category }) => categories.length === 0 || categories.includes(category)).map(({ code }) => code);
  const articles = [...chapters.flatMap((chapter) => articlesOfChapter(chapter)).map(String), 'general'];
  return {
    faults,
    parameters: {
      cycle, chapters, cutoff, categories,
      regions: listOf<Region>('region', regionCodes),
      subcategories: listOf('subcategory', subcategories, categories.length > 0 ? 'The subcategory is not one of the category.' : undefined),
      articles: listOf('article', articles, 'The article is not one of the chapter.'),
      types: listOf('type', vocabulary.types),
      tags: listOf('tag', vocabulary.tags),
      topics: listOf('topic', vocabulary.topics),
    },
  };
}
