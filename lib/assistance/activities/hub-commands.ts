import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, notInArray } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { account } from '#db/schema';
import { hub, hubState, hubVersion } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import { attempt } from '#lib/base/attempt';
import { hubById } from '#lib/assistance/activities/hub-queries';
import { hubSchema, type HubFields } from '#lib/assistance/activities/hub-schema';
import { knownToActivities } from '#lib/assistance/activities/known';
import type { Hub, HubVerb } from '#lib/assistance/activities/vocabulary';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { folded } from '#lib/text/folding';

type Saved = Readonly<{ id: string; version: number }>;
const mayKeepHubs = ({ role }: Actor) => role === 'manager' || role === 'system';

async function contentOf(tx: Writer, actor: Actor, fields: HubFields): Promise<Outcome<Hub>> {
  const parsed = hubSchema((await knownToActivities(actor, tx)).find).safeParse(fields);
  if (!parsed.success)
    return failed({
      kind: 'invalid',
      errors: parsed.error.issues.map(({ path, message }) => ({
        field: String(path[0] ?? ''),
        message,
      })),
    });
  return done(parsed.data);
}

/**
 * Whether a hub may stand under another: one that exists, and not itself nor one that stands under
 * it.
 */
async function refuseParent(
  tx: Writer,
  id: string,
  parentId: string | null,
): Promise<Outcome<never> | undefined> {
  const passed = new Set([id]);
  for (let above = parentId; above !== null;) {
    if (passed.has(above)) return invalid('parent', 'assistance.errors.circularHub');
    passed.add(above);
    const [found] = await tx.select({ parentId: hub.parentId }).from(hub).where(eq(hub.id, above));
    if (!found) return invalid('parent', 'assistance.errors.unknownHub');
    above = found.parentId;
  }
  return undefined;
}

/** The States that the hub serves from now on; those that it served and serves no more are closed. */
async function serve(tx: Writer, id: string, states: readonly string[], seq: number) {
  const served = and(eq(hubState.hubId, id), isNull(hubState.toSeq));
  const before = (await tx.select({ code: hubState.stateCode }).from(hubState).where(served)).map(
    ({ code }) => code,
  );
  await tx
    .update(hubState)
    .set({ toSeq: seq })
    .where(states.length > 0 ? and(served, notInArray(hubState.stateCode, [...states])) : served);
  const added = states.filter((code) => !before.includes(code));
  if (added.length > 0)
    await tx
      .insert(hubState)
      .values(added.map((stateCode) => ({ hubId: id, stateCode, fromSeq: seq })));
}

async function write(
  tx: Writer,
  actor: Actor,
  { id, version, verb, content }: Saved & Readonly<{ verb: HubVerb; content: Hub }>,
): Promise<Outcome<Saved>> {
  const nameFolded = folded(content.name);
  const [namesake] = await tx
    .select({ id: hub.id })
    .from(hub)
    .where(eq(hub.nameFolded, nameFolded));
  if (namesake && namesake.id !== id) return invalid('name', 'assistance.errors.hubNameTaken');
  // The log comes first: from here on no other change comes in between, so that two hubs cannot be
  // put under each other at once.
  const seq = await recordChange(tx, {
    actorId: actor.accountId!,
    verb,
    entity: 'hub',
    entityId: id,
    data: { version, name: content.name },
  });
  const refused = await refuseParent(tx, id, content.parentId);
  if (refused) return refused;
  const now = new Date().toISOString();
  const columns = {
    kind: content.kind,
    name: content.name,
    nameFolded,
    parentId: content.parentId,
    version,
    updatedAt: now,
  };
  if (verb === 'enter') await tx.insert(hub).values({ id, ...columns, createdAt: now });
  else {
    const changed = await tx
      .update(hub)
      .set(columns)
      .where(and(eq(hub.id, id), eq(hub.version, version - 1)))
      .returning({ id: hub.id });
    if (changed.length === 0) return failed({ kind: 'conflict', why: 'moved' });
  }
  await tx
    .update(hubVersion)
    .set({ toSeq: seq })
    .where(and(eq(hubVersion.hubId, id), isNull(hubVersion.toSeq)));
  await tx.insert(hubVersion).values({
    id: randomUUID(),
    hubId: id,
    version,
    content,
    verb,
    actorId: actor.accountId!,
    at: now,
    fromSeq: seq,
  });
  await serve(tx, id, content.states, seq);
  return done({ id, version });
}

/**
 * Enters a hub or platform. The id comes with the form: sent again, it is the one already entered.
 */
export const enterHub = (
  actor: Actor,
  { id, fields }: Readonly<{ id: string; fields: HubFields }>,
): Promise<Outcome<Saved>> =>
  attempt(async (tx) => {
    if (!mayKeepHubs(actor)) return forbidden('role');
    const known = await hubById(actor, id, tx);
    if (known) return done({ id, version: known.version });
    const content = await contentOf(tx, actor, fields);
    return content.ok
      ? write(tx, actor, { id, version: 1, verb: 'enter', content: content.value })
      : content;
  });

/** Changes a hub from exactly the version seen. */
export const changeHub = (
  actor: Actor,
  { id, version, fields }: Saved & Readonly<{ fields: HubFields }>,
): Promise<Outcome<Saved>> =>
  attempt(async (tx) => {
    const known = await hubById(actor, id, tx);
    if (!known) return notFound;
    if (!mayKeepHubs(actor)) return forbidden('role');
    if (known.version !== version) {
      const [latest] = await tx
        .select({ by: account.name, at: hubVersion.at })
        .from(hubVersion)
        .innerJoin(account, eq(account.id, hubVersion.actorId))
        .where(and(eq(hubVersion.hubId, id), isNull(hubVersion.toSeq)));
      return failed({ kind: 'conflict', why: 'moved', ...latest });
    }
    const content = await contentOf(tx, actor, fields);
    return content.ok
      ? write(tx, actor, { id, version: version + 1, verb: 'change', content: content.value })
      : content;
  });
