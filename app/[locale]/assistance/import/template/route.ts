import type { NextRequest } from 'next/server';
import { columnLabel, sheetColumns } from '#lib/assistance/activities/labels';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import { actorOfCookie, sessionCookieName } from '#lib/sessions/auth';
import { isLocale } from '#lib/convention/names';
import { byteOrderMark, csvLine } from '#lib/text/csv';

/**
 * The headings of a file that can be imported, in the language of the page. Others are sent to the
 * page, which says why not.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<Record<string, string>> },
): Promise<Response> {
  const { locale } = await params;
  const actor = await actorOfCookie(request.cookies.get(sessionCookieName())?.value);
  if (!mayEnterActivities(actor) || !isLocale(locale))
    return new Response(null, {
      status: 303,
      headers: {
        location: request.nextUrl.pathname.replace(/\/template$/, ''),
        'cache-control': 'no-store',
      },
    });
  return new Response(
    byteOrderMark + csvLine(sheetColumns.map((column) => columnLabel(locale, column))),
    {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="assistance.csv"',
        'cache-control': 'no-store',
      },
    },
  );
}
