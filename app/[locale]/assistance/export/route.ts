import type { NextRequest } from 'next/server';
import { activitiesAsked, type Query } from '#lib/assistance/activities/asked';
import { columnLabel, sheetColumns } from '#lib/assistance/activities/labels';
import { everyActivity, listChoices } from '#lib/assistance/activities/queries';
import { cellsOf } from '#lib/assistance/activities/sheet';
import { actorOfCookie, sessionCookieName } from '#lib/sessions/auth';
import { isLocale } from '#lib/convention/names';
import { byteOrderMark, csvLine } from '#lib/text/csv';
import { recordExport } from '#lib/needs/lists/list-commands';
import { vocabulary } from '#lib/needs/store/queries';

/**
 * The list as it is asked for, as CSV in the columns that the import takes; `reference` stands as
 * `ref`.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<Record<string, string>> },
): Promise<Response> {
  const given = (await params).locale;
  const locale = isLocale(given) ? given : 'en';
  const actor = await actorOfCookie(request.cookies.get(sessionCookieName())?.value);
  const query: Query = Object.fromEntries(
    [...new Set(request.nextUrl.searchParams.keys())].map((name) => [
      name,
      request.nextUrl.searchParams.getAll(name),
    ]),
  );
  const { asked, faults } = activitiesAsked(query, (await listChoices(actor)).known);
  // A file that is not what was asked for would be taken for it; the page says what is wrong.
  if (faults.length > 0)
    return new Response(null, {
      status: 303,
      headers: {
        location: `/${locale}/assistance${request.nextUrl.search}`,
        'cache-control': 'no-store',
      },
    });
  await recordExport(actor, { path: request.nextUrl.pathname, query: request.nextUrl.search });
  const words = await vocabulary(actor);
  const lines = [
    byteOrderMark + csvLine(sheetColumns.map((column) => columnLabel(locale, column))),
  ];
  for await (const some of everyActivity(actor, { ...asked, at: undefined }))
    lines.push(...some.map((activity) => csvLine(cellsOf(locale, activity, words))));
  return new Response(lines.join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="assistance.csv"',
      vary: 'cookie',
      'cache-control': 'no-store',
    },
  });
}
