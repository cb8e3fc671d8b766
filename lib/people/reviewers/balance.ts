import type { Region } from '#lib/convention/regions';

/** A State, as far as conflicts of interest are concerned. */
export type PartyState = Readonly<{ id: string; region: Region }>;
/**
 * `nominatedBy`: the State that nominated the expert; null: an officer of the secretariat. `load`:
 * number of open reviews.
 */
export type ReviewerCandidate = Readonly<{
  id: string;
  nominatedBy: PartyState | null;
  load: number;
}>;
export type ReviewToStaff = Readonly<{
  id: string;
  state: PartyState;
  assigned: readonly string[];
}>;
export type ConflictOfInterest = 'own-state' | 'own-region' | 'same-nomination';
export type ReviewerAssignment = Readonly<{ reviewId: string; accountId: string }>;

/**
 * Reviewers of each review: two experts nominated by different States, and an officer of the
 * secretariat.
 */
const requiredReviewers = { experts: 2, officers: 1 } as const;
type Kind = keyof typeof requiredReviewers;

/** Reviewers whom no State nominated are officers of the secretariat. */
const isOfKind = ({ nominatedBy }: ReviewerCandidate, kind: Kind): boolean =>
  (nominatedBy === null) === (kind === 'officers');

/**
 * The conflict of interest of a reviewer with a review; undefined if there is none. `others`:
 * States whose experts the review already has.
 */
export function findConflictOfInterest(
  nominatedBy: PartyState | null,
  state: PartyState,
  others: readonly string[],
  ownRegionRefused: boolean,
): ConflictOfInterest | undefined {
  if (nominatedBy === null) return undefined;
  if (nominatedBy.id === state.id) return 'own-state';
  if (ownRegionRefused && nominatedBy.region === state.region) return 'own-region';
  return others.includes(nominatedBy.id) ? 'same-nomination' : undefined;
}

/**
 * Proposes assignments so that each review has all its reviewers and the load is even: in the given
 * order, each review takes the eligible person with the lowest load. Deterministic. Places that
 * nobody can take stay open.
 */
export function balanceAssignments(
  reviews: readonly ReviewToStaff[],
  candidates: readonly ReviewerCandidate[],
  ownRegionRefused: boolean,
): ReviewerAssignment[] {
  const load = new Map(candidates.map(({ id, load: current }) => [id, current]));
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const proposed: ReviewerAssignment[] = [];
  for (const { id: reviewId, state, assigned } of reviews) {
    const team = assigned.flatMap((id) => byId.get(id) ?? []);
    const addReviewer = (kind: Kind) => {
      const others = team.flatMap(({ nominatedBy }) => nominatedBy?.id ?? []);
      const [choice] = candidates
        .filter(
          (candidate) =>
            isOfKind(candidate, kind) &&
            !assigned.includes(candidate.id) &&
            !team.some((member) => member.id === candidate.id) &&
            findConflictOfInterest(candidate.nominatedBy, state, others, ownRegionRefused) ===
              undefined,
        )
        .toSorted((a, b) => load.get(a.id)! - load.get(b.id)! || (a.id < b.id ? -1 : 1));
      if (!choice) return;
      team.push(choice);
      load.set(choice.id, load.get(choice.id)! + 1);
      proposed.push({ reviewId, accountId: choice.id });
    };
    for (const kind of ['experts', 'officers'] as const) {
      const present = team.filter((member) => isOfKind(member, kind)).length;
      for (let missing = requiredReviewers[kind] - present; missing > 0; missing -= 1)
        addReviewer(kind);
    }
  }
  return proposed;
}
