import 'server-only';
import type { NextRequest } from 'next/server';
import type { Actor } from '#lib/base/actor';
import { parseEntityTags } from '#lib/http/entity-tag';
import { apiReader, tokenFaults } from '#lib/http/api-reader';
import { pageLinks } from '#lib/http/page-links';
import { askedLanguage, problemResponse, type ProblemFault } from '#lib/http/problem';
import { publicAccess } from '#lib/http/public-access';
import { headHeaders } from '#lib/http/register-head';
import { translator, type Translate } from '#lib/text/i18n';

/**
 * The result of a query of the API: closed to the public, invalid, unchanged for a reader who has
 * this version (`same`), or found, as JSON.
 */
type JsonResult<Fault> = Readonly<
  | { kind: 'closed' }
  | { kind: 'invalid'; faults: readonly Fault[] }
  | { kind: 'same'; tag: string }
  | {
      kind: 'found';
      tag: string;
      body: string;
      /** The places of the neighbouring pages of a list. */
      before?: string | undefined;
      after?: string | undefined;
    }
>;

type JsonQuery<Fault> = Readonly<{
  /** `heldTags` are the entity tags of the versions that the reader has. */
  find: (
    actor: Actor,
    query: URLSearchParams,
    heldTags: readonly string[],
  ) => Promise<JsonResult<Fault>>;
  faultToJson: (t: Translate, fault: Fault) => ProblemFault;
}>;

/** Creates the handler of a GET route of the API. */
export const jsonResponse =
  <Fault>({ find, faultToJson }: JsonQuery<Fault>) =>
  async (request: NextRequest): Promise<Response> => {
    const reader = await apiReader(request, 'read');
    if (!reader.ok) {
      const { status, challenge } = tokenFaults[reader.fault];
      return problemResponse(request, status, reader.fault, {
        headers: { 'www-authenticate': challenge },
      });
    }
    const { actor, hasToken } = reader;
    const ifNoneMatch = request.headers.get('if-none-match');
    const result = await find(actor, request.nextUrl.searchParams, parseEntityTags(ifNoneMatch));
    if (result.kind === 'closed')
      return problemResponse(request, 401, 'closed', { headers: { 'www-authenticate': 'Bearer' } });
    if (result.kind === 'invalid') {
      const t = translator(askedLanguage(request));
      const errors = result.faults.map((fault) => faultToJson(t, fault));
      return problemResponse(request, 400, 'parameters', { errors });
    }
    const isOpen = actor.role === 'public' && !hasToken;

    const headers = {
      etag: result.tag,
      vary: 'authorization, cookie',
      'cache-control': isOpen ? 'public, no-cache' : 'private, no-cache',
      // What everybody may read, the scripts of any page may read too.
      ...(isOpen ? publicAccess : {}),
    };
    if (result.kind === 'same') return new Response(null, { status: 304, headers });
    const type = 'application/json; charset=utf-8';
    return new Response(result.body, {
      headers: {
        'content-type': type,
        ...headers,
        ...pageLinks(request.nextUrl, result),
        ...(await headHeaders(actor)),
      },
    });
  };
