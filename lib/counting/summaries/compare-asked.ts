import { regionCodes, type Region } from '#lib/convention/regions';
import { isDate } from '#lib/text/dates';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import { pageQuery } from '#lib/counting/summaries/asked';
import { parametersOf, sentParameters } from '#lib/counting/summaries/parameters';

/**
 * The parameters of a comparison. The second side has the usual parameters of summary pages;
 * `since`, `sinceRevision` or `against` name the first side.
 */
export type ComparisonAsked = Readonly<{
  cycle: Cycle;
  chapters: readonly Chapter[];
  /** Null: today, and the current revision. */
  cutoff: string | null;
  revision: number | null;
  since: string | null;
  sinceRevision: number | null;
  /** The region of both sides; with `against`, that of the first side. */
  region: Region | null;
  against: Region | null;
}>;
export const comparisonNames = [
  'cutoff',
  'since',
  'revision',
  'sinceRevision',
  'region',
  'against',
] as const;
export type ComparisonFault = Readonly<{
  name: (typeof comparisonNames)[number] | 'chapter' | 'cycle';
  value: string;
  why: 'unknown' | 'ahead' | 'notYet' | 'same' | 'alone' | 'both';
}>;
type Query = Readonly<Record<string, string | readonly string[] | undefined>>;
type Now = Readonly<{ today: string; revision: number }>;

/** Returns parsers for single parameters. A faulty one is reported and read as null. */
function readersOf(query: Query, { today, revision: latest }: Now) {
  const faults: ComparisonFault[] = [];
  const fault = (name: ComparisonFault['name'], value: string, why: ComparisonFault['why']) => {
    faults.push({ name, value, why });
    return null;
  };
  const one = (name: string) => {
    const value = query[name];
    return ((typeof value === 'string' ? value : value?.join(',')) ?? '').trim();
  };
  const date = (name: 'cutoff' | 'since') => {
    const value = one(name);
    if (value === '') return null;
    if (!isDate(value)) return fault(name, value, 'unknown');
    return value > today ? fault(name, value, 'ahead') : value;
  };
  const number = (name: 'revision' | 'sinceRevision') => {
    const value = one(name);
    if (value === '') return null;
    if (!/^(0|[1-9]\d{0,9})$/.test(value)) return fault(name, value, 'unknown');
    return Number(value) > latest ? fault(name, value, 'notYet') : Number(value);
  };
  const group = (name: 'region' | 'against') => {
    const value = one(name);
    if (value === '') return null;
    return regionCodes.find((code) => code === value) ?? fault(name, value, 'unknown');
  };
  return { faults, fault, one, date, number, group };
}

/** Parses the parameters. Faulty ones are reported and left out. */
export function comparisonAsked(
  query: Query,
  now: Now,
): { asked: ComparisonAsked; faults: ComparisonFault[] } {
  const { faults, fault, one, date, number, group } = readersOf(query, now);
  const { sent, faults: repeated } = sentParameters(pageQuery(query, ['cycle', 'chapter']), [
    'cycle',
    'chapter',
  ]);
  const {
    parameters: { cycle, chapters },
    faults: others,
  } = parametersOf(sent, null, now.today, {});
  for (const { parameter, value } of [...repeated, ...others])
    fault(parameter === 'cycle' ? 'cycle' : 'chapter', value, 'unknown');
  let cutoff = date('cutoff');
  let since = date('since');
  let revision = number('revision');
  let sinceRevision = number('sinceRevision');
  let region = group('region');
  let against = group('against');
  if (against !== null && region === null) against = fault('against', one('against'), 'alone');
  if (against !== null && against === region) against = fault('against', against, 'same');
  if (against !== null && (since !== null || sinceRevision !== null)) {
    fault('against', against, 'both');
    since = null;
    sinceRevision = null;
  }
  return {
    asked: { cycle, chapters, cutoff, since, revision, sinceRevision, region, against },
    faults,
  };
}

/** The default cut-off of the first side: a year earlier; for 29 February, the 28th. */
export function yearBefore(date: string): string {
  const before = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return isDate(before) ? before : before.replace(/29$/, '28');
}
