import type { DatabaseFailure } from '#db/errors';

/** A fault of a field: the key of its message below `errors`, and the values in that message. */
export type FieldError = Readonly<{
  field: string;
  message: string;
  values?: Record<string, string | number>;
}>;

/** Why a command did not do what was requested. Bugs are thrown, never returned. */
export type Failure =
  | Readonly<{ kind: 'not-found' }>
  | Readonly<{ kind: 'forbidden'; why: string }>
  | Readonly<{ kind: 'conflict'; why: string; by?: string; at?: string }>
  | Readonly<{ kind: 'invalid'; errors: readonly FieldError[] }>
  | Readonly<{ kind: 'unauthenticated' }>
  | Readonly<{ kind: 'limited'; seconds: number }>
  | Readonly<{ kind: 'database'; why: DatabaseFailure }>;

export type Outcome<T> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{ ok: false; failure: Failure }>;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (failure: Failure): Outcome<never> => ({ ok: false, failure });
export const notFound: Outcome<never> = failed({ kind: 'not-found' });
export const forbidden = (why: string) => failed({ kind: 'forbidden', why });
export const invalid = (field: string, message: string, values?: FieldError['values']) =>
  failed({ kind: 'invalid', errors: [{ field, message, values }] });

/** Thrown inside a transaction to roll it back and return the failure. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

const httpStatus = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  unauthenticated: 401,
  limited: 429,
  database: 503,
} as const satisfies Record<Failure['kind'], number>;

/** The HTTP status of a failure. */
export const statusOf = (failure: Failure): number =>
  failure.kind === 'database' && failure.why === 'full' ? 507 : httpStatus[failure.kind];
