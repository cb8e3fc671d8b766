import 'server-only';
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Setting } from '#lib/documents/docx/setting';
import { pageWidth, paragraph } from '#lib/documents/docx/tables';
import { plain, words } from '#lib/documents/docx/words';

const cell = (width: number, children: readonly Paragraph[]) =>
  new TableCell({ width: { size: width, type: WidthType.DXA }, children });

function frame(
  setting: Setting,
  style: string,
  widths: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
): Table {
  return new Table({
    style,
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    ...(setting.language.rightToLeft ? { visuallyRightToLeft: true } : {}),
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
export function headOf(setting: Setting): (Paragraph | Table)[] {
  const { symbol, lines, body, session, place, agendaItem, title, author, summaryTitle, summary } =
    setting.note.head;
  const said = (style: string, text: string) =>
    text === '' ? [] : [paragraph(setting, style, plain(setting, text))];
  const beside = [
    paragraph(setting, 'DocumentSymbol', plain(setting, symbol)),
    ...lines.filter((line) => line !== symbol).flatMap((line) => said('DistributionLine', line)),
  ];
  const left = Math.round(pageWidth * 0.64);
  return [
    frame(
      setting,
      'HeadBlock',
      [left, pageWidth - left],
      [[[paragraph(setting, 'BodyName', plain(setting, body))], beside]],
    ),
    ...said('Session', session),
    ...said('MeetingPlace', place),
    ...said('AgendaItem', agendaItem),
    ...said('Title', title),
    ...said('Author', author),
    ...(summary.length === 0
      ? []
      : [
          frame(
            setting,
            'SummaryBox',
            [pageWidth],
            [
              [
                [
                  ...said('SummaryTitle', summaryTitle),
                  paragraph(setting, 'SummaryText', words(setting, summary)),
                ],
              ],
            ],
          ),
        ]),
  ];
}
