import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, lt, or } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { assistancePreview } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import { attempt } from '#lib/base/attempt';
import { changeIn, enterIn } from '#lib/assistance/activities/writing';
import type { SheetRead } from '#lib/assistance/activities/import-file';
import {
  countOf,
  fingerprintOf,
  planOf,
  type ImportPlan,
  type RowOutcome,
} from '#lib/assistance/activities/import-plan';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import type { Locale } from '#lib/convention/names';
import { done, failed, forbidden, notFound, type Outcome } from '#lib/base/errors';
import { readTableApart } from '#lib/assistance/activities/read-apart';

const day = 24 * 3_600_000;
type Waiting = Readonly<{ locale: Locale; sheet: SheetRead }>;

/** Reads a file and keeps what it says until it is confirmed: for a day, one file a person. */
export async function previewActivities(
  actor: Actor,
  { name, content, locale }: Readonly<{ name: string; content: Uint8Array; locale: Locale }>,
): Promise<Outcome<{ id: string }>> {
  if (!mayEnterActivities(actor)) return forbidden('role');
  const result = await readTableApart(content);
  if (!result.ok)
    return failed({
      kind: 'invalid',
      errors: result.faults.map(({ line, column, key, values }) => ({
        field: 'file',
        message: key,
        values: { ...values, ...(line ? { line } : {}), ...(column ? { column } : {}) },
      })),
    });
  const id = randomUUID();
  const accountId = actor.accountId!;
  return attempt(async (tx) => {
    await tx
      .delete(assistancePreview)
      .where(
        or(
          eq(assistancePreview.accountId, accountId),
          lt(assistancePreview.createdAt, new Date(Date.now() - day).toISOString()),
        ),
      );
    await tx.insert(assistancePreview).values({
      id,
      accountId,
      name,
      sha256: result.sha256,
      rows: JSON.stringify({
        locale,
        sheet: JSON.parse(result.rows) as SheetRead,
      } satisfies Waiting),
      createdAt: new Date().toISOString(),
    });
    return done({ id });
  });
}

export type ActivitiesPreview = Readonly<{
  id: string;
  name: string;
  plan: ImportPlan;
  fingerprint: string;
  counts: Record<RowOutcome, number>;
}>;

/** What the import of a waiting file would do; not found also where another person sent it. */
export async function activitiesPreview(
  actor: Actor,
  id: string,
  from: Reader | Writer = read(),
): Promise<Outcome<ActivitiesPreview>> {
  if (!mayEnterActivities(actor)) return forbidden('role');
  const [waiting] = await from
    .select()
    .from(assistancePreview)
    .where(and(eq(assistancePreview.id, id), eq(assistancePreview.accountId, actor.accountId!)));
  if (!waiting) return notFound;
  const { locale, sheet } = JSON.parse(waiting.rows) as Waiting;
  const plan = await planOf(actor, sheet, locale, from);
  return done({
    id,
    name: waiting.name,
    plan,
    fingerprint: fingerprintOf(waiting.sha256, plan),
    counts: countOf(plan),
  });
}

/** Does what the preview said, all of it, or refuses if it would no longer be that. */
export const confirmActivities = (
  actor: Actor,
  { id, fingerprint }: Readonly<{ id: string; fingerprint: string }>,
): Promise<Outcome<Record<RowOutcome, number>>> =>
  attempt(async (tx) => {
    const found = await activitiesPreview(actor, id, tx);
    if (!found.ok) return found;
    const { plan, counts } = found.value;
    if (found.value.fingerprint !== fingerprint)
      return failed({ kind: 'conflict', why: 'preview' });
    if (counts.wrong > 0) return failed({ kind: 'conflict', why: 'faults' });
    for (const {
      outcome,
      read: { ref, fields },
      activity,
    } of plan.rows) {
      if (outcome === 'new') {
        const given = { id: randomUUID(), fields, sourceRef: ref || null };
        const entered = await enterIn(tx, actor, 'import', given, plan.known);
        if (!entered.ok) return entered;
      } else if (outcome === 'changed' && activity) {
        const given = { id: activity.id, version: activity.version, fields };
        const changed = await changeIn(tx, actor, 'import', given, plan.known);
        if (!changed.ok) return changed;
      }
    }
    await tx.delete(assistancePreview).where(eq(assistancePreview.id, id));
    return done(counts);
  });
