import { failed, type Outcome } from '#lib/base/errors';
import type { FileFault } from '#lib/files/tables/faults';

/** The failure of a form whose file is refused: each fault is an error of the field `file`. */
export const fileFailure = (faults: readonly FileFault<string>[]): Outcome<never> =>
  failed({
    kind: 'invalid',
    errors: faults.map(({ line, column, key, values }) => ({
      field: 'file',
      message: key,
      values: { ...values, ...(line ? { line } : {}), ...(column ? { column } : {}) },
    })),
  });
