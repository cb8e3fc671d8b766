import 'server-only';
import { alias } from 'drizzle-orm/pg-core';
import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, need, needVersion, review } from '#db/schema';
import { comment } from '#db/schema/comments';
import type { Actor } from '#lib/base/actor';
import { mayReadInternal } from '#lib/needs/comments/permissions';
import { mostComments } from '#lib/needs/comments/vocabulary';
import type { FieldName } from '#lib/needs/model/fields';
import { workingNeeds } from '#lib/needs/model/scope';

export type Comment = Readonly<{
  id: string;
  needId: string;
  version: number;
  /** The field that it is about; null: the whole need. */
  field: FieldName | null;
  internal: boolean;
  text: string;
  authorId: string;
  by: string;
  role: string;
  at: string;
  resolved: Readonly<{ by: string; at: string }> | null;
}>;

/**
 * The only clause that says which comments an actor sees: those on needs that they work on;
 * internal ones only if they may read them.
 */
const visibleComments = (actor: Actor) =>
  and(workingNeeds(actor), mayReadInternal(actor) ? undefined : eq(comment.internal, false));

/**
 * Returns the comments on these needs, the oldest first; none where the actor does not work on
 * them.
 */
export async function commentsOn(
  actor: Actor,
  needIds: readonly string[],
  { open = false }: { open?: boolean } = {},
  from: Reader | Writer = read(),
): Promise<Comment[]> {
  if (needIds.length === 0) return [];
  const resolver = alias(account, 'resolver');
  const rows = await from
    .select({
      id: comment.id,
      needId: comment.needId,
      version: comment.version,
      field: comment.field,
      internal: comment.internal,
      text: comment.text,
      authorId: comment.authorId,
      by: account.name,
      role: account.role,
      at: comment.at,
      resolvedBy: resolver.name,
      resolvedAt: comment.resolvedAt,
    })
    .from(comment)
    .innerJoin(need, eq(need.id, comment.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(account, eq(account.id, comment.authorId))
    .leftJoin(resolver, eq(resolver.id, comment.resolvedBy))
    .where(
      and(
        inArray(comment.needId, [...needIds]),
        visibleComments(actor),
        open ? isNull(comment.resolvedAt) : undefined,
      ),
    )
    .orderBy(asc(comment.at), asc(comment.id))
    .limit(mostComments * needIds.length);
  return rows.map(({ field, resolvedBy, resolvedAt, ...row }) => ({
    ...row,
    field: field as FieldName | null,
    resolved: resolvedAt ? { by: resolvedBy ?? '', at: resolvedAt } : null,
  }));
}

/** Returns how many open comments the actor sees on each of these needs; none: no entry. */
export async function openCommentCounts(
  actor: Actor,
  needIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (needIds.length === 0) return new Map();
  const rows = await read()
    .select({ id: comment.needId, count: sql`count(*)`.mapWith(Number) })
    .from(comment)
    .innerJoin(need, eq(need.id, comment.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(
      and(
        inArray(comment.needId, [...needIds]),
        visibleComments(actor),
        isNull(comment.resolvedAt),
      ),
    )
    .groupBy(comment.needId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Returns the comment of this id, if the actor sees it. */
export async function commentById(actor: Actor, id: string, from: Reader | Writer = read()) {
  const [row] = await from
    .select({
      id: comment.id,
      needId: comment.needId,
      field: comment.field,
      internal: comment.internal,
      authorId: comment.authorId,
      resolvedAt: comment.resolvedAt,
    })
    .from(comment)
    .innerJoin(need, eq(need.id, comment.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(and(eq(comment.id, id), visibleComments(actor)));
  return row && { ...row, field: row.field as FieldName | null };
}

export type CommentedNeed = Readonly<{
  id: string;
  reference: string | null;
  text: string | null;
  count: number;
  at: string;
}>;

/** Returns needs of open reviews with open comments of others, the last commented first. */
export async function commentedNeeds(actor: Actor, limit: number): Promise<CommentedNeed[]> {
  const at = sql<string>`max(${comment.at})`;
  return read()
    .select({
      id: need.id,
      reference: need.reference,
      text: needVersion.text,
      count: sql`count(*)`.mapWith(Number),
      at,
    })
    .from(comment)
    .innerJoin(need, eq(need.id, comment.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(
      needVersion,
      and(eq(needVersion.needId, need.id), eq(needVersion.version, need.version)),
    )
    .where(
      and(
        visibleComments(actor),
        isNull(comment.resolvedAt),
        isNull(review.closedAt),
        ne(comment.authorId, actor.accountId ?? ''),
        ne(need.status, 'withdrawn'),
      ),
    )
    .groupBy(need.id, need.reference, needVersion.text)
    .orderBy(desc(at), asc(need.id))
    .limit(limit);
}
