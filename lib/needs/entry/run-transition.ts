import 'server-only';
import type { Writer } from '#db/client';
import type { need } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { commentsOn } from '#lib/needs/comments/queries';
import { done, failed, forbidden, invalid, type Outcome } from '#lib/base/errors';
import { notifyOfNeed } from '#lib/needs/entry/notify';
import type { FieldName } from '#lib/needs/model/fields';
import type { NeedView } from '#lib/needs/store/queries';
import { transitions } from '#lib/needs/model/transitions';
import { validateNeed } from '#lib/needs/model/schema';
import {
  updateForTransition,
  loadCodes,
  conflictFailure,
  loadForTransition,
  parseReason,
  assignReference,
  type NeedVersionRef,
} from '#lib/needs/store/transition-steps';
import { writeVersion } from '#lib/needs/store/versions';
import type { Verb } from '#lib/needs/model/vocabulary';
import { endAnswers } from '#lib/needs/reviews/answers';
import { isDeclared } from '#lib/needs/reviews/load-review-status';
import { currentSettings } from '#lib/people/settings/queries';

export type TransitionInput = NeedVersionRef &
  Readonly<{ reason?: string; reopened?: readonly FieldName[] | null }>;
export type TransitionVerb = Exclude<Verb, 'edit' | 'recode'>;

/**
 * Parses the reason. A return needs one, or a comment sent to the focal point; an approval needs
 * one only over an objection.
 */
async function reasonFor(
  tx: Writer,
  actor: Actor,
  verb: TransitionVerb,
  text: string,
  before: NeedView,
): Promise<Outcome<string | null>> {
  const parsedReason = parseReason(verb, text, before.status);
  if (!parsedReason.ok || parsedReason.value !== null) return parsedReason;
  if (verb === 'approve' && before.request === 'objection')
    return invalid('reason', 'answerObjection');
  if (verb !== 'return') return parsedReason;
  const hasSentComment = (await commentsOn(actor, [before.id], { open: true }, tx)).some(
    ({ internal, role }) => !internal && role === 'reviewer',
  );
  return hasSentComment ? parsedReason : invalid('reason', 'enterReasonOrComment');
}

/** Returns the columns of the working row that a transition sets, besides those that all set. */
async function columnsSetBy(
  tx: Writer,
  verb: TransitionVerb,
  before: NeedView,
  reopened: readonly FieldName[] | null,
): Promise<Partial<typeof need.$inferInsert>> {
  switch (verb) {
    case 'submit':
      return { reference: await assignReference(tx, before), reopened: null };
    case 'return':
      return { reopened };
    case 'approve':
      return { countedVersion: before.version + 1, countedAt: new Date().toISOString() };
    case 'grant-withdrawal':
      return { countedVersion: null, countedAt: null };
    default:
      return {};
  }
}

/** Returns why a transition may not happen although the table of transitions allows it. */
async function refusalOf(
  tx: Writer,
  actor: Actor,
  verb: TransitionVerb,
  before: NeedView,
): Promise<Outcome<never> | undefined> {
  if (verb === 'submit') {
    const faults = validateNeed(before, before.cycle, await loadCodes(actor, tx));
    if (faults.length > 0) return failed({ kind: 'invalid', errors: faults });
    if (before.status === 'draft' && (await isDeclared(tx, before.reviewId, before.chapter)))
      return invalid('chapter', 'chapterDeclared');
  }
  if (verb === 'lift-four-eyes') {
    const settings = await currentSettings(actor, tx);
    if (settings['four-eyes-lift'] === 'never') return forbidden('setting');
  }
  return undefined;
}

/**
 * Runs a transition inside a transaction: its rules and own conditions, the version, the row of the
 * change log and the mail.
 */
export async function runTransition(
  tx: Writer,
  actor: Actor,
  verb: TransitionVerb,
  { reason = '', reopened = null, ...needVersion }: TransitionInput,
): Promise<Outcome<{ id: string; version: number }>> {
  const found = await loadForTransition(tx, actor, verb, needVersion);
  if (!found.ok) return found;
  const before = found.value;
  const parsedReason = await reasonFor(tx, actor, verb, reason, before);
  if (!parsedReason.ok) return parsedReason;
  const refusal = await refusalOf(tx, actor, verb, before);
  if (refusal) return refusal;
  const version = before.version + 1;
  const columns = await columnsSetBy(tx, verb, before, reopened);
  if (!(await updateForTransition(tx, actor, verb, before, columns)))
    return conflictFailure(tx, before.id);
  const seq = await writeVersion(tx, {
    needId: before.id,
    version,
    verb,
    status: transitions[verb].to ?? before.status,
    content: before,
    actorId: actor.accountId!,
    reason: parsedReason.value,
    reopened,
  });
  if (verb === 'submit') await endAnswers(tx, before.reviewId, before.articles, seq);
  await notifyOfNeed(tx, actor, verb, before);
  return done({ id: before.id, version });
}
