import type { Actor } from '#lib/base/actor';
import type { ActivityStatus } from '#lib/needs/met/vocabulary';
import type { Region } from '#lib/convention/regions';
import type { Confirmation, MatchState, MatchVerb } from '#lib/needs/met/vocabulary';

/**
 * Of whose matches a role may do it: `organisation`: its own provides the activity; `own-entry`:
 * this person proposed it.
 */
type Whose = 'any' | 'organisation' | 'State' | 'region' | 'own-entry';

type Rule = Readonly<{
  /** Null: there is no such match yet. */
  from: readonly (MatchState | null)[];
  confirmation?: readonly Confirmation[];
  by: Readonly<Partial<Record<Actor['role'], Whose>>>;
  /** `apart`: only where the articles of the activity and of the need do not meet. */
  reason: 'required' | 'apart' | 'none';
  /** How the activity must stand; any way where nothing is said. */
  activity?: readonly ActivityStatus[];
}>;

const alive = ['planned', 'under-way', 'completed'] as const;
const decides = { manager: 'any', system: 'any' } as const;
const speaks = { 'focal-point': 'State' } as const;

/**
 * The one table of what can be done to a match, in which state, by whom. What is not here cannot be
 * done.
 */
export const rules: Readonly<Record<MatchVerb, Rule>> = {
  propose: {
    from: [null],
    by: { ...decides, ...speaks, provider: 'organisation', adviser: 'region' },
    reason: 'apart',
    activity: alive,
  },
  accept: { from: ['proposed'], by: decides, reason: 'none', activity: alive },
  reject: { from: ['proposed'], by: { manager: 'any' }, reason: 'required' },
  // Only the State concerned speaks for itself: neither the provider nor the secretariat can
  // confirm.
  dispute: {
    from: ['accepted'],
    confirmation: ['none', 'confirmed', 'disputed'],
    by: speaks,
    reason: 'required',
  },
  answer: {
    from: ['accepted'],
    confirmation: ['disputed'],
    by: { manager: 'any', provider: 'organisation' },
    reason: 'required',
  },
  // What has not happened yet cannot have met anything.
  confirm: {
    from: ['accepted'],
    confirmation: ['none', 'confirmed', 'disputed'],
    by: speaks,
    reason: 'none',
    activity: ['completed'],
  },
  // What a State has confirmed is not undone by others: the State disputes it first.
  withdraw: {
    from: ['proposed', 'accepted'],
    confirmation: ['none', 'disputed'],
    by: {
      manager: 'any',
      provider: 'organisation',
      'focal-point': 'own-entry',
      adviser: 'own-entry',
    },
    reason: 'required',
  },
  reopen: {
    from: ['rejected', 'withdrawn'],
    by: { manager: 'any' },
    reason: 'required',
    activity: alive,
  },
};

/** What the rules look at. */
export type Ruled = Readonly<{
  state: MatchState | null;
  confirmation: Confirmation;
  proposedBy: string | null;
  activity: ActivityStatus;
  organisationId: string | null;
  stateId: string;
  region: Region;
}>;
type Row = Omit<Ruled, 'state'> & Readonly<{ state: MatchState }>;
/** What they look at, of a match as it is read. */
export const ruledOf = ({
  state,
  confirmation,
  proposedBy,
  activity,
  organisationId,
  stateId,
  region,
}: Row): Ruled => ({ state, confirmation, proposedBy, activity, organisationId, stateId, region });
export type Ruling = 'allowed' | 'role' | 'not-yours' | 'status' | 'activity';

function isTheirs(
  actor: Actor,
  whose: Whose,
  { state, proposedBy, organisationId, stateId, region }: Ruled,
): boolean {
  switch (whose) {
    case 'any':
      return true;
    case 'organisation':
      return organisationId !== null && organisationId === actor.organisationId;
    case 'State':
      return stateId === actor.stateId;
    case 'region':
      return region === actor.region;
    case 'own-entry':
      return proposedBy === actor.accountId && state === 'proposed';
  }
}

/**
 * Whether the actor may do it now, or which rule forbids it. Scope (whether they see the match at
 * all) is decided before.
 */
export function ruling(actor: Actor, verb: MatchVerb, match: Ruled): Ruling {
  const rule = rules[verb];
  const whose = rule.by[actor.role];
  if (whose === undefined) return 'role';
  if (!isTheirs(actor, whose, match)) return 'not-yours';
  if (
    !rule.from.includes(match.state) ||
    (rule.confirmation && !rule.confirmation.includes(match.confirmation))
  )
    return 'status';
  return rule.activity && !rule.activity.includes(match.activity) ? 'activity' : 'allowed';
}

/** What the actor may do to a match now, in the order of the table. */
export const openTo = (actor: Actor, match: Ruled): MatchVerb[] =>
  (Object.keys(rules) as MatchVerb[]).filter((verb) => ruling(actor, verb, match) === 'allowed');

/** Whether the role may propose anything at all. */
export const mayPropose = ({ role }: Actor): boolean => rules.propose.by[role] !== undefined;
