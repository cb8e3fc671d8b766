import 'server-only';
import type { FormFields, FormFiles } from '#lib/http/form';

type Sent = Readonly<{ form?: FormFields; files?: FormFiles }>;

const mostFields = 20;

/**
 * What a form may hold to be carried along while its sender signs in again; a whole executive
 * summary is too much.
 */
const mostCarried = 100_000;
export const carried = (form: FormFields): FormFields =>
  encodeURIComponent(JSON.stringify(form).toWellFormed()).length > mostCarried ? {} : form;

/**
 * Reads `multipart/form-data`, whose size bin/checks.ts has bounded; no form where it is not well
 * formed.
 */
export async function readFormWithFiles(request: Request): Promise<Sent> {
  const data = await request.formData().catch(() => undefined);
  if (!data || [...data.keys()].length > mostFields) return {};
  const form: Record<string, string[]> = Object.create(null);
  const files: Record<string, { name: string; content: Uint8Array }> = Object.create(null);
  for (const [name, value] of data) {
    if (typeof value === 'string') (form[name] ??= []).push(value);
    else files[name] = { name: value.name, content: new Uint8Array(await value.arrayBuffer()) };
  }
  return { form, files };
}
