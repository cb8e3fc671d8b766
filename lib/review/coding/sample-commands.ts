import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { account } from '#db/schema';
import { codingSample, sampledNeed, secondCoding } from '#db/schema/coding';
import type { Actor } from '#lib/base/actor';
import { attempt } from '#lib/base/attempt';
import { deal, sizeOf } from '#lib/review/coding/dealing';
import { handsOn } from '#lib/review/coding/hands';
import { populationAt } from '#lib/review/coding/population';
import { alone, refusal } from '#lib/review/coding/refusal';
import type { SampleAsked } from '#lib/review/coding/schema';
import { mostSampled } from '#lib/review/coding/vocabulary';
import { done, invalid, notFound, type Outcome } from '#lib/base/errors';
import { currentRevision } from '#lib/counting/summaries/load';

const activeReviewers = async (tx: Writer) =>
  (
    await tx
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.role, 'reviewer'), eq(account.active, true)))
  ).map(({ id }) => id);

type DrawnNeed = Readonly<{ id: string; needId: string; version: number }>;

/** Keeps which needs were drawn, and to whom each was dealt. */
async function writeSample(
  tx: Writer,
  sampleId: string,
  drawn: readonly DrawnNeed[],
  assignments: readonly (readonly (string | null)[])[],
) {
  await tx.insert(sampledNeed).values(
    drawn.map(({ id: codingId, needId, version }, i) => ({
      id: codingId,
      sampleId,
      needId,
      version,
      position: i + 1,
    })),
  );
  await tx.insert(secondCoding).values(
    assignments.flatMap((people, i) =>
      people.map((accountId, place) => ({
        id: randomUUID(),
        sampledNeedId: drawn[i]!.id,
        place,
        accountId,
      })),
    ),
  );
}

/**
 * Draws a sample and deals its needs to reviewers who had no hand in them. The same revision,
 * filter, share and seed draw the same needs.
 */
export async function drawSample(
  actor: Actor,
  input: SampleAsked,
): Promise<Outcome<{ id: string }>> {
  const refusal_ = refusal(actor, 'draw', alone);
  if (refusal_) return refusal_;
  const latest = await currentRevision();
  const { id: formId, share, seed, coders, revision: requestedRevision, ...filter } = input;
  const id = formId || randomUUID();
  if (requestedRevision !== null && requestedRevision > latest)
    return invalid('revision', 'secondCoding.errors.revision');
  const revision = requestedRevision ?? latest;
  const { needs, withoutText } = await populationAt(filter, revision, seed);
  const size = sizeOf(needs.length, share);
  if (needs.length === 0)
    return invalid(
      'share',
      withoutText > 0 ? 'secondCoding.errors.withoutText' : 'secondCoding.errors.nothing',
    );
  if (size === 0) return invalid('share', 'secondCoding.errors.empty');
  if (size > mostSampled) return invalid('share', 'secondCoding.errors.tooMany');
  return attempt(async (tx) => {
    // Sent again, it is the sample already drawn.
    const [existing] = await tx
      .select({ drawnBy: codingSample.drawnBy })
      .from(codingSample)
      .where(eq(codingSample.id, id));
    if (existing) return existing.drawnBy === actor.accountId ? done({ id }) : notFound;
    const drawn = needs.slice(0, size).map((each) => ({ ...each, id: randomUUID() }));
    const involvement = await handsOn(
      tx,
      drawn.map(({ needId }) => needId),
    );
    const assignments = deal(
      drawn.map(({ needId }) => ({ excluded: involvement.get(needId)!.all })),
      await activeReviewers(tx),
      coders,
      seed,
    );
    const fromSeq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'draw',
      entity: 'coding',
      entityId: id,
      data: { revision, share, seed, size },
    });
    await tx.insert(codingSample).values({
      id,
      ...filter,
      share,
      seed,
      revision,
      coders,
      population: needs.length,
      withoutText,
      size,
      drawnBy: actor.accountId!,
      at: new Date().toISOString(),
      fromSeq,
    });
    await writeSample(tx, id, drawn, assignments);
    return done({ id });
  });
}

type Reassignment = Readonly<{ id: string; from: string; to: string }>;

/** The codings of a sample with the needs that they are of. */
const codingsOf = (tx: Writer, id: string) =>
  tx
    .select({
      id: secondCoding.id,
      accountId: secondCoding.accountId,
      codedAt: secondCoding.codedAt,
      sampledNeedId: secondCoding.sampledNeedId,
      needId: sampledNeed.needId,
    })
    .from(secondCoding)
    .innerJoin(sampledNeed, eq(sampledNeed.id, secondCoding.sampledNeedId))
    .where(eq(sampledNeed.sampleId, id));

/** Those that `from` has not made yet and `to` may make; no need is coded twice by one person. */
async function reassignable(
  tx: Writer,
  rows: Awaited<ReturnType<typeof codingsOf>>,
  from: string,
  to: string,
): Promise<string[]> {
  const involvement = await handsOn(tx, [...new Set(rows.map(({ needId }) => needId))]);
  const alreadyCoding = new Set(
    rows.filter(({ accountId }) => accountId === to).map(({ sampledNeedId }) => sampledNeedId),
  );
  const codingIds: string[] = [];
  for (const { id: codingId, accountId, codedAt, sampledNeedId, needId } of rows) {
    if (
      codedAt ||
      (accountId ?? '') !== from ||
      alreadyCoding.has(sampledNeedId) ||
      involvement.get(needId)!.all.has(to)
    )
      continue;
    alreadyCoding.add(sampledNeedId);
    codingIds.push(codingId);
  }
  return codingIds;
}

/**
 * Hands the codings of a sample that somebody (or nobody, if empty) has not made yet to another
 * reviewer, as far as that one may make them.
 */
export const handOn = (
  actor: Actor,
  { id, from, to }: Reassignment,
): Promise<Outcome<{ id: string; moved: number }>> =>
  attempt(async (tx) => {
    const refusal_ = refusal(actor, 'hand-on', { ...alone, status: 'open' });
    if (refusal_) return refusal_;
    const [sample] = await tx
      .select({ id: codingSample.id })
      .from(codingSample)
      .where(eq(codingSample.id, id));
    if (!sample) return notFound;
    if (from === to || !(await activeReviewers(tx)).includes(to))
      return invalid('to', 'chooseReviewer');
    const codingIds = await reassignable(tx, await codingsOf(tx, id), from, to);
    if (codingIds.length === 0) return invalid('to', 'secondCoding.errors.nothingToHandOn');
    await tx
      .update(secondCoding)
      .set({ accountId: to })
      .where(and(inArray(secondCoding.id, codingIds), isNull(secondCoding.codedAt)));
    await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'hand-on',
      entity: 'coding',
      entityId: id,
      data: { from, to, codings: codingIds.length },
    });
    return done({ id, moved: codingIds.length });
  });
