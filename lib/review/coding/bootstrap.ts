/**
 * Whole numbers from 0 to 2³² − 1 in an order that the seed alone decides: FNV-1a of the seed, then
 * mulberry32.
 */
export function seeded(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const unit of seed) state = Math.imul(state ^ unit.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/**
 * A figure with the bounds between which it lies in 95 of 100 samples drawn alike; null where it is
 * undefined.
 */
export type Measure = Readonly<{ value: number | null; low: number | null; high: number | null }>;

/** What one unit adds to the totals from which a figure is computed: places and amounts. */
export type Share = readonly (readonly [place: number, amount: number])[];

export const replicates = 1000;
const leastDefined = 0.9;

/**
 * All shares one after the other, as plain numbers: a thousand replicates go over them, and objects
 * would take ten times as long.
 */
function laidOut(units: readonly Share[]) {
  const starts = new Int32Array(units.length + 1);
  units.forEach((share, i) => {
    starts[i + 1] = starts[i]! + share.length;
  });
  const all = units.flat();
  return {
    starts,
    places: Int32Array.from(all, ([place]) => place),
    amounts: Float64Array.from(all, ([, amount]) => amount),
  };
}

/**
 * Figures of totals, each with its 95 % percentile interval: the units (needs) are drawn again with
 * replacement 1,000 times, and
 * the 25th and the 975th value in order are the bounds.
 * Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), section 13.3.
 * There are no bounds where a tenth of the
 * replicates or more leave the figure undefined.
 */
export function measured(
  units: readonly Share[],
  width: number,
  seed: string,
  figures: (totals: Float64Array) => readonly (number | null)[],
): Measure[] {
  const { starts, places, amounts } = laidOut(units);
  const totals = new Float64Array(width);
  const add = (unit: number) => {
    for (let i = starts[unit]!, end = starts[unit + 1]!; i < end; i += 1)
      totals[places[i]!]! += amounts[i]!;
  };
  for (let unit = 0; unit < units.length; unit += 1) add(unit);
  const values = figures(totals);
  if (units.length === 0) return values.map((value) => ({ value, low: null, high: null }));

  const next = seeded(seed);
  const drawn: number[][] = values.map(() => []);
  for (let r = 0; r < replicates; r += 1) {
    totals.fill(0);
    for (let i = 0; i < units.length; i += 1) add(next() % units.length);
    figures(totals).forEach((value, f) => {
      if (value !== null) drawn[f]!.push(value);
    });
  }
  return values.map((value, f) => {
    const sorted = Float64Array.from(drawn[f]!).sort();
    if (value === null || sorted.length < replicates * leastDefined)
      return { value, low: null, high: null };
    const at = (p: number) => sorted[Math.max(0, Math.round(sorted.length * p) - 1)]!;
    return { value, low: at(0.025), high: at(0.975) };
  });
}
