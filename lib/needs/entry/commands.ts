import 'server-only';
import type { Writer } from '#db/client';
import { need } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { notifyOfNeed } from '#lib/needs/entry/notify';
import { endAutosave } from '#lib/needs/entry/autosave';
import { closedFields, replaceFields, type FieldName } from '#lib/needs/model/fields';
import { needById } from '#lib/needs/store/queries';
import { acceptRepeat } from '#lib/needs/store/resubmission';
import { mayEnter, transitions } from '#lib/needs/model/transitions';
import { fieldsOf, validateNeed, type NeedFields } from '#lib/needs/model/schema';
import type { FormSession } from '#lib/needs/model/form-session';
import {
  runTransition,
  type TransitionVerb,
  type TransitionInput,
} from '#lib/needs/entry/run-transition';
import {
  updateForTransition,
  loadCodes,
  conflictFailure,
  parseContent,
  loadForTransition,
  parseReason,
  type NeedVersionRef,
} from '#lib/needs/store/transition-steps';
import { contentColumns, replaceArticles, writeVersion } from '#lib/needs/store/versions';
import { isDeclared } from '#lib/needs/reviews/load-review-status';
import { reviewById } from '#lib/needs/reviews/queries';

type SavedNeed = Readonly<{ id: string; version: number }>;

/**
 * Enters a need as a draft, complete or not. The id comes with the form: a form sent twice enters
 * the need once.
 */
export async function enterNeed(
  actor: Actor,
  {
    id,
    reviewId,
    fields,
    sheet = null,
  }: { id: string; reviewId: string; fields: NeedFields; sheet?: FormSession | null },
): Promise<Outcome<SavedNeed>> {
  return runCommand(async (tx) => {
    const existing = await needById(actor, id, tx);
    if (existing)
      return existing.enteredBy === actor.accountId
        ? done({ id, version: existing.version })
        : notFound;
    const found = await reviewById(actor, reviewId, tx);
    if (!found) return notFound;
    if (!mayEnter(actor, found)) return forbidden('role');
    const content = parseContent(fields, await loadCodes(actor, tx));
    if (!content.ok) return content;
    if (await isDeclared(tx, reviewId, content.value.chapter))
      return invalid('chapter', 'chapterDeclared');
    const now = new Date().toISOString();
    await tx.insert(need).values({
      id,
      reviewId,
      status: 'draft',
      version: 1,
      ...contentColumns(content.value),
      enteredBy: actor.accountId!,
      changedBy: actor.accountId!,
      createdAt: now,
      updatedAt: now,
    });
    await replaceArticles(tx, id, content.value.articles);
    await writeVersion(tx, {
      needId: id,
      version: 1,
      verb: 'enter',
      status: 'draft',
      content: content.value,
      actorId: actor.accountId!,
    });
    await endAutosave(tx, actor, { id, reviewId, version: 1, sheet });
    return done({ id, version: 1 });
  });
}

/**
 * The changed content of a draft or a returned need, or a reviewer's recoding of a submitted need.
 */
type EditInput = NeedVersionRef &
  Readonly<{
    fields: NeedFields;
    reason?: string;
    take?: readonly FieldName[];
    sheet?: FormSession | null;
    takenUp?: number;
  }>;

const saveContent = async (actor: Actor, verb: 'edit' | 'recode', input: EditInput) =>
  acceptRepeat(actor, verb, input, await runCommand((tx) => saveContentIn(tx, actor, verb, input)));

