import type { NextRequest } from 'next/server';
import { briefFile } from '#lib/assistance/activities/brief-queries';
import { actorOfCookie, sessionCookieName } from '#lib/sessions/auth';
import { isLocale } from '#lib/convention/names';

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The brief of a hub as a Word document, in the language of the page. Where there is no such hub,
 * its page says so.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<Record<string, string>> },
): Promise<Response> {
  const { locale: given, id = '' } = await params;
  const locale = isLocale(given) ? given : 'en';
  const actor = await actorOfCookie(request.cookies.get(sessionCookieName())?.value);
  const file = await briefFile(actor, id, locale);
  if (file === undefined)
    return new Response(null, {
      status: 303,
      headers: {
        location: `/${locale}/assistance/hubs/${encodeURIComponent(id)}`,
        'cache-control': 'no-store',
      },
    });
  if (file === 'busy')
    return new Response(null, {
      status: 503,
      headers: { 'retry-after': '10', 'cache-control': 'no-store' },
    });
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="brief-${locale}.docx"`,
      vary: 'cookie',
      'cache-control': 'no-store',
    },
  });
}
