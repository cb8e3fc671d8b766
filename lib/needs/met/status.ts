import type { ActivityStatus } from '#lib/needs/met/vocabulary';
import {
  claims,
  needStatuses,
  type Claim,
  type Confirmation,
  type Degree,
  type MatchState,
  type MatchVerb,
  type NeedStatus,
} from '#lib/needs/met/vocabulary';

/** One step of a match, with the degree that it leaves; `seq` is the revision that it made. */
export type Step = Readonly<{ number: number; verb: MatchVerb; degree: Degree; seq: number }>;
/**
 * Where a match stands; `answered`: a dispute that the provider or the secretariat has answered
 * since.
 */
export type Standing = Readonly<{
  state: MatchState;
  degree: Degree;
  confirmation: Confirmation;
  answered: boolean;
}>;

/**
 * Where a match stands after its steps, whatever their order in the list; null before the first.
 */
export function standingAfter(steps: readonly Step[]): Standing | null {
  let standing: Standing | null = null;
  for (const { verb, degree } of steps.toSorted((a, b) => a.number - b.number))
    standing = stepped(standing, verb, degree);
  return standing;
}

/** Where it stands one step on. The step is one that the rules allow. */
export function stepped(before: Standing | null, verb: MatchVerb, degree: Degree): Standing {
  const now = {
    ...(before ?? ({ state: 'proposed', confirmation: 'none', answered: false } as const)),
    degree,
  };
  switch (verb) {
    case 'propose':
    case 'reopen':
      return { ...now, state: 'proposed', confirmation: 'none', answered: false };
    case 'accept':
      return { ...now, state: 'accepted' };
    case 'reject':
      return { ...now, state: 'rejected' };
    case 'withdraw':
      return { ...now, state: 'withdrawn' };
    case 'dispute':
      return { ...now, confirmation: 'disputed', answered: false };
    case 'answer':
      return { ...now, answered: now.confirmation === 'disputed' };
    case 'confirm':
      return { ...now, confirmation: 'confirmed', answered: false };
  }
}

/** What a match says of its need, with the status of its activity at the same revision. */
export type Answering = Readonly<{ standing: Standing | null; activity: ActivityStatus }>;

/** The status that one match gives its need. */
function statusByOne({ standing, activity }: Answering): NeedStatus {
  if (standing?.state !== 'accepted' || activity === 'cancelled') return 'unmet';
  if (activity === 'planned') return 'planned';
  return activity === 'completed' &&
    standing.confirmation === 'confirmed' &&
    standing.degree === 'fully'
    ? 'met'
    : 'current';
}

/**
 * The status of a need. Met: at least one accepted match whose activity is completed and of which
 * the State's own focal point has
 * said that it answers the need fully. What the State disputes, or has said nothing of, counts by
 * its activity alone: as current
 * or planned, and `claimsOf` shows it as such.
 */
export const statusOfNeed = (matches: readonly Answering[]): NeedStatus =>
  needStatuses[Math.max(0, ...matches.map((match) => needStatuses.indexOf(statusByOne(match))))]!;

/** What the State says of the assistance that counts for its need; several may be true at once. */
export function claimsOf(matches: readonly Answering[]): readonly Claim[] {
  const said = new Set<Claim>();
  for (const match of matches) {
    if (statusByOne(match) === 'unmet') continue;
    const { confirmation, answered } = match.standing!;
    said.add(confirmation === 'none' ? 'awaiting' : confirmation);
    if (answered) said.add('answered');
  }
  return claims.filter((claim) => said.has(claim));
}

/** The history of a match as it was at a revision. */
export const stepsAt = <S extends Pick<Step, 'seq'>>(steps: readonly S[], revision: number): S[] =>
  steps.filter(({ seq }) => seq <= revision);

/**
 * A match with all its steps, and the statuses that its activity has had, each from a revision on;
 * `at` is the instant.
 */
export type History = Readonly<{
  steps: readonly (Step & { at: string })[];
  activity: readonly Readonly<{ status: ActivityStatus; seq: number; at: string }>[];
}>;
/**
 * What counting knows of a need: its status, what its State says, and since when it is unmet again
 * (null: it always was).
 */
export type NeedStanding = Readonly<{
  status: NeedStatus;
  claims: readonly Claim[];
  unmetSince: string | null;
}>;

export const neverAnswered: NeedStanding = { status: 'unmet', claims: [], unmetSince: null };

const answering = ({ steps, activity }: History, revision: number): Answering => ({
  standing: standingAfter(stepsAt(steps, revision)),
  activity:
    stepsAt(activity, revision)
      .toSorted((a, b) => a.seq - b.seq)
      .at(-1)?.status ?? 'cancelled',
});

/** Where a need stands at a revision, by the histories of its matches and of their activities. */
export function needStandingAt(histories: readonly History[], revision: number): NeedStanding {
  const at = (seq: number) => histories.map((each) => answering(each, seq));
  const now = at(revision);
  const status = statusOfNeed(now);
  if (status !== 'unmet') return { status, claims: claimsOf(now), unmetSince: null };
  const moments = new Map(
    histories
      .flatMap(({ steps, activity }) => stepsAt([...steps, ...activity], revision))
      .map(({ seq, at: instant }) => [seq, instant]),
  );
  let since: string | null = null;
  let before: NeedStatus = 'unmet';
  for (const [seq, instant] of [...moments].sort(([a], [b]) => a - b)) {
    const after = statusOfNeed(at(seq));
    if (after === 'unmet' && before !== 'unmet') since = instant;
    before = after;
  }
  return { status, claims: [], unmetSince: since };
}
