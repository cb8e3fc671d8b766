import 'server-only';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { comment } from '#db/schema/comments';
import type { Writer } from '#db/client';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { commentById } from '#lib/needs/comments/queries';
import { mayComment, mayResolve } from '#lib/needs/comments/permissions';
import { longestComment, mostComments } from '#lib/needs/comments/vocabulary';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { notifyOfComment } from '#lib/needs/comments/notify';
import type { FieldName } from '#lib/needs/model/fields';
import { needById, type NeedView } from '#lib/needs/store/queries';
import { isStorable, normaliseText } from '#lib/text/normalise';

type NewComment = Readonly<{
  id: string;
  comment: string;
  field: FieldName | null;
  internal: boolean;
  text: string;
}>;

/**
 * Comments on a need or one of its fields. The id comes with the form: a form sent twice makes one
 * comment.
 */
export const commentOnNeed = (actor: Actor, input: NewComment): Promise<Outcome<{ id: string }>> =>
  runCommand(async (tx) => {
    const need = await needById(actor, input.id, tx);
    return need ? addComment(tx, actor, need, input) : notFound;
  });

async function addComment(
  tx: Writer,
  actor: Actor,
  need: NeedView,
  { id, comment: commentId, field, internal, text: typedText }: NewComment,
): Promise<Outcome<{ id: string }>> {
  if (!need.working) return forbidden('role');
  if (need.closed) return failed({ kind: 'conflict', why: 'closed' });
  if (!mayComment(actor, need, internal)) return forbidden('role');
  const text = normaliseText(typedText);
  if (text === '') return invalid('comment', 'enterComment');
  if (!isStorable(text)) return invalid('comment', 'unreadable');
  if (text.length > longestComment) return invalid('comment', 'commentTooLong');
  const [existing] = await tx
    .select({ needId: comment.needId, authorId: comment.authorId })
    .from(comment)
    .where(eq(comment.id, commentId));
  if (existing)
    return existing.needId === id && existing.authorId === actor.accountId
      ? done({ id })
      : notFound;
  const [counted] = await tx
    .select({ total: sql`count(*)`.mapWith(Number) })
    .from(comment)
    .where(eq(comment.needId, id));
  if ((counted?.total ?? 0) >= mostComments) return invalid('comment', 'tooManyComments');
  await tx.insert(comment).values({
    id: commentId,
    needId: id,
    version: need.version,
    field,
    internal,
    text,
    authorId: actor.accountId!,
    at: new Date().toISOString(),
  });
  await recordChange(tx, {
    actorId: actor.accountId!,
    verb: 'comment',
    entity: 'comment',
    entityId: commentId,
    data: { need: id, internal },
  });
  if (!internal) await notifyOfComment(tx, actor, need);
  return done({ id });
}

/** What somebody who corrects a need says to a comment: an answer, and whether it is dealt with. */
export type CommentAnswer = Readonly<{ comment: string; text: string; resolve: boolean }>;

/**
 * Answers comments on a need while it is saved, inside its transaction: each answer is a comment on
 * the same field. Internal comments are answered internally.
 */
export async function answerComments(
  actor: Actor,
  tx: Writer,
  need: NeedView,
  answers: readonly CommentAnswer[],
): Promise<Outcome<null>> {
  for (const { comment: commentId, text, resolve } of answers) {
    const found = await commentById(actor, commentId, tx);
    if (found?.needId !== need.id) return notFound;
    const { field, internal } = found;
    const isAnswered = normaliseText(text) !== '';
    const answer = { id: need.id, comment: crypto.randomUUID(), field, internal, text };
    const added = isAnswered ? await addComment(tx, actor, need, answer) : done(null);
    if (!added.ok) {
      const { failure } = added;
      const isInvalid = failure.kind === 'invalid';
      return isInvalid ? invalid(`answer.${commentId}`, failure.errors[0]!.message) : added;
    }
    if (resolve && mayResolve(actor, need, found)) await setResolved(tx, actor, need.id, commentId);
  }
  return done(null);
}

/** Marks a comment as resolved, or opens it again. A repetition changes nothing. */
export const resolveComment = (
  actor: Actor,
  { id, comment: commentId, open }: { id: string; comment: string; open: boolean },
): Promise<Outcome<{ id: string }>> =>
  runCommand(async (tx) => {
    const need = await needById(actor, id, tx);
    const found = await commentById(actor, commentId, tx);
    if (!need?.working || found?.needId !== id) return notFound;
    if (need.closed) return failed({ kind: 'conflict', why: 'closed' });
    if (!mayResolve(actor, need, found)) return forbidden('role');
    await setResolved(tx, actor, id, commentId, open);
    return done({ id });
  });

async function setResolved(
  tx: Writer,
  actor: Actor,
  needId: string,
  commentId: string,
  open = false,
) {
  const resolved = open
    ? { resolvedBy: null, resolvedAt: null }
    : { resolvedBy: actor.accountId!, resolvedAt: new Date().toISOString() };
  const updated = await tx
    .update(comment)
    .set(resolved)
    .where(
      and(
        eq(comment.id, commentId),
        open ? isNotNull(comment.resolvedAt) : isNull(comment.resolvedAt),
      ),
    )
    .returning({ id: comment.id });
  if (updated.length === 0) return;
  await recordChange(tx, {
    actorId: actor.accountId!,
    verb: open ? 'open-comment' : 'resolve-comment',
    entity: 'comment',
    entityId: commentId,
    data: { need: needId },
  });
}
