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
 * The list as it is asked for, as CSV in the columns that the import takes; `reference` stands as
 * `ref`. A file that is not what was asked for would be taken for it: the page says what is wrong.
 */
export const GET = download(async ({ actor, locale, query, request }) => {
  const { asked, faults } = activitiesAsked(query, (await listChoices(actor)).known);
  const { pathname, search } = request.nextUrl;
  if (faults.length > 0) return { kind: 'elsewhere', location: `/${locale}/assistance${search}` };
  const make = async () => {
    await recordExport(actor, { path: pathname, query: search });
    const words = await vocabulary(actor);
    const head = csvLine(sheetColumns.map((column) => columnLabel(locale, column)));
    const lines = [byteOrderMark + head];
    for await (const some of everyActivity(actor, { ...asked, at: undefined }))
      lines.push(...some.map((activity) => csvLine(cellsOf(locale, activity, words))));
    return { name: 'assistance.csv', type: mediaTypes.csv, content: lines.join('') };
  };
  return { make };
});
