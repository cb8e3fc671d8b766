import 'server-only';
import type { Operation } from '#lib/api/operation';
import { faultsOf } from '#lib/api/faults';
import { problemResponse } from '#lib/http/problem';
import type { Translate } from '#lib/text/i18n';

/** Bodies are flat but for lists; nothing that the register stores is nested deeper. */
const deepest = 6;
/** The largest body: a file of 20 MB in Base64. The HTTP edge has bounds by address. */
const largestBody = 29 * 1024 * 1024;

function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth >= deepest) return true;
  return Object.values(value).some((each) => isTooDeep(each, depth + 1));
}

/** Whether every text can be stored: well-formed, and without a NUL. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, each]) => isStorable(name) && isStorable(each));
}

/** The object in a text; undefined where it is no JSON object that the API takes. */
function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return isTooDeep(value) || !isStorable(value) ? undefined : (value as Record<string, unknown>);
  } catch {
    return undefined;
  }
}

export type ReadBody = Readonly<{ text: string; body: Record<string, unknown> }>;

/** Reads the body of a write by the schema of its operation, or answers what is wrong with it. */
export async function readBody(
  request: Request,
  { body: schema }: Operation,
  t: Translate,
): Promise<ReadBody | Response> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:merge-patch\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type))
    return problemResponse(request, 415, 'content-type', {
      headers: { accept: 'application/json' },
    });
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > largestBody) return problemResponse(request, 413, 'too-large');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problemResponse(request, 400, 'malformed');
  }
  const sent = parseObject(text);
  if (!sent) return problemResponse(request, 400, 'malformed');
  if (!schema) return { text, body: {} };
  const parsed = schema.safeParse(sent);
  if (parsed.success) return { text, body: parsed.data };
  return problemResponse(request, 422, 'invalid', {
    errors: faultsOf(t, parsed.error.issues, sent),
  });
}
