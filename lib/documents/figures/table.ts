import type { FigureCell, FigureRow, FigureTable } from '#lib/documents/figures/figure';

/** All cells of a row in the order of the columns: its header as a text, then the others. */
export const rowCells = ({ header, cells }: FigureRow): readonly FigureCell[] => [
  header.text,
  ...cells,
];

export const isPercentColumn = ({ rows }: FigureTable, at: number): boolean =>
  rows.some((row) => {
    const cell = rowCells(row)[at];
    return typeof cell === 'object' && 'percent' in cell;
  });
