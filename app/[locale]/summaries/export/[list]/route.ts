import type { Actor } from '#lib/base/actor';
import { isLocale, type Locale } from '#lib/convention/names';
import { mediaTypes } from '#lib/files/media-types';
import { writeWorkbookInWorker } from '#lib/files/tables/parse-in-worker';
import { download, type DownloadFile, type NoFile } from '#lib/http/download';
import { streamLines } from '#lib/http/stream-lines';
import { recordExport } from '#lib/needs/lists/list-commands';
import { today } from '#lib/text/dates';
import { translator } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import { comparisonRows } from '../comparison-lines';
import { listRows } from '../list-lines';
import { allRows, csvLines, type TableRows } from '../table-rows';

const workbookEnding = '.xlsx';
const waitSeconds = 10;

/** The table as a workbook; as CSV where it has more rows than a workbook takes. */
async function workbook(
  actor: Actor,
  locale: Locale,
  name: string,
  { rows, csv }: Readonly<{ rows: TableRows; csv: string }>,
): Promise<DownloadFile | NoFile> {
  const found = await allRows(rows);
  if (!found) return { kind: 'elsewhere', location: csv };
  const sheet = {
    name: translator(locale)('figure.sheet'),
    rows: found,
    widths: (found[0] ?? []).map((_, at) => (at === 0 ? 44 : 20)),
  };
  const content = await writeWorkbookInWorker(actor, [sheet], directionOf(locale) === 'rtl');
  return content
    ? { name: `${name}.xlsx`, type: mediaTypes.xlsx, content }
    : { kind: 'busy', seconds: waitSeconds };
}

/**
 * A list behind a number, the completeness or a comparison as CSV, or as a workbook where the address
 * ends so, in the reader's language. An address with faults leads to the page, which can explain them.
 */
export const GET = download(async ({ actor, locale, address, query: sent, request }) => {
  const { list: asked = '' } = address;
  if (!isLocale(address.locale)) return { kind: 'nothing' };
  const isWorkbook = asked.endsWith(workbookEnding);
  const list = isWorkbook ? asked.slice(0, -workbookEnding.length) : asked;
  const query = Object.fromEntries(
    Object.entries(sent).map(([name, values]) => [name, values.join(',')]),
  );
  const found = await (list === 'compare'
    ? comparisonRows(actor, locale, query)
    : listRows(locale, list, query));
  if (found === 'nothing') return { kind: 'nothing' };
  const { pathname, search } = request.nextUrl;
  if (found === 'faults')
    return { kind: 'elsewhere', location: `/${locale}/summaries/${list}${search}` };
  const create = async () => {
    await recordExport(actor, { path: pathname, query: search });
    const name = `${list}-${today()}`;
    const csv = `/${locale}/summaries/export/${list}${search}`;
    if (isWorkbook) return workbook(actor, locale, name, { rows: found, csv });
    return { name: `${name}.csv`, type: mediaTypes.csv, content: streamLines(csvLines(found)) };
  };
  return { isRecorded: true, create };
});
