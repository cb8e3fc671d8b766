/**
 * Pseudo-random integers from 0 to 2³² − 1, determined by the seed: FNV-1a of the seed, then
 * mulberry32.
 */
function seededRandom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const unit of seed) state = Math.imul(state ^ unit.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** A figure with its 95 % confidence interval; null where it is undefined. */
export type Estimate = Readonly<{ value: number | null; low: number | null; high: number | null }>;

/** What one unit adds to the totals from which a figure is computed, as positions and amounts. */
export type Contribution = readonly (readonly [place: number, amount: number])[];

export const replicates = 1000;
const minDefinedShare = 0.9;

/**
 * Flattens the contributions into typed arrays: a thousand replicates loop over them, and objects
 * would take ten times as long.
 */
function flatten(units: readonly Contribution[]) {
  const starts = new Int32Array(units.length + 1);
  units.forEach((share, i) => {
    starts[i + 1] = starts[i]! + share.length;
  });
  const contributions = units.flat();
  return {
    starts,
    places: Int32Array.from(contributions, ([place]) => place),
    amounts: Float64Array.from(contributions, ([, amount]) => amount),
  };
}

/**
 * Figures of totals, each with its 95 % percentile interval: the units (needs) are resampled with
 * replacement 1,000 times, and the 25th and the 975th value in order are the bounds.
 * Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), section 13.3.
 * There are no bounds with one unit, or if a tenth of the replicates or more leave the figure undefined.
 */
export function bootstrapEstimates(
  units: readonly Contribution[],
  width: number,
  seed: string,
  figures: (totals: Float64Array) => readonly (number | null)[],
): Estimate[] {
  const { starts, places, amounts } = flatten(units);
  const totals = new Float64Array(width);
  const add = (unit: number) => {
    for (let i = starts[unit]!, end = starts[unit + 1]!; i < end; i += 1)
      totals[places[i]!]! += amounts[i]!;
  };
  for (let unit = 0; unit < units.length; unit += 1) add(unit);
  const values = figures(totals);
  // One unit is drawn again and again: an interval would say nothing.
  if (units.length < 2) return values.map((value) => ({ value, low: null, high: null }));

  const next = seededRandom(seed);
  const replicateValues: number[][] = values.map(() => []);
  for (let r = 0; r < replicates; r += 1) {
    totals.fill(0);
    for (let i = 0; i < units.length; i += 1) add(next() % units.length);
    figures(totals).forEach((value, f) => {
      if (value !== null) replicateValues[f]!.push(value);
    });
  }
  return values.map((value, f) => {
    const sorted = Float64Array.from(replicateValues[f]!).sort();
    if (value === null || sorted.length < replicates * minDefinedShare)
      return { value, low: null, high: null };
    const percentile = (p: number) => sorted[Math.max(0, Math.round(sorted.length * p) - 1)]!;
    return { value, low: percentile(0.025), high: percentile(0.975) };
  });
}
