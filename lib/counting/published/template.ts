import { csvLine, byteOrderMark } from '#lib/text/csv';
import { between, calcColumns, noteColumns, written } from '#lib/counting/published/columns';
import type { Calc, PublishedNote } from '#lib/counting/published/vocabulary';

const calculationCells = (calc: Calc | undefined): string[] =>
  calcColumns.map((column) => {
    if (!calc) return '';
    if (column === 'region') return calc.region?.join(between) ?? '';
    if (column === 'each' || column === 'plus' || column === 'since')
      return calc[column] ? written[column] : '';
    return calc[column] ?? '';
  });

/** The numbers of a note as a file that can be imported: a template and an example. */
export const noteFile = ({ numbers }: PublishedNote): string =>
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
