import 'server-only';
import { and, asc, eq, gte } from 'drizzle-orm';
import { read } from '#db/client';
import { account, need, needVersion, review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { differingFields, type FieldName } from '#lib/needs/model/fields';
import { articlesOfKey } from '#lib/convention/provision';
import { fieldsOf, type NeedFields } from '#lib/needs/model/schema';
import { workingNeeds } from '#lib/needs/model/scope';

export type ChangedBy = Readonly<{ by: string; at: string }>;
/** What became of a need since a version: its fields then, and who changed which of them last. */
export type Since = Readonly<{ base: NeedFields; changed: ReadonlyMap<FieldName, ChangedBy> }>;

/** What a column of whole numbers holds on both engines. */
const mostVersions = 2 ** 31 - 1;

/** Undefined where the version does not exist or the need is not the actor's own work. */
export async function changesSince(
  actor: Actor,
  needId: string,
  version: number,
): Promise<Since | undefined> {
  if (!Number.isInteger(version) || version < 1 || version > mostVersions) return undefined;
  const rows = await read()
    .select({ by: account.name, found: needVersion })
    .from(needVersion)
    .innerJoin(need, eq(need.id, needVersion.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(account, eq(account.id, needVersion.actorId))
    .where(
      and(eq(needVersion.needId, needId), gte(needVersion.version, version), workingNeeds(actor)),
    )
    .orderBy(asc(needVersion.version));
  const versions = rows.map(({ by, found }) => ({
    by,
    at: found.at,
    version: found.version,
    fields: fieldsOf({ ...found, articles: articlesOfKey(found.provision) }),
  }));
  const [first, ...later] = versions;
  if (first?.version !== version) return undefined;
  const changed = new Map<FieldName, ChangedBy>();
  let before = first.fields;
  for (const { by, at, fields } of later) {
    for (const name of differingFields(before, fields)) changed.set(name, { by, at });
    before = fields;
  }
  return { base: first.fields, changed };
}
