import 'server-only';
import { Paragraph, Table, TableRow, type XmlComponent } from 'docx';
import type { AnnexRow } from '#lib/documents/model/document';
import { annexTag } from '#lib/documents/docx/bookmarks';
import type { DocxContext } from '#lib/documents/docx/docx-context';
import { columnWidths, noteTable, styledParagraph, tableCell } from '#lib/documents/docx/tables';
import { contentControl, textRuns } from '#lib/documents/docx/runs';

const textsOfRow = ({ place, definition, rule, base, shown }: AnnexRow): readonly string[] => [
  place,
  definition,
  rule,
  base,
  shown,
];

/** The last column holds the number itself, in a content control. */
const numberColumn = 4;

/** Renders the annex: where each bound number stands, what it is, how and of what it was counted. */
export function renderAnnex(context: DocxContext): (Paragraph | Table)[] {
  const { title, introduction, columns, rows } = context.note.annex;
  if (rows.length === 0) return [];
  const rowTexts = rows.map(textsOfRow);
  const widths = columnWidths(
    columns.map((header, column) => [header, ...rowTexts.map((texts) => texts[column] ?? '')]),
  );
  const cell = (column: number, style: string, children: readonly XmlComponent[]) =>
    tableCell(context, widths[column] ?? 0, style, children);
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((text, column) =>
      cell(
        column,
        column === numberColumn ? 'TableHeadNumber' : 'TableHead',
        textRuns(context, text),
      ),
    ),
  });
  const body = rows.map((row, index) => {
    const texts = rowTexts[index] ?? [];
    const number = contentControl(context, annexTag(row.value), textRuns(context, row.shown));
    return new TableRow({
      cantSplit: true,
      children: [
        ...texts
          .slice(0, numberColumn)
          .map((text, column) => cell(column, 'TableText', textRuns(context, text))),
        cell(numberColumn, 'TableNumber', [number]),
      ],
    });
  });
  return [
    styledParagraph(context, 'AnnexTitle', textRuns(context, title)),
    ...(introduction === ''
      ? []
      : [styledParagraph(context, 'AnnexText', textRuns(context, introduction))]),
    noteTable(context, widths, [header, ...body]),
  ];
}
