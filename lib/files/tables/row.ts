import { readCode, readWholeNumber } from '#lib/text/written';

/** What separates the entries of a list in a cell, and how messages call it. */
export type ListSeparator = Readonly<{ pattern: RegExp; text: string }>;

const semicolon: ListSeparator = { pattern: /;/, text: ';' };

/** A separator may also end a list, as in `7;`. */
const withoutLastEmpty = (entries: readonly string[]): string[] =>
  entries.length > 1 && entries.at(-1) === '' ? entries.slice(0, -1) : [...entries];

/** A row of a table whose cells are found by their columns. */
export class Row<Column extends string = string> {
  readonly line: number;
  readonly separator: ListSeparator;
  readonly #places: ReadonlyMap<Column, number>;
  readonly #cells: readonly string[];

  constructor(
    line: number,
    places: ReadonlyMap<Column, number>,
    cells: readonly string[],
    separator = semicolon,
  ) {
    this.line = line;
    this.separator = separator;
    this.#places = places;
    this.#cells = cells;
  }

  has(column: Column): boolean {
    return this.#places.has(column);
  }

  /** The cell without the spaces around it; empty where there is no such column. */
  text(column: Column): string {
    const place = this.#places.get(column);
    return place === undefined ? '' : (this.#cells[place] ?? '').trim();
  }

  /** The cell as a code, however it was typed. */
  code(column: Column): string {
    return readCode(this.text(column));
  }

  /** The codes of a list. */
  list(column: Column): string[] {
    const text = this.text(column).replaceAll('؛', ';');
    return text === '' ? [] : withoutLastEmpty(text.split(this.separator.pattern).map(readCode));
  }

  /** The numbers of a list, and what stands there in place of numbers. */
  numbers(column: Column): string[] {
    return this.list(column).flatMap((entry) =>
      entry.split(/[،、]/).map((each) => {
        const number = each.includes(',') ? undefined : readWholeNumber(each);
        return number === undefined || number === null ? each.trim() : String(number);
      }),
    );
  }
}

/** Splits a list into its entries, as it is written in any of the six languages. */
export const splitEntries = (cell: string): string[] =>
  cell.trim() === '' ? [] : withoutLastEmpty(cell.split(/[;|؛；]/).map((entry) => entry.trim()));
