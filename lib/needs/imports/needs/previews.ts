import 'server-only';
import { and, eq, not } from 'drizzle-orm';
import { ChangeBatch } from '#db/change-batch';
import { read, type Reader, type Writer } from '#db/client';
import { need, review as reviewTable } from '#db/schema';
import { importPreview } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';
import { done, forbidden, notFound, type Outcome } from '#lib/base/errors';
import { parseInWorker } from '#lib/files/tables/parse-in-worker';
import {
  vocabularyHash,
  type NeedsFileOptions,
  type ParsedNeedsFile,
} from '#lib/needs/imports/needs/parse-file';
import { writeDrafts } from '#lib/needs/imports/needs/write-drafts';
import { planNeeds, type PlannedNeed } from '#lib/needs/imports/needs/plan';
import * as pipeline from '#lib/needs/imports/pipeline/preview-pipeline';
import { previewStore } from '#lib/needs/imports/pipeline/preview-store';
import { workingNeeds } from '#lib/needs/model/scope';
import { declaredChapters } from '#lib/needs/reviews/load-review-status';
import { reviewById, type ReviewView } from '#lib/needs/reviews/queries';
import { mayEnterMany, needsOfReview } from '#lib/needs/store/review-needs';
import { refKey } from '#lib/needs/model/source-ref';
import { vocabulary } from '#lib/needs/store/queries';

type Target = Readonly<{ reviewId: string }>;
type Planned = Readonly<{
  review: ReviewView;
  plan: readonly PlannedNeed[];
  /** The rows of the file that its spreadsheet hides; they are imported like the others. */
  hiddenLines: readonly number[];
  /** The headings of the columns that it hides. */
  hiddenColumns: readonly string[];
}>;
export type NeedsPreview = pipeline.Preview<Planned>;

/** Returns the review, if the actor may import into it. */
export async function reviewToImportInto(
  actor: Actor,
  reviewId: string,
  from: Reader | Writer = read(),
): Promise<Outcome<ReviewView>> {
  const review = await reviewById(actor, reviewId, from);
  if (!review) return notFound;
  return mayEnterMany(actor, review) ? done(review) : forbidden('role');
}

/** Returns the keys of refs of needs in the review that the actor does not see, but must not use. */
async function hiddenRefs(
  actor: Actor,
  { id }: ReviewView,
  from: Reader | Writer,
): Promise<Set<string>> {
  const rows = await from
    .select({ ref: need.sourceRef })
    .from(need)
    .innerJoin(reviewTable, eq(reviewTable.id, need.reviewId))
    .where(and(eq(need.reviewId, id), not(workingNeeds(actor))));
  return new Set(rows.flatMap(({ ref }) => (ref === null ? [] : refKey(ref))));
}

/** Not found where the file was parsed with another vocabulary than the current one. */
async function compare(
  actor: Actor,
  review: ReviewView,
  rows: string,
  from: Reader | Writer,
): Promise<Outcome<Planned>> {
  const file = JSON.parse(rows) as ParsedNeedsFile;
  if (file.vocabulary !== vocabularyHash(await vocabulary(actor, from))) return notFound;
  const plan = planNeeds(file, {
    actor,
    review,
    needs: await needsOfReview(actor, review, from),
    hidden: await hiddenRefs(actor, review, from),
    declared: await declaredChapters(from, review.id),
  });
  const { hiddenLines = [], hiddenColumns = [] } = file;
  return done({ review, plan, hiddenLines, hiddenColumns });
}

const needsImport = new pipeline.ImportPipeline<Target, ReviewView, Planned, ChangeBatch>({
  store: previewStore<Target>(importPreview, {
    ownedBy: ({ accountId, reviewId }) =>
      and(eq(importPreview.accountId, accountId), eq(importPreview.reviewId, reviewId)),
    insert: (tx, row) => tx.insert(importPreview).values(row),
  }),
  destination: (actor, { reviewId }, from) => reviewToImportInto(actor, reviewId, from),
  parse: async (actor, { stateCode, cycle }, { content, sheet }) =>
    parseInWorker(actor, '#lib/needs/imports/needs/parse-file', content, {
      stateCode,
      cycle,
      vocabulary: await vocabulary(actor),
      sheet,
    } satisfies NeedsFileOptions),
  compare,
  storedVersion: ({ need: stored }) => [stored?.id, stored?.version, stored?.status],
  openLog: (tx, actor) => ChangeBatch.open(tx, actor.accountId!),
  write: async ({ tx, actor, log }, { id, name, review, plan, counts }) => {
    await writeDrafts({ tx, log, actorId: actor.accountId!, review }, plan);
    if (counts.new + counts.changed > 0)
      log.add('import', 'import', id, { review: review.id, name, ...counts });
    return done(true);
  },
});

/** Parses a file of needs and keeps it for a day: one file for each person and review. */
export const previewFile = (
  actor: Actor,
  { reviewId, ...file }: Target & pipeline.UploadedFile,
): Promise<Outcome<{ id: string }>> => needsImport.upload(actor, { reviewId }, file);

/**
 * Returns what the import of a waiting file would do. Another person's file is not found, nor is
 * one that was parsed with another vocabulary.
 */
export const previewById = (
  actor: Actor,
  { id, reviewId }: Target & Readonly<{ id: string }>,
  from: Reader | Writer = read(),
): Promise<Outcome<NeedsPreview>> => needsImport.preview(actor, { reviewId }, id, from);

/** Does all that the preview showed, or refuses where it would do anything else. */
export const confirmPreview = (
  actor: Actor,
  { reviewId, ...confirmation }: Target & Readonly<{ id: string; fingerprint: string }>,
): Promise<Outcome<pipeline.OutcomeCounts>> =>
  needsImport.confirm(actor, { reviewId }, confirmation);
