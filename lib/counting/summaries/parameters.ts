import { articlesOfChapter } from '#lib/convention/articles';
import { categoryCodes, type Category } from '#lib/convention/categories';
import {
  chapterCodes,
  chaptersOfCycle,
  cycleOfChapter,
  cycles,
  type Chapter,
  type Cycle,
} from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import { isDate } from '#lib/text/dates';
import { needStatuses } from '#lib/needs/met/vocabulary';
import { targetGroups } from '#lib/needs/model/vocabulary';
import { besidesOf, isRow } from '#lib/counting/summaries/cells';
import type { CountedVocabulary } from '#lib/counting/summaries/facts';
import type { ParameterFault, Why } from '#lib/counting/summaries/faults';
import type { Filter } from '#lib/counting/summaries/filter';
import { lastPriority } from '#lib/counting/summaries/vocabulary';

export type Parameters = Readonly<
  Omit<Filter, 'cutoff' | 'since' | 'sees'> & { cutoff: string | null; from: string | null }
>;

/**
 * What the API can be asked. Pages are asked the same, and a list behind a number also for the cell
 * that it stands in.
 */
export const apiNames = [
  'cycle',
  'chapter',
  'cutoff',
  'region',
  'category',
  'subcategory',
  'article',
  'type',
  'tag',
  'topic',
  'priority',
  'status',
  'revision',
  'vocabulary',
] as const;
export const pageNames = [...apiNames, 'row', 'with', 'since'] as const;
export type Name = (typeof pageNames)[number];
const longestValue = 1000;

export type Sent = Readonly<Partial<Record<Name, string>>>;

/** The parameters by name; each may stand once. */
export function sentParameters(
  query: URLSearchParams,
  names: readonly Name[] = apiNames,
): { sent: Sent; faults: ParameterFault[] } {
  const sent: Partial<Record<Name, string>> = {};
  const faults: ParameterFault[] = [];
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    const known = names.find((each) => each === name);
    const value = values.join(',').slice(0, 100);
    if (!known)
      faults.push({ parameter: name.slice(0, 100), value, why: 'noParameter', valid: names });
    else if (values.length > 1) faults.push({ parameter: name, value, why: 'repeated', valid: [] });
    else if (values[0]!.length > longestValue)
      faults.push({ parameter: name, value, why: 'tooLong', valid: [] });
    else sent[known] = values[0]!;
  }
  return { sent, faults };
}

/** The revision asked for: null for the present one. */
export function revisionOf(
  { revision }: Sent,
  current: number,
): { revision: number | null; faults: ParameterFault[] } {
  if (revision === undefined) return { revision: null, faults: [] };
  const number = /^(0|[1-9]\d{0,9})$/.test(revision) ? Number(revision) : Number.NaN;
  if (number <= current) return { revision: number, faults: [] };
  return {
    revision: null,
    faults: [
      {
        parameter: 'revision',
        value: revision.slice(0, 100),
        why: Number.isNaN(number) ? 'noRevision' : 'futureRevision',
        valid: [`0 to ${current}`],
      },
    ],
  };
}

/**
 * The date in whose vocabulary the needs are read: null for as they were coded. `today` is
 * `YYYY-MM-DD`.
 */
export function vocabularyOf(
  { vocabulary }: Sent,
  today: string,
): { date: string | null; faults: ParameterFault[] } {
  if (vocabulary === undefined || (isDate(vocabulary) && vocabulary <= today))
    return { date: vocabulary ?? null, faults: [] };
  return {
    date: null,
    faults: [
      {
        parameter: 'vocabulary',
        value: vocabulary.slice(0, 100),
        why: isDate(vocabulary) ? 'futureDate' : 'noDate',
        valid: [`2000-01-01 to ${today}`],
      },
    ],
  };
}

/**
 * What a page shows where nothing is asked for: its region, and the chapter that its article stands
 * in.
 */
export type ByItself = Readonly<{ region?: Region; chapter?: Chapter }>;

/**
 * Reads the question; every fault is named with what would be valid, and left out. `today` is
 * `YYYY-MM-DD`. Without `byItself`
 * cycle and chapter must be named. Without a vocabulary any code of it passes: for whoever only
 * sorts addresses.
 */
