import type { Region } from '#lib/convention/regions';

/** A State of the register, as far as a conflict of interest takes. */
export type Party = Readonly<{ id: string; region: Region }>;
/**
 * `nominatedBy`: the State whose expert the reviewer is; null: an officer of the secretariat.
 * `load`: open reviews that they have already.
 */
export type Candidate = Readonly<{ id: string; nominatedBy: Party | null; load: number }>;
export type ReviewToStaff = Readonly<{ id: string; state: Party; assigned: readonly string[] }>;
export type Conflict = 'own-state' | 'own-region' | 'same-nomination';
export type Assigned = Readonly<{ reviewId: string; accountId: string }>;

/**
 * What each review has: two experts, nominated by different States, and an officer of the
 * secretariat.
 */
export const wanted = { experts: 2, officers: 1 } as const;

/**
 * Why a reviewer may not have a review; undefined where nothing is against it. `others`: the States
 * whose experts it has already.
 */
export function conflictOf(
  nominatedBy: Party | null,
  state: Party,
  others: readonly string[],
  ownRegionRefused: boolean,
): Conflict | undefined {
  if (nominatedBy === null) return undefined;
  if (nominatedBy.id === state.id) return 'own-state';
  if (ownRegionRefused && nominatedBy.region === state.region) return 'own-region';
  return others.includes(nominatedBy.id) ? 'same-nomination' : undefined;
}

/**
 * Who is to join which review so that each has what it needs, as evenly as can be: whoever has
 * least takes the next review,
 * in the order given. The same reviews and reviewers always give the same answer; what nobody can
 * take stays open.
 */
export function balanced(
  reviews: readonly ReviewToStaff[],
  candidates: readonly Candidate[],
  ownRegionRefused: boolean,
): Assigned[] {
  const load = new Map(candidates.map(({ id, load: already }) => [id, already]));
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const chosen: Assigned[] = [];
  for (const { id: reviewId, state, assigned } of reviews) {
    const team = assigned.flatMap((id) => byId.get(id) ?? []);
    const take = (kind: 'experts' | 'officers') => {
      const others = team.flatMap(({ nominatedBy }) => nominatedBy?.id ?? []);
      const [next] = candidates
        .filter(
          ({ id, nominatedBy }) =>
            (nominatedBy === null) === (kind === 'officers') &&
            !assigned.includes(id) &&
            !team.some((member) => member.id === id) &&
            conflictOf(nominatedBy, state, others, ownRegionRefused) === undefined,
        )
        .toSorted((a, b) => load.get(a.id)! - load.get(b.id)! || (a.id < b.id ? -1 : 1));
      if (!next) return;
      team.push(next);
      load.set(next.id, load.get(next.id)! + 1);
      chosen.push({ reviewId, accountId: next.id });
    };
    const has = (kind: 'experts' | 'officers') =>
      team.filter(({ nominatedBy }) => (nominatedBy === null) === (kind === 'officers')).length;
    for (const kind of ['experts', 'officers'] as const)
      for (let missing = wanted[kind] - has(kind); missing > 0; missing -= 1) take(kind);
  }
  return chosen;
}
