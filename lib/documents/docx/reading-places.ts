import 'server-only';
import { textIn, type PartParagraph } from '#lib/documents/docx/reading-part';

const short = (text: string, most = 60) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

/**
 * Where each paragraph of the main part stands, as a person finds it: its number, or table, row and
 * column.
 */
export function placesOf(paragraphs: readonly PartParagraph[]): string[] {
  let numbered = 0;
  let caption = '';
  let annex = false;
  const heads = new Map<string, string>();
  const rows = new Map<string, string>();
  return paragraphs.map(({ style, pieces, cell, footnote }) => {
    const text = textIn(pieces);
    if (footnote !== null) return `footnote ${footnote}`;
    if (style === 'Caption') caption = short(text.split('\n')[0] ?? '');
    if (style === 'AnnexTitle') annex = true;
    if (style === 'NumberedParagraph') return `paragraph ${(numbered += 1)}`;
    if (style === 'SummaryText' || style === 'SummaryTitle') return 'summary';
    if (!cell || style === 'BodyName' || style === 'DistributionLine' || style === 'DocumentSymbol')
      return style === ''
        ? `“${short(text)}”`
        : `${/^Heading\d$/.test(style) ? 'heading' : style} “${short(text)}”`;
    const row = `${cell.table}/${cell.row}`;
    const column = `${cell.table}/${cell.column}`;
    if (cell.row === 1) heads.set(column, short(text));
    const header =
      cell.column === 1 || (annex && cell.column === 2) ? short(text) : (rows.get(row) ?? '');
    if (header !== '') rows.set(row, header);
    return [
      annex ? 'annex' : caption,
      ...(cell.row === 1 ? ['head'] : []),
      `“${header}”`,
      ...(annex || cell.row === 1 ? [] : [`“${heads.get(column) ?? ''}”`]),
    ].join(', ');
  });
}