export function parametersOf(
  sent: Sent,
  vocabulary: CountedVocabulary | null,
  today: string,
  byItself?: ByItself,
): { parameters: Parameters; faults: ParameterFault[] } {
  const faults: ParameterFault[] = [];
  const fault = (parameter: Name, value: string, why: Why, valid: readonly string[]) => {
    faults.push({ parameter, value: value.slice(0, 100), why, valid });
  };

  /** Several values of one parameter, each known and named once. */
  const listOf = <T extends string>(
    name: Name,
    valid: readonly T[] | null,
    why: Why = 'unknown',
    sayValid: readonly string[] = valid ?? [],
  ): T[] => {
    const values = sent[name]?.split(',') ?? [];
    const unknown = valid ? values.filter((value) => !valid.includes(value as T)) : [];
    if (unknown.length > 0) fault(name, unknown.join(','), why, sayValid);
    else if (new Set(values).size < values.length)
      fault(name, sent[name]!, 'valueRepeated', sayValid);
    return valid ? valid.filter((value) => values.includes(value)) : (values as T[]);
  };
  const required = (name: 'cycle' | 'chapter', valid: readonly string[]) => {
    if (sent[name] === undefined && !byItself) fault(name, '', 'missing', valid);
  };

  const cycleCodes = cycles.map(String);
  required('cycle', cycleCodes);
  if (sent.cycle !== undefined && !cycleCodes.includes(sent.cycle))
    fault('cycle', sent.cycle, 'unknown', cycleCodes);
  const chapterNamed =
    chapterCodes.find((chapter) => sent.chapter?.split(',').includes(chapter)) ?? byItself?.chapter;
  const cycle: Cycle =
    cycles.find((known) => String(known) === sent.cycle) ??
    (byItself && chapterNamed ? cycleOfChapter(chapterNamed) : 2);
  const chaptersHere: readonly Chapter[] = chaptersOfCycle(cycle);
  required('chapter', chaptersHere);
  const known = listOf('chapter', chaptersHere, 'chapterOfCycle');
  const usual = chaptersHere.find((chapter) => chapter === byItself?.chapter) ?? chaptersHere[0]!;
  const chapters = known.length > 0 || !byItself ? known : [usual];

  const cutoff = sent.cutoff ?? null;
  if (cutoff !== null && !isDate(cutoff)) fault('cutoff', cutoff, 'noDate', ['YYYY-MM-DD']);
  else if (cutoff !== null && cutoff > today)
    fault('cutoff', cutoff, 'futureDate', [`2000-01-01 to ${today}`]);
  const readable = cutoff !== null && isDate(cutoff) && cutoff <= today;

  const since = sent.since ?? null;
  if (since !== null && !isDate(since)) fault('since', since, 'noDate', ['YYYY-MM-DD']);

  const regions = listOf<Region>('region', regionCodes);
  const otherRegion = byItself?.region && regions.length > 0 && !regions.includes(byItself.region);
  if (otherRegion) fault('region', regions.join(','), 'regionOfPage', [byItself.region!]);

  const categories = listOf<Category>('category', categoryCodes);
  const subcategories =
    vocabulary &&
    vocabulary.subcategories
      .filter(({ category }) => categories.length === 0 || categories.includes(category))
      .map(({ code }) => code);
  const articles = [
    ...chapters.flatMap((chapter) => articlesOfChapter(chapter)).map(String),
    'general',
  ];
  const priorities = Array.from({ length: lastPriority }, (_, i) => String(i + 1));
  const rows = sent.row?.split(',') ?? [];
  const unknownRows = rows.filter((row) => !isRow(row, chapters));
  if (unknownRows.length > 0) fault('row', unknownRows.join(','), 'unknown', []);
  const besides = besidesOf(sent.with, {
    article: articles,
    type: vocabulary?.types,
    tag: vocabulary?.tags,
    topic: vocabulary?.topics,
    target: targetGroups,
  });
  if (besides.unknown.length > 0) fault('with', besides.unknown.join(','), 'unknown', []);
  return {
    faults,
    parameters: {
      cycle,
      chapters,
      cutoff: readable || !byItself ? cutoff : null,
      from: since !== null && isDate(since) ? since : null,
      categories,
      regions: byItself?.region ? [byItself.region] : regions,
      subcategories: listOf(
        'subcategory',
        subcategories,
        categories.length > 0 ? 'subcategoryOfCategory' : undefined,
      ),
      articles: listOf('article', articles, 'articleOfChapter'),
      types: listOf('type', vocabulary && vocabulary.types),
      tags: listOf('tag', vocabulary && vocabulary.tags),
      topics: listOf('topic', vocabulary && vocabulary.topics),
      priorities: listOf('priority', priorities, 'unknown', [`1 to ${lastPriority}`]),
      statuses: listOf('status', needStatuses),
      rows: rows.filter((row) => !unknownRows.includes(row)),
      besides: besides.known,
    },
  };
}
