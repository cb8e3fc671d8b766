import type { Actor } from '#lib/base/actor';
import { checkTransition, type NeedWorkflow } from '#lib/needs/model/transitions';

type NeedWithDeadlines = NeedWorkflow &
  Readonly<{ entryDueOn: string | null; decisionDueOn: string | null }>;
export type AwaitedParty = 'you' | 'reviewer' | 'focal-point' | 'nobody';

const awaitsDecision = ({ status, request }: NeedWorkflow) =>
  status === 'submitted' || status === 'recoded' || request === 'withdrawal';
const awaitsEntry = ({ status }: NeedWorkflow) => status === 'draft' || status === 'returned';

/** Who must act on a need next: the actor, or which side. */
export function awaitedParty(actor: Actor, need: NeedWorkflow): AwaitedParty {
  if (need.closed || (!awaitsDecision(need) && !awaitsEntry(need))) return 'nobody';
  const isActorsTurn = (['approve', 'grant-withdrawal', 'edit', 'submit'] as const).some(
    (verb) => checkTransition(actor, verb, need) === 'allowed',
  );
  if (isActorsTurn) return 'you';
  return awaitsDecision(need) ? 'reviewer' : 'focal-point';
}

/** The date by which the awaited party should act; null where no date is set or nobody must act. */
export function dueDate(need: NeedWithDeadlines): string | null {
  if (need.closed) return null;
  if (awaitsDecision(need)) return need.decisionDueOn;
  return awaitsEntry(need) ? need.entryDueOn : null;
}

/** Whole days since an instant, by the calendar in UTC. `today` is `YYYY-MM-DD`. */
export const daysSince = (at: string, today: string): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(at.slice(0, 10))) / 86_400_000));
