import 'server-only';
import type { Writer } from '#db/client';
import { need } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import {
  done,
  failed,
  forbidden,
  invalid,
  notFound,
  type Outcome,
  Refusal,
} from '#lib/base/errors';
import { answerComments, type CommentAnswer } from '#lib/needs/comments/commands';
import { notifyOfNeed } from '#lib/needs/entry/notify';
import { autosaveIn, endAutosave, type SavedForm } from '#lib/needs/entry/autosave';
import {
  closedFields,
  differingFields,
  replaceFields,
  type FieldName,
} from '#lib/needs/model/fields';
import { needById, type NeedView } from '#lib/needs/store/queries';
import { acceptRepeat } from '#lib/needs/store/resubmission';
import { mayEnter, transitions } from '#lib/needs/model/transitions';
import { fieldsOf, validateNeed, type NeedFields } from '#lib/needs/model/schema';
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
  withErrorsOf,
  type NeedVersionRef,
} from '#lib/needs/store/transition-steps';
import { contentColumns, replaceArticles, writeVersion } from '#lib/needs/store/versions';
import { changesSince } from '#lib/needs/store/conflicts';
import { isDeclared } from '#lib/needs/reviews/load-review-status';
import { reviewById } from '#lib/needs/reviews/queries';

type SavedNeed = Readonly<{ id: string; version: number }>;

type EntryInput = SavedForm &
  Readonly<{ id: string; reviewId: string; fields: NeedFields; isToCheck?: boolean }>;

/**
 * Saves the form of a new need that was entered already, by this form: the person went back to it. The
 * need is changed; where it has moved on, what was typed becomes the draft of its form.
 */
async function saveEntryAgain(
  tx: Writer,
  actor: Actor,
  existing: NeedView,
  input: EntryInput,
): Promise<Outcome<SavedNeed>> {
  const { id, version } = existing;
  const isOfThisForm =
    existing.enteredBy === actor.accountId && existing.reviewId === input.reviewId;
  if (!isOfThisForm) return notFound;
  const entered = await changesSince(actor, id, 1, tx);
  const content = parseContent(input.fields, await loadCodes(actor, tx));
  const isSame =
    content.ok && entered && differingFields(fieldsOf(content.value), entered.base).length === 0;
  if (isSame) return done({ id, version });
  if (version === 1) return saveContentIn(tx, actor, 'edit', { ...input, version });
  const { reviewId, fields, before, sheet = null } = input;
  const kept = await autosaveIn(tx, actor, { id, reviewId, version: 1, fields, before, sheet });
  return kept.ok ? done({ id, version }) : kept;
}

/**
 * Enters a need as a draft, complete or not. The id comes with the form: a form sent twice enters
 * the need once.
 */
export const enterNeed = (actor: Actor, input: EntryInput): Promise<Outcome<SavedNeed>> =>
  runCommand((tx) => enterNeedIn(tx, actor, input));

async function enterNeedIn(
  tx: Writer,
  actor: Actor,
  input: EntryInput,
): Promise<Outcome<SavedNeed>> {
  const { id, reviewId, fields, isToCheck = false } = input;
  const existing = await needById(actor, id, tx);
  if (existing) return saveEntryAgain(tx, actor, existing, input);
  const found = await reviewById(actor, reviewId, tx);
  if (!found) return notFound;
  if (!mayEnter(actor, found)) return forbidden('role');
  const codes = await loadCodes(actor, tx);
  const content = parseContent(fields, codes, isToCheck ? found.cycle : undefined);
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
  const stored = { id, reviewId, version: 1, fields: fieldsOf(content.value) };
  await endAutosave(tx, actor, stored, input);
  return done({ id, version: 1 });
}

/**
 * The changed content of a draft or a returned need, or a reviewer's recoding of a submitted need.
 */
type EditInput = NeedVersionRef &
  SavedForm &
  Readonly<{
    fields: NeedFields;
    reason?: string;
    take?: readonly FieldName[];
    takenUp?: number;
    /** What is said to the comments on the need. */
    answers?: readonly CommentAnswer[];
    isToCheck?: boolean;
  }>;

const saveContent = async (actor: Actor, verb: 'edit' | 'recode', input: EditInput) =>
  acceptRepeat(actor, verb, input, await runCommand((tx) => saveContentIn(tx, actor, verb, input)));

async function saveContentIn(
  tx: Writer,
  actor: Actor,
  verb: 'edit' | 'recode',
  input: EditInput,
): Promise<Outcome<SavedNeed>> {
  const {
    fields,
    reason = '',
    take = [],
    takenUp,
    answers = [],
    isToCheck = verb === 'recode',
  } = input;
  const found = await loadForTransition(tx, actor, verb, input);
  if (!found.ok) return found;
  const before = found.value;
  const codes = await loadCodes(actor, tx);
  const stored = [...closedFields(before.reopened), ...take];
  const merged = replaceFields(fields, fieldsOf(before), stored);
  const content = parseContent(merged, codes, isToCheck ? before.cycle : undefined);
  const parsedReason = parseReason(verb, reason);
  if (!content.ok) return withErrorsOf(content, parsedReason);
  if (!parsedReason.ok) return parsedReason;
  if (verb === 'recode') {
    const faults = validateNeed(content.value, before.cycle, codes);
    if (faults.length > 0) return failed({ kind: 'invalid', errors: faults });
  }
  const answered = await answerComments(actor, tx, before, answers);
  if (!answered.ok) throw new Refusal(answered.failure);
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
  const { id, reviewId } = before;
  await endAutosave(tx, actor, { id, reviewId, version, fields: fieldsOf(content.value) }, input);
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
