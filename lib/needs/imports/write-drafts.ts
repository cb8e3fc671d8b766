import 'server-only';
import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { inArray } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { need, needArticle } from '#db/schema';
import { insertRows, updateRows } from '#db/bulk-rows';
import type { ChangeBatch } from '#db/change-batch';
import { storedRef, type PlannedRow } from '#lib/needs/imports/plan';
import { rowsAtATime } from '#lib/needs/imports/vocabulary';
import type { NeedContent } from '#lib/needs/model/schema';
import { contentColumns, writeVersions, type Written } from '#lib/needs/store/versions';
import type { ReviewSeen } from '#lib/needs/reviews/queries';

type Writing = Readonly<{ tx: Writer; log: ChangeBatch; actorId: string; review: ReviewSeen }>;

/**
 * Some hundreds of rows: new drafts, and new versions of drafts and returned needs, which stay what
 * they are.
 */
async function writeSome({ tx, log, actorId, review }: Writing, rows: readonly PlannedRow[]) {
  const entered: (typeof need.$inferInsert)[] = [];
  const changed: (Partial<typeof need.$inferInsert> & { id: string })[] = [];
  const articles: (typeof needArticle.$inferInsert)[] = [];
  const versions: Written[] = [];
  for (const { ref, need: before, ...row } of rows) {
    const content: NeedContent = row.content!;
    const id = before?.id ?? randomUUID();
    const version = (before?.version ?? 0) + 1;
    const status = before?.status ?? 'draft';
    const verb = before ? 'edit' : 'enter';
    const at = new Date().toISOString();
    const standing = { id, version, ...contentColumns(content), changedBy: actorId, updatedAt: at };
    if (before) changed.push(standing);
    else
      entered.push({
        ...standing,
        status,
        reviewId: review.id,
        sourceRef: storedRef(review, ref),
        origin: 'import',
        enteredBy: actorId,
        createdAt: at,
      });
    articles.push(...content.articles.map((article) => ({ needId: id, article })));
    versions.push({ needId: id, version, verb, status, content, actorId });
  }
  const ids = changed.map(({ id }) => id);
  await insertRows(tx, need, entered);
  await updateRows(tx, need, changed);
  if (ids.length > 0) await tx.delete(needArticle).where(inArray(needArticle.needId, ids));
  await writeVersions(tx, log, versions);
  await insertRows(tx, needArticle, articles);
  await log.flush();
}

/** Writes the new and changed rows of a plan. */
export async function writeDrafts(writing: Writing, plan: readonly PlannedRow[]) {
  const rows = plan.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
  for (let from = 0; from < rows.length; from += rowsAtATime) {
    await writeSome(writing, rows.slice(from, from + rowsAtATime));
    // SQLite answers at once, so that without this nobody else would be answered until the last row
    // is in.
    await turn();
  }
}
