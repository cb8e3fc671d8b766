import 'server-only';
import { randomUUID } from 'node:crypto';
import { updateRows } from '#db/bulk-rows';
import { review } from '#db/schema';
import { Refusal } from '#lib/base/errors';
import { NeedBatch } from '#lib/needs/imports/needs/batch';
import { mergeContent, type NeedRow } from '#lib/needs/imports/needs/row';
import type { ImportedNeed, ImportedNeeds } from '#lib/needs/imports/pipeline/queries';
import { reviewKey, type ReviewEntry } from '#lib/needs/imports/pipeline/register-lookup';
import type { WriteContext } from '#lib/needs/imports/pipeline/run';
import type { TargetStatus } from '#lib/needs/imports/pipeline/vocabulary';
import { referenceOf } from '#lib/needs/model/reference';
import type { NeedContent } from '#lib/needs/model/schema';
import { changedContentFields } from '#lib/needs/store/review-needs';
import { refKey } from '#lib/needs/model/source-ref';
import { contentColumns, sourceRefColumns } from '#lib/needs/store/versions';

/** The verb of the first version of a need, by the status in which the import leaves it. */
const entryVerbs = {
  draft: 'enter',
  submitted: 'submit',
  approved: 'approve',
} as const satisfies Record<TargetStatus, string>;

/** Gives the need the next number of its review. */
function nextReference(review: ReviewEntry, { state, cycle }: NeedRow): string {
  review.lastNumber += 1;
  review.isNumberChanged = true;
  return referenceOf(state, cycle, review.lastNumber);
}

/** Adds a new need, or a new version of a need, to the batch. */
function addNeed(
  { actorId, target, lookup }: WriteContext,
  row: NeedRow,
  content: NeedContent,
  before: ImportedNeed | undefined,
  batch: NeedBatch,
) {
  const home = lookup.reviews.get(reviewKey(row.state, row.cycle))!;
  if (home.closed) throw new Refusal({ kind: 'conflict', why: 'closed' });
  const id = before?.id ?? randomUUID();
  const version = (before?.version ?? 0) + 1;
  const at = new Date().toISOString();
  const newReference = target === 'draft' || before?.reference ? null : nextReference(home, row);
  const counts = target === 'approved';
  const columns = {
    id,
    reference: before?.reference ?? newReference,
    status: target,
    version,
    ...(counts ? { countedVersion: version, countedAt: at } : {}),
    ...contentColumns(content),
    changedBy: actorId,
    updatedAt: at,
  };
  const verb = before ? 'edit' : entryVerbs[target];
  const written = { needId: id, version, verb, status: target, content, actorId, counts } as const;
  if (before) {
    batch.change(columns, written);
    return;
  }
  const origin = {
    reviewId: home.id!,
    ...sourceRefColumns(row.ref),
    enteredBy: actorId,
    createdAt: at,
  };
  batch.add({ ...columns, ...origin }, written);
}

/** Adds the needs of these rows, or writes a new version of those that differ from the register. */
export async function writeNeeds(
  context: WriteContext,
  rows: readonly NeedRow[],
  stored: ImportedNeeds,
  columns: ReadonlyMap<string, number>,
) {
  const { tx, target, log, report } = context;
  const batch = new NeedBatch();
  for (const row of rows) {
    const before = stored.get(refKey(row.ref))?.[0];
    const content = before
      ? mergeContent(row.content, before.content, (column) => columns.has(column))
      : row.content;
    const isUnchanged =
      before?.status === target && changedContentFields(before.content, content).length === 0;
    if (isUnchanged) {
      report.needs.unchanged += 1;
      continue;
    }
    addNeed(context, row, content, before, batch);
    report.needs[before ? 'changed' : 'added'] += 1;
  }
  await batch.write(tx, log);
}

/** Stores the last number that each review has given. */
export const writeLastNumbers = ({ tx, lookup }: WriteContext) =>
  updateRows(
    tx,
    review,
    [...lookup.reviews.values()]
      .filter(({ isNumberChanged }) => isNumberChanged)
      .map(({ id, lastNumber }) => ({ id: id!, numbered: lastNumber })),
  );
