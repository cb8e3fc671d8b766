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
import type { DocxContext } from '#lib/documents/docx/docx-context';
import { renderRuns, textRuns } from '#lib/documents/docx/runs';

/** The width of the text area of a page, in twentieths of a point. */
export const textAreaWidth = 9638;

/** Styles whose paragraphs read from left to right in every language. */
const leftToRightStyles: readonly string[] = ['Figure', 'Footer'];

export const styledParagraph = (
  context: DocxContext,
  style: string,
  children: readonly XmlComponent[],
): Paragraph =>
  new Paragraph({
    style,
    ...(context.language.rightToLeft && !leftToRightStyles.includes(style)
      ? { bidirectional: true }
      : {}),
    children: children as never,
  });

/** A cell that holds one paragraph. */
const tableCell = (
  context: DocxContext,
  width: number,
  style: string,
  children: readonly XmlComponent[],
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [styledParagraph(context, style, children)],
  });

/** A table in the style of the note, as wide as the text area. */
const noteTable = (
  context: DocxContext,
  widths: readonly number[],
  rows: readonly TableRow[],
): Table =>
  new Table({
    style: 'NoteTable',
    width: { size: textAreaWidth, type: WidthType.DXA },
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
    ...(context.language.rightToLeft ? { visuallyRightToLeft: true } : {}),
    rows: [...rows],
  });

const isNumber = (text: string) =>
  /^[\s\d.,%\u2013\u2212+()\u200e\u200f\u00a0\u202f-]*$/u.test(text);

/** The width of a text in letters; a Chinese character is as wide as two. */
const displayWidth = (text: string) => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** Bounds, in letters, of what a column weighs when the width of the table is shared out. */
const minWeight = 6;
const maxWordWidth = 14;
const maxTextWidth = 60;

function columnWeight(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.split(/[\s-]+/u));
  const longestWord = Math.max(...words.map((word) => Math.min(maxWordWidth, displayWidth(word))));
  const longestText = Math.min(maxTextWidth, Math.max(...texts.map(displayWidth)));
  return Math.max(minWeight, longestWord, longestText * 0.5);
}

/**
 * Shares the width of a table among its columns by their texts: a column of text takes more than a
 * column of numbers. What rounding leaves goes to the first column.
 */
function columnWidths(columns: readonly (readonly string[])[]): readonly number[] {
  const weights = columns.map(columnWeight);
  const sum = weights.reduce((a, b) => a + b, 0);
  const widths = weights.map((weight) => Math.floor((textAreaWidth * weight) / sum));
  const remainder = textAreaWidth - widths.reduce((a, b) => a + b, 0);
  return widths.map((width, column) => (column === 0 ? width + remainder : width));
}

const numberStyles = {
  Text: 'TableNumber',
  Head: 'TableHeadNumber',
  Sum: 'TableSumNumber',
} as const;

/**
 * Renders a table whose rows are not split and whose header repeats on every page. `hasNote`: its
 * last row stays on the page of the note below.
 */
export function renderTable(
  context: DocxContext,
  { columns, rows }: NoteTable,
  hasNote = false,
): Table {
  const texts = columns.map((header, column) => [
    header,
    ...rows.map((row) => (column === 0 ? row.header : textOf(row.cells[column - 1] ?? []))),
  ]);
  const isNumeric = texts.map((column, index) => index > 0 && column.slice(1).every(isNumber));
  const widths = columnWidths(texts);
  const styleOf = (column: number, kind: keyof typeof numberStyles) =>
    isNumeric[column] ? numberStyles[kind] : `Table${kind}`;
  const cell = (column: number, style: string, children: readonly XmlComponent[]) =>
    tableCell(context, widths[column] ?? 0, style, children);
  const headerRow = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((header, column) =>
      cell(column, styleOf(column, 'Head'), textRuns(context, header)),
    ),
  });
  const contentOf = (column: number, header: string, cells: readonly Runs[]) =>
    column === 0 ? textRuns(context, header) : renderRuns(context, cells[column - 1] ?? []);
  const bodyRows = rows.map(({ header, cells, sum }, index) => {
    const staysWithNote = hasNote && index === rows.length - 1;
    return new TableRow({
      cantSplit: true,
      ...(staysWithNote ? { keepNext: true } : {}),
      children: columns.map((_header, column) =>
        cell(
          column,
          styleOf(column, sum === true ? 'Sum' : 'Text'),
          contentOf(column, header, cells),
        ),
      ),
    });
  });
  return noteTable(context, widths, [headerRow, ...bodyRows]);
}
