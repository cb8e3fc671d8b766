import { parseActivityListParameters } from '#lib/assistance/activities/list-parameters';
import { columnLabel, activityColumns } from '#lib/assistance/activities/labels';
import { activityBatches, activityListOptions } from '#lib/assistance/activities/queries';
import { activityCells } from '#lib/assistance/activities/export-cells';
import { mediaTypes } from '#lib/files/media-types';
import { download } from '#lib/http/download';
import { recordExport } from '#lib/needs/lists/list-commands';
import { vocabulary } from '#lib/needs/store/queries';
import { byteOrderMark, csvLine } from '#lib/text/csv';

/**
 * Downloads the filtered list as CSV with the columns of the import; `reference` is its `ref`. A
 * request with invalid parameters leads to the page, which says what is wrong: a file could not.
 */
export const GET = download(async ({ actor, locale, query, request }) => {
  const { parameters: asked, faults } = parseActivityListParameters(
    query,
    (await activityListOptions(actor)).accepted,
  );
  const { pathname, search } = request.nextUrl;
  if (faults.length > 0) return { kind: 'elsewhere', location: `/${locale}/assistance${search}` };
  const make = async () => {
    await recordExport(actor, { path: pathname, query: search });
    const terms = await vocabulary(actor);
    const headings = csvLine(activityColumns.map((column) => columnLabel(locale, column)));
    const lines = [byteOrderMark + headings];
    for await (const batch of activityBatches(actor, { ...asked, at: undefined }))
      lines.push(...batch.map((activity) => csvLine(activityCells(locale, activity, terms))));
    return { name: 'assistance.csv', type: mediaTypes.csv, content: lines.join('') };
  };
  return { isRecorded: true, create: make };
});
