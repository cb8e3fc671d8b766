import { activitiesAsked } from '#lib/assistance/activities/asked';
import { columnLabel, sheetColumns } from '#lib/assistance/activities/labels';
import { everyActivity, listChoices } from '#lib/assistance/activities/queries';
import { cellsOf } from '#lib/assistance/activities/sheet';
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
  const { asked, faults } = activitiesAsked(query, (await listChoices(actor)).known);
  const { pathname, search } = request.nextUrl;
  if (faults.length > 0) return { kind: 'elsewhere', location: `/${locale}/assistance${search}` };
  const make = async () => {
    await recordExport(actor, { path: pathname, query: search });
    const terms = await vocabulary(actor);
    const headings = csvLine(sheetColumns.map((column) => columnLabel(locale, column)));
    const lines = [byteOrderMark + headings];
    for await (const batch of everyActivity(actor, { ...asked, at: undefined }))
      lines.push(...batch.map((activity) => csvLine(cellsOf(locale, activity, terms))));
    return { name: 'assistance.csv', type: mediaTypes.csv, content: lines.join('') };
  };
  return { make };
});
