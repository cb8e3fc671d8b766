import 'server-only';
import type { NextRequest } from 'next/server';
import type { Actor } from '#lib/base/actor';
import { parseEntityTags } from '#lib/http/entity-tag';
import { apiReader, tokenFaults } from '#lib/http/api-reader';
import { problemResponse } from '#lib/http/problem';
import { headHeaders } from '#lib/http/register-head';

/**
 * The result of a query of the API: closed to the public, invalid, unchanged for a reader who has
 * this version (`same`), or found, as JSON.
 */
type JsonResult<Fault> = Readonly<
  | { kind: 'closed' }
  | { kind: 'invalid'; faults: readonly Fault[] }
  | { kind: 'same'; tag: string }
  | { kind: 'found'; tag: string; body: string }
>;

type JsonQuery<Fault> = Readonly<{
  /** `heldTags` are the entity tags of the versions that the reader has. */
  find: (
    actor: Actor,
    query: URLSearchParams,
    heldTags: readonly string[],
  ) => Promise<JsonResult<Fault>>;
  faultToJson: (fault: Fault) => unknown;
  /** The error for the public, where the register is closed. */
  closed: string;
}>;

const errorResponse = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** Creates the handler of a GET route of the API. */
export const jsonResponse =
  <Fault>({ find, faultToJson: sayFault, closed }: JsonQuery<Fault>) =>
  async (request: NextRequest): Promise<Response> => {
    const reader = await apiReader(request, 'read');
    if (!reader.ok) {
      const { status, challenge } = tokenFaults[reader.fault];
      return problemResponse(request, status, reader.fault, {
        headers: { 'www-authenticate': challenge },
      });
    }
    const { actor } = reader;
    const ifNoneMatch = request.headers.get('if-none-match');
    const result = await find(actor, request.nextUrl.searchParams, parseEntityTags(ifNoneMatch));
    if (result.kind === 'closed') return errorResponse(401, { error: closed });
    if (result.kind === 'invalid')
      return errorResponse(400, { errors: result.faults.map(sayFault) });

    const headers = {
      etag: result.tag,
      vary: 'cookie',
      'cache-control': actor.role === 'public' ? 'public, no-cache' : 'private, no-cache',
      // What everybody may read, the scripts of any page may read too.
      ...(actor.role === 'public' ? { 'access-control-allow-origin': '*' } : {}),
    };
    if (result.kind === 'same') return new Response(null, { status: 304, headers });
    const type = 'application/json; charset=utf-8';
    return new Response(result.body, {
      headers: { 'content-type': type, ...headers, ...(await headHeaders(actor)) },
    });
  };
