import 'server-only';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { read, type Writer } from '#db/client';
import { need, review, state } from '#db/schema';
import { autosave } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import type { Cycle } from '#lib/convention/chapters';
import { done, failed, forbidden, notFound, type Outcome } from '#lib/base/errors';
import { textOf, type FormFields } from '#lib/http/form';
import { needById } from '#lib/needs/store/queries';
import { mayEnter, checkTransition } from '#lib/needs/model/transitions';
import { parseNeedFields, type NeedFields } from '#lib/needs/model/schema';
import { parseFormSession, type FormSession } from '#lib/needs/model/form-session';
import { reviewById } from '#lib/needs/reviews/queries';

const toForm = (fields: NeedFields): FormFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]),
  );
const sessionFields = (sheet: FormSession | null): FormFields =>
  sheet ? { sheet: [sheet.id], sent: [String(sheet.sent)] } : {};
const hasContent = (form: FormFields) => 'text' in form;

/** Whether this request, or a later one of the same form, has been saved already. */
async function isAlreadySaved(
  tx: Writer,
  accountId: string,
  needId: string,
  sheet: FormSession | null,
): Promise<boolean> {
  const [row] = await tx
    .select({ form: autosave.form })
    .from(autosave)
    .where(and(eq(autosave.needId, needId), eq(autosave.accountId, accountId)));
  const previous = row ? parseFormSession(row.form) : null;
  return (
    sheet !== null && previous !== null && previous.id === sheet.id && previous.sent >= sheet.sent
  );
}

async function upsertAutosave(tx: Writer, row: typeof autosave.$inferInsert) {
  const { needId: _needId, accountId: _accountId, ...set } = row;
  await tx
    .insert(autosave)
    .values(row)
    .onConflictDoUpdate({ target: [autosave.needId, autosave.accountId], set });
}

/** Saves what a form holds, for the person who types only: no version, no change, no revision. */
export async function autosaveNeed(
  actor: Actor,
  input: {
    id: string;
    reviewId: string;
    version: number;
    fields: NeedFields;
    sheet: FormSession | null;
  },
): Promise<Outcome<{ id: string }>> {
  return runCommand(async (tx) => {
    const existing = await needById(actor, input.id, tx);
    const verdict = existing?.working ? checkTransition(actor, 'edit', existing) : undefined;
    if (existing && verdict === undefined) return notFound;
    if (verdict === 'status' || verdict === 'counted')
      return failed({ kind: 'conflict', why: verdict });
    if (verdict && verdict !== 'allowed') return forbidden(verdict);
    const reviewId = existing?.reviewId ?? input.reviewId;
    if (!existing) {
      const found = await reviewById(actor, reviewId, tx);
      if (!found) return notFound;
      if (!mayEnter(actor, found)) return forbidden('role');
    }
    const accountId = actor.accountId!;
    if (await isAlreadySaved(tx, accountId, input.id, input.sheet)) return done({ id: input.id });
    await upsertAutosave(tx, {
      needId: input.id,
      accountId,
      reviewId,
      version: input.version,
      form: { ...toForm(input.fields), ...sessionFields(input.sheet) },
      savedAt: new Date().toISOString(),
    });
    return done({ id: input.id });
  });
}

/**
 * Ends an autosave after the need itself was saved. The row keeps the id of the form, so that a
 * late autosave request does not bring the old content back.
 */
export async function endAutosave(
  tx: Writer,
  actor: Actor,
  {
    id,
    reviewId,
    version,
    sheet,
  }: { id: string; reviewId: string; version: number; sheet: FormSession | null },
) {
  const accountId = actor.accountId!;
  if (sheet)
    return upsertAutosave(tx, {
      needId: id,
      accountId,
      reviewId,
      version,
      form: sessionFields(sheet),
      savedAt: new Date().toISOString(),
    });
  await tx.delete(autosave).where(and(eq(autosave.needId, id), eq(autosave.accountId, accountId)));
}

/** Discards what the actor typed and did not save. */
export async function discardAutosave(
  actor: Actor,
  { id }: { id: string },
): Promise<Outcome<{ id: string }>> {
  return runCommand(async (tx) => {
    await tx
      .delete(autosave)
      .where(and(eq(autosave.needId, id), eq(autosave.accountId, actor.accountId!)));
    return done({ id });
  });
}

export type AutosavedForm = Readonly<{
  fields: NeedFields;
  reviewId: string;
  version: number;
  savedAt: string;
}>;

/** Returns what the actor typed into the form of a need and did not save. */
export async function autosaveOf(actor: Actor, needId: string): Promise<AutosavedForm | undefined> {
  const [row] = await read()
    .select()
    .from(autosave)
    .where(and(eq(autosave.needId, needId), eq(autosave.accountId, actor.accountId!)));
  return row && hasContent(row.form)
    ? {
        fields: parseNeedFields(row.form),
        reviewId: row.reviewId,
        version: row.version,
        savedAt: row.savedAt,
      }
    : undefined;
}

export type UnfinishedEntry = Readonly<{
  needId: string;
  reviewId: string;
  stateCode: string;
  cycle: Cycle;
  text: string;
  savedAt: string;
}>;

/** Returns the needs that the actor began to enter and never saved, the latest first. */
export async function unfinishedEntries(actor: Actor): Promise<UnfinishedEntry[]> {
  const rows = await read()
    .select({
      needId: autosave.needId,
      reviewId: autosave.reviewId,
      stateCode: state.code,
      cycle: review.cycle,
      form: autosave.form,
      savedAt: autosave.savedAt,
    })
    .from(autosave)
    .innerJoin(review, eq(review.id, autosave.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .leftJoin(need, eq(need.id, autosave.needId))
    .where(and(eq(autosave.accountId, actor.accountId!), isNull(need.id)))
    .orderBy(desc(autosave.savedAt), desc(autosave.needId));
  return rows
    .filter(({ form }) => hasContent(form))
    .map(({ form, cycle, ...row }) => ({
      ...row,
      cycle: cycle as Cycle,
      text: textOf(form, 'text'),
    }));
}
