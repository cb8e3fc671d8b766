import 'server-only';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { need, review, state } from '#db/schema';
import { autosave } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import type { Cycle } from '#lib/convention/chapters';
import { done, failed, forbidden, notFound, type Outcome } from '#lib/base/errors';
import { textOf, type FormFields } from '#lib/http/form';
import { needById } from '#lib/needs/store/queries';
import { mayEnter, checkTransition } from '#lib/needs/model/transitions';
import {
  draftAfterSave,
  draftOfForm,
  draftOfStored,
  formOfDraft,
  formOfSheets,
  hasRivals,
  mergeTyped,
  sheetsOf,
  type Draft,
  type Settled,
} from '#lib/needs/model/draft';
import { differingFields } from '#lib/needs/model/fields';
import { parseNeedFields, type NeedFields } from '#lib/needs/model/schema';
import type { FormSession } from '#lib/needs/model/form-session';
import { changesSince } from '#lib/needs/store/conflicts';
import { reviewById } from '#lib/needs/reviews/queries';

type Row = typeof autosave.$inferSelect;
const hasContent = (form: FormFields) => 'text' in form;

async function rowOf(
  actor: Actor,
  needId: string,
  from: Reader | Writer,
): Promise<Row | undefined> {
  const [row] = await from
    .select()
    .from(autosave)
    .where(and(eq(autosave.needId, needId), eq(autosave.accountId, actor.accountId!)));
  return row;
}

async function upsertAutosave(tx: Writer, row: typeof autosave.$inferInsert) {
  const { needId: _needId, accountId: _accountId, ...set } = row;
  await tx
    .insert(autosave)
    .values(row)
    .onConflictDoUpdate({ target: [autosave.needId, autosave.accountId], set });
}

/** Whether this request, or a later one of the same form, has been saved already. */
const isAlreadySaved = (row: Row | undefined, session: FormSession | null): boolean =>
  session !== null &&
  row !== undefined &&
  (sheetsOf(row.form).get(session.id) ?? -1) >= session.sent;

/** When the draft was thrown away last, if ever. */
const discardedAt = (row: Row | undefined): readonly string[] => row?.form.discarded ?? [];

/** Whether the form was opened before the draft that it shows was thrown away. */
const wasDiscarded = (row: Row | undefined, stamp: string | undefined): boolean =>
  stamp !== undefined && discardedAt(row).some((at) => stamp < at);

const keptOfDiscard = (row: Row | undefined): FormFields =>
  discardedAt(row).length > 0 ? { discarded: discardedAt(row) } : {};

type AutosaveInput = Readonly<{
  id: string;
  reviewId: string;
  version: number;
  fields: NeedFields;
  /** The changed fields as the form knew them; without scripts it does not say. */
  before?: Partial<NeedFields>;
  /** When the draft that the form shows was stored; empty if there was none. */
  stamp?: string;
  sheet: FormSession | null;
}>;

const emptyFields = parseNeedFields({});

/** Which fields the form changed: as it says, or else compared with the version that it shows. */
async function changedBefore(
  tx: Writer,
  actor: Actor,
  input: AutosaveInput,
): Promise<Partial<NeedFields>> {
  if (input.before) return input.before;
  const since = await changesSince(actor, input.id, input.version, tx);
  const base = since?.base ?? emptyFields;
  return Object.fromEntries(differingFields(base, input.fields).map((name) => [name, base[name]]));
}

type Autosaved = Readonly<{
  id: string;
  reviewId: string;
  entered: boolean;
  /** Whether another tab or device typed something else in the same field: one has to choose. */
  hasRivals: boolean;
}>;

/** Whether the actor may type here: the review of the need, or why not. */
async function reviewToTypeIn(
  actor: Actor,
  tx: Writer,
  { id, reviewId }: AutosaveInput,
): Promise<Outcome<{ reviewId: string; entered: boolean }>> {
  const existing = await needById(actor, id, tx);
  if (!existing) {
    const found = await reviewById(actor, reviewId, tx);
    if (!found) return notFound;
    return mayEnter(actor, found) ? done({ reviewId, entered: false }) : forbidden('role');
  }
  const verdict = existing.working ? checkTransition(actor, 'edit', existing) : undefined;
  if (verdict === undefined) return notFound;
  if (verdict === 'status' || verdict === 'counted')
    return failed({ kind: 'conflict', why: verdict });
  return verdict === 'allowed'
    ? done({ reviewId: existing.reviewId, entered: true })
    : forbidden(verdict);
}

/**
 * Saves what a form holds, for the person who types only: no version, no change, no revision. What
 * several tabs and devices of one person send is merged field by field.
 */
export async function autosaveNeed(
  actor: Actor,
  input: AutosaveInput,
): Promise<Outcome<Autosaved>> {
  return runCommand((tx) => autosaveIn(tx, actor, input));
}

