import 'server-only';
import { read } from '#db/client';
import { headAt, logHead } from '#db/register';
import type { Actor } from '#lib/base/actor';
import { globalSingleton } from '#lib/base/global-singleton';
import { headText } from '#lib/base/verification';

type SeenRevision = (actor: Actor) => Promise<number>;
const seenRevision = globalSingleton('seen-revision', () => ({
  current: undefined as SeenRevision | undefined,
}));

/** Says how the last change is found that a reader sees. */
export const setSeenRevision = (find: SeenRevision) => {
  seenRevision.current = find;
};

const staffRoles: readonly Actor['role'][] = ['reviewer', 'manager', 'administrator'];

/** The head that the change log had at a revision that the reader has been told. */
export const registerHeadAt = (_actor: Actor, revision: number): Promise<string | null> =>
  headAt(read(), revision);

/**
 * The head that a copy bears, so that `npm run verify -- --head` finds a log that was rewritten since:
 * for staff that of the change log, for everybody else that of the last change that they see. So it
 * tells nobody that something changed which they do not see.
 */
async function registerHead(actor: Actor): Promise<string | null> {
  if (staffRoles.includes(actor.role)) {
    const { seq, hash } = await logHead();
    return headText(seq, hash);
  }
  const revision = await seenRevision.current?.(actor);
  return revision === undefined ? null : registerHeadAt(actor, revision);
}

/** The header of a download or an answer of the API. */
export async function headHeaders(actor: Actor): Promise<Record<string, string>> {
  const head = await registerHead(actor);
  return head === null ? {} : { 'register-head': head };
}
