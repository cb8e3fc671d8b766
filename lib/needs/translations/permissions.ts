import type { Actor } from '#lib/base/actor';
import { mayEnter, statusesAllowing } from '#lib/needs/model/transitions';
import type { Status } from '#lib/needs/model/vocabulary';

type TranslatedNeed = Readonly<{
  reviewId: string;
  stateId: string;
  status: Status;
  working: boolean;
}>;

/**
 * Whether the actor may translate a need that they see: a manager, and who enters needs into its
 * review; a contributor only what they may change. A translation changes nothing that is counted, so
 * that it may come after the data are closed.
 */
export function mayTranslate(actor: Actor, need: TranslatedNeed): boolean {
  if (actor.role === 'manager') return true;
  if (!need.working || !mayEnter(actor, { id: need.reviewId, stateId: need.stateId })) return false;
  return actor.role !== 'contributor' || statusesAllowing(actor.role, 'edit').includes(need.status);
}
