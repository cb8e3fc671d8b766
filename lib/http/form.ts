import { safeParse, type core, type output } from 'zod/mini';
import { done, failed, type Outcome } from '#lib/base/errors';

/** What a form sent: every name with all its values. */
export type FormFields = Readonly<Record<string, readonly string[]>>;

/** What a form in the browser would send. */
export function formOf(data: FormData): FormFields {
  const form: Record<string, string[]> = Object.create(null);
  for (const [name, value] of data) (form[name] ??= []).push(String(value));
  return form;
}

/** The files that a form sent, by the name of the field. */
export type FormFiles = Readonly<Record<string, Readonly<{ name: string; content: Uint8Array }>>>;

export const textOf = (form: FormFields, name: string): string => form[name]?.at(-1) ?? '';
export const listOf = (form: FormFields, name: string): string[] => [...(form[name] ?? [])];

const mostFields = 1000;

/**
 * Reads `application/x-www-form-urlencoded`; undefined where it is not UTF-8 or not well formed.
 */
export function readForm(body: Uint8Array): FormFields | undefined {
  try {
    const pairs = new TextDecoder('utf-8', { fatal: true }).decode(body).split('&').filter(Boolean);
    if (pairs.length > mostFields) return undefined;
    const form: Record<string, string[]> = Object.create(null);
    for (const pair of pairs) {
      const [name = '', value = ''] = [
        pair.split('=', 1)[0]!,
        pair.slice(pair.split('=', 1)[0]!.length + 1),
      ].map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
      (form[name] ??= []).push(value);
    }
    return form;
  } catch {
    return undefined;
  }
}

/** How a route reads what it needs from the form and from its own address. */
export type ReadInput<I> = (
  form: FormFields,
  address: Readonly<Record<string, string>>,
  files?: FormFiles,
) => Outcome<I>;

/** Reads by a schema over single values; what stands in the address wins over the form. */
export const bySchema =
  <S extends core.$ZodType>(schema: S): ReadInput<output<S>> =>
  (form, address) => {
    const single = Object.fromEntries(Object.keys(form).map((name) => [name, textOf(form, name)]));
    const result = safeParse(schema, { ...single, ...address });
    if (result.success) return done(result.data);
    return failed({
      kind: 'invalid',
      errors: result.error.issues.map(({ path, message }) => ({
        field: String(path[0] ?? ''),
        message,
      })),
    });
  };
