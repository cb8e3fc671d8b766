import { columnName, columnText } from '#components/needs/need-columns';
import { createPause } from '#lib/base/pause';
import { byteOrderMark, csvLine } from '#lib/text/csv';
import { today } from '#lib/text/dates';
import { mediaTypes } from '#lib/files/media-types';
import { download, type NoFile, type PreparedDownload } from '#lib/http/download';
import { listOf as valuesOf, parseForm } from '#lib/http/form';
import type { RouteInput } from '#lib/http/get';
import { streamLines } from '#lib/http/stream-lines';
import { translator } from '#lib/text/i18n';
import {
  toListQuery,
  parseListParameters,
  type ListParameters,
  type SearchParams,
} from '#lib/needs/lists/list-parameters';
import { recordExport } from '#lib/needs/lists/list-commands';
import { needsInBatches, loadListChoices } from '#lib/needs/lists/list-queries';
import { mostSelected } from '#lib/needs/model/vocabulary';

const isId = (value: string) => /^[\w-]{1,64}$/.test(value);

/** Few enough that a batch takes some milliseconds. */
const batchSize = 150;

/** Prepares the list that the parameters describe as CSV, or the needs of these ids in it. */
async function prepareExport(
  { actor, locale, request }: RouteInput,
  parameters: SearchParams,
  ids?: readonly string[],
): Promise<PreparedDownload | NoFile> {
  const { pathname, search } = request.nextUrl;
  const { known, vocabulary } = await loadListChoices(actor);
  const { parameters: query, faults } = parseListParameters(parameters, known);
  // The page can name the parameters that it does not know, a file cannot.
  if (faults.length > 0) return { kind: 'elsewhere', location: `/${locale}/needs${search}` };
  const { list, filter, sort } = toListQuery({ ...query, at: undefined } satisfies ListParameters);
  const selection = ids ? { list, filter: { ids }, sort } : { list, filter, sort };
  const t = translator(locale);
  const viewer = { actor, today: today() };

  async function* lines() {
    yield byteOrderMark + csvLine(query.columns.map((column) => columnName(t, column)));
    const pause = createPause();
    for await (const needs of needsInBatches(actor, selection, batchSize)) {
      const rows = needs.map((need) =>
        query.columns.map((column) => columnText(locale, t, vocabulary, need, column, viewer)),
      );
      yield rows.map((row) => csvLine(row)).join('');
      await pause.rest();
    }
  }
  const make = async () => {
    await recordExport(actor, { path: pathname, query: ids ? `${ids.length} selected` : search });
    const content = streamLines(lines());
    return { name: `needs-${today()}.csv`, type: mediaTypes.csv, content };
  };
  return { create: make };
}

/** Exports the whole list that the address describes, as CSV in the reader's language. */
export const GET = download((input) => prepareExport(input, input.query));

const listParameters = ['show', 'sort', 'state', 'review', 'column'] as const;

/** Exports the selected needs; without a selection it leads back to the list. */
export const POST = download(async (input) => {
  const { request } = input;
  const form = parseForm(new Uint8Array(await request.arrayBuffer())) ?? {};
  const ids = [...new Set(valuesOf(form, 'id').filter(isId))].slice(0, mostSelected);
  if (ids.length === 0) {
    return { kind: 'elsewhere', location: request.nextUrl.pathname.replace(/\/export$/, '') };
  }
  return prepareExport(
    input,
    Object.fromEntries(listParameters.map((name) => [name, valuesOf(form, name)])),
    ids,
  );
});
