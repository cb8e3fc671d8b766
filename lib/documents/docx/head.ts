import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Setting } from '#lib/documents/docx/setting';
import { pageWidth, styledParagraph } from '#lib/documents/docx/tables';
import { textRuns, renderRuns } from '#lib/documents/docx/words';

const cell = (width: number, children: readonly Paragraph[]) =>
  new TableCell({ width: { size: width, type: WidthType.DXA }, children });

function layoutTable(
  context: Setting,
  style: string,
  widths: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
): Table {
  return new Table({
    style,
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    ...(context.language.rightToLeft ? { visuallyRightToLeft: true } : {}),
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((children, n) => cell(widths[n] ?? 0, children)),
        }),
    ),
  });
}

/**
 * The head of the first page as on documents of the Organization, without its emblem; then the
 * title and the summary in its box.
 */
export function renderHead(context: Setting): (Paragraph | Table)[] {
  const { symbol, lines, body, session, place, agendaItem, title, author, summaryTitle, summary } =
    context.note.head;
  const said = (style: string, text: string) =>
    text === '' ? [] : [styledParagraph(context, style, textRuns(context, text))];
  const beside = [
    styledParagraph(context, 'DocumentSymbol', textRuns(context, symbol)),
    ...lines.filter((line) => line !== symbol).flatMap((line) => said('DistributionLine', line)),
  ];
  const left = Math.round(pageWidth * 0.64);
  return [
    layoutTable(
      context,
      'HeadBlock',
      [left, pageWidth - left],
      [[[styledParagraph(context, 'BodyName', textRuns(context, body))], beside]],
    ),
    ...said('Session', session),
    ...said('MeetingPlace', place),
    ...said('AgendaItem', agendaItem),
    ...said('Title', title),
    ...said('Author', author),
    ...(summary.length === 0
      ? []
      : [
          layoutTable(
            context,
            'SummaryBox',
            [pageWidth],
            [
              [
                [
                  ...said('SummaryTitle', summaryTitle),
                  styledParagraph(context, 'SummaryText', renderRuns(context, summary)),
                ],
              ],
            ],
          ),
        ]),
  ];
}
