import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { and, asc, eq, gt, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { read } from '#db/client';
import { need, needVersion, review, reviewVersion } from '#db/schema';
import { drawRank } from '#lib/review/coding/draw';
import type { SamplingFrame } from '#lib/review/coding/vocabulary';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';

/** The filter of a sample. */
export type SampleFilter = Readonly<{
  drawnFrom: SamplingFrame;
  cycle: Cycle;
  chapter: Chapter | null;
  region: Region | null;
}>;

type RankedNeed = Readonly<{ needId: string; version: number; rank: string }>;
const batchSize = 5000;

const inForceAt = (revision: number, from: SQLWrapper, to: SQLWrapper): SQL =>
  sql`${from} <= ${revision} and (${to} is null or ${to} > ${revision})`;

/** The next batch of needs of a filter, by id. */
function needsAfter(
  last: string,
  { drawnFrom, cycle, chapter, region }: SampleFilter,
  revision: number,
) {
  const inFrame =
    drawnFrom === 'approved'
      ? inForceAt(revision, needVersion.countedFromSeq, needVersion.countedToSeq)
      : and(
          eq(needVersion.status, 'submitted'),
          inForceAt(revision, needVersion.fromSeq, needVersion.toSeq),
        );
  return read()
    .select({
      needId: needVersion.needId,
      version: needVersion.version,
      hasText: sql`case when ${needVersion.text} is null then 0 else 1 end`.mapWith(Number),
    })
    .from(needVersion)
    .innerJoin(need, eq(need.id, needVersion.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(
      reviewVersion,
      and(
        eq(reviewVersion.reviewId, review.id),
        inForceAt(revision, reviewVersion.fromSeq, reviewVersion.toSeq),
      ),
    )
    .where(
      and(
        inFrame,
        gt(needVersion.needId, last),
        eq(review.cycle, cycle),
        chapter ? eq(needVersion.chapter, chapter) : undefined,
        region ? eq(reviewVersion.region, region) : undefined,
      ),
    )
    .orderBy(asc(needVersion.needId))
    .limit(batchSize);
}

/**
 * The needs of the filter at a revision, in the order of the draw. Versions never change, so a
 * revision and a seed always give the same order. Reads in batches between which other requests are
 * served.
 */
export async function populationAt(
  filter: SampleFilter,
  revision: number,
  seed: string,
): Promise<{ needs: RankedNeed[]; withoutText: number }> {
  const needs: RankedNeed[] = [];
  let withoutText = 0;
  for (let last = ''; ; await setImmediate()) {
    const rows = await needsAfter(last, filter, revision);
    for (const { needId, version, hasText } of rows) {
      if (hasText) needs.push({ needId, version, rank: drawRank(seed, needId) });
      else withoutText += 1;
    }
    if (rows.length < batchSize) break;
    last = rows.at(-1)!.needId;
  }
  return { needs: needs.sort((a, b) => (a.rank < b.rank ? -1 : 1)), withoutText };
}
