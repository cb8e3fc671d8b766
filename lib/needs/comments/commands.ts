import 'server-only';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { comment } from '#db/schema/comments';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { commentById } from '#lib/needs/comments/queries';
import { mayComment, mayResolve } from '#lib/needs/comments/permissions';
import { longestComment, mostComments } from '#lib/needs/comments/vocabulary';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { notifyOfComment } from '#lib/needs/comments/notify';
import type { FieldName } from '#lib/needs/model/fields';
import { needById } from '#lib/needs/store/queries';
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
export const commentOnNeed = (
  actor: Actor,
  { id, comment: commentId, field, internal, text: typedText }: NewComment,
): Promise<Outcome<{ id: string }>> =>
  runCommand(async (tx) => {
    const need = await needById(actor, id, tx);
    if (!need) return notFound;
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
  });

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
    if (updated.length > 0)
      await recordChange(tx, {
        actorId: actor.accountId!,
        verb: open ? 'open-comment' : 'resolve-comment',
        entity: 'comment',
        entityId: commentId,
        data: { need: id },
      });
    return done({ id });
  });
