import { columnLabel, activityColumns } from '#lib/assistance/activities/labels';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import { isLocale } from '#lib/convention/names';
import { mediaTypes } from '#lib/files/media-types';
import { download } from '#lib/http/download';
import { byteOrderMark, csvLine } from '#lib/text/csv';

/**
 * Downloads an import file with headings only, in the language of the page. Readers who may not
 * import are sent to the page, which says why.
 */
export const GET = download(async ({ actor, locale, address, request }) => {
  if (!mayEnterActivities(actor) || !isLocale(address.locale)) {
    const location = request.nextUrl.pathname.replace(/\/template$/, '');
    return { kind: 'elsewhere', location };
  }
  const headings = csvLine(activityColumns.map((column) => columnLabel(locale, column)));
  const content = byteOrderMark + headings;
  return { create: async () => ({ name: 'assistance.csv', type: mediaTypes.csv, content }) };
});
