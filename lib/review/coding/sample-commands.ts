import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { account } from '#db/schema';
import { codingSample, sampledNeed, secondCoding } from '#db/schema/coding';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { assignCoders, sampleSize } from '#lib/review/coding/draw';
import { involvementIn } from '#lib/review/coding/involvement';
import { populationAt } from '#lib/review/coding/population';
import { nothingCoded, refuseByRule } from '#lib/review/coding/refusal';
import type { SampleInput } from '#lib/review/coding/schema';
import { maxSampleSize } from '#lib/review/coding/vocabulary';
import { done, invalid, notFound, type Outcome } from '#lib/base/errors';
import { currentRevision } from '#lib/counting/facts/load';

const activeReviewers = async (tx: Writer) =>
  (
    await tx
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.role, 'reviewer'), eq(account.active, true)))
  ).map(({ id }) => id);

type DrawnNeed = Readonly<{ id: string; needId: string; version: number }>;

/** Stores the drawn needs and to whom each is assigned. */
async function writeSample(
  tx: Writer,
  sampleId: string,
  drawn: readonly DrawnNeed[],
  assignments: readonly (readonly (string | null)[])[],
) {
  await tx.insert(sampledNeed).values(
    drawn.map(({ id, needId, version }, i) => ({
      id,
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

/** Assigns the drawn needs to reviewers who were not involved in them. */
async function assignDrawn(
  tx: Writer,
  drawn: readonly DrawnNeed[],
  coders: number,
  seed: string,
): Promise<(string | null)[][]> {
  const involvement = await involvementIn(
    tx,
    drawn.map(({ needId }) => needId),
  );
  return assignCoders(
    drawn.map(({ needId }) => ({ excluded: involvement.get(needId)!.all })),
    await activeReviewers(tx),
    coders,
    seed,
  );
}

function errorOfSize(size: number, population: number, withoutText: number): string | undefined {
  if (population === 0)
    return withoutText > 0 ? 'secondCoding.errors.withoutText' : 'secondCoding.errors.nothing';
  if (size === 0) return 'secondCoding.errors.empty';
  return size > maxSampleSize ? 'secondCoding.errors.tooMany' : undefined;
}

/**
 * Draws a sample and assigns its needs to reviewers who were not involved in them. The same
 * revision, filter, share and seed draw the same needs.
 */
export async function drawSample(
  actor: Actor,
  input: SampleInput,
): Promise<Outcome<{ id: string }>> {
  const refused = refuseByRule(actor, 'draw', nothingCoded);
  if (refused) return refused;
  const latest = await currentRevision();
  const { id: formId, share, seed, coders, revision: requestedRevision, ...filter } = input;
  const id = formId || randomUUID();
  if (requestedRevision !== null && requestedRevision > latest)
    return invalid('revision', 'secondCoding.errors.revision');
  const revision = requestedRevision ?? latest;
  const { needs, withoutText } = await populationAt(filter, revision, seed);
  const size = sampleSize(needs.length, share);
  const sizeError = errorOfSize(size, needs.length, withoutText);
  if (sizeError) return invalid('share', sizeError);
  return runCommand(async (tx) => {
    // A form that is sent twice finds its sample.
    const [existing] = await tx
      .select({ drawnBy: codingSample.drawnBy })
      .from(codingSample)
      .where(eq(codingSample.id, id));
    if (existing) return existing.drawnBy === actor.accountId ? done({ id }) : notFound;
    const drawn = needs.slice(0, size).map((need) => ({ ...need, id: randomUUID() }));
    const assignments = await assignDrawn(tx, drawn, coders, seed);
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

/** The codings of a sample with the ids of their needs. */
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

/** Codings that `from` has not made yet and `to` may make; nobody codes a need twice. */
async function reassignable(
  tx: Writer,
  rows: Awaited<ReturnType<typeof codingsOf>>,
  from: string,
  to: string,
): Promise<string[]> {
  const involvement = await involvementIn(tx, [...new Set(rows.map(({ needId }) => needId))]);
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
 * Reassigns the codings of a sample that somebody (nobody, if `from` is empty) has not made yet to
 * another reviewer, as far as that one may make them.
 */
export const reassignCodings = (
  actor: Actor,
  { id, from, to }: Reassignment,
): Promise<Outcome<{ id: string; moved: number }>> =>
  runCommand(async (tx) => {
    const refused = refuseByRule(actor, 'hand-on', { ...nothingCoded, status: 'open' });
    if (refused) return refused;
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
