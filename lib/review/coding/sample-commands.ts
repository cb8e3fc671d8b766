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

const reviewers = async (tx: Writer) =>
  (
    await tx
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.role, 'reviewer'), eq(account.active, true)))
  ).map(({ id }) => id);

type Drawn = Readonly<{ id: string; needId: string; version: number }>;

/** Keeps which needs were drawn, and to whom each was dealt. */
async function keepDrawn(
  tx: Writer,
  sampleId: string,
  drawn: readonly Drawn[],
  dealt: readonly (readonly (string | null)[])[],
) {
  await tx.insert(sampledNeed).values(
    drawn.map(({ id: own, needId, version }, i) => ({
      id: own,
      sampleId,
      needId,
      version,
      position: i + 1,
    })),
  );
  await tx.insert(secondCoding).values(
    dealt.flatMap((people, i) =>
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
  asked: SampleAsked,
): Promise<Outcome<{ id: string }>> {
  const refused = refusal(actor, 'draw', alone);
  if (refused) return refused;
  const latest = await currentRevision();
  const { id: given, share, seed, coders, revision: wanted, ...filter } = asked;
  const id = given || randomUUID();
  if (wanted !== null && wanted > latest)
    return invalid('revision', 'secondCoding.errors.revision');
  const revision = wanted ?? latest;
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
    const [known] = await tx
      .select({ drawnBy: codingSample.drawnBy })
      .from(codingSample)
      .where(eq(codingSample.id, id));
    if (known) return known.drawnBy === actor.accountId ? done({ id }) : notFound;
    const drawn = needs.slice(0, size).map((each) => ({ ...each, id: randomUUID() }));
    const hands = await handsOn(
      tx,
      drawn.map(({ needId }) => needId),
    );
    const dealt = deal(
      drawn.map(({ needId }) => ({ excluded: hands.get(needId)!.all })),
      await reviewers(tx),
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
    await keepDrawn(tx, id, drawn, dealt);
    return done({ id });
  });
}

type Handing = Readonly<{ id: string; from: string; to: string }>;

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
async function handable(
  tx: Writer,
  rows: Awaited<ReturnType<typeof codingsOf>>,
  from: string,
  to: string,
): Promise<string[]> {
  const hands = await handsOn(tx, [...new Set(rows.map(({ needId }) => needId))]);
  const has = new Set(
    rows.filter(({ accountId }) => accountId === to).map(({ sampledNeedId }) => sampledNeedId),
  );
  const moving: string[] = [];
  for (const { id: own, accountId, codedAt, sampledNeedId, needId } of rows) {
    if (
      codedAt ||
      (accountId ?? '') !== from ||
      has.has(sampledNeedId) ||
      hands.get(needId)!.all.has(to)
    )
      continue;
    has.add(sampledNeedId);
    moving.push(own);
  }
  return moving;
}

/**
 * Hands the codings of a sample that somebody (or nobody, if empty) has not made yet to another
 * reviewer, as far as that one may make them.
 */
export const handOn = (
  actor: Actor,
  { id, from, to }: Handing,
): Promise<Outcome<{ id: string; moved: number }>> =>
  attempt(async (tx) => {
    const refused = refusal(actor, 'hand-on', { ...alone, status: 'open' });
    if (refused) return refused;
    const [sample] = await tx
      .select({ id: codingSample.id })
      .from(codingSample)
      .where(eq(codingSample.id, id));
    if (!sample) return notFound;
    if (from === to || !(await reviewers(tx)).includes(to)) return invalid('to', 'chooseReviewer');
    const moving = await handable(tx, await codingsOf(tx, id), from, to);
    if (moving.length === 0) return invalid('to', 'secondCoding.errors.nothingToHandOn');
    await tx
      .update(secondCoding)
      .set({ accountId: to })
      .where(and(inArray(secondCoding.id, moving), isNull(secondCoding.codedAt)));
    await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'hand-on',
      entity: 'coding',
      entityId: id,
      data: { from, to, codings: moving.length },
    });
    return done({ id, moved: moving.length });
  });
