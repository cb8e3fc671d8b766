import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { account } from '#db/schema';
import { assistance, assistanceVersion } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import { translationField, type ActivityFields } from '#lib/assistance/activities/fields';
import { changedTranslations } from '#lib/assistance/activities/translations';
import type { Locale } from '#lib/convention/names';
import {
  loadActivityReferences,
  type ActivityReferences,
} from '#lib/assistance/activities/references';
import { providerForEntry, type OrganisationView } from '#lib/people/organisations/organisations';
import { activityById, type ActivityView } from '#lib/assistance/activities/queries';
import { activitySchema } from '#lib/assistance/activities/schema';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import type { Activity, ActivityVerb } from '#lib/assistance/activities/vocabulary';
import {
  activityListColumns,
  nextReference,
  replaceStatesAndSubjects,
  writeActivityVersion,
} from '#lib/assistance/activities/versions';
import { done, failed, forbidden, notFound, type Outcome } from '#lib/base/errors';

/** An activity and its version. */
export type SavedActivity = Readonly<{ id: string; version: number }>;
type ActivityContent = Readonly<{ content: Activity; provider: OrganisationView | null }>;

/** The field of the form that a fault in what the note prints is about. */
const fieldOfNote = (path: readonly PropertyKey[]): string =>
  path[1] === 'texts' ? translationField(String(path[2]) as Locale) : 'part';

/** Parses the fields, and finds or enters the provider. */
async function parseContent(
  tx: Writer,
  actor: Actor,
  fields: ActivityFields,
  known?: ActivityReferences,
  before?: Activity,
): Promise<Outcome<ActivityContent>> {
  const parsed = activitySchema(known ?? (await loadActivityReferences(actor, tx))).safeParse(
    fields,
  );
  if (!parsed.success)
    return failed({
      kind: 'invalid',
      errors: parsed.error.issues.map(({ path, message }) => ({
        field: path[0] === 'note' ? fieldOfNote(path) : String(path[0] ?? ''),
        message,
      })),
    });
  const { organisation, note, ...rest } = parsed.data;
  const provider = await providerForEntry(tx, actor, organisation);
  const translations = changedTranslations(rest, before?.translations, note);
  const part = note?.part ?? before?.part ?? 1;
  return done({
    provider,
    content: {
      ...rest,
      ...(translations && { translations }),
      ...(part > 1 && { part }),
      organisationId: provider?.id ?? null,
    },
  });
}

/** Names who changed the activity, and when. */
async function changedMeanwhile(tx: Writer, id: string): Promise<Outcome<never>> {
  const [latest] = await tx
    .select({ by: account.name, at: assistanceVersion.at })
    .from(assistanceVersion)
    .innerJoin(account, eq(account.id, assistanceVersion.actorId))
    .where(and(eq(assistanceVersion.assistanceId, id), isNull(assistanceVersion.toSeq)));
  return failed({ kind: 'conflict', why: 'moved', ...latest });
}

/**
 * Returns the activity, if the actor may change the version that they saw. Whoever sees only a part
 * of it may not.
 */
export async function activityToChange(
  tx: Writer,
  actor: Actor,
  { id, version }: SavedActivity,
): Promise<Outcome<ActivityView>> {
  const found = await activityById(actor, id, tx);
  if (!found) return notFound;
  if (!mayEnterActivities(actor) || !found.fullAccess) return forbidden('role');
  if (found.version !== version) return changedMeanwhile(tx, id);
  return found.status === 'cancelled' ? failed({ kind: 'conflict', why: 'status' }) : done(found);
}

/** Writes the version after the one that the actor saw. */
export async function writeNextVersion(
  tx: Writer,
  actor: Actor,
  before: ActivityView,
  verb: ActivityVerb,
  { content, provider }: ActivityContent,
  reason: string | null = null,
): Promise<Outcome<SavedActivity>> {
  const version = before.version + 1;
  const now = new Date().toISOString();
  const changed = await tx
    .update(assistance)
    .set({
      ...activityListColumns(content, provider?.name ?? null, before.reference),
      version,
      changedBy: actor.accountId!,
      updatedAt: now,
    })
    .where(and(eq(assistance.id, before.id), eq(assistance.version, before.version)))
    .returning({ id: assistance.id });
  if (changed.length === 0) return changedMeanwhile(tx, before.id);
  await replaceStatesAndSubjects(tx, before.id, content);
  const seq = await recordChange(tx, {
    actorId: actor.accountId!,
    verb,
    entity: 'assistance',
    entityId: before.id,
    data: { version, ...(reason ? { reason } : {}) },
  });
  await writeActivityVersion(tx, {
    assistanceId: before.id,
    version,
    verb,
    content,
    reason,
    actorId: actor.accountId!,
    seq,
  });
  return done({ id: before.id, version });
}

export type NewActivity = Readonly<{
  id: string;
  fields: ActivityFields;
  sourceRef?: string | null;
}>;

/**
 * Enters an activity within a transaction. An import enters many, and passes what they may refer
 * to, to look it up once.
 */
export async function insertActivity(
  tx: Writer,
  actor: Actor,
  verb: 'enter' | 'import',
  { id, fields, sourceRef = null }: NewActivity,
  known?: ActivityReferences,
): Promise<Outcome<SavedActivity>> {
  const parsed = await parseContent(tx, actor, fields, known);
  if (!parsed.ok) return parsed;
  const { content, provider } = parsed.value;
  const reference = await nextReference(tx);
  const now = new Date().toISOString();
  const actorId = actor.accountId!;
  await tx.insert(assistance).values({
    id,
    reference,
    sourceRef,
    ...activityListColumns(content, provider?.name ?? null, reference),
    version: 1,
    createdBy: actorId,
    changedBy: actorId,
    createdAt: now,
    updatedAt: now,
  });
  await replaceStatesAndSubjects(tx, id, content);
  const seq = await recordChange(tx, {
    actorId,
    verb,
    entity: 'assistance',
    entityId: id,
    data: { reference },
  });
  await writeActivityVersion(tx, { assistanceId: id, version: 1, verb, content, actorId, seq });
  return done({ id, version: 1 });
}

/** Changes an activity within a transaction. */
export const updateActivity = async (
  tx: Writer,
  actor: Actor,
  verb: 'change' | 'import',
  { fields, ...seen }: SavedActivity & Readonly<{ fields: ActivityFields }>,
  known?: ActivityReferences,
): Promise<Outcome<SavedActivity>> => {
  const found = await activityToChange(tx, actor, seen);
  if (!found.ok) return found;
  const parsed = await parseContent(tx, actor, fields, known, found.value.content);
  return parsed.ok ? writeNextVersion(tx, actor, found.value, verb, parsed.value) : parsed;
};
