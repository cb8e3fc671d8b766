import type { Actor } from '#lib/base/actor';
import type { ActivityStatus } from '#lib/needs/fulfilment/vocabulary';
import type { Region } from '#lib/convention/regions';
import type { Confirmation, MatchState, MatchVerb } from '#lib/needs/fulfilment/vocabulary';

/**
 * Whose matches a role may act on. `organisation`: their organisation provides the activity;
 * `own-entry`: they proposed it themselves.
 */
type Ownership = 'any' | 'organisation' | 'State' | 'region' | 'own-entry';

type Rule = Readonly<{
  /** Null: the match does not exist yet. */
  from: readonly (MatchState | null)[];
  confirmation?: readonly Confirmation[];
  by: Readonly<Partial<Record<Actor['role'], Ownership>>>;
  /** `apart`: only if the articles of the activity and of the need do not overlap. */
  reason: 'required' | 'apart' | 'none';
  /** The required status of the activity; any if missing. */
  activity?: readonly ActivityStatus[];
}>;

const activeStatuses = ['planned', 'under-way', 'completed'] as const;
const secretariat = { manager: 'any', system: 'any' } as const;
const focalPoint = { 'focal-point': 'State' } as const;

/**
 * The one table of what can be done to a match, in which state, by whom. Everything else is
 * forbidden.
 */
export const matchRules: Readonly<Record<MatchVerb, Rule>> = {
  propose: {
    from: [null],
    by: { ...secretariat, ...focalPoint, provider: 'organisation', adviser: 'region' },
    reason: 'apart',
    activity: activeStatuses,
  },
  accept: { from: ['proposed'], by: secretariat, reason: 'none', activity: activeStatuses },
  reject: { from: ['proposed'], by: { manager: 'any' }, reason: 'required' },
  // Only the State concerned speaks for itself: neither the provider nor the secretariat can
  // confirm.
  dispute: {
    from: ['accepted'],
    confirmation: ['none', 'confirmed', 'disputed'],
    by: focalPoint,
    reason: 'required',
  },
  answer: {
    from: ['accepted'],
    confirmation: ['disputed'],
    by: { manager: 'any', provider: 'organisation' },
    reason: 'required',
  },
  // An activity that has not happened yet cannot have met a need.
  confirm: {
    from: ['accepted'],
    confirmation: ['none', 'confirmed', 'disputed'],
    by: focalPoint,
    reason: 'none',
    activity: ['completed'],
  },
  // Others cannot undo what a State has confirmed: the State disputes it first.
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
    activity: activeStatuses,
  },
};

/** The facts that the rules check. */
export type MatchRuleInput = Readonly<{
  state: MatchState | null;
  confirmation: Confirmation;
  proposedBy: string | null;
  activity: ActivityStatus;
  organisationId: string | null;
  stateId: string;
  region: Region;
}>;
type ReadMatch = Omit<MatchRuleInput, 'state'> & Readonly<{ state: MatchState }>;
/** Takes the facts that the rules check from a match. */
export const toMatchRuleInput = ({
  state,
  confirmation,
  proposedBy,
  activity,
  organisationId,
  stateId,
  region,
}: ReadMatch): MatchRuleInput => ({
  state,
  confirmation,
  proposedBy,
  activity,
  organisationId,
  stateId,
  region,
});
export type MatchVerdict = 'allowed' | 'role' | 'not-yours' | 'status' | 'activity';

function owns(
  actor: Actor,
  ownership: Ownership,
  { state, proposedBy, organisationId, stateId, region }: MatchRuleInput,
): boolean {
  switch (ownership) {
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
 * Checks whether the actor may do this now, and returns the reason if not. Scope (whether they see
 * the match at all) is checked before.
 */
export function checkMatchRule(actor: Actor, verb: MatchVerb, match: MatchRuleInput): MatchVerdict {
  const rule = matchRules[verb];
  const ownership = rule.by[actor.role];
  if (ownership === undefined) return 'role';
  if (!owns(actor, ownership, match)) return 'not-yours';
  if (
    !rule.from.includes(match.state) ||
    (rule.confirmation && !rule.confirmation.includes(match.confirmation))
  )
    return 'status';
  return rule.activity && !rule.activity.includes(match.activity) ? 'activity' : 'allowed';
}

/** The verbs that the actor may apply to a match now, in the order of the table. */
export const verbsAllowedTo = (actor: Actor, match: MatchRuleInput): MatchVerb[] =>
  (Object.keys(matchRules) as MatchVerb[]).filter(
    (verb) => checkMatchRule(actor, verb, match) === 'allowed',
  );

/** Whether the role may propose matches at all. */
export const mayProposeMatches = ({ role }: Actor): boolean =>
  matchRules.propose.by[role] !== undefined;
