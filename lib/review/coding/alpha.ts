/**
 * The values that the coders gave to one unit, in a fixed order of coders; null if there is none.
 */
export type CodedUnit = readonly (string | null)[];

/**
 * What a unit adds to the coincidences: its values, and how often pairs of them are the same, each
 * pair weighted by 1 / (m − 1).
 */
export function coincidencesIn(unit: CodedUnit): {
  values: readonly (readonly [value: string, count: number])[];
  same: number;
  pairable: number;
} {
  const counts = new Map<string, number>();
  for (const value of unit) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts];
  const pairable = values.reduce((sum, [, count]) => sum + count, 0);
  // A single value says nothing about agreement.
  if (pairable < 2) return { values: [], same: 0, pairable: 0 };
  return {
    values,
    pairable,
    same: values.reduce((sum, [, count]) => sum + (count * (count - 1)) / (pairable - 1), 0),
  };
}

/**
 * Krippendorff's alpha for nominal values from the coincidences: 1 − (n − 1)·(n − Σ o_cc) / (n² − Σ
 * n_c²), with n the pairable values, n_c how often each occurs and o_cc the coincidences of a value
 * with itself.
 * Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (University of
 * Pennsylvania, 2011), section C: nominal data, any number of observers, missing data.
 * Null where it is undefined: nothing pairable, or one value throughout.
 */
export function alphaFromCoincidences(
  n: number,
  same: number,
  byValue: ArrayLike<number>,
): number | null {
  let squares = 0;
  for (let c = 0; c < byValue.length; c += 1) squares += byValue[c]! * byValue[c]!;
  return n < 2 || squares === n * n ? null : 1 - ((n - 1) * (n - same)) / (n * n - squares);
}

export function krippendorffAlpha(units: readonly CodedUnit[]): number | null {
  const byValue = new Map<string, number>();
  let n = 0;
  let same = 0;
  for (const coincidences of units.map(coincidencesIn)) {
    n += coincidences.pairable;
    same += coincidences.same;
    for (const [value, count] of coincidences.values)
      byValue.set(value, (byValue.get(value) ?? 0) + count);
  }
  return alphaFromCoincidences(n, same, [...byValue.values()]);
}

/**
 * The share of agreeing pairs among all pairs of values of a unit: 1 or 0 with two coders. Null if
 * fewer than two coded it.
 * Source: J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological
 * Bulletin 76 (1971), equation 2 (P_i).
 */
export function pairwiseAgreement(unit: CodedUnit): number | null {
  const { same, pairable } = coincidencesIn(unit);
  return pairable < 2 ? null : same / pairable;
}

/**
 * The mean pairwise agreement over the units: with two coders the plain percent agreement. Source:
 * the same, equation 5 (P̄).
 */
export function percentAgreement(units: readonly CodedUnit[]): number | null {
  const shares = units.map(pairwiseAgreement).filter((share) => share !== null);
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
