import 'server-only';
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { DocxContext } from '#lib/documents/docx/docx-context';
import { textAreaWidth, styledParagraph } from '#lib/documents/docx/tables';
import { textRuns, renderRuns } from '#lib/documents/docx/runs';

const cell = (width: number, children: readonly Paragraph[]) =>
  new TableCell({ width: { size: width, type: WidthType.DXA }, children });

/** A table without meaning of its own, which places paragraphs side by side or in a box. */
function layoutTable(
  context: DocxContext,
  style: string,
  widths: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
): Table {
  return new Table({
    style,
    width: { size: textAreaWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    ...(context.language.rightToLeft ? { visuallyRightToLeft: true } : {}),
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((children, column) => cell(widths[column] ?? 0, children)),
        }),
    ),
  });
}

/**
 * Renders the head of the first page as on documents of the United Nations, without the emblem,
 * then the title and the summary in a box.
 */
export function renderHead(context: DocxContext): (Paragraph | Table)[] {
  const { symbol, lines, body, session, place, agendaItem, title, author, summaryTitle, summary } =
    context.note.head;
  const { agendaNote = '' } = context.note.head;
  const optional = (style: string, text: string) =>
    text === '' ? [] : [styledParagraph(context, style, textRuns(context, text))];
  const symbolAndDistribution = [
    styledParagraph(context, 'DocumentSymbol', textRuns(context, symbol)),
    ...lines
      .filter((line) => line !== symbol)
      .flatMap((line) => optional('DistributionLine', line)),
  ];
  const left = Math.round(textAreaWidth * 0.64);
  return [
    layoutTable(
      context,
      'HeadBlock',
      [left, textAreaWidth - left],
      [[[styledParagraph(context, 'BodyName', textRuns(context, body))], symbolAndDistribution]],
    ),
    ...optional('Session', session),
    ...optional('MeetingPlace', place),
    ...optional('AgendaItem', agendaItem),
    ...optional('Title', title),
    ...optional('Author', author),
    ...(summary.length === 0
      ? []
      : [
          layoutTable(
            context,
            'SummaryBox',
            [textAreaWidth],
            [
              [
                [
                  ...optional('SummaryTitle', summaryTitle),
                  styledParagraph(context, 'SummaryText', renderRuns(context, summary)),
                ],
              ],
            ],
          ),
        ]),
    ...optional('DistributionLine', agendaNote),
  ];
}
