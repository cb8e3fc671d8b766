import 'server-only';
import { and, asc, eq, gte } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, need, needVersion, review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { differingFields, type FieldName } from '#lib/needs/model/fields';
import { articlesOfKey } from '#lib/convention/provision';
import { fieldsOf, type NeedFields } from '#lib/needs/model/schema';
import { workingNeeds } from '#lib/needs/model/scope';

type FieldChange = Readonly<{ by: string; at: string }>;
/** The fields of a need at an earlier version, and who changed which of them last since then. */
export type ChangesSince = Readonly<{
  base: NeedFields;
  changed: ReadonlyMap<FieldName, FieldChange>;
}>;

/** The largest integer of a column on both engines. */
const maximumVersion = 2 ** 31 - 1;

/**
 * Returns what changed since a version; undefined where the version does not exist or the actor
 * does not work on the need.
 */
export async function changesSince(
  actor: Actor,
  needId: string,
  version: number,
  from: Reader | Writer = read(),
): Promise<ChangesSince | undefined> {
  if (!Number.isInteger(version) || version < 1 || version > maximumVersion) return undefined;
  const rows = await from
    .select({ by: account.name, row: needVersion })
    .from(needVersion)
    .innerJoin(need, eq(need.id, needVersion.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(account, eq(account.id, needVersion.actorId))
    .where(
      and(eq(needVersion.needId, needId), gte(needVersion.version, version), workingNeeds(actor)),
    )
    .orderBy(asc(needVersion.version));
  const versions = rows.map(({ by, row }) => ({
    by,
    at: row.at,
    version: row.version,
    fields: fieldsOf({ ...row, articles: articlesOfKey(row.provision) }),
  }));
  const [first, ...later] = versions;
  if (first?.version !== version) return undefined;
  const changed = new Map<FieldName, FieldChange>();
  let before = first.fields;
  for (const { by, at, fields } of later) {
    for (const name of differingFields(before, fields)) changed.set(name, { by, at });
    before = fields;
  }
  return { base: first.fields, changed };
}
