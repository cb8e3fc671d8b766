import 'server-only';
import {
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type XmlComponent,
} from 'docx';
import { annexTag } from '#lib/documents/docx/bookmarks';
import type { Setting } from '#lib/documents/docx/setting';
import { pageWidth, paragraph, widthsOf } from '#lib/documents/docx/tables';
import { control, plain } from '#lib/documents/docx/words';

/** Every bound number of the note: where it stands, what it is, how it was counted and of what. */
export function annexOf(setting: Setting): (Paragraph | Table)[] {
  const { title, introduction, columns, rows } = setting.note.annex;
  if (rows.length === 0) return [];
  const texts = columns.map((head, n) => [
    head,
    ...rows.map(
      ({ place, definition, rule, base, shown }) => [place, definition, rule, base, shown][n] ?? '',
    ),
  ]);
  const widths = widthsOf(texts);
  const cell = (n: number, style: string, children: readonly XmlComponent[]) =>
    new TableCell({
      width: { size: widths[n] ?? 0, type: WidthType.DXA },
      children: [paragraph(setting, style, children)],
    });
  const heads = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((head, n) =>
      cell(n, n === 4 ? 'TableHeadNumber' : 'TableHead', plain(setting, head)),
    ),
  });
  const lines = rows.map(
    ({ value, place, definition, rule, base, shown }) =>
      new TableRow({
        cantSplit: true,
        children: [
          ...[place, definition, rule, base].map((text, n) =>
            cell(n, 'TableText', plain(setting, text)),
          ),
          cell(4, 'TableNumber', [control(setting, annexTag(value), plain(setting, shown))]),
        ],
      }),
  );
  return [
    paragraph(setting, 'AnnexTitle', plain(setting, title)),
    ...(introduction === '' ? [] : [paragraph(setting, 'AnnexText', plain(setting, introduction))]),
    new Table({
      style: 'NoteTable',
      width: { size: pageWidth, type: WidthType.DXA },
      columnWidths: [...widths],
      layout: TableLayoutType.FIXED,
      tableLook: {
        firstRow: true,
        firstColumn: true,
        lastRow: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      ...(setting.language.rightToLeft ? { visuallyRightToLeft: true } : {}),
      rows: [heads, ...lines],
    }),
  ];
}
