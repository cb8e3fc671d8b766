import { auditWhat } from '#components/audit/audit-what';
import { createPause } from '#lib/base/pause';
import { mediaTypes } from '#lib/files/media-types';
import { download } from '#lib/http/download';
import { streamLines } from '#lib/http/stream-lines';
import { recordExport } from '#lib/needs/lists/list-commands';
import { allAuditRows } from '#lib/people/audit/queries';
import { parseAuditFilter } from '#lib/people/audit/schema';
import { byteOrderMark, csvLine } from '#lib/text/csv';
import { today } from '#lib/text/dates';
import { translator } from '#lib/text/i18n';

const columns = ['at', 'person', 'email', 'kind', 'what', 'network'] as const;

/** Exports all that the filter of the audit page describes, as CSV. */
export const GET = download(async ({ actor, locale, query, request }) => {
  if (actor.role !== 'administrator') return { kind: 'missing' };
  const t = translator(locale);
  async function* lines() {
    yield byteOrderMark + csvLine(columns.map((column) => t(`audit.columns.${column}`)));
    const pause = createPause();
    for await (const row of allAuditRows(actor, parseAuditFilter(query))) {
      const { at, name, email, kind, network } = row;
      const what = [auditWhat(t, row), row.what].filter(Boolean).join(' · ');
      const kindName = t(`audit.kinds.${kind}`);
      yield csvLine([at, name ?? '', email ?? '', kindName, what, network ?? '']);
      if (pause.isDue()) await pause.rest();
    }
  }
  const create = async () => {
    const { pathname, search } = request.nextUrl;
    await recordExport(actor, { path: pathname, query: search });
    const content = streamLines(lines());
    return { name: `audit-${today()}.csv`, type: mediaTypes.csv, content };
  };
  return { isRecorded: true, create };
});
