import type { ActivityStatus } from '#lib/needs/fulfilment/vocabulary';
import {
  claims,
  needStatuses,
  type Claim,
  type Confirmation,
  type Degree,
  type MatchState,
  type MatchVerb,
  type NeedStatus,
} from '#lib/needs/fulfilment/vocabulary';

/** One step of a match and the degree after it; `seq` is the revision of the step. */
export type MatchStep = Readonly<{ number: number; verb: MatchVerb; degree: Degree; seq: number }>;
/** The status of a match. `answered`: the provider or the secretariat has answered the dispute. */
export type MatchStatus = Readonly<{
  state: MatchState;
  degree: Degree;
  confirmation: Confirmation;
  answered: boolean;
}>;

/** Returns the status of a match after its steps, in any order; null before the first step. */
export function matchStatusAfter(steps: readonly MatchStep[]): MatchStatus | null {
  let status: MatchStatus | null = null;
  for (const { verb, degree } of steps.toSorted((a, b) => a.number - b.number))
    status = applyStep(status, verb, degree);
  return status;
}

/** Applies one step, which the rules must allow. */
export function applyStep(
  previous: MatchStatus | null,
  verb: MatchVerb,
  degree: Degree,
): MatchStatus {
  const next = {
    ...(previous ?? ({ state: 'proposed', confirmation: 'none', answered: false } as const)),
    degree,
  };
  switch (verb) {
    case 'propose':
    case 'reopen':
      return { ...next, state: 'proposed', confirmation: 'none', answered: false };
    case 'accept':
      return { ...next, state: 'accepted' };
    case 'reject':
      return { ...next, state: 'rejected' };
    case 'withdraw':
      return { ...next, state: 'withdrawn' };
    case 'dispute':
      return { ...next, confirmation: 'disputed', answered: false };
    case 'answer':
      return { ...next, answered: next.confirmation === 'disputed' };
    case 'confirm':
      return { ...next, confirmation: 'confirmed', answered: false };
  }
}

/** A match with the status of its activity, both at the same revision. */
export type MatchWithActivity = Readonly<{
  standing: MatchStatus | null;
  activity: ActivityStatus;
}>;

/** Returns the status that one match gives its need. */
function statusByMatch({ standing: matchStatus, activity }: MatchWithActivity): NeedStatus {
  if (matchStatus?.state !== 'accepted' || activity === 'cancelled') return 'unmet';
  if (activity === 'planned') return 'planned';
  return activity === 'completed' &&
    matchStatus.confirmation === 'confirmed' &&
    matchStatus.degree === 'fully'
    ? 'met'
    : 'current';
}

/**
 * Returns the status of a need, which is the highest that any match gives it. Met: an accepted
 * match with a completed activity, of which the focal point of the State confirmed that it answers
 * the need fully. A match that the State disputes or has not confirmed counts by its activity
 * alone, as current or planned; `claimsOf` tells these apart.
 */
export const statusOfNeed = (matches: readonly MatchWithActivity[]): NeedStatus =>
  needStatuses[Math.max(0, ...matches.map((match) => needStatuses.indexOf(statusByMatch(match))))]!;

/**
 * Returns what the State says of the assistance that counts for its need; several claims may hold
 * at once.
 */
export function claimsOf(matches: readonly MatchWithActivity[]): readonly Claim[] {
  const found = new Set<Claim>();
  for (const match of matches) {
    if (statusByMatch(match) === 'unmet') continue;
    const { confirmation, answered } = match.standing!;
    found.add(confirmation === 'none' ? 'awaiting' : confirmation);
    if (answered) found.add('answered');
  }
  return claims.filter((claim) => found.has(claim));
}

/** Returns the steps up to a revision. */
export const stepsAt = <S extends Pick<MatchStep, 'seq'>>(
  steps: readonly S[],
  revision: number,
): S[] => steps.filter(({ seq }) => seq <= revision);

/** A match with all its steps and the status changes of its activity; `at` is the instant. */
export type MatchHistory = Readonly<{
  steps: readonly (MatchStep & { at: string })[];
  activity: readonly Readonly<{ status: ActivityStatus; seq: number; at: string }>[];
}>;
/**
 * The assistance status of a need for counting: its status, the claims of its State, and since when
 * it is unmet again (null: it always was).
 */
export type NeedAssistance = Readonly<{
  status: NeedStatus;
  claims: readonly Claim[];
  unmetSince: string | null;
}>;

export const noAssistance: NeedAssistance = { status: 'unmet', claims: [], unmetSince: null };

const matchAt = ({ steps, activity }: MatchHistory, revision: number): MatchWithActivity => ({
  standing: matchStatusAfter(stepsAt(steps, revision)),
  activity:
    stepsAt(activity, revision)
      .toSorted((a, b) => a.seq - b.seq)
      .at(-1)?.status ?? 'cancelled',
});

/**
 * Returns the assistance status of a need at a revision, from the histories of its matches and
 * their activities.
 */
export function needAssistanceAt(
  histories: readonly MatchHistory[],
  revision: number,
): NeedAssistance {
  const matchesAt = (seq: number) => histories.map((each) => matchAt(each, seq));
  const current = matchesAt(revision);
  const status = statusOfNeed(current);
  if (status !== 'unmet') return { status, claims: claimsOf(current), unmetSince: null };
  const instants = new Map(
    histories
      .flatMap(({ steps, activity }) => stepsAt([...steps, ...activity], revision))
      .map(({ seq, at: instant }) => [seq, instant]),
  );
  let unmetSince: string | null = null;
  let previous: NeedStatus = 'unmet';
  for (const [seq, instant] of [...instants].sort(([a], [b]) => a - b)) {
    const after = statusOfNeed(matchesAt(seq));
    if (after === 'unmet' && previous !== 'unmet') unmetSince = instant;
    previous = after;
  }
  return { status, claims: [], unmetSince };
}

/** Returns the revisions up to this one at which the status or the claims of a need changed. */
export function assistanceChanges(histories: readonly MatchHistory[], revision: number): number[] {
  const seqs = histories
    .flatMap(({ steps, activity }) => stepsAt([...steps, ...activity], revision))
    .map(({ seq }) => seq);
  let previous = JSON.stringify(['unmet', []]);
  return [...new Set(seqs)]
    .sort((a, b) => a - b)
    .filter((seq) => {
      const matches = histories.map((each) => matchAt(each, seq));
      const before = previous;
      previous = JSON.stringify([statusOfNeed(matches), claimsOf(matches)]);
      return previous !== before;
    });
}
