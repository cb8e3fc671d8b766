import { safeParse, type core, type output } from 'zod/mini';
import { done, failed, type Outcome } from '#lib/base/errors';

/** The fields of a form: each name with all its values. */
export type FormFields = Readonly<Record<string, readonly string[]>>;

/** The fields that a form in the browser would send. */
export function formFieldsOf(data: FormData): FormFields {
  const form: Record<string, string[]> = Object.create(null);
  for (const [name, value] of data) (form[name] ??= []).push(String(value));
  return form;
}

/** The files of a form, by the name of their field. */
export type FormFiles = Readonly<Record<string, Readonly<{ name: string; content: Uint8Array }>>>;

/** The last value of a field; empty where there is none. */
export const textOf = (form: FormFields, name: string): string => form[name]?.at(-1) ?? '';
export const listOf = (form: FormFields, name: string): string[] => [...(form[name] ?? [])];

const maxFields = 1000;

const decode = (part: string) => decodeURIComponent(part.replaceAll('+', ' '));

/** Parses `application/x-www-form-urlencoded`; undefined where it is not UTF-8 or malformed. */
export function parseForm(body: Uint8Array): FormFields | undefined {
  try {
    const pairs = new TextDecoder('utf-8', { fatal: true }).decode(body).split('&').filter(Boolean);
    if (pairs.length > maxFields) return undefined;
    const form: Record<string, string[]> = Object.create(null);
    for (const pair of pairs) {
      const [encodedName = ''] = pair.split('=', 1);
      const name = decode(encodedName);
      const value = decode(pair.slice(encodedName.length + 1));
      (form[name] ??= []).push(value);
    }
    return form;
  } catch {
    return undefined;
  }
}

/** Reads the input of a command from the form and the address of its route. */
export type ReadInput<I> = (
  form: FormFields,
  address: Readonly<Record<string, string>>,
  files?: FormFiles,
) => Outcome<I>;

/** Reads the input by a schema of single values; the address takes precedence over the form. */
export const bySchema =
  <S extends core.$ZodType>(schema: S): ReadInput<output<S>> =>
  (form, address) => {
    const fields = Object.fromEntries(Object.keys(form).map((name) => [name, textOf(form, name)]));
    const result = safeParse(schema, { ...fields, ...address });
    if (result.success) return done(result.data);
    return failed({
      kind: 'invalid',
      errors: result.error.issues.map(({ path, message }) => ({
        field: String(path[0] ?? ''),
        message,
      })),
    });
  };
