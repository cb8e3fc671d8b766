import 'server-only';
import type { FormFields, FormFiles } from '#lib/http/form';

type ParsedForm = Readonly<{ form?: FormFields; files?: FormFiles }>;

const maxParts = 20;
/** The longest form with a file; the HTTP edge refuses what says that it is longer. */
const maxBytes = 21 * 1024 * 1024;
/** The longest headers of a part, names of fields and files included. */
const maxPartHeaders = 4096;

/** The boundary of a form with files: 1 to 70 characters (RFC 2046). */
const boundaryOf = (type: string): string | undefined => {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? [];
  return quoted ?? plain;
};

/** Counts how often a text occurs in a body that arrives in chunks. */
function occurrenceCounter(text: string) {
  const sought = Buffer.from(text);
  let rest = Buffer.alloc(0);
  let count = 0;
  return (chunk: Uint8Array): number => {
    const joined = Buffer.concat([rest, chunk]);
    let at = joined.indexOf(sought);
    let end = 0;
    while (at !== -1) {
      count += 1;
      end = at + sought.length;
      at = joined.indexOf(sought, end);
    }
    rest = joined.subarray(Math.max(end, joined.length - sought.length + 1));
    return count;
  };
}

/** Reads the body, and stops at more bytes or parts than a form has; undefined where it stopped. */
async function readBody(
  request: Request,
  boundary: string,
): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  const countBoundaries = occurrenceCounter(`--${boundary}`);
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    // The boundary ends the last part, too.
    if (bytes > maxBytes || countBoundaries(chunk) > maxParts + 1) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whether a part begins with more headers than any browser sends. */
function hasLongHeaders(body: Buffer, boundary: string): boolean {
  const start = Buffer.from(`--${boundary}\r\n`);
  for (let at = body.indexOf(start); at !== -1; at = body.indexOf(start, at + 1)) {
    const end = body.indexOf('\r\n\r\n', at);
    if (end === -1 || end - at > maxPartHeaders) return true;
  }
  return false;
}

/** Parses `multipart/form-data` of few parts; no form where it is malformed or has too many. */
export async function parseMultipartForm(request: Request): Promise<ParsedForm> {
  const type = request.headers.get('content-type') ?? '';
  const boundary = boundaryOf(type);
  if (boundary === undefined) return {};
  const body = await readBody(request, boundary).catch(() => undefined);
  if (!body || hasLongHeaders(body, boundary)) return {};
  const data = await new Response(body, { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  if (!data) return {};
  const form: Record<string, string[]> = Object.create(null);
  const files: Record<string, { name: string; content: Uint8Array }> = Object.create(null);
  for (const [name, value] of data) {
    if (typeof value === 'string') (form[name] ??= []).push(value);
    else files[name] = { name: value.name, content: new Uint8Array(await value.arrayBuffer()) };
  }
  return { form, files };
}
