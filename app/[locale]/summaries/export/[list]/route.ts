import { isLocale } from '#lib/convention/names';
import { mediaTypes } from '#lib/files/media-types';
import { download } from '#lib/http/download';
import { streamLines } from '#lib/http/stream-lines';
import { recordExport } from '#lib/needs/lists/list-commands';
import { today } from '#lib/text/dates';
import { comparisonLines } from '../comparison-lines';
import { listLines } from '../list-lines';

/**
 * A list behind a number, the completeness or a comparison as CSV, in the reader's language. An
 * address with faults leads to the page, which can explain them.
 */
export const GET = download(async ({ actor, locale, address, query: sent, request }) => {
  const { list = '' } = address;
  if (!isLocale(address.locale)) return { kind: 'nothing' };
  const query = Object.fromEntries(
    Object.entries(sent).map(([name, values]) => [name, values.join(',')]),
  );
  const found = await (list === 'compare'
    ? comparisonLines(actor, locale, query)
    : listLines(locale, list, query));
  if (found === 'nothing') return { kind: 'nothing' };
  const { pathname, search } = request.nextUrl;
  if (found === 'faults')
    return { kind: 'elsewhere', location: `/${locale}/summaries/${list}${search}` };
  const create = async () => {
    await recordExport(actor, { path: pathname, query: search });
    const name = `${list}-${today()}.csv`;
    return { name, type: mediaTypes.csv, content: streamLines(found) };
  };
  return { isRecorded: true, create };
});
