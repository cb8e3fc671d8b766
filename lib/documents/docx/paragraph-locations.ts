import 'server-only';
import {
  textOfPieces,
  type CellPosition,
  type PartParagraph,
} from '#lib/documents/docx/parse-part';

const maxLength = 60;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}

/** Styles of the title page, whose paragraphs stand in layout tables. */
const titlePageStyles: readonly string[] = ['BodyName', 'DistributionLine', 'DocumentSymbol'];

function locationByStyle(style: string, text: string): string {
  const quoted = `“${shorten(text)}”`;
  if (style === '') return quoted;
  return /^Heading\d$/.test(style) ? `heading ${quoted}` : `${style} ${quoted}`;
}

/** Names cells by the headers of their row and column, which come before them. */
class CellLocations {
  readonly #columnHeaders = new Map<string, string>();
  readonly #rowHeaders = new Map<string, string>();

  /** `caption`: that of the table; null in the annex, whose rows are named by their second cell. */
  locationOf({ table, row, column }: CellPosition, text: string, caption: string | null): string {
    const rowKey = `${table}/${row}`;
    const columnKey = `${table}/${column}`;
    const isHeaderRow = row === 1;
    const isRowHeader = column === 1 || (caption === null && column === 2);
    if (isHeaderRow) this.#columnHeaders.set(columnKey, shorten(text));
    const rowHeader = isRowHeader ? shorten(text) : (this.#rowHeaders.get(rowKey) ?? '');
    if (rowHeader !== '') this.#rowHeaders.set(rowKey, rowHeader);
    const columnHeader = this.#columnHeaders.get(columnKey) ?? '';
    return [
      caption ?? 'annex',
      ...(isHeaderRow ? ['head'] : []),
      `“${rowHeader}”`,
      ...(caption === null || isHeaderRow ? [] : [`“${columnHeader}”`]),
    ].join(', ');
  }
}

/**
 * The location of each paragraph of the main part, as a person finds it: its number, or its table,
 * row and column.
 */
export function paragraphLocations(paragraphs: readonly PartParagraph[]): string[] {
  const cells = new CellLocations();
  let numbered = 0;
  let caption = '';
  let isAnnex = false;
  return paragraphs.map(({ style, pieces, cell, footnote }) => {
    const text = textOfPieces(pieces);
    if (footnote !== null) return `footnote ${footnote}`;
    if (style === 'Caption') caption = shorten(text.split('\n')[0] ?? '');
    if (style === 'AnnexTitle') isAnnex = true;
    if (style === 'NumberedParagraph') {
      numbered += 1;
      return `paragraph ${numbered}`;
    }
    if (style === 'SummaryText' || style === 'SummaryTitle') return 'summary';
    if (!cell || titlePageStyles.includes(style)) return locationByStyle(style, text);
    return cells.locationOf(cell, text, isAnnex ? null : caption);
  });
}
