import { done, invalid, type Outcome } from '#lib/base/errors';
import { isStorable, normaliseText } from '#lib/text/normalise';

/** The maximum length of a reason, in characters. */
export const maxReasonLength = 2000;

const checked = (reason: string, field: string): Outcome<string> => {
  if (!isStorable(reason)) return invalid(field, 'unreadable');
  return reason.length > maxReasonLength ? invalid(field, 'reasonTooLong') : done(reason);
};

/**
 * Reads the reason of a step; null where there is none. Invalid at `reason` where it cannot be stored
 * (`unreadable`) or is too long (`reasonTooLong`).
 */
export function optionalReason(input: string): Outcome<string | null> {
  const reason = normaliseText(input);
  return reason === '' ? done(null) : checked(reason, 'reason');
}

/**
 * Reads the reason of a step that needs one. Invalid at `field` like an optional one, or with the
 * message `missing` where there is none.
 */
export function requiredReason(
  input: string,
  { field = 'reason', missing = 'enterReason' }: { field?: string; missing?: string } = {},
): Outcome<string> {
  const reason = normaliseText(input);
  return reason === '' ? invalid(field, missing) : checked(reason, field);
}
