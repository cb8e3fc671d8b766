import 'server-only';
import { confirmationFingerprint } from '#lib/base/fingerprint';

export const rowOutcomes = ['new', 'changed', 'same', 'wrong'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** What an import would do with a row, whatever the kind of import. */
export type RowPlan = Readonly<{ line: number; outcome: RowOutcome; faults: readonly unknown[] }>;

export function countOutcomes(plan: readonly RowPlan[]): Record<RowOutcome, number> {
  const counts = { new: 0, changed: 0, same: 0, wrong: 0 };
  for (const { outcome } of plan) counts[outcome] += 1;
  return counts;
}

/**
 * Identifies a plan: the file, and the entries of the register that its rows were compared with.
 * `stored` returns what tells the version of such an entry.
 */
export const planFingerprint = <Row extends RowPlan>(
  sha256: string,
  plan: readonly Row[],
  stored: (row: Row) => readonly unknown[],
): string =>
  confirmationFingerprint([sha256, plan.map((row) => [row.line, row.outcome, ...stored(row)])]);
