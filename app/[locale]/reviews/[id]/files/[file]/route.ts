import type { NextRequest } from 'next/server';
import { answerWithPage } from '#lib/http/answer';
import { takeOut } from '#lib/needs/attachments/commands';
import { disposition } from '#lib/http/disposition';
import { contentOf } from '#lib/needs/attachments/queries';
import { actorOfCookie, sessionCookieName } from '#lib/sessions/auth';

type Context = { params: Promise<{ locale: string; id: string; file: string }> };

/**
 * The whole file, to be kept and never shown as a page of the register; for those who work on the
 * review and nobody else.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { locale, id, file: asked } = await params;
  const actor = await actorOfCookie(request.cookies.get(sessionCookieName())?.value);
  const path = `/${locale}/reviews/${id}/files/${asked}`;
  if (actor.role === 'public')
    return new Response(null, {
      status: 303,
      headers: {
        location: `/${locale}/accounts/sign-in?next=${encodeURIComponent(`/${locale}/reviews/${id}`)}`,
        'cache-control': 'no-store',
      },
    });
  const tag = request.headers.get('if-none-match');
  const found = tag ? await contentOf(actor, asked) : await takeOut(actor, asked);
  if (found?.file.reviewId !== id)
    return answerWithPage(
      request,
      { failure: { kind: 'not-found' }, form: {}, sentTo: path, page: path },
      `/${locale}/no-such-file`,
      404,
    );
  const { file, content } = found;
  const etag = `"${file.sha256}"`;
  const headers = {
    etag,
    'cache-control': 'private, no-cache',
    vary: 'cookie',
    'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
  };
  if (tag?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(content), {
    headers: {
      ...headers,
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': disposition(file.name || 'executive-summary.txt'),
      'content-security-policy': `sandbox; default-src 'none'`,
    },
  });
}
