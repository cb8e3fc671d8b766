import 'server-only';
import type { Answer, Call, Operation } from '#lib/api/model/operation';
import { apiDocument } from '#lib/api/document';
import { operationsAt, type FoundOperation } from '#lib/api/operations/all';
import { faultsOf } from '#lib/api/faults';
import { readBody } from '#lib/api/read-body';
import { onceByKey } from '#lib/api/repeated-writes';
import type { Actor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import { statusOf, type Failure, type Outcome } from '#lib/base/errors';
import type { Locale } from '#lib/convention/names';
import { apiReader, tokenFaults } from '#lib/http/api-reader';
import { entityTagOf, matchesEntityTag } from '#lib/http/entity-tag';
import { failureText } from '#lib/http/form-result';
import { failureOfError } from '#lib/http/failure-of-error';
import { pageLinks } from '#lib/http/page-links';
import { askedLanguage, problemResponse, type ProblemKind } from '#lib/http/problem';
import { publicAccess } from '#lib/http/public-access';
import { recordAccess } from '#lib/http/record-access';
import { headHeaders } from '#lib/http/register-head';
import { translator } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';

const base = '/api/v1';

const problemOf = {
  'not-found': 'not-found',
  forbidden: 'forbidden',
  conflict: 'conflict',
  invalid: 'invalid',
  unauthenticated: 'token-missing',
  limited: 'limited',
  database: 'database',
} as const satisfies Record<Failure['kind'], ProblemKind>;

/** Answers a failure of a query or command. A stale version is 412, a wrong parameter 400. */
function failureResponse(request: Request, locale: Locale, failure: Failure): Response {
  const isStale = failure.kind === 'conflict' && failure.why === 'moved';
  if (isStale) return problemResponse(request, 412, 'version-stale');
  const t = translator(locale);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const faults = failure.kind === 'invalid' ? failure.errors : [];
  const errors = faults.map(({ field, message }) => ({
    field,
    ...(isRead || field === '' ? {} : { pointer: `/${field}` }),
    message: errorText(t, message),
  }));
  const seconds = failure.kind === 'limited' ? failure.seconds : undefined;
  const isParameter = failure.kind === 'invalid' && isRead;
  return problemResponse(
    request,
    isParameter ? 400 : statusOf(failure),
    isParameter ? 'parameters' : problemOf[failure.kind],
    {
      detail: failureText(locale, t, failure),
      errors,
      headers: seconds === undefined ? {} : { 'retry-after': String(seconds) },
    },
  );
}

/** The fields of a thing that are asked for; a name that it does not have is a fault. */
function sparse(body: unknown, fields: string | null): unknown {
  if (fields === null) return body;
  const names = fields.split(',');
  const pick = (item: unknown) =>
    Object.fromEntries(Object.entries(item as object).filter(([name]) => names.includes(name)));
  return Array.isArray(body) ? body.map(pick) : pick(body);
}

/** The names of fields in `fields` that an operation does not answer with. */
function unknownFields({ answer }: Operation, fields: string | null): readonly string[] {
  if (fields === null) return [];
  type Shaped = Readonly<{
    element?: Shaped;
    shape?: Record<string, unknown> & { items?: Shaped };
  }>;
  const { shape, element } = answer as Shaped;
  const item = shape?.items?.element?.shape ?? shape ?? element?.shape ?? {};
  return fields.split(',').filter((name) => !Object.hasOwn(item, name));
}

type Responding = Readonly<{ actor: Actor; operation: Operation; url: URL; hasToken: boolean }>;

/** Public reads may be read by the scripts of any page; nothing that is read by a name may. */
function accessHeaders({ actor, operation, hasToken }: Responding): Record<string, string> {
  const isOpen = operation.isPublic === true && actor.role === 'public' && !hasToken;
  if (operation.method !== 'GET') return { 'cache-control': 'no-store' };
  return {
    'cache-control': isOpen ? 'public, no-cache' : 'private, no-cache',
    ...(isOpen ? publicAccess : {}),
    vary: 'authorization, cookie, accept-language',
  };
}

async function answerResponse(
  request: Request,
  responding: Responding,
  answer: Answer,
): Promise<Response> {
  const { actor, operation, url } = responding;
  const headers = { ...accessHeaders(responding), ...(await headHeaders(actor)) };
  const { file } = answer;
  if (file) {
    const disposition = `attachment; filename="${file.name.replace(/[^\w.-]/g, '_')}"`;
    const content =
      file.content instanceof Uint8Array ? new Uint8Array(file.content) : file.content;
    return new Response(content, {
      headers: { ...headers, 'content-type': file.type, 'content-disposition': disposition },
    });
  }
  const shown = sparse(answer.body, url.searchParams.get('fields'));
  const isList = answer.after !== undefined || answer.before !== undefined;
  const { before = null, after = null } = answer;
  const body = JSON.stringify(isList ? { items: shown, before, after } : shown);
  const hash = entityTagOf(body).slice(1, -1);
  const tag = answer.version === undefined ? `"${hash}"` : `"v${answer.version}-${hash}"`;
  const all = { ...headers, etag: tag, ...pageLinks(url, answer.links ?? answer) };
  const isRead = operation.method === 'GET';
  if (isRead && matchesEntityTag(request.headers.get('if-none-match'), tag))
    return new Response(null, { status: 304, headers: all });
  return new Response(body, {
    status: operation.status ?? 200,
    headers: {
      ...all,
      'content-type': 'application/json; charset=utf-8',
      ...(answer.location ? { location: `${base}${answer.location}` } : {}),
    },
  });
}

/** The version in `If-Match`: one entity tag that the API has given; undefined where it is none. */
function versionIn(ifMatch: string | null): number | undefined {
  const version = /^"v(\d{1,9})(?:-[\w-]{1,64})?"$/.exec(ifMatch?.trim() ?? '')?.[1];
  return version === undefined ? undefined : Number(version);
}

/** Checks the parameters of the query by the schema of the operation; each may stand once. */
function queryFaults(request: Request, { query, answer, ...rest }: Operation, url: URL) {
  const t = translator(askedLanguage(request));
  const names = [...new Set(url.searchParams.keys())];
  const repeated = names.filter((name) => url.searchParams.getAll(name).length > 1);
  const known = Object.keys(query?.shape ?? {});
  const unknown = names.filter((name) => !known.includes(name));
  const sent = Object.fromEntries(names.map((name) => [name, url.searchParams.get(name)!]));
  const parsed = query?.safeParse(sent);
  const fields = url.searchParams.get('fields');
  const isReadable = names.every((name) => !/\0/.test(sent[name]!));
  return [
    ...unknown.map((name) => ({ field: name.slice(0, 100), message: t('api.faults.unknown') })),
    ...repeated.map((name) => ({ field: name.slice(0, 100), message: t('api.faults.repeated') })),
    ...(parsed && !parsed.success ? faultsOf(t, parsed.error.issues, sent) : []).map(
      ({ field, message }) => ({ field, message }),
    ),
    ...(known.includes('fields') && unknownFields({ query, answer, ...rest }, fields).length > 0
      ? [{ field: 'fields', message: t('api.faults.value') }]
      : []),
    ...(isReadable ? [] : [{ field: '', message: t('api.faults.value') }]),
  ];
}

async function runOperation(
  request: Request,
  responding: Responding,
  call: Call,
): Promise<Response> {
  const { locale, actor } = call;
  let outcome: Outcome<Answer>;
  try {
    outcome = await responding.operation.run(call);
  } catch (error) {
    return failureResponse(request, locale, failureOfError(error));
  }
  if (outcome.ok) return answerResponse(request, responding, outcome.value);
  if (outcome.failure.kind === 'forbidden')
    await recordAccess(actor, 'refused', { path: responding.url.pathname });
  return failureResponse(request, locale, outcome.failure);
}

const keyPattern = /^[\x21-\x7e]{1,200}$/;

/** Answers a write, which only a token may send. */
async function respondToWrite(
  request: Request,
  responding: Responding,
  call: Call,
): Promise<Response> {
  const { operation, hasToken, actor } = responding;
  if (!hasToken)
    return problemResponse(request, 401, 'token-missing', {
      headers: { 'www-authenticate': 'Bearer' },
    });
  const version = operation.changes ? versionIn(request.headers.get('if-match')) : 0;
  if (version === undefined) return problemResponse(request, 428, 'version-missing');
  const read = await readBody(request, operation, translator(call.locale));
  if (read instanceof Response) return read;
  const write = () => runOperation(request, responding, { ...call, version, body: read.body });
  const key = request.headers.get('idempotency-key');
  if (key === null) return write();
  if (!keyPattern.test(key)) return problemResponse(request, 400, 'parameters');
  return onceByKey(request, { accountId: actor.accountId!, key, text: read.text }, write);
}

/** Whether somebody who has not signed in gets nothing here. */
const isClosed = ({ isPublic }: Operation, actor: Actor) =>
  actor.role === 'public' && !(isPublic && environment().open);

async function respondTo(request: Request, url: URL, found: FoundOperation): Promise<Response> {
  const { operation, path } = found;
  const reader = await apiReader(request, operation.scope);
  if (!reader.ok) {
    const { status, challenge } = tokenFaults[reader.fault];
    const headers = { 'www-authenticate': challenge };
    return problemResponse(request, status, reader.fault, { headers });
  }
  const { actor, hasToken } = reader;
  const locale = askedLanguage(request);
  const responding = { actor, operation, url, hasToken };
  const call = { actor, locale, path, query: url.searchParams, body: {}, version: 0 };
  if (operation.method !== 'GET') return respondToWrite(request, responding, call);
  if (isClosed(operation, actor))
    return problemResponse(request, 401, operation.isPublic ? 'closed' : 'token-missing', {
      headers: { 'www-authenticate': 'Bearer' },
    });
  const errors = queryFaults(request, operation, url);
  if (errors.length > 0) return problemResponse(request, 400, 'parameters', { errors });
  return runOperation(request, responding, call);
}

/** The segments of a path, decoded; undefined where they are malformed or cannot be stored. */
function decodedPath(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname.slice(base.length));
    return path.includes('\0') || !path.isWellFormed() ? undefined : path;
  } catch {
    return undefined;
  }
}

const documentPath = '/openapi.json';

/** The description of the API, for everybody. */
function documentResponse(request: Request): Response {
  const body = JSON.stringify(apiDocument());
  const headers = {
    etag: entityTagOf(body),
    'cache-control': 'public, no-cache',
    ...publicAccess,
  };
  if (matchesEntityTag(request.headers.get('if-none-match'), headers.etag))
    return new Response(null, { status: 304, headers });
  const type = 'application/vnd.oai.openapi+json;version=3.1';
  return new Response(body, { headers: { ...headers, 'content-type': type } });
}

/** Answers a request to /api/v1 by the table of operations. */
export async function respondToApi(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = decodedPath(url.pathname);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (path === documentPath && isRead) return documentResponse(request);
  const found = path === undefined ? [] : operationsAt(path);
  if (found.length === 0) return problemResponse(request, 404, 'not-found');
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const asked = found.find(({ operation }) => operation.method === method);
  if (asked) return respondTo(request, url, asked);
  const methods = found.map(({ operation }) => operation.method);
  const allow = methods.flatMap((each) => (each === 'GET' ? ['GET', 'HEAD'] : [each])).join(', ');
  return problemResponse(request, 405, 'method', { headers: { allow } });
}
