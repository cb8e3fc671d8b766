import type { NextRequest } from 'next/server';
import { actorOfCookie, sessionCookieName } from '#lib/sessions/auth';
import { isLocale } from '#lib/convention/names';
import { templateOf } from '#lib/needs/imports/template';

const formats = ['csv', 'xlsx', 'values'] as const;

/**
 * The needs of a review as a file. Whoever may not have it is sent to the page of the import, which
 * says why.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<Record<string, string>> },
): Promise<Response> {
  const { locale: asked, id = '', format: wanted } = await params;
  const locale = isLocale(asked) ? asked : 'en';
  const elsewhere = new Response(null, {
    status: 303,
    headers: {
      location: `/${locale}/reviews/${encodeURIComponent(id)}/import`,
      'cache-control': 'no-store',
    },
  });
  const format = formats.find((known) => known === wanted);
  const actor = await actorOfCookie(request.cookies.get(sessionCookieName())?.value);
  if (!format || actor.role === 'public') return elsewhere;
  const made = await templateOf(actor, { reviewId: id, locale, format });
  if (!made.ok) return elsewhere;
  const { name, type, body } = made.value;
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
