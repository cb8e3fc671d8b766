import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { need } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { done, failed, forbidden, notFound, type Outcome } from '#lib/base/errors';
import type { NeedView } from '#lib/needs/store/queries';
import { maySign, transitions, checkTransition } from '#lib/needs/model/transitions';
import { conflictFailure } from '#lib/needs/store/transition-steps';
import { writeVersion } from '#lib/needs/store/versions';
import type { SubmittedRank } from '#lib/needs/priorities/input';
import { needsToRank } from '#lib/needs/priorities/queries';
import { parseRank } from '#lib/needs/priorities/ranking';
import { reviewById } from '#lib/needs/reviews/queries';

/**
 * Writes a new version with another priority only; false when someone else changed the need first.
 */
async function writePriority(
  tx: Writer,
  actorId: string,
  before: NeedView,
  priority: number | null,
): Promise<boolean> {
  const version = before.version + 1;
  const updated = await tx
    .update(need)
    .set({ priority, version, changedBy: actorId, updatedAt: new Date().toISOString() })
    .where(
      and(
        eq(need.id, before.id),
        eq(need.version, before.version),
        inArray(need.status, [...transitions.edit.from]),
      ),
    )
    .returning({ id: need.id });
  if (updated.length === 0) return false;
  await writeVersion(tx, {
    needId: before.id,
    version,
    verb: 'edit',
    status: before.status,
    content: { ...before, priority },
    actorId,
  });
  return true;
}

/**
 * Sets the priorities of a review's needs, all or none. Only needs that may be edited change; the
 * counted versions stay as approved.
 */
export async function setPriorities(
  actor: Actor,
  { id, ranks }: { id: string; ranks: readonly SubmittedRank[] },
): Promise<Outcome<{ id: string; changed: number }>> {
  return runCommand(async (tx) => {
    const review = await reviewById(actor, id, tx);
    if (!review) return notFound;
    if (!maySign(actor, review)) return forbidden('role');
    const invalidRanks = ranks.filter(
      (submitted) => submitted.rank.trim() !== '' && parseRank(submitted.rank) === null,
    );
    if (invalidRanks.length > 0)
      return failed({
        kind: 'invalid',
        errors: invalidRanks.map((submitted) => ({
          field: `rank-${submitted.id}`,
          message: 'priorityNumber',
        })),
      });
    const needsById = new Map((await needsToRank(actor, id, tx)).map((each) => [each.id, each]));
    let changed = 0;
    for (const submitted of ranks) {
      const before = needsById.get(submitted.id);
      if (!before) return notFound;
      const priority = parseRank(submitted.rank);
      if (before.priority === priority) continue;
      const verdict = checkTransition(actor, 'edit', before);
      if (verdict === 'role' || verdict === 'not-yours') return forbidden(verdict);
      if (before.version !== submitted.version) return conflictFailure(tx, submitted.id);
      if (verdict !== 'allowed') return failed({ kind: 'conflict', why: verdict });
      if (!(await writePriority(tx, actor.accountId!, before, priority)))
        return conflictFailure(tx, submitted.id);
      changed += 1;
    }
    return done({ id, changed });
  });
}
