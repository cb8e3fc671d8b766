import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import { insertRows, updateRows } from '#db/bulk-rows';
import { review, reviewVersion, state } from '#db/schema';
import { Refusal } from '#lib/base/errors';
import {
  reviewKey,
  type RegisterLookup,
  type ReviewEntry,
} from '#lib/needs/imports/pipeline/register-lookup';
import type { WriteContext } from '#lib/needs/imports/pipeline/run';
import type { StateRow } from '#lib/needs/imports/states/row';
import type { ReviewVerb } from '#lib/needs/reviews/vocabulary';

/** The database rows of a batch. */
type Batch = Readonly<{
  states: (typeof state.$inferInsert)[];
  newReviews: (typeof review.$inferInsert)[];
  changedReviews: (Partial<typeof review.$inferInsert> & { id: string })[];
  versions: (typeof reviewVersion.$inferInsert)[];
}>;

/** Returns the id of the State of a row; creates the State at its first review. */
function stateIdOf({ states }: RegisterLookup, { code, region }: StateRow, batch: Batch): string {
  const known = states.get(code)?.id;
  if (known) return known;
  const id = randomUUID();
  batch.states.push({ id, code, region });
  states.set(code, { id, region });
  return id;
}

/** Ends the version before each that has just been written. The latest one stays open. */
const endVersions = ({ tx }: WriteContext, reviewIds: readonly string[]) =>
  tx
    .update(reviewVersion)
    .set({
      toSeq: sql`(select later.from_seq from ${reviewVersion} as later where later.review_id = ${reviewVersion}.review_id and later.version = ${reviewVersion}.version + 1)`,
    })
    .where(and(inArray(reviewVersion.reviewId, [...reviewIds]), isNull(reviewVersion.toSeq)));

function verbOf(before: ReviewEntry, completedOn: string | null): ReviewVerb {
  if (!before.id) return 'create';
  return before.completedOn === completedOn ? 'publish' : 'set-completion';
}

/** Adds the review of a row, or its new dates, to the batch. */
function addReview(context: WriteContext, row: StateRow, stateId: string, batch: Batch) {
  const { actorId, lookup, log } = context;
  const key = reviewKey(row.code, row.cycle);
  const before = lookup.reviews.get(key)!;
  const { completedOn, publishedOn } = row.dates;
  const verb = verbOf(before, completedOn);
  const id = before.id ?? randomUUID();
  const version = before.version + 1;
  const content = { symbol: before.symbol, completedOn, publishedOn };
  const at = new Date().toISOString();
  const fromSeq = log.add(verb, 'review', id, { version, ...content });
  if (before.id) batch.changedReviews.push({ id, version, completedOn, publishedOn });
  else
    batch.newReviews.push({
      id,
      stateId,
      cycle: row.cycle,
      numbered: 0,
      version,
      ...content,
      createdAt: at,
    });
  batch.versions.push({
    id: randomUUID(),
    reviewId: id,
    version,
    region: row.region,
    ...content,
    verb,
    actorId,
    at,
    fromSeq,
  });
  lookup.reviews.set(key, { ...before, id, version, completedOn, publishedOn });
}

/** Creates the reviews of these rows, with their States, and sets the dates of existing ones. */
export async function writeStates(context: WriteContext, rows: readonly StateRow[]) {
  const { tx, lookup, report } = context;
  const batch: Batch = { states: [], newReviews: [], changedReviews: [], versions: [] };
  for (const row of rows) {
    const stateId = stateIdOf(lookup, row, batch);
    const before = lookup.reviews.get(reviewKey(row.code, row.cycle))!;
    const { completedOn, publishedOn } = row.dates;
    if (before.id && before.completedOn === completedOn && before.publishedOn === publishedOn) {
      report.states.unchanged += 1;
      continue;
    }
    if (before.closed) throw new Refusal({ kind: 'conflict', why: 'closed' });
    addReview(context, row, stateId, batch);
    report.states[before.id ? 'changed' : 'added'] += 1;
  }
  const changedIds = batch.changedReviews.map(({ id }) => id);
  await insertRows(tx, state, batch.states);
  await insertRows(tx, review, batch.newReviews);
  await updateRows(tx, review, batch.changedReviews);
  await insertRows(tx, reviewVersion, batch.versions);
  if (changedIds.length > 0) await endVersions(context, changedIds);
}
