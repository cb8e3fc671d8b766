import { categoryCodes, type Category } from '#lib/convention/categories';
import { regionCodes } from '#lib/convention/regions';

const regionCount = regionCodes.length;
const categoryCount = categoryCodes.length;
const other = categoryCodes.indexOf('other');

/**
 * A row of a table of needs: cell 0 collects uncounted needs; then one cell for each regional group
 * and category.
 */
export const cellsPerRow = 1 + regionCount * categoryCount;
/** The first cell of a regional group. */
export const regionCell = (region: number): number => 1 + region * categoryCount;

/**
 * Needs by regional group and category. Every number of an article, a tag or a topic is a sum of
 * its cells.
 */
export class RegionCategoryCounts {
  readonly cells = new Array<number>(cellsPerRow).fill(0);

  /** Adds a row of a table, or the cells of another instance. */
  add(table: ArrayLike<number>, row = 0): this {
    const from = row * cellsPerRow;
    for (let i = 1; i < cellsPerRow; i += 1) this.cells[i]! += table[from + i]!;
    return this;
  }

  at(region: number, category: number): number {
    return this.cells[regionCell(region) + category]!;
  }

  /** The needs of one regional group, or of all. */
  ofRegion(region: number | null): number {
    const [from, to] =
      region === null ? [1, cellsPerRow] : [regionCell(region), regionCell(region) + categoryCount];
    let sum = 0;
    for (let i = from; i < to; i += 1) sum += this.cells[i]!;
    return sum;
  }

  ofCategory(category: number): number {
    let sum = 0;
    for (let i = 1 + category; i < cellsPerRow; i += categoryCount) sum += this.cells[i]!;
    return sum;
  }

  get total(): number {
    return this.ofRegion(null);
  }

  /**
   * The needs of the six categories of the note, and of `other` where there are any; of one region
   * or of all.
   */
  byCategory(region: number | null = null): ByCategory {
    const numbers: Partial<Record<Category, number>> = {};
    for (let c = 0; c < categoryCount; c += 1) {
      const needs = region === null ? this.ofCategory(c) : this.at(region, c);
      if (c !== other || needs > 0) numbers[categoryCodes[c]!] = needs;
    }
    return numbers;
  }
}

export type ByCategory = Readonly<Partial<Record<Category, number>>>;

export const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const n of numbers) total += n;
  return total;
};

/**
 * Which States have a need with which code of a column: a row of flags for each State, from row 1
 * on.
 */
export type StateMarks = Readonly<{ marks: Uint8Array; width: number }>;

/** Counts the distinct States with a flag in one of the columns, in total and by regional group. */
export function distinctStates(
  { marks, width }: StateMarks,
  columns: readonly number[],
  stateRegion: readonly number[],
) {
  const byRegion = new Int32Array(regionCount);
  let all = 0;
  for (let state = 0; state < stateRegion.length; state += 1) {
    const row = (state + 1) * width;
    let hasFlag = 0;
    for (let i = 0; i < columns.length && hasFlag === 0; i += 1)
      hasFlag = marks[row + columns[i]!]!;
    all += hasFlag;
    byRegion[stateRegion[state]!]! += hasFlag;
  }
  return { all, byRegion };
}
