import { done, invalid, type Outcome } from '#lib/base/errors';
import { readable, tidy } from '#lib/text/tidy';

/** The most characters of a reason. */
export const longestReason = 2000;

const kept = (reason: string, field: string): Outcome<string> => {
  if (!readable(reason)) return invalid(field, 'unreadable');
  return reason.length > longestReason ? invalid(field, 'reasonTooLong') : done(reason);
};

/**
 * The reason for a step as it is kept; null where none was given. Invalid at `reason`, where it
 * cannot be kept (`unreadable`) or is too long (`reasonTooLong`).
 */
export function optionalReason(typed: string): Outcome<string | null> {
  const reason = tidy(typed);
  return reason === '' ? done(null) : kept(reason, 'reason');
}

/**
 * The reason for a step that needs one, as it is kept. Invalid at `field`: as an optional one, or
 * with the message `missing` where none was given.
 */
export function requiredReason(
  typed: string,
  { field = 'reason', missing = 'enterReason' }: { field?: string; missing?: string } = {},
): Outcome<string> {
  const reason = tidy(typed);
  return reason === '' ? invalid(field, missing) : kept(reason, field);
}
