import 'server-only';
import type { XmlComponent } from 'docx';
import type { Block } from '#lib/documents/model/document';
import { chartHeight } from '#lib/documents/docx/chart-part';
import { element } from '#lib/documents/docx/xml-component';
import type { DocxContext } from '#lib/documents/docx/docx-context';
import { textAreaWidth } from '#lib/documents/docx/tables';

const drawingml = 'http://schemas.openxmlformats.org/drawingml/2006';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** English Metric Units in a twentieth of a point. */
const unitsPerTwentieth = 635;

export const chartRelationship = (figure: number): string => `rIdChart${figure}`;

/** The place of a chart in the text. The chart is a file of its own in the Word document. */
export function chartDrawing(
  setting: DocxContext,
  { label, description, chart }: Extract<Block, { kind: 'figure' }>,
  figure: number,
): XmlComponent {
  const distances = { distT: 0, distB: 0, distL: 0, distR: 0 };
  return element(
    'w:r',
    {},
    element(
      'w:drawing',
      {},
      element(
        'wp:inline',
        distances,
        element('wp:extent', { cx: textAreaWidth * unitsPerTwentieth, cy: chartHeight(chart) }),
        element('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
        element('wp:docPr', { id: setting.nextId(), name: label, descr: description }),
        element('wp:cNvGraphicFramePr'),
        element(
          'a:graphic',
          { 'xmlns:a': `${drawingml}/main` },
          element(
            'a:graphicData',
            { uri: `${drawingml}/chart` },
            element('c:chart', {
              'xmlns:c': `${drawingml}/chart`,
              'xmlns:r': relationships,
              'r:id': chartRelationship(figure),
            }),
          ),
        ),
      ),
    ),
  );
}
