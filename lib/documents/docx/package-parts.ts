import 'server-only';
import { strFromU8 } from 'fflate';
import type { BarChart } from '#lib/documents/figures/figure';
import type { FinishedNote } from '#lib/documents/model/document';
import { chartPart } from '#lib/documents/docx/chart-part';
import { chartRelationship } from '#lib/documents/docx/chart-drawing';
import type { Language } from '#lib/documents/docx/language';
import { workbookPart } from '#lib/documents/docx/workbook-part';
import { xmlDeclaration, xml } from '#lib/documents/docx/xml';

const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const chartType = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Parts = Record<string, string | Uint8Array>;
/** A chart with its number among the figures of the note. */
type NumberedChart = Readonly<{ chart: BarChart; number: number }>;

/** Inserts XML before the end tag of a part's root; throws where the part has none. */
function insertBefore(part: string, endTag: string, inserted: string): string {
  const position = part.lastIndexOf(endTag);
  if (position < 0) throw new Error(`The part has no ${endTag}`);
  return part.slice(0, position) + inserted + part.slice(position);
}

const chartRelationships = (charts: readonly NumberedChart[]): string =>
  charts
    .map(({ number }) =>
      xml('Relationship', {
        Id: chartRelationship(number),
        Type: `${officeRelationships}/chart`,
        Target: `charts/chart${number}.xml`,
      }),
    )
    .join('');

function chartContentTypes(charts: readonly NumberedChart[]): string {
  if (charts.length === 0) return '';
  const workbooks = xml('Default', { Extension: 'xlsx', ContentType: workbookType });
  const parts = charts.map(({ number }) =>
    xml('Override', { PartName: `/word/charts/chart${number}.xml`, ContentType: chartType }),
  );
  return workbooks + parts.join('');
}

/** The parts of a chart: its drawing, its data as a workbook, and the relation between the two. */
function chartParts({ locale }: FinishedNote, { chart, number }: NumberedChart): Parts {
  const workbookRelationship = xml('Relationship', {
    Id: 'rId1',
    Type: `${officeRelationships}/package`,
    Target: `../embeddings/chart${number}.xlsx`,
  });
  return {
    [`word/charts/chart${number}.xml`]: chartPart(locale, chart),
    [`word/charts/_rels/chart${number}.xml.rels`]:
      xmlDeclaration + xml('Relationships', { xmlns: packageRelationships }, workbookRelationship),
    [`word/embeddings/chart${number}.xlsx`]: workbookPart(locale, chart),
  };
}

/**
 * Completes the parts that the docx library packed with what it does not support: native charts
 * and the direction of the section.
 */
export function packageParts(
  note: FinishedNote,
  { rightToLeft }: Language,
  packed: Readonly<Record<string, Uint8Array>>,
): Parts {
  const charts = note.blocks
    .filter((block) => block.kind === 'figure')
    .map(({ chart }, index): NumberedChart => ({ chart, number: index + 1 }));
  const text = (name: string) => strFromU8(packed[name] ?? new Uint8Array());
  const document = text('word/document.xml');
  return Object.assign(
    {
      ...packed,
      'word/document.xml': rightToLeft
        ? document.replace('<w:titlePg/>', '<w:titlePg/><w:bidi/>')
        : document,
      'word/_rels/document.xml.rels': insertBefore(
        text('word/_rels/document.xml.rels'),
        '</Relationships>',
        chartRelationships(charts),
      ),
      '[Content_Types].xml': insertBefore(
        text('[Content_Types].xml'),
        '</Types>',
        chartContentTypes(charts),
      ),
    },
    ...charts.map((chart) => chartParts(note, chart)),
  );
}
