import { categoryCodes, type Category } from '#lib/convention/categories';
import { regionCodes } from '#lib/convention/regions';

const R = regionCodes.length;
const C = categoryCodes.length;
export const cellsOfBlock = R * C;
const other = categoryCodes.indexOf('other');

/** Needs by regional group and category: what every figure about an article, a tag or a topic is read off. */
export class Block {
  readonly cells = new Int32Array(cellsOfBlock);

  /** Adds the block that stands in a larger table from this cell on. */
  add(table: Int32Array, from: number): this {
    for (let i = 0; i < cellsOfBlock; i += 1) this.cells[i]! += table[from + i]!;
    return this;
  }

  at(region: number, category: number): number {
    return this.cells[region * C + category]!;
  }

  ofRegion(region: number): number {
    let sum = 0;
    for (let c = 0; c < C; c += 1) sum += this.at(region, c);
    return sum;
  }

  ofCategory(category: number, regions: readonly number[] = everyRegion): number {
    let sum = 0;
    for (const r of regions) sum += this.at(r, category);
    return sum;
  }

  get total(): number {
    let sum = 0;
    for (const n of this.cells) sum += n;
    return sum;
  }

  byCategory(regions: readonly number[] = everyRegion): ByCategory {
    return categoriesOf(categoryCodes.map((_, c) => this.ofCategory(c, regions)));
  }
}

const everyRegion: readonly number[] = regionCodes.map((_, r) => r);

export type ByCategory = Readonly<Partial<Record<Category, number>>>;

/** The six categories of the note, and `other` where it occurs. */
export const categoriesOf = (numbers: readonly number[]): ByCategory =>
  Object.fromEntries(categoryCodes.flatMap((category, c) => (c !== other || numbers[c]! > 0 ? [[category, numbers[c]!]] : [])));

export const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const n of numbers) total += n;
  return total;
};

/** How many distinct States have a mark in one of the columns, in all and by regional group. */
export function distinctStates(marks: Uint8Array, width: number, columns: readonly number[], stateRegion: readonly number[]) {
  const byRegion = new Int32Array(R);
  let all = 0;
  stateRegion.forEach((region, state) => {
    if (!columns.some((column) => marks[state * width + column] === 1)) return;
    all += 1;
    byRegion[region]! += 1;
  });
  return { all, byRegion };
}
