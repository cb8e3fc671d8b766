import 'server-only';
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChangeBatch } from '#db/change-batch';
import type { Writer } from '#db/client';
import { NeedBatch } from '#lib/needs/imports/needs/batch';
import { storedRef, type PlannedNeed } from '#lib/needs/imports/needs/plan';
import { rowsAtATime } from '#lib/needs/imports/pipeline/vocabulary';
import type { ReviewView } from '#lib/needs/reviews/queries';
import { contentColumns, sourceRefColumns } from '#lib/needs/store/versions';

type DraftContext = Readonly<{
  tx: Writer;
  log: ChangeBatch;
  actorId: string;
  review: ReviewView;
}>;

/** Adds a new draft, or a new version of a draft or returned need, which keeps its status. */
function addDraft(
  { actorId, review }: DraftContext,
  { ref, need: before, content }: PlannedNeed,
  batch: NeedBatch,
) {
  const id = before?.id ?? randomUUID();
  const version = (before?.version ?? 0) + 1;
  const status = before?.status ?? 'draft';
  const verb = before ? 'edit' : 'enter';
  const at = new Date().toISOString();
  const columns = {
    id,
    version,
    ...contentColumns(content!),
    changedBy: actorId,
    updatedAt: at,
  };
  const written = { needId: id, version, verb, status, content: content!, actorId } as const;
  if (before) {
    batch.change(columns, written);
    return;
  }
  const origin = {
    status,
    reviewId: review.id,
    ...sourceRefColumns(storedRef(review, ref)),
    origin: 'import',
    enteredBy: actorId,
    createdAt: at,
  } as const;
  batch.add({ ...columns, ...origin }, written);
}

/** Writes the new and changed rows of a plan. */
export async function writeDrafts(context: DraftContext, plan: readonly PlannedNeed[]) {
  const rows = plan.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
  for (let from = 0; from < rows.length; from += rowsAtATime) {
    const batch = new NeedBatch();
    for (const row of rows.slice(from, from + rowsAtATime)) addDraft(context, row, batch);
    await batch.write(context.tx, context.log);
    // SQLite answers at once: without this pause other requests would wait until the last row.
    await nextTurn();
  }
}
