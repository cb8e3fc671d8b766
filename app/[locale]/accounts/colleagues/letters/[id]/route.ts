import type { NextRequest } from 'next/server';
import { answerWithPage } from '#lib/http/answer';
import { disposition } from '#lib/http/disposition';
import { actorOfCookie, sessionCookieName } from '#lib/sessions/auth';
import { letterOf } from '#lib/people/handovers/queries';

type Context = { params: Promise<{ locale: string; id: string }> };

/** A letter of nomination, to be kept and never shown as a page of the register. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { locale, id } = await params;
  const actor = await actorOfCookie(request.cookies.get(sessionCookieName())?.value);
  const path = `/${locale}/accounts/colleagues/letters/${id}`;
  const found = await letterOf(actor, id);
  if (!found)
    return answerWithPage(
      request,
      { failure: { kind: 'not-found' }, form: {}, sentTo: path, page: path },
      `/${locale}/no-such-file`,
      404,
    );
  const { name, mediaType, sha256, content } = found;
  return new Response(new Uint8Array(content), {
    headers: {
      'cache-control': 'private, no-store',
      'content-type': mediaType,
      'content-length': String(content.length),
      'content-disposition': disposition(name || 'letter'),
      'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      'content-security-policy': `sandbox; default-src 'none'`,
    },
  });
}
