import type { Cycle } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import { conventionState } from '#lib/convention/states';
import { isDate } from '#lib/text/dates';
import { readWholeNumber } from '#lib/text/written';
import type { Row } from '#lib/files/tables/row';
import { listCodes, quoteCell, type ReportFault } from '#lib/needs/imports/pipeline/faults';
import type { FaultKey } from '#lib/needs/imports/pipeline/fault-texts';
import type { Dates } from '#lib/needs/imports/pipeline/register-lookup';
import type { PublicationChoice } from '#lib/needs/imports/pipeline/vocabulary';
import { reviewSchema } from '#lib/needs/reviews/schema';

/** A row of a states file: the review of a State in a cycle, and its dates. */
export type StateRow = Readonly<{
  line: number;
  code: string;
  region: Region;
  cycle: Cycle;
  dates: Dates;
}>;

/** States of a register without names, such as the demonstration's: AFR-01. */
const placeholder = /^[A-Z]{3,6}-\d{2,4}$/;

/** Whether a code can be a State's, also that of a State which the register does not have yet. */
export const isStateCode = (code: string): boolean =>
  conventionState(code) !== undefined || placeholder.test(code);

/** Parses a date; null for an empty cell, undefined after reporting a fault. */
function parseDate(
  row: Row,
  column: string,
  today: string,
  report: ReportFault,
): string | null | undefined {
  const value = row.code(column);
  if (value === '') return null;
  if (!isDate(value)) return void report(column, 'noSuchDate', { value: quoteCell(value), today });
  if (value > today) return void report(column, 'dateInFuture', { value, today });
  return value;
}

/** Whether a summary is completed before it is published. */
const agree = (completedOn: string | null, publishedOn: string) =>
  completedOn !== null && completedOn <= publishedOn;

/**
 * Parses both dates. Nothing is published unless the column or `published` says so, and what is
 * published already stays so: an empty cell changes nothing.
 */
function parseDates(
  row: Row,
  today: string,
  publishedBefore: string | null,
  published: PublicationChoice | undefined,
  report: ReportFault,
): Dates | undefined {
  const completedOn = parseDate(row, 'completed_on', today, report);
  const given = parseDate(row, 'published_on', today, report);
  if (completedOn === undefined || given === undefined) return undefined;
  if (given !== null && completedOn === null)
    return void report('published_on', 'publishedNeedsDate', { value: given });
  if (given !== null && completedOn !== null && !agree(completedOn, given))
    return void report('published_on', 'completedAfterPublished', {
      value: given,
      completed: completedOn,
    });
  if (given !== null) return { completedOn, publishedOn: given };
  if (publishedBefore !== null && !agree(completedOn, publishedBefore))
    return void report('completed_on', 'publishedAlready', {
      value: completedOn ?? 'empty',
      published: publishedBefore,
    });
  const isPublishedByChoice = !row.has('published_on') && published === 'completed';
  return {
    completedOn,
    publishedOn: publishedBefore ?? (isPublishedByChoice ? completedOn : null),
  };
}

const faultKeys = {
  state: 'unknownState',
  cycle: 'chooseCycle',
  region: 'chooseRegion',
} as const satisfies Record<string, FaultKey>;

type ReviewCells = Readonly<Record<keyof typeof faultKeys, string>>;

/** Parses the State, cycle and region, or reports all that is wrong with them. */
function parseReview(cells: ReviewCells, report: ReportFault) {
  const parsed = reviewSchema.safeParse(cells);
  for (const { path } of parsed.error?.issues ?? []) {
    const column = String(path[0]) as keyof typeof faultKeys;
    const isMissingState = column === 'state' && cells.state === '';
    report(column, isMissingState ? 'chooseState' : faultKeys[column], {
      value: quoteCell(cells[column]),
      allowed: listCodes(regionCodes),
    });
  }
  return parsed.data;
}

/** What a row is parsed with: the States and reviews of the register, the day, and the choice. */
export type StateRowContext = Readonly<{
  regionOf: (code: string) => Region | undefined;
  publishedOnOf: (code: string, cycle: Cycle) => string | null;
  published?: PublicationChoice;
  today: string;
}>;

/** Parses a row of a states file, or reports all that is wrong with it. */
export function parseStateRow(
  row: Row,
  { regionOf, publishedOnOf, published, today }: StateRowContext,
  report: ReportFault,
): StateRow | undefined {
  const cells = {
    state: row.code('state'),
    cycle: String(readWholeNumber(row.text('cycle')) ?? row.code('cycle')),
    region: row.code('region').toUpperCase(),
  };
  const review = parseReview(cells, report);
  const publishedBefore = review ? publishedOnOf(review.state, review.cycle) : null;
  const dates = parseDates(row, today, publishedBefore, published, report);
  if (!review) return undefined;
  const { state: code, cycle, region: given } = review;
  const known = regionOf(code) ?? conventionState(code)?.region ?? undefined;
  if (!known && !isStateCode(code))
    return void report('state', 'unknownState', { value: quoteCell(code) });
  if (known && given && given !== known)
    return void report('region', 'wrongRegion', { value: given, state: code, allowed: known });
  const region = known ?? given;
  if (!region)
    return void report('region', 'chooseRegion', {
      value: quoteCell(''),
      allowed: listCodes(regionCodes),
    });
  return dates && { line: row.line, code, cycle, region, dates };
}
