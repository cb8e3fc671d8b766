import type { Actor } from '#lib/base/actor';
import { ruling, type Standing } from '#lib/needs/model/rules';

type Waiting = Standing & Readonly<{ entryDueOn: string | null; decisionDueOn: string | null }>;
export type NeedTurn = 'you' | 'reviewer' | 'focal-point' | 'nobody';

const isDecidable = ({ status, request }: Standing) =>
  status === 'submitted' || status === 'recoded' || request === 'withdrawal';
const isCorrected = ({ status }: Standing) => status === 'draft' || status === 'returned';

/** Who must act on a need next: the actor, or which side. */
export function turnOf(actor: Actor, need: Standing): NeedTurn {
  if (need.closed || (!isDecidable(need) && !isCorrected(need))) return 'nobody';
  const mine = (['approve', 'grant-withdrawal', 'edit', 'submit'] as const).some(
    (verb) => ruling(actor, verb, need) === 'allowed',
  );
  if (mine) return 'you';
  return isDecidable(need) ? 'reviewer' : 'focal-point';
}

/** The date by which the awaited party should act; null where no date is set or nobody must act. */
export const dueOf = (need: Waiting): string | null =>
  need.closed
    ? null
    : isDecidable(need)
      ? need.decisionDueOn
      : isCorrected(need)
        ? need.entryDueOn
        : null;

/** Whole days since an instant, by the calendar in UTC. `today` is `YYYY-MM-DD`. */
export const daysSince = (at: string, today: string): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(at.slice(0, 10))) / 86_400_000));
