import type { Failure, Outcome } from '#lib/base/errors';

/** What a command did, where it must have done it. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused, but should not have been: ${JSON.stringify(outcome.failure)}`);
}

/** Why a command did nothing, where it must not have done anything. */
export function failureOf(outcome: Outcome<unknown>): Failure {
  if (!outcome.ok) return outcome.failure;
  throw new Error(`done, but should have been refused: ${JSON.stringify(outcome.value)}`);
}
