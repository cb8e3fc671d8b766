import 'server-only';
import { createHash } from 'node:crypto';

/** A number for each thing that the seed alone decides, as hexadecimal: the order of a draw. */
export const rank = (seed: string, id: string): string =>
  createHash('sha256').update(seed).update('\0').update(id).digest('hex');

/** How many needs a share in percent makes: half up, on whole numbers. */
export const sizeOf = (population: number, share: number): number =>
  Math.floor((population * share + 50) / 100);

/**
 * Deals the needs, one after the other, to as many people each as are wanted: always to those who
 * have had the fewest, the
 * seed deciding between equals, and never to whom a need excludes. Null where nobody is left.
 */
export function deal(
  needs: readonly Readonly<{ excluded: ReadonlySet<string> }>[],
  people: readonly string[],
  coders: number,
  seed: string,
): (string | null)[][] {
  const assignedCounts = new Map(
    people
      .toSorted((a, b) => (rank(seed, a) < rank(seed, b) ? -1 : 1))
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
