import 'server-only';
import type { FormFields, FormFiles } from '#lib/http/form';

type ParsedForm = Readonly<{ form?: FormFields; files?: FormFiles }>;

const maxFields = 20;

/** The longest form that the sign-in page carries along; a whole executive summary is too long. */
const maxCarriedLength = 100_000;
/** The fields that the sign-in page carries along: all of them, or none of a form too long. */
export const formToCarry = (form: FormFields): FormFields =>
  encodeURIComponent(JSON.stringify(form).toWellFormed()).length > maxCarriedLength ? {} : form;

/** Parses `multipart/form-data`, whose size the HTTP edge has limited; no form where malformed. */
export async function parseMultipartForm(request: Request): Promise<ParsedForm> {
  const data = await request.formData().catch(() => undefined);
  if (!data || [...data.keys()].length > maxFields) return {};
  const form: Record<string, string[]> = Object.create(null);
  const files: Record<string, { name: string; content: Uint8Array }> = Object.create(null);
  for (const [name, value] of data) {
    if (typeof value === 'string') (form[name] ??= []).push(value);
    else files[name] = { name: value.name, content: new Uint8Array(await value.arrayBuffer()) };
  }
  return { form, files };
}
