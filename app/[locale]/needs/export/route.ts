import { columnName, columnText } from '#components/needs/need-columns';
import { byteOrderMark, csvLine } from '#lib/text/csv';
import { today } from '#lib/text/dates';
import { mediaTypes } from '#lib/files/media-types';
import { download, type NoFile, type Prepared } from '#lib/http/download';
import { listOf as valuesOf, readForm } from '#lib/http/form';
import type { RouteInput } from '#lib/http/get';
import { translator } from '#lib/text/i18n';
import { listOf, needsAsked, type NeedsAsked, type Query } from '#lib/needs/lists/asked';
import { recordExport } from '#lib/needs/lists/list-commands';
import { everyNeed, listChoices } from '#lib/needs/lists/list-queries';
import { mostSelected } from '#lib/needs/model/vocabulary';

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

/** The list that a query asks for as CSV, or of it the needs of these ids. */
async function exported(
  { actor, locale, request }: RouteInput,
  query: Query,
  ids?: readonly string[],
): Promise<Prepared | NoFile> {
  const { pathname, search } = request.nextUrl;
  const { known, words } = await listChoices(actor);
  const { asked, faults } = needsAsked(query, known);
  // The page names what it does not know; a file could only be silent about it.
  if (faults.length > 0) return { kind: 'elsewhere', location: `/${locale}/needs${search}` };
  const { list, filter, sort } = listOf({ ...asked, at: undefined } satisfies NeedsAsked);
  const which = ids ? { list, filter: { ids }, sort } : { list, filter, sort };
  const t = translator(locale);
  const shown = { actor, today: today() };

  async function* lines() {
    yield byteOrderMark + csvLine(asked.columns.map((column) => columnName(t, column)));
    for await (const needs of everyNeed(actor, which)) {
      const rows = needs.map((need) =>
        asked.columns.map((column) => columnText(locale, t, words, need, column, shown)),
      );
      yield rows.map((row) => csvLine(row)).join('');
    }
  }
  const make = async () => {
    await recordExport(actor, { path: pathname, query: ids ? `${ids.length} selected` : search });
    const content = streamed(lines());
    return { name: `needs-${today()}.csv`, type: mediaTypes.csv, content };
  };
  return { make };
}

/** The whole list that the address asks for, as CSV in the reader's language. */
export const GET = download((asked) => exported(asked, asked.query));

const ofList = ['show', 'sort', 'state', 'review', 'column'] as const;

/** The needs that were selected; without any, back to the list. */
export const POST = download(async (asked) => {
  const { request } = asked;
  const form = readForm(new Uint8Array(await request.arrayBuffer())) ?? {};
  const ids = [...new Set(valuesOf(form, 'id').filter(isId))].slice(0, mostSelected);
  if (ids.length === 0) {
    return { kind: 'elsewhere', location: request.nextUrl.pathname.replace(/\/export$/, '') };
  }
  return exported(
    asked,
    Object.fromEntries(ofList.map((name) => [name, valuesOf(form, name)])),
    ids,
  );
});
