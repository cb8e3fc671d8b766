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
import { readCodes } from '#lib/text/written';
import { claims, needStatuses } from '#lib/needs/fulfilment/vocabulary';
import { targetGroups } from '#lib/needs/model/vocabulary';
import { parseRequiredCodes, isMatrixRow } from '#lib/counting/filter/cell-parameters';
import type { CountedVocabulary } from '#lib/counting/facts/facts';
import type { ParameterFault, FaultReason } from '#lib/counting/filter/parameter-faults';
import type { Filter } from '#lib/counting/filter/filter';
import { largestPriority, unmetSpans } from '#lib/counting/filter/vocabulary';

export type QueryParameters = Readonly<
  Omit<Filter, 'cutoff' | 'since' | 'sees'> & {
    cutoff: string | null;
    from: string | null;
    /** Published summaries only, whoever asks: the list behind a number of a note for the public. */
    publishedOnly?: boolean;
  }
>;

/**
 * The parameters of the API. Pages have the same, and those of the cell whose needs a list shows.
 */
const apiParameterNames = [
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
/** The parameters of a cell: they narrow the list of one number and have no field in the form. */
export const cellParameterNames = ['row', 'with', 'since', 'summaries', 'claim', 'unmet'] as const;
export const pageParameterNames = [...apiParameterNames, ...cellParameterNames] as const;
export type ParameterName = (typeof pageParameterNames)[number];
const longestValue = 1000;

export type RawParameters = Readonly<Partial<Record<ParameterName, string>>>;

/** Collects the parameters by name; each may occur once. */
export function collectParameters(
  query: URLSearchParams,
  names: readonly ParameterName[] = apiParameterNames,
): { sent: RawParameters; faults: ParameterFault[] } {
  const sent: Partial<Record<ParameterName, string>> = {};
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
    else sent[known] = readCodes(values[0]!);
  }
  return { sent, faults };
}

