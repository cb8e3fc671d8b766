import 'server-only';
import type { NextRequest } from 'next/server';
import type { Actor } from '#lib/base/actor';
import { entityTagsIn } from '#lib/http/entity-tag';
import { requestActor } from '#lib/sessions/auth';

/**
 * What a query of the API comes to: closed to whoever has not signed in, not understood, the same
 * as the reader holds, or found, as JSON.
 */
export type JsonFound<Fault> = Readonly<
  | { kind: 'closed' }
  | { kind: 'invalid'; faults: readonly Fault[] }
  | { kind: 'same'; tag: string }
  | { kind: 'found'; tag: string; body: string }
>;

type JsonQuery<Fault> = Readonly<{
  /** `held` names the entity tags of the answers that the reader holds already. */
  find: (
    actor: Actor,
    query: URLSearchParams,
    held: readonly string[],
  ) => Promise<JsonFound<Fault>>;
  sayFault: (fault: Fault) => unknown;
  /** Why nothing is answered to whoever has not signed in. */
  closed: string;
}>;

const refusal = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** Makes the handler of a GET route of the API. */
export const jsonAnswer =
  <Fault>({ find, sayFault, closed }: JsonQuery<Fault>) =>
  async (request: NextRequest): Promise<Response> => {
    const actor = await requestActor(request);
    const ifNoneMatch = request.headers.get('if-none-match');
    const found = await find(actor, request.nextUrl.searchParams, entityTagsIn(ifNoneMatch));
    if (found.kind === 'closed') return refusal(401, { error: closed });
    if (found.kind === 'invalid') return refusal(400, { errors: found.faults.map(sayFault) });

    const headers = {
      etag: found.tag,
      vary: 'cookie',
      'cache-control': actor.role === 'public' ? 'public, no-cache' : 'private, no-cache',
    };
    if (found.kind === 'same') return new Response(null, { status: 304, headers });
    const type = 'application/json; charset=utf-8';
    return new Response(found.body, { headers: { 'content-type': type, ...headers } });
  };
