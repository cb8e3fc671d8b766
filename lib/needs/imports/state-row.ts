import type { Cycle } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import { conventionState } from '#lib/convention/states';
import { isDate } from '#lib/text/dates';
import { listed, quoted, type Say } from '#lib/needs/imports/faults';
import type { FaultKey } from '#lib/needs/imports/fault-texts';
import type { Row } from '#lib/needs/imports/header';
import type { Dates } from '#lib/needs/imports/known';
import { reviewSchema } from '#lib/needs/reviews/schema';

/** A line of a states file: the review of a State in a cycle, and its dates. */
export type StateRow = Readonly<{
  line: number;
  code: string;
  region: Region;
  cycle: Cycle;
  dates: Dates;
}>;

/** States of a register without names, such as the demonstration's: AFR-01. */
const placeholder = /^[A-Z]{3,6}-\d{2,4}$/;

/** Whether a code can be that of a State, also of one that the register does not hold yet. */
export const isStateCode = (code: string): boolean =>
  conventionState(code) !== undefined || placeholder.test(code);

function dateIn(row: Row, column: string, today: string, say: Say): string | null | undefined {
  const value = row.text(column);
  if (value === '') return null;
  if (!isDate(value)) return void say(column, 'noSuchDate', { value: quoted(value), today });
  if (value > today) return void say(column, 'dateInFuture', { value, today });
  return value;
}

/**
 * Both dates; a summary whose date of publication is not given was published when it was completed.
 */
function datesOf(row: Row, today: string, say: Say): Dates | undefined {
  const completedOn = dateIn(row, 'completed_on', today, say);
  const publishedOn = dateIn(row, 'published_on', today, say);
  if (completedOn === undefined || publishedOn === undefined) return undefined;
  if (publishedOn !== null && completedOn === null)
    return void say('published_on', 'publishedNeedsDate', { value: publishedOn });
  if (publishedOn !== null && completedOn !== null && publishedOn < completedOn) {
    return void say('published_on', 'completedAfterPublished', {
      value: publishedOn,
      completed: completedOn,
    });
  }
  return { completedOn, publishedOn: publishedOn ?? completedOn };
}

const keys = {
  state: 'unknownState',
  cycle: 'chooseCycle',
  region: 'chooseRegion',
} as const satisfies Record<string, FaultKey>;

/**
 * Reads a line of a states file, or says all that is wrong with it. `regionOf` knows the States of
 * the register.
 */
export function stateOfRow(
  row: Row,
  regionOf: (code: string) => Region | undefined,
  today: string,
  say: Say,
): StateRow | undefined {
  const given = { state: row.text('state'), cycle: row.text('cycle'), region: row.text('region') };
  const parsed = reviewSchema.safeParse(given);
  for (const { path } of parsed.error?.issues ?? []) {
    const column = String(path[0]) as keyof typeof keys;
    say(column, given[column] === '' && column === 'state' ? 'chooseState' : keys[column], {
      value: quoted(given[column]),
      allowed: listed(regionCodes),
    });
  }
  const dates = datesOf(row, today, say);
  if (!parsed.success) return undefined;
  const { state: code, cycle, region } = parsed.data;
  const belongs = regionOf(code) ?? conventionState(code)?.region ?? undefined;
  if (!belongs && !isStateCode(code))
    return void say('state', 'unknownState', { value: quoted(code) });
  if (belongs && region && region !== belongs)
    return void say('region', 'wrongRegion', { value: region, state: code, allowed: belongs });
  if (!belongs && !region)
    return void say('region', 'chooseRegion', { value: quoted(''), allowed: listed(regionCodes) });
  return dates && { line: row.line, code, cycle, region: (belongs ?? region)!, dates };
}
