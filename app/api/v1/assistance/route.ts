import type { NextRequest } from 'next/server';
import { assistanceDocument, saidFault } from '#lib/assistance/activities/api';
import { actorOfCookie, sessionCookieName } from '#lib/sessions/auth';

const json = { 'content-type': 'application/json; charset=utf-8' } as const;

/** Activities as JSON: what is open to all, or by session what the reader sees. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfCookie(request.cookies.get(sessionCookieName())?.value);
  const held = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  const answer = await assistanceDocument(actor, request.nextUrl.searchParams, held);
  if (answer.kind === 'closed')
    return Response.json(
      { error: 'The assistance of this register is open only to those who have signed in.' },
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
