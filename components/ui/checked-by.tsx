import type { FieldErrors, FieldValues } from 'react-hook-form';
import type { ZodMiniType } from 'zod/mini';

/**
 * Checks a form by its schema: the first fault of each field. The library's own resolver would
 * bring all of zod into the browser.
 */
export const checkedBy =
  <In extends FieldValues, Out>(schema: ZodMiniType<Out, In>) =>
  (
    values: In,
  ):
    | { values: Out; errors: Record<string, never> }
    | { values: Record<string, never>; errors: FieldErrors<In> } => {
    const found = schema.safeParse(values);
    if (found.success) return { values: found.data, errors: {} };
    const faults = found.error.issues
      .toReversed()
      .map(({ path, message }) => [String(path[0] ?? 'root'), { type: 'schema', message }]);
    return { values: {}, errors: Object.fromEntries(faults) as FieldErrors<In> };
  };
