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
import type { Runs, Table as NoteTable } from '#lib/documents/model/document';
import { textOf } from '#lib/documents/model/document';
import type { Setting } from '#lib/documents/docx/setting';
import { plain, words } from '#lib/documents/docx/words';

/** What a line of text measures on the page, in twentieths of a point. */
export const pageWidth = 9638;

const leftToRight: readonly string[] = ['Figure', 'Footer'];

export const paragraph = (
  setting: Setting,
  style: string,
  children: readonly XmlComponent[],
): Paragraph =>
  new Paragraph({
    style,
    ...(setting.language.rightToLeft && !leftToRight.includes(style)
      ? { bidirectional: true }
      : {}),
    children: children as never,
  });

const isNumber = (text: string) =>
  /^[\s\d.,%\u2013\u2212+()\u200e\u200f\u00a0\u202f-]*$/u.test(text);

/** Chinese signs are as broad as two letters. */
const breadth = (text: string) => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/**
 * Columns as wide as what stands in them asks for: a column of text takes more than a column of
 * numbers.
 */
export function widthsOf(columns: readonly (readonly string[])[]): readonly number[] {
  const weights = columns.map((texts) => {
    const word = Math.max(
      ...texts.flatMap((text) => text.split(/[\s-]+/u)).map((each) => Math.min(14, breadth(each))),
    );
    return Math.max(6, word, Math.min(60, Math.max(...texts.map(breadth))) * 0.5);
  });
  const sum = weights.reduce((a, b) => a + b, 0);
  const widths = weights.map((weight) => Math.floor((pageWidth * weight) / sum));
  return widths.map((width, n) =>
    n === 0 ? width + pageWidth - widths.reduce((a, b) => a + b, 0) : width,
  );
}

/**
 * A table whose rows are not split and whose head is said again on every page. `noted`: its last
 * row stays with the note below.
 */
export function table(setting: Setting, { columns, rows }: NoteTable, noted = false): Table {
  const texts = columns.map((head, n) => [
    head,
    ...rows.map(({ header, cells }) => (n === 0 ? header : textOf(cells[n - 1] ?? []))),
  ]);
  const numeric = texts.map((column, n) => n > 0 && column.slice(1).every(isNumber));
  const widths = widthsOf(texts);
  const cell = (n: number, style: string, children: readonly XmlComponent[]) =>
    new TableCell({
      width: { size: widths[n] ?? 0, type: WidthType.DXA },
      children: [paragraph(setting, style, children)],
    });
  const styleAt = (n: number, kind: 'Text' | 'Head' | 'Sum') =>
    numeric[n]
      ? { Text: 'TableNumber', Head: 'TableHeadNumber', Sum: 'TableSumNumber' }[kind]
      : `Table${kind}`;
  const row = (sum: boolean, last: boolean, header: string, cells: readonly Runs[]) =>
    new TableRow({
      cantSplit: true,
      ...(last ? { keepNext: true } : {}),
      children: columns.map((_head, n) =>
        cell(
          n,
          styleAt(n, sum ? 'Sum' : 'Text'),
          n === 0 ? plain(setting, header) : words(setting, cells[n - 1] ?? []),
        ),
      ),
    });
  return new Table({
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
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((head, n) => cell(n, styleAt(n, 'Head'), plain(setting, head))),
      }),
      ...rows.map(({ header, cells, sum }, n) =>
        row(sum === true, noted && n === rows.length - 1, header, cells),
      ),
    ],
  });
}
