import type { Actor } from '#lib/base/actor';
import { ruling, type Standing } from '#lib/needs/model/rules';

type NeedWithDeadlines = Standing &
  Readonly<{ entryDueOn: string | null; decisionDueOn: string | null }>;
export type NeedTurn = 'you' | 'reviewer' | 'focal-point' | 'nobody';

const awaitsDecision = ({ status, request }: Standing) =>
  status === 'submitted' || status === 'recoded' || request === 'withdrawal';
const awaitsEntry = ({ status }: Standing) => status === 'draft' || status === 'returned';

/** Who must act on a need next: the actor, or which side. */
export function turnOf(actor: Actor, need: Standing): NeedTurn {
  if (need.closed || (!awaitsDecision(need) && !awaitsEntry(need))) return 'nobody';
  const isActorsTurn = (['approve', 'grant-withdrawal', 'edit', 'submit'] as const).some(
    (verb) => ruling(actor, verb, need) === 'allowed',
  );
  if (isActorsTurn) return 'you';
  return awaitsDecision(need) ? 'reviewer' : 'focal-point';
}

/** The date by which the awaited party should act; null where no date is set or nobody must act. */
export function dueOf(need: NeedWithDeadlines): string | null {
  if (need.closed) return null;
  if (awaitsDecision(need)) return need.decisionDueOn;
  return awaitsEntry(need) ? need.entryDueOn : null;
}

/** Whole days since an instant, by the calendar in UTC. `today` is `YYYY-MM-DD`. */
export const daysSince = (at: string, today: string): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(at.slice(0, 10))) / 86_400_000));
