import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, notInArray } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { account } from '#db/schema';
import { hub, hubState, hubVersion } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { hubById } from '#lib/assistance/hubs/queries';
import { hubSchema, type HubFields } from '#lib/assistance/hubs/schema';
import { loadActivityReferences } from '#lib/assistance/activities/references';
import type { Hub, HubVerb } from '#lib/assistance/activities/vocabulary';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { foldText } from '#lib/text/folding';

type Saved = Readonly<{ id: string; version: number }>;
const mayEditHubs = ({ role }: Actor) => role === 'manager' || role === 'system';

async function parseHub(tx: Writer, actor: Actor, fields: HubFields): Promise<Outcome<Hub>> {
  const parsed = hubSchema((await loadActivityReferences(actor, tx)).find).safeParse(fields);
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

/** Refuses a parent that does not exist, is the hub itself or is below it. */
async function refuseParent(
  tx: Writer,
  id: string,
  parentId: string | null,
): Promise<Outcome<never> | undefined> {
  const ancestors = new Set([id]);
  for (let ancestor = parentId; ancestor !== null;) {
    if (ancestors.has(ancestor)) return invalid('parent', 'assistance.errors.circularHub');
    ancestors.add(ancestor);
    const [parent] = await tx
      .select({ parentId: hub.parentId })
      .from(hub)
      .where(eq(hub.id, ancestor));
    if (!parent) return invalid('parent', 'assistance.errors.unknownHub');
    ancestor = parent.parentId;
  }
  return undefined;
}

/** Writes the States that the hub serves from now on, and ends those that it no longer serves. */
async function writeServedStates(tx: Writer, id: string, states: readonly string[], seq: number) {
  const inForce = and(eq(hubState.hubId, id), isNull(hubState.toSeq));
  const rows = await tx.select({ code: hubState.stateCode }).from(hubState).where(inForce);
  const current = rows.map(({ code }) => code);
  await tx
    .update(hubState)
    .set({ toSeq: seq })
    .where(states.length > 0 ? and(inForce, notInArray(hubState.stateCode, [...states])) : inForce);
  const added = states.filter((code) => !current.includes(code));
  if (added.length > 0)
    await tx
      .insert(hubState)
      .values(added.map((stateCode) => ({ hubId: id, stateCode, fromSeq: seq })));
}

type NextVersion = Saved & Readonly<{ verb: HubVerb; content: Hub }>;

/** Writes the row that lists read; false if somebody else saved first. */
async function writeRow(
  tx: Writer,
  { id, version, verb, content }: NextVersion,
  now: string,
): Promise<boolean> {
  const { kind, name, parentId } = content;
  const columns = { kind, name, nameFolded: foldText(name), parentId, version, updatedAt: now };
  if (verb === 'enter') {
    await tx.insert(hub).values({ id, ...columns, createdAt: now });
    return true;
  }
  const changed = await tx
    .update(hub)
    .set(columns)
    .where(and(eq(hub.id, id), eq(hub.version, version - 1)))
    .returning({ id: hub.id });
  return changed.length > 0;
}

async function writeVersion(
  tx: Writer,
  actor: Actor,
  { id, version, verb, content }: NextVersion,
  now: string,
  seq: number,
) {
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
}

async function writeHub(tx: Writer, actor: Actor, next: NextVersion): Promise<Outcome<Saved>> {
  const { id, version, verb, content } = next;
  const [namesake] = await tx
    .select({ id: hub.id })
    .from(hub)
    .where(eq(hub.nameFolded, foldText(content.name)));
  if (namesake && namesake.id !== id) return invalid('name', 'assistance.errors.hubNameTaken');
  // The change is recorded first: it locks out other changes, so that two hubs cannot become each
  // other's parents.
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
  if (!(await writeRow(tx, next, now))) return failed({ kind: 'conflict', why: 'moved' });
  await writeVersion(tx, actor, next, now, seq);
  await writeServedStates(tx, id, content.states, seq);
  return done({ id, version });
}

/** Enters a hub or platform. The form sets the id, so sending it twice enters it once. */
export const enterHub = (
  actor: Actor,
  { id, fields }: Readonly<{ id: string; fields: HubFields }>,
): Promise<Outcome<Saved>> =>
  runCommand(async (tx) => {
    if (!mayEditHubs(actor)) return forbidden('role');
    const existing = await hubById(actor, id, tx);
    if (existing) return done({ id, version: existing.version });
    const content = await parseHub(tx, actor, fields);
    return content.ok
      ? writeHub(tx, actor, { id, version: 1, verb: 'enter', content: content.value })
      : content;
  });

/** Changes a hub. Refuses if `version` is not the current one. */
export const changeHub = (
  actor: Actor,
  { id, version, fields }: Saved & Readonly<{ fields: HubFields }>,
): Promise<Outcome<Saved>> =>
  runCommand(async (tx) => {
    const existing = await hubById(actor, id, tx);
    if (!existing) return notFound;
    if (!mayEditHubs(actor)) return forbidden('role');
    if (existing.version !== version) {
      const [latest] = await tx
        .select({ by: account.name, at: hubVersion.at })
        .from(hubVersion)
        .innerJoin(account, eq(account.id, hubVersion.actorId))
        .where(and(eq(hubVersion.hubId, id), isNull(hubVersion.toSeq)));
      return failed({ kind: 'conflict', why: 'moved', ...latest });
    }
    const content = await parseHub(tx, actor, fields);
    return content.ok
      ? writeHub(tx, actor, { id, version: version + 1, verb: 'change', content: content.value })
      : content;
  });
