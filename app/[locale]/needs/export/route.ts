import type { NextRequest } from 'next/server';
import { columnName, columnText } from '#components/needs/need-columns';
import { actorOfCookie, sessionCookieName } from '#lib/sessions/auth';
import { isLocale, type Locale } from '#lib/convention/names';
import { byteOrderMark, csvLine } from '#lib/text/csv';
import { today } from '#lib/text/dates';
import { listOf as valuesOf, readForm } from '#lib/http/form';
import { translator } from '#lib/text/i18n';
import { listOf, needsAsked, type NeedsAsked, type Query } from '#lib/needs/lists/asked';
import { recordExport } from '#lib/needs/lists/list-commands';
import { everyNeed, listChoices } from '#lib/needs/lists/list-queries';
import { mostSelected } from '#lib/needs/model/vocabulary';

type Context = { params: Promise<{ locale: string }> };
const isId = (value: string) => /^[\w-]{1,64}$/.test(value);

/** The lines of a list, some hundreds at a time, so that others are served in between. */
function streamed(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await lines.return(undefined);
    },
  });
}

async function exported(
  request: NextRequest,
  { params }: Context,
  query: Query,
  ids?: readonly string[],
): Promise<Response> {
  const { locale: named } = await params;
  const locale: Locale = isLocale(named) ? named : 'en';
  const t = translator(locale);
  const actor = await actorOfCookie(request.cookies.get(sessionCookieName())?.value);
  const { known, words } = await listChoices(actor);
  const { asked, faults } = needsAsked(query, known);
  // The page names what it does not know; a file could only be silent about it.
  if (faults.length > 0)
    return new Response(null, {
      status: 303,
      headers: {
        location: `/${locale}/needs${request.nextUrl.search}`,
        'cache-control': 'no-store',
      },
    });
  const { list, filter, sort } = listOf({ ...asked, at: undefined } satisfies NeedsAsked);
  const which = ids ? { list, filter: { ids }, sort } : { list, filter, sort };
  await recordExport(actor, {
    path: request.nextUrl.pathname,
    query: ids ? `${ids.length} selected` : request.nextUrl.search,
  });

  async function* lines() {
    yield byteOrderMark + csvLine(asked.columns.map((column) => columnName(t, column)));
    for await (const needs of everyNeed(actor, which)) {
      yield needs
        .map((need) =>
          csvLine(
            asked.columns.map((column) =>
              columnText(locale, t, words, need, column, { actor, today: today() }),
            ),
          ),
        )
        .join('');
    }
  }
  return new Response(streamed(lines()), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="needs-${today()}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

/** The whole list that the address asks for, as CSV in the reader's language. */
export const GET = (request: NextRequest, context: Context): Promise<Response> => {
  const query = request.nextUrl.searchParams;
  return exported(
    request,
    context,
    Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])),
  );
};

/** The needs that were selected; without any, back to the list. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const form = readForm(new Uint8Array(await request.arrayBuffer())) ?? {};
  const ids = [...new Set(valuesOf(form, 'id').filter(isId))].slice(0, mostSelected);
  if (ids.length === 0)
    return new Response(null, {
      status: 303,
      headers: {
        location: request.nextUrl.pathname.replace(/\/export$/, ''),
        'cache-control': 'no-store',
      },
    });
  const said = Object.fromEntries(
    ['show', 'sort', 'state', 'review', 'column'].map((name) => [name, valuesOf(form, name)]),
  );
  return exported(request, context, said, ids);
}
