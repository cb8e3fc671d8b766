import 'server-only';
import { and, desc, eq, inArray, lte } from 'drizzle-orm';
import { read } from '#db/client';
import { account, change, need, needVersion, review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { articlesOfKey } from '#lib/convention/provision';
import type { HistoryEntry } from '#lib/needs/store/queries';
import type { NeedContent } from '#lib/needs/model/schema';
import { workingNeeds } from '#lib/needs/model/scope';

/** The largest integer of a column on both engines. */
const maximumVersion = 2 ** 31 - 1;

/**
 * A version with its content. `restoredFrom`: the number of the earlier version whose content it
 * restored.
 */
export type NeedVersion = HistoryEntry & Readonly<{ content: NeedContent; restoredFrom?: number }>;

const contentOfVersion = {
  chapter: needVersion.chapter,
  general: needVersion.general,
  category: needVersion.category,
  subcategory: needVersion.subcategory,
  topics: needVersion.topics,
  types: needVersion.types,
  tags: needVersion.tags,
  targetGroups: needVersion.targetGroups,
  priority: needVersion.priority,
  text: needVersion.text,
  language: needVersion.language,
  quote: needVersion.quote,
  paragraph: needVersion.paragraph,
  page: needVersion.page,
};

/** Returns versions of a need that the actor works on, the latest first; none of other needs. */
export async function versionsOfNeed(
  actor: Actor,
  id: string,
  {
    upTo = maximumVersion,
    only,
    limit = 50,
  }: { upTo?: number; only?: readonly number[]; limit?: number } = {},
): Promise<NeedVersion[]> {
  const rows = await read()
    .select({
      entry: {
        version: needVersion.version,
        verb: needVersion.verb,
        status: needVersion.status,
        reason: needVersion.reason,
        by: account.name,
        at: needVersion.at,
      },
      provision: needVersion.provision,
      data: change.data,
      content: contentOfVersion,
    })
    .from(needVersion)
    .innerJoin(need, eq(need.id, needVersion.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(account, eq(account.id, needVersion.actorId))
    .innerJoin(change, eq(change.seq, needVersion.fromSeq))
    .where(
      and(
        eq(needVersion.needId, id),
        workingNeeds(actor),
        lte(needVersion.version, upTo),
        only ? inArray(needVersion.version, [...only]) : undefined,
      ),
    )
    .orderBy(desc(needVersion.version))
    .limit(limit);
  return rows.map(({ entry, provision, data, content }) => ({
    ...entry,
    content: { ...content, articles: articlesOfKey(provision) },
    restoredFrom: typeof data.takenUp === 'number' ? data.takenUp : undefined,
  }));
}
