import type { NextRequest } from 'next/server';
import { actorOfCookie, sessionCookieName } from '#lib/sessions/auth';
import { unmetDocument } from '#lib/assistance/matches/unmet-queries';
import { saidFault } from '#lib/counting/summaries/faults';

const json = { 'content-type': 'application/json; charset=utf-8' } as const;

/**
 * What is unmet, planned, being met and met, as JSON: the public's numbers, or by session those of
 * the reader's scope.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfCookie(request.cookies.get(sessionCookieName())?.value);
  const held = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  const answer = await unmetDocument(actor, request.nextUrl.searchParams, held);
  if (answer.kind === 'closed')
    return Response.json(
      { error: 'The summaries of this register are open only to those who have signed in.' },
      { status: 401, headers: { 'cache-control': 'no-store' } },
    );
  if (answer.kind === 'invalid')
    return Response.json(
      { errors: answer.faults.map(saidFault) },
      { status: 400, headers: { 'cache-control': 'no-store' } },
    );
  const headers = {
    etag: answer.tag,
    vary: 'cookie',
    'cache-control': actor.role === 'public' ? 'public, no-cache' : 'private, no-cache',
  };
  return answer.kind === 'same'
    ? new Response(null, { status: 304, headers })
    : new Response(answer.body, { headers: { ...json, ...headers } });
}