/** Parses the revision; null for the current one. */
export function parseRevision(
  { revision }: RawParameters,
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

/** Parses the date of the vocabulary; null for needs as coded. `today` is `YYYY-MM-DD`. */
export function parseVocabularyDate(
  { vocabulary }: RawParameters,
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

/** The defaults of a page: its region, and the chapter of its article. */
export type PageDefaults = Readonly<{ region?: Region; chapter?: Chapter }>;

type ReportFault = (
  parameter: ParameterName,
  value: string,
  why: FaultReason,
  valid: readonly string[],
) => void;
type Parsing = Readonly<{
  sent: RawParameters;
  today: string;
  report: ReportFault;
  defaults?: PageDefaults;
}>;

/** Parses several values of one parameter, each of which must be valid and occur once. */
function parseList<T extends string>(
  { sent, report }: Parsing,
  name: ParameterName,
  valid: readonly T[] | null,
  why: FaultReason = 'unknown',
  validNames: readonly string[] = valid ?? [],
): T[] {
  const values = sent[name]?.split(',') ?? [];
  const unknown = valid ? values.filter((value) => !valid.includes(value as T)) : [];
  if (unknown.length > 0) report(name, unknown.join(','), why, validNames);
  else if (new Set(values).size < values.length)
    report(name, sent[name]!, 'valueRepeated', validNames);
  return valid ? valid.filter((value) => values.includes(value)) : (values as T[]);
}

/** Parses the cycle and its chapters; with defaults, a page infers what is not named. */
function parseChapters(parsing: Parsing): Readonly<{ cycle: Cycle; chapters: readonly Chapter[] }> {
  const { sent, report, defaults } = parsing;
  const requireNamed = (name: 'cycle' | 'chapter', valid: readonly string[]) => {
    if (sent[name] === undefined && !defaults) report(name, '', 'missing', valid);
  };
  const cycleCodes = cycles.map(String);
  requireNamed('cycle', cycleCodes);
  if (sent.cycle !== undefined && !cycleCodes.includes(sent.cycle))
    report('cycle', sent.cycle, 'unknown', cycleCodes);
  const namedChapter =
    chapterCodes.find((chapter) => sent.chapter?.split(',').includes(chapter)) ?? defaults?.chapter;
  const cycle: Cycle =
    cycles.find((known) => String(known) === sent.cycle) ??
    (defaults && namedChapter ? cycleOfChapter(namedChapter) : 2);

  const chaptersHere: readonly Chapter[] = chaptersOfCycle(cycle);
  requireNamed('chapter', chaptersHere);
  const named = parseList(parsing, 'chapter', chaptersHere, 'chapterOfCycle');
  if (named.length > 0 || !defaults) return { cycle, chapters: named };
  const usual = chaptersHere.find((chapter) => chapter === defaults.chapter) ?? chaptersHere[0]!;
  return { cycle, chapters: [usual] };
}

/** Parses the cut-off. Without defaults, as for the API, it is returned even where it is invalid. */
function parseCutoff({ sent, today, report, defaults }: Parsing): string | null {
  const cutoff = sent.cutoff ?? null;
  if (cutoff === null) return null;
  const isValid = isDate(cutoff) && cutoff <= today;
  if (!isDate(cutoff)) report('cutoff', cutoff, 'noDate', ['YYYY-MM-DD']);
  else if (!isValid) report('cutoff', cutoff, 'futureDate', [`2000-01-01 to ${today}`]);
  return isValid || !defaults ? cutoff : null;
}

function parseSince({ sent, report }: Parsing): string | null {
  const since = sent.since ?? null;
  if (since === null || isDate(since)) return since;
  report('since', since, 'noDate', ['YYYY-MM-DD']);
  return null;
}

/** Parses `summaries=published`. */
function parsePublishedOnly({ sent, report }: Parsing): boolean {
  if (sent.summaries === undefined || sent.summaries === 'published') {
    return sent.summaries !== undefined;
  }
  report('summaries', sent.summaries, 'unknown', ['published']);
  return false;
}

/** Parses the regional groups; a page about one region has no other. */
function parseRegions(parsing: Parsing): readonly Region[] {
  const regions = parseList<Region>(parsing, 'region', regionCodes);
  const ofPage = parsing.defaults?.region;
  if (!ofPage) return regions;
  if (regions.length > 0 && !regions.includes(ofPage))
    parsing.report('region', regions.join(','), 'regionOfPage', [ofPage]);
  return [ofPage];
}

/** Parses the matrix rows, and leaves out those that the chapters do not have. */
function parseRows({ sent, report }: Parsing, chapters: readonly Chapter[]): readonly string[] {
  const rows = sent.row?.split(',') ?? [];
  const unknown = rows.filter((row) => !isMatrixRow(row, chapters));
  if (unknown.length > 0) report('row', unknown.join(','), 'unknown', []);
  return rows.filter((row) => !unknown.includes(row));
}

/** Parses the codes that a need must have besides the filter; `articles` are those of the chapters. */
function parseBesides(
  { sent, report }: Parsing,
  articles: readonly string[],
  vocabulary: CountedVocabulary | null,
) {
  const besides = parseRequiredCodes(sent.with, {
    article: articles,
    type: vocabulary?.types,
    tag: vocabulary?.tags,
    topic: vocabulary?.topics,
    target: targetGroups,
  });
  if (besides.unknown.length > 0) report('with', besides.unknown.join(','), 'unknown', []);
  return besides.known;
}

/** Parses the subcategories: those of the chosen categories, or any where none is chosen. */
function parseSubcategories(
  parsing: Parsing,
  categories: readonly Category[],
  vocabulary: CountedVocabulary | null,
) {
  const valid =
    vocabulary &&
    vocabulary.subcategories
      .filter(({ category }) => categories.length === 0 || categories.includes(category))
      .map(({ code }) => code);
  const why = categories.length > 0 ? 'subcategoryOfCategory' : undefined;
  return parseList(parsing, 'subcategory', valid, why);
}

/**
 * Parses the parameters. Each fault names the valid values, and the faulty value is left out.
 * `today` is `YYYY-MM-DD`. Without `defaults` cycle and chapter are required. Without a vocabulary
 * any code is valid, for callers that only sort addresses.
 */
export function parseParameters(
  sent: RawParameters,
  vocabulary: CountedVocabulary | null,
  today: string,
  defaults?: PageDefaults,
): { parameters: QueryParameters; faults: ParameterFault[] } {
  const faults: ParameterFault[] = [];
  const report: ReportFault = (parameter, value, why, valid) => {
    faults.push({ parameter, value: value.slice(0, 100), why, valid });
  };
  const parsing: Parsing = { sent, today, report, defaults };

  // In the order in which the API reports faults.
  const { cycle, chapters } = parseChapters(parsing);
  const cutoff = parseCutoff(parsing);
  const from = parseSince(parsing);
  const publishedOnly = parsePublishedOnly(parsing);
  const regions = parseRegions(parsing);
  const categories = parseList<Category>(parsing, 'category', categoryCodes);
  const rows = parseRows(parsing, chapters);
  const articles = [...chapters.flatMap((each) => articlesOfChapter(each)).map(String), 'general'];
  const besides = parseBesides(parsing, articles, vocabulary);
  const priorities = Array.from({ length: largestPriority }, (_, i) => String(i + 1));
  return {
    faults,
    parameters: {
      cycle,
      chapters,
      cutoff,
      from,
      ...(publishedOnly && { publishedOnly }),
      categories,
      regions,
      subcategories: parseSubcategories(parsing, categories, vocabulary),
      articles: parseList(parsing, 'article', articles, 'articleOfChapter'),
      types: parseList(parsing, 'type', vocabulary && vocabulary.types),
      tags: parseList(parsing, 'tag', vocabulary && vocabulary.tags),
      topics: parseList(parsing, 'topic', vocabulary && vocabulary.topics),
      priorities: parseList(parsing, 'priority', priorities, 'unknown', [
        `1 to ${largestPriority}`,
      ]),
      statuses: parseList(parsing, 'status', needStatuses),
      claims: parseList(parsing, 'claim', claims),
      spans: parseList(parsing, 'unmet', unmetSpans),
      rows,
      besides,
    },
  };
}
