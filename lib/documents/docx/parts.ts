import 'server-only';
import { strFromU8 } from 'fflate';
import type { FinishedNote } from '#lib/documents/model/document';
import { chartPart } from '#lib/documents/docx/chart-part';
import { chartRelationship } from '#lib/documents/docx/drawing';
import type { Language } from '#lib/documents/docx/language';
import { workbookPart } from '#lib/documents/docx/workbook-part';
import { declaration, xml } from '#lib/documents/docx/xml';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const chartType = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Puts something before the end tag of a part's root. A part without it is no part of ours. */
function added(part: string, end: string, inner: string): string {
  const at = part.lastIndexOf(end);
  if (at < 0) throw new Error(`The part has no ${end}`);
  return part.slice(0, at) + inner + part.slice(at);
}

/**
 * The parts of the library with the charts put among them, and the direction of the section, of
 * which it does not know.
 */
export function finishedParts(
  note: FinishedNote,
  { rightToLeft }: Language,
  packed: Readonly<Record<string, Uint8Array>>,
): Record<string, string | Uint8Array> {
  const charts = note.blocks
    .filter((block) => block.kind === 'figure')
    .map(({ chart }, n) => ({ chart, n: n + 1 }));
  const text = (name: string) => strFromU8(packed[name] ?? new Uint8Array());
  const document = text('word/document.xml');
  const parts: Record<string, string | Uint8Array> = {
    ...packed,
    'word/document.xml': rightToLeft
      ? document.replace('<w:titlePg/>', '<w:titlePg/><w:bidi/>')
      : document,
    'word/_rels/document.xml.rels': added(
      text('word/_rels/document.xml.rels'),
      '</Relationships>',
      charts
        .map(({ n }) =>
          xml('Relationship', {
            Id: chartRelationship(n),
            Type: `${office}/chart`,
            Target: `charts/chart${n}.xml`,
          }),
        )
        .join(''),
    ),
    '[Content_Types].xml': added(
      text('[Content_Types].xml'),
      '</Types>',
      (charts.length === 0
        ? ''
        : xml('Default', { Extension: 'xlsx', ContentType: workbookType })) +
        charts
          .map(({ n }) =>
            xml('Override', { PartName: `/word/charts/chart${n}.xml`, ContentType: chartType }),
          )
          .join(''),
    ),
  };
  for (const { chart, n } of charts) {
    parts[`word/charts/chart${n}.xml`] = chartPart(note.locale, chart);
    parts[`word/charts/_rels/chart${n}.xml.rels`] =
      declaration +
      xml(
        'Relationships',
        { xmlns: relations },
        xml('Relationship', {
          Id: 'rId1',
          Type: `${office}/package`,
          Target: `../embeddings/chart${n}.xlsx`,
        }),
      );
    parts[`word/embeddings/chart${n}.xlsx`] = workbookPart(note.locale, chart);
  }
  return parts;
}
