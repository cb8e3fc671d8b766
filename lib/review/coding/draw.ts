import 'server-only';
import { createHash } from 'node:crypto';

/** A rank for each id that only the seed determines, as hexadecimal: the order of a draw. */
export const drawRank = (seed: string, id: string): string =>
  createHash('sha256').update(seed).update('\0').update(id).digest('hex');

/** The sample size for a share in percent: rounded half up, in integers. */
export const sampleSize = (population: number, share: number): number =>
  Math.floor((population * share + 50) / 100);

/**
 * Assigns each need in order to `coders` people: those with the fewest so far, the seed deciding
 * between equals, and never somebody whom the need excludes. Null if nobody is left.
 */
export function assignCoders(
  needs: readonly Readonly<{ excluded: ReadonlySet<string> }>[],
  people: readonly string[],
  coders: number,
  seed: string,
): (string | null)[][] {
  const assignedCounts = new Map(
    people
      .toSorted((a, b) => (drawRank(seed, a) < drawRank(seed, b) ? -1 : 1))
      .map((person) => [person, 0]),
  );
  return needs.map(({ excluded }) => {
    const eligible = [...assignedCounts]
      .filter(([person]) => !excluded.has(person))
      .sort(([, a], [, b]) => a - b)
      .slice(0, coders)
      .map(([person]) => person);
    for (const person of eligible) assignedCounts.set(person, assignedCounts.get(person)! + 1);
    return Array.from({ length: coders }, (_, place) => eligible[place] ?? null);
  });
}