/** Saves what a form holds as a draft, inside a transaction. */
export async function autosaveIn(
  tx: Writer,
  actor: Actor,
  input: AutosaveInput,
): Promise<Outcome<Autosaved>> {
  const allowed = await reviewToTypeIn(actor, tx, input);
  if (!allowed.ok) return allowed;
  const row = await rowOf(actor, input.id, tx);
  if (wasDiscarded(row, input.stamp)) return failed({ kind: 'conflict', why: 'discarded' });
  const stored = row && draftOfStored(row.form);
  const outcome = { id: input.id, ...allowed.value };
  if (isAlreadySaved(row, input.sheet))
    return done({ ...outcome, hasRivals: stored ? hasRivals(stored) : false });
  const before = await changedBefore(tx, actor, input);
  const typed = { fields: input.fields, before, sheet: input.sheet?.id ?? '-' };
  const draft = stored ? mergeTyped(stored, typed) : draftOfForm(typed);
  await upsertAutosave(tx, {
    needId: input.id,
    accountId: actor.accountId!,
    reviewId: allowed.value.reviewId,
    version: stored && row ? row.version : input.version,
    form: {
      ...formOfDraft(draft),
      ...formOfSheets(row?.form ?? {}, input.sheet),
      ...keptOfDiscard(row),
    },
    savedAt: new Date().toISOString(),
  });
  return done({ ...outcome, hasRivals: hasRivals(draft) });
}

/** What a saved form says about the draft: which of it was in the form. */
export type SavedForm = Readonly<{
  sheet?: FormSession | null;
  before?: Partial<NeedFields>;
  stamp?: string;
  settled?: Settled;
}>;

/** Returns what other tabs typed and this form does not contain, once the form is saved. */
function draftLeft(row: Row | undefined, fields: NeedFields, form: SavedForm): Draft | undefined {
  const draft = row && draftOfStored(row.form);
  if (!draft) return undefined;
  // Without scripts the form contains the draft that it showed, and nothing newer.
  const isOlder = form.stamp !== undefined && form.stamp !== row.savedAt;
  if (!form.before && !isOlder) {
    const isUnknown = form.stamp === undefined;
    if (isUnknown || !hasRivals(draft)) return undefined;
  }
  const before = form.before ?? (isOlder ? emptyFields : draft.fields);
  return draftAfterSave(draft, {
    fields,
    before,
    sheet: form.sheet?.id,
    settled: form.settled ?? {},
  });
}

/**
 * Ends an autosave after the need itself was saved. The row keeps the ids of the forms, so that a
 * late autosave request does not bring the old content back, and what other tabs typed besides.
 */
export async function endAutosave(
  tx: Writer,
  actor: Actor,
  saved: { id: string; reviewId: string; version: number; fields: NeedFields },
  form: SavedForm,
) {
  const accountId = actor.accountId!;
  const row = await rowOf(actor, saved.id, tx);
  const left = draftLeft(row, saved.fields, form);
  const sheets = form.sheet ? formOfSheets(row?.form ?? {}, form.sheet) : {};
  const stored = { ...(left ? formOfDraft(left) : {}), ...sheets, ...keptOfDiscard(row) };
  if (Object.keys(stored).length > 0)
    return upsertAutosave(tx, {
      needId: saved.id,
      accountId,
      reviewId: saved.reviewId,
      version: saved.version,
      form: stored,
      savedAt: new Date().toISOString(),
    });
  await tx
    .delete(autosave)
    .where(and(eq(autosave.needId, saved.id), eq(autosave.accountId, accountId)));
}

/**
 * Discards what the actor typed and did not save. The row keeps when, so that a tab that still shows
 * it does not bring it back.
 */
export async function discardAutosave(
  actor: Actor,
  { id }: { id: string },
): Promise<Outcome<{ id: string }>> {
  return runCommand(async (tx) => {
    const row = await rowOf(actor, id, tx);
    const now = new Date().toISOString();
    if (row)
      await upsertAutosave(tx, {
        ...row,
        form: { ...formOfSheets(row.form, null), discarded: [now] },
        savedAt: now,
      });
    return done({ id });
  });
}

export type AutosavedForm = Readonly<{
  fields: NeedFields;
  rivals: Draft['rivals'];
  reviewId: string;
  version: number;
  savedAt: string;
}>;

/**
 * Returns what the actor typed into the form of a need and did not save, and the stamp by which the
 * form says which draft it shows.
 */
export async function loadDraft(
  actor: Actor,
  needId: string,
): Promise<Readonly<{ stamp: string; autosave: AutosavedForm | undefined }>> {
  const row = await rowOf(actor, needId, read());
  const draft = row && draftOfStored(row.form);
  const stamp = row?.savedAt ?? '';
  if (!row || !draft) return { stamp, autosave: undefined };
  const { fields, rivals } = draft;
  const { reviewId, version, savedAt } = row;
  return { stamp, autosave: { fields, rivals, reviewId, version, savedAt } };
}

/** Returns what the actor typed into the form of a need and did not save. */
export const autosaveOf = async (
  actor: Actor,
  needId: string,
): Promise<AutosavedForm | undefined> => (await loadDraft(actor, needId)).autosave;

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
