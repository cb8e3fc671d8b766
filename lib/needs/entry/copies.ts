import 'server-only';
import { need } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { done, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { needById } from '#lib/needs/store/queries';
import { mayEnter } from '#lib/needs/model/transitions';
import type { NeedContent } from '#lib/needs/model/schema';
import type { Writer } from '#db/client';
import type { Origin } from '#lib/needs/model/vocabulary';
import { contentColumns, replaceArticles, writeVersion } from '#lib/needs/store/versions';
import { isDeclared } from '#lib/needs/reviews/load-review-status';

type NewDraft = Readonly<{ id: string; reviewId: string; content: NeedContent; origin: Origin }>;

/** Enters a draft from another source than the form, inside a transaction. */
export async function enterDraft(
  actor: Actor,
  tx: Writer,
  { id, reviewId, content, origin }: NewDraft,
) {
  const accountId = actor.accountId!;
  const now = new Date().toISOString();
  await tx.insert(need).values({
    id,
    reviewId,
    status: 'draft',
    version: 1,
    ...contentColumns(content),
    origin,
    enteredBy: accountId,
    changedBy: accountId,
    createdAt: now,
    updatedAt: now,
  });
  await replaceArticles(tx, id, content.articles);
  await writeVersion(tx, {
    needId: id,
    version: 1,
    verb: 'enter',
    status: 'draft',
    content,
    actorId: accountId,
  });
}

/** Whether the actor may copy this need: everyone who may enter one into its review. */
export const mayCopy = (
  actor: Actor,
  { working, reviewId, stateId }: Readonly<{ working: boolean; reviewId: string; stateId: string }>,
): boolean => working && mayEnter(actor, { id: reviewId, stateId });

/**
 * Enters a new draft with the content of a need. The id comes with the form: a form sent twice
 * makes one copy.
 */
export async function copyNeed(
  actor: Actor,
  { id, copy }: Readonly<{ id: string; copy: string }>,
): Promise<Outcome<Readonly<{ id: string }>>> {
  return runCommand(async (tx) => {
    const original = await needById(actor, id, tx);
    if (!original) return notFound;
    if (!mayCopy(actor, original)) return forbidden('role');
    const existing = await needById(actor, copy, tx);
    if (existing) return existing.enteredBy === actor.accountId ? done({ id: copy }) : notFound;
    if (await isDeclared(tx, original.reviewId, original.chapter))
      return invalid('chapter', 'chapterDeclared');
    await enterDraft(actor, tx, {
      id: copy,
      reviewId: original.reviewId,
      content: original,
      origin: 'copy',
    });
    return done({ id: copy });
  });
}
