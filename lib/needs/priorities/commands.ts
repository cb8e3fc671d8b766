import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { account, need, needVersion } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { attempt } from '#lib/base/attempt';
import { done, failed, forbidden, notFound, type Outcome } from '#lib/base/errors';
import type { NeedSeen } from '#lib/needs/store/queries';
import { maySign, rules, ruling } from '#lib/needs/model/rules';
import { writeVersion } from '#lib/needs/store/versions';
import type { RankSent } from '#lib/needs/priorities/input';
import { needsToRank } from '#lib/needs/priorities/queries';
import { rankOf } from '#lib/needs/priorities/rules';
import { reviewById } from '#lib/needs/reviews/queries';

async function moved(tx: Writer, id: string): Promise<Outcome<never>> {
  const [latest] = await tx
    .select({ by: account.name, at: needVersion.at })
    .from(needVersion)
    .innerJoin(account, eq(account.id, needVersion.actorId))
    .where(and(eq(needVersion.needId, id), isNull(needVersion.toSeq)));
  return failed({ kind: 'conflict', why: 'moved', ...latest });
}

/**
 * Writes a new version with another priority only; false when someone else changed the need first.
 */
async function rank(
  tx: Writer,
  actorId: string,
  before: NeedSeen,
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
        inArray(need.status, [...rules.edit.from]),
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
  { id, ranks }: { id: string; ranks: readonly RankSent[] },
): Promise<Outcome<{ id: string; changed: number }>> {
  return attempt(async (tx) => {
    const review = await reviewById(actor, id, tx);
    if (!review) return notFound;
    if (!maySign(actor, review)) return forbidden('role');
    const wrong = ranks.filter((sent) => sent.rank.trim() !== '' && rankOf(sent.rank) === null);
    if (wrong.length > 0)
      return failed({
        kind: 'invalid',
        errors: wrong.map((sent) => ({ field: `rank-${sent.id}`, message: 'priorityNumber' })),
      });
    const stored = new Map((await needsToRank(actor, id, tx)).map((each) => [each.id, each]));
    let changed = 0;
    for (const sent of ranks) {
      const before = stored.get(sent.id);
      if (!before) return notFound;
      const priority = rankOf(sent.rank);
      if (before.priority === priority) continue;
      const verdict = ruling(actor, 'edit', before);
      if (verdict === 'role' || verdict === 'not-yours') return forbidden(verdict);
      if (before.version !== sent.version) return moved(tx, sent.id);
      if (verdict !== 'allowed') return failed({ kind: 'conflict', why: verdict });
      if (!(await rank(tx, actor.accountId!, before, priority))) return moved(tx, sent.id);
      changed += 1;
    }
    return done({ id, changed });
  });
}
