import type { NextRequest } from 'next/server';
import { actorOfCookie, sessionCookieName } from '#lib/sessions/auth';
import { note2023 } from '#lib/counting/published/note-2023';
import { seesNotes } from '#lib/counting/published/queries';
import { noteFile } from '#lib/counting/published/template';

/**
 * The note of 2023 in the form that the import takes, as a template and an example. Others are sent
 * to the page, which says why not.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfCookie(request.cookies.get(sessionCookieName())?.value);
  if (!seesNotes(actor))
    return new Response(null, {
      status: 303,
      headers: {
        location: request.nextUrl.pathname.replace(/template$/, 'manage'),
        'cache-control': 'no-store',
      },
    });
  return new Response(noteFile(note2023), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="note-2023.csv"',
      'cache-control': 'no-store',
    },
  });
}
