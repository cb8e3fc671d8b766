/**
 * What may be done to a need, said a second time and in other words than the register's own table:
 * a few sentences of code
 * that know nothing of it. The campaign of random steps holds the two against each other.
 */
export type Person =
  | 'focal point'
  | 'first reviewer'
  | 'second reviewer'
  | 'administrator'
  | 'manager'
  | 'stranger';
export const people: readonly Person[] = [
  'focal point',
  'first reviewer',
  'second reviewer',
  'administrator',
  'manager',
  'stranger',
];
const reviewers: readonly Person[] = ['first reviewer', 'second reviewer'];

export type Model = {
  status: 'draft' | 'submitted' | 'returned' | 'recoded' | 'approved' | 'withdrawn';
  version: number;
  counted: number | null;
  request: 'objection' | 'withdrawal' | null;
  lifted: boolean;
  enteredBy: Person;
  changedBy: Person;
  recoders: Set<Person>;
  versions: [verb: string, status: string, by: Person][];
};
export type Verdict = 'done' | 'not-found' | 'forbidden' | 'moved' | 'conflict' | 'invalid';

export const entered = (by: Person): Model => ({
  status: 'draft',
  version: 1,
  counted: null,
  request: null,
  lifted: false,
  enteredBy: by,
  changedBy: by,
  recoders: new Set(),
  versions: [['enter', 'draft', by]],
});

/** Whether it is a draft that was thrown away: withdrawn, and never submitted. */
const isThrownAway = ({ status, versions }: Model) =>
  status === 'withdrawn' && !versions.some(([verb]) => verb === 'submit');

/** Whether this person sees the need at all, and as work in progress. */
function sight(need: Model, by: Person): 'working' | 'approved' | 'none' {
  if (isThrownAway(need) && need.enteredBy !== by) return 'none';
  if (by === 'focal point' || by === 'administrator') return 'working';
  if (reviewers.includes(by))
    return need.status !== 'draft' || need.enteredBy === by ? 'working' : 'none';
  return by === 'manager' && need.counted !== null ? 'approved' : 'none';
}

const own = ['edit', 'submit', 'withdraw', 'object', 'request-withdrawal', 'take-back-request'];
const judging = ['return', 'recode', 'approve', 'grant-withdrawal', 'refuse-withdrawal'];

/**
 * Whether it is anybody's of this kind to do this: those who enter what is theirs, reviewers who
 * judge.
 */
function mayAtAll(need: Model, by: Person, verb: string): boolean {
  if (verb === 'lift-four-eyes') return by === 'administrator';
  if (own.includes(verb))
    return by === 'focal point' || (reviewers.includes(by) && need.enteredBy === by);
  return reviewers.includes(by);
}

/** Whether the need is where this can be done. */
function isPossible({ status, request, counted }: Model, verb: string): boolean {
  const inHand = status === 'draft' || status === 'returned';
  switch (verb) {
    case 'edit':
    case 'submit':
      return inHand;
    case 'return':
    case 'approve':
    case 'lift-four-eyes':
      return status === 'submitted' || status === 'recoded';
    case 'recode':
      return status === 'submitted';
    case 'reopen':
      return status === 'approved';
    case 'withdraw':
      return status !== 'approved' && status !== 'withdrawn' && counted === null;
    case 'object':
      return status === 'recoded' && request === null;
    case 'request-withdrawal':
      return (
        (status === 'returned' || status === 'approved') && counted !== null && request === null
      );
    case 'take-back-request':
      return (
        request !== null && status !== 'submitted' && status !== 'draft' && status !== 'withdrawn'
      );
    default:
      return request === 'withdrawal' && (status === 'returned' || status === 'approved');
  }
}

/**
 * Takes a step; `seen` is the version that the person had before them. The need is changed where it
 * is done.
 */
export function step(need: Model, by: Person, verb: string, seen: number): Verdict {
  const view = sight(need, by);
  if (view === 'none') return 'not-found';
  if (view === 'approved' || !mayAtAll(need, by, verb)) return 'forbidden';
  const sameHands = need.enteredBy === by || need.changedBy === by || need.recoders.has(by);
  if (judging.includes(verb) && isPossible(need, verb) && sameHands && !need.lifted)
    return 'forbidden';
  if (seen !== need.version) return 'moved';
  if (!isPossible(need, verb)) return 'conflict';
  apply(need, by, verb);
  return 'done';
}

function apply(need: Model, by: Person, verb: string) {
  need.version += 1;
  const to = {
    submit: 'submitted',
    return: 'returned',
    recode: 'recoded',
    approve: 'approved',
    reopen: 'returned',
    withdraw: 'withdrawn',
    'grant-withdrawal': 'withdrawn',
  } as const;
  if (verb in to) need.status = to[verb as keyof typeof to];
  if (verb === 'edit' || verb === 'recode') need.changedBy = by;
  if (verb === 'recode') need.recoders.add(by);
  if (verb === 'approve') need.counted = need.version;
  if (verb === 'grant-withdrawal') need.counted = null;
  need.lifted = verb === 'lift-four-eyes';
  if (verb === 'object') need.request = 'objection';
  else if (verb === 'request-withdrawal') need.request = 'withdrawal';
  else if (verb !== 'edit' && verb !== 'lift-four-eyes') need.request = null;
  need.versions.push([verb, need.status, by]);
}
