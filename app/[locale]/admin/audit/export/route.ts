import { mediaTypes } from '#lib/files/media-types';
import { download } from '#lib/http/download';
import { recordExport } from '#lib/needs/lists/list-commands';
import { auditRows } from '#lib/people/audit/queries';
import { parseAuditFilter } from '#lib/people/audit/schema';
import { byteOrderMark, csvLine } from '#lib/text/csv';
import { today } from '#lib/text/dates';
import { translator } from '#lib/text/i18n';

const maxRows = 10_000;

/** Exports what the filter of the audit page describes as CSV, the latest 10,000 rows. */
export const GET = download(async ({ actor, locale, query, request }) => {
  if (actor.role !== 'administrator') return { kind: 'missing' };
  const t = translator(locale);
  const columns = ['at', 'person', 'email', 'kind', 'what', 'network'] as const;
  const create = async () => {
    const { pathname, search } = request.nextUrl;
    await recordExport(actor, { path: pathname, query: search });
    const { rows } = await auditRows(actor, { ...parseAuditFilter(query), page: 1 }, maxRows);
    const lines = rows.map(({ at, name, email, kind, what, network }) =>
      csvLine([at, name ?? '', email ?? '', t(`audit.kinds.${kind}`), what, network ?? '']),
    );
    const head = csvLine(columns.map((column) => t(`audit.columns.${column}`)));
    const content = byteOrderMark + head + lines.join('');
    return { name: `audit-${today()}.csv`, type: mediaTypes.csv, content };
  };
  return { create };
});
