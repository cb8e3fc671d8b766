import type { FieldErrors, FieldValues } from 'react-hook-form';
import type { ZodMiniType } from 'zod/mini';

/** Validates a form by its schema and reports the first error of each field. The library's own resolver would load all of zod into the browser. */
export const schemaResolver =
  <In extends FieldValues, Out>(schema: ZodMiniType<Out, In>) =>
  (
    values: In,
  ):
    | { values: Out; errors: Record<string, never> }
    | { values: Record<string, never>; errors: FieldErrors<In> } => {
    const found = schema.safeParse(values);
    if (found.success) return { values: found.data, errors: {} };
    const errors = found.error.issues
      .toReversed()
      .map(({ path, message }) => [String(path[0] ?? 'root'), { type: 'schema', message }]);
    return { values: {}, errors: Object.fromEntries(errors) as FieldErrors<In> };
  };
