/**
 * A confusion matrix of two coders: rows for the values of the first, columns for those of the
 * second, in one order.
 */
export type ConfusionMatrix = readonly (readonly number[])[];

/**
 * Cohen's kappa over `k` values from a flat table of counts, row by row: (p_o − p_c) / (1 − p_c),
 * with p_o the share of the diagonal and p_c = Σ p_i. p_.i, the agreement expected by chance.
 * Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
 * Measurement 20 (1960), equation 1.
 * Null where it is undefined: without units, and if both coders gave one and the same value
 * throughout (p_c = 1).
 */
export function kappaFromCounts(cells: ArrayLike<number>, k: number): number | null {
  let n = 0;
  let same = 0;
  let chance = 0;
  for (let i = 0; i < k; i += 1) {
    let row = 0;
    let column = 0;
    for (let j = 0; j < k; j += 1) {
      row += cells[i * k + j]!;
      column += cells[j * k + i]!;
    }
    n += row;
    same += cells[i * k + i]!;
    chance += row * column;
  }
  // In counts, which are exact: (n·same − Σ row·column) / (n² − Σ row·column).
  return n === 0 || chance === n * n ? null : (n * same - chance) / (n * n - chance);
}

export const cohenKappa = (table: ConfusionMatrix): number | null =>
  kappaFromCounts(table.flat(), table.length);

/**
 * The agreement of two coders on one value: 2a / (2a + b + c), with a the units to which both gave
 * it, b and c those to which one did.
 * Source: D. V. Cicchetti and A. R. Feinstein, "High agreement but low kappa: II", Journal of
 * Clinical Epidemiology 43 (1990), p_pos.
 */
export const specificAgreement = (both: number, first: number, second: number): number | null =>
  first + second === 0 ? null : (2 * both) / (first + second);
