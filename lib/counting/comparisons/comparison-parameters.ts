import { regionCodes, type Region } from '#lib/convention/regions';
import { isDate } from '#lib/text/dates';
import { readCodes } from '#lib/text/written';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import { pageSearchParams } from '#lib/counting/filter/page-query';
import { parseParameters, collectParameters } from '#lib/counting/filter/parameters';

/**
 * The parameters of a comparison. The second side has the usual parameters of summary pages;
 * `since`, `sinceRevision` or `against` name the first side.
 */
export type ComparisonParameters = Readonly<{
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
export const comparisonParameterNames = [
  'cutoff',
  'since',
  'revision',
  'sinceRevision',
  'region',
  'against',
] as const;
type ComparisonFault = Readonly<{
  name: (typeof comparisonParameterNames)[number] | 'chapter' | 'cycle';
  value: string;
  why: 'unknown' | 'ahead' | 'notYet' | 'same' | 'alone' | 'both';
}>;
type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;
type Present = Readonly<{ today: string; revision: number }>;

/** Returns parsers for single parameters. A faulty one is reported and read as null. */
function parsers(query: SearchParams, { today, revision: currentRevision }: Present) {
  const faults: ComparisonFault[] = [];
  const addFault = (name: ComparisonFault['name'], value: string, why: ComparisonFault['why']) => {
    faults.push({ name, value, why });
    return null;
  };
  const readValue = (name: string) => {
    const value = query[name];
    return readCodes((typeof value === 'string' ? value : value?.join(',')) ?? '');
  };
  const date = (name: 'cutoff' | 'since') => {
    const value = readValue(name);
    if (value === '') return null;
    if (!isDate(value)) return addFault(name, value, 'unknown');
    return value > today ? addFault(name, value, 'ahead') : value;
  };
  const number = (name: 'revision' | 'sinceRevision') => {
    const value = readValue(name);
    if (value === '') return null;
    if (!/^(0|[1-9]\d{0,9})$/.test(value)) return addFault(name, value, 'unknown');
    return Number(value) > currentRevision ? addFault(name, value, 'notYet') : Number(value);
  };
  const group = (name: 'region' | 'against') => {
    const value = readValue(name);
    if (value === '') return null;
    return regionCodes.find((code) => code === value) ?? addFault(name, value, 'unknown');
  };
  return { faults, addFault, readValue, date, number, group };
}

export type ParsedComparison = Readonly<{
  parameters: ComparisonParameters;
  faults: ComparisonFault[];
}>;

/** Parses the parameters. Faulty ones are reported and left out. */
export function parseComparison(query: SearchParams, now: Present): ParsedComparison {
  const { faults, addFault, readValue, date, number, group } = parsers(query, now);
  const { sent, faults: repeated } = collectParameters(
    pageSearchParams(query, ['cycle', 'chapter']),
    ['cycle', 'chapter'],
  );
  const {
    parameters: { cycle, chapters },
    faults: others,
  } = parseParameters(sent, null, now.today, {});
  for (const { parameter, value } of [...repeated, ...others])
    addFault(parameter === 'cycle' ? 'cycle' : 'chapter', value, 'unknown');
  let cutoff = date('cutoff');
  let since = date('since');
  let revision = number('revision');
  let sinceRevision = number('sinceRevision');
  let region = group('region');
  let against = group('against');
  if (against !== null && region === null)
    against = addFault('against', readValue('against'), 'alone');
  if (against !== null && against === region) against = addFault('against', against, 'same');
  if (against !== null && (since !== null || sinceRevision !== null)) {
    addFault('against', against, 'both');
    since = null;
    sinceRevision = null;
  }
  return {
    parameters: { cycle, chapters, cutoff, since, revision, sinceRevision, region, against },
    faults,
  };
}

/** The default cut-off of the first side: a year earlier; for 29 February, the 28th. */
export function yearBefore(date: string): string {
  const before = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return isDate(before) ? before : before.replace(/29$/, '28');
}
