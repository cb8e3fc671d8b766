import { csvLine, byteOrderMark } from '#lib/text/csv';
import {
  regionSeparator,
  calculationColumns,
  noteColumns,
  flagValues,
} from '#lib/counting/published/columns';
import type { Calculation, PublishedNote } from '#lib/counting/published/vocabulary';

const calculationCells = (calc: Calculation | undefined): string[] =>
  calculationColumns.map((column) => {
    if (!calc) return '';
    if (column === 'region') return calc.region?.join(regionSeparator) ?? '';
    if (column === 'each' || column === 'plus' || column === 'since')
      return calc[column] ? flagValues[column] : '';
    return calc[column] ?? '';
  });

/** The numbers of a note as a file that can be imported: a template and an example. */
export const noteAsCsv = ({ numbers }: PublishedNote): string =>
  byteOrderMark +
  csvLine(noteColumns) +
  numbers
    .map(({ id, where, what, value, unit, comparison, rule, calc }) =>
      csvLine([
        id,
        where,
        what,
        String(value),
        unit,
        comparison,
        rule ?? '',
        ...calculationCells(calc.num),
        ...calculationCells(calc.den),
      ]),
    )
    .join('');