async function saveContentIn(
  tx: Writer,
  actor: Actor,
  verb: 'edit' | 'recode',
  { fields, reason = '', take = [], sheet = null, takenUp, ...needVersion }: EditInput,
): Promise<Outcome<SavedNeed>> {
  const found = await loadForTransition(tx, actor, verb, needVersion);
  if (!found.ok) return found;
  const before = found.value;
  const codes = await loadCodes(actor, tx);
  const stored = [...closedFields(before.reopened), ...take];
  const content = parseContent(replaceFields(fields, fieldsOf(before), stored), codes);
  if (!content.ok) return content;
  const parsedReason = parseReason(verb, reason);
  if (!parsedReason.ok) return parsedReason;
  if (verb === 'recode') {
    const faults = validateNeed(content.value, before.cycle, codes);
    if (faults.length > 0) return failed({ kind: 'invalid', errors: faults });
  }
  const accountId = actor.accountId!;
  const isUpdated = await updateForTransition(tx, actor, verb, before, {
    ...contentColumns(content.value),
    changedBy: accountId,
    ...(verb === 'recode' ? { recodedBy: accountId } : {}),
  });
  if (!isUpdated) return conflictFailure(tx, before.id);
  await replaceArticles(tx, before.id, content.value.articles);
  const version = before.version + 1;
  const status = transitions[verb].to ?? before.status;
  await writeVersion(tx, {
    needId: before.id,
    version,
    verb,
    status,
    content: content.value,
    actorId: accountId,
    reason: parsedReason.value,
    logged: takenUp ? { takenUp } : {},
  });
  await endAutosave(tx, actor, { id: before.id, reviewId: before.reviewId, version, sheet });
  await notifyOfNeed(tx, actor, verb, before);
  return done({ id: before.id, version });
}

const transition = async (actor: Actor, verb: TransitionVerb, input: TransitionInput) =>
  acceptRepeat(actor, verb, input, await runCommand((tx) => runTransition(tx, actor, verb, input)));

export const editNeed = (actor: Actor, input: EditInput) => saveContent(actor, 'edit', input);
export const recodeNeed = (actor: Actor, input: EditInput & { reason: string }) =>
  saveContent(actor, 'recode', input);
export const submitNeed = (actor: Actor, input: NeedVersionRef) =>
  transition(actor, 'submit', input);
/** Submits all of these needs, or none: the first failure is the outcome. */
export const submitNeeds = (
  actor: Actor,
  { needs }: { needs: readonly NeedVersionRef[] },
): Promise<Outcome<readonly SavedNeed[]>> =>
  runCommand(async (tx) => {
    const saved: SavedNeed[] = [];
    for (const needVersion of needs) {
      const moved = await runTransition(tx, actor, 'submit', needVersion);
      if (!moved.ok) return moved;
      saved.push(moved.value);
    }
    return done(saved);
  });
/**
 * Approves exactly the version seen; over an objection only with a reason. The UPDATE itself
 * refuses whoever entered, recoded or last changed the need.
 */
export const approveNeed = (actor: Actor, input: NeedVersionRef & { reason?: string }) =>
  transition(actor, 'approve', input);
/**
 * Returns a need with a reason and opens fields for correction: all of them, unless some are named.
 */
export const returnNeed = (actor: Actor, input: TransitionInput & { reason: string }) =>
  transition(actor, 'return', input);
/** Reopens an approved need; its approved version goes on counting. */
export const reopenNeed = (actor: Actor, input: NeedVersionRef & { reason: string }) =>
  transition(actor, 'reopen', input);
export const withdrawNeed = (actor: Actor, input: NeedVersionRef & { reason: string }) =>
  transition(actor, 'withdraw', input);
/**
 * Objects to a recoding: the reviewer who then approves it must answer the objection with a reason.
 */
export const objectToRecoding = (actor: Actor, input: NeedVersionRef & { reason: string }) =>
  transition(actor, 'object', input);
/** Asks the reviewers to withdraw an approved need; it counts until they do. */
export const requestWithdrawal = (actor: Actor, input: NeedVersionRef & { reason: string }) =>
  transition(actor, 'request-withdrawal', input);
export const takeBackRequest = (actor: Actor, input: NeedVersionRef) =>
  transition(actor, 'take-back-request', input);
/** Withdraws an approved need on request; it no longer counts. */
export const grantWithdrawal = (actor: Actor, input: NeedVersionRef) =>
  transition(actor, 'grant-withdrawal', input);
export const refuseWithdrawal = (actor: Actor, input: NeedVersionRef & { reason: string }) =>
  transition(actor, 'refuse-withdrawal', input);
/**
 * Allows the next decision on this need to whoever entered, recoded or last changed it, where a
 * setting permits that.
 */
export const liftFourEyes = (actor: Actor, input: NeedVersionRef & { reason: string }) =>
  transition(actor, 'lift-four-eyes', input);
