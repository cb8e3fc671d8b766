import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { transaction } from '#db/client';
import { needVersion } from '#db/schema';
import type { Chance } from '#tests/support/run/seeded-random';

const codings = [
  { category: 'capacity-building', subcategory: 'cb-training', types: ['staff-training'] },
  { category: 'institution-building', subcategory: 'ib-good-practices', types: [] },
  { category: 'legislative-assistance', subcategory: 'la-drafting', types: [] },
  { category: 'research-and-data', subcategory: 'rd-research', types: [] },
  { category: 'policymaking', subcategory: 'pm-development', types: [] },
  { category: 'international-cooperation', subcategory: 'ic-good-practices', types: [] },
] as const;
const provisions = [
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  '13',
  '14',
  'general',
  '5;6',
] as const;

/** The versions that count, in an order that does not depend on the engine. */
const counting = () =>
  transaction(async (tx) =>
    (
      await tx
        .select()
        .from(needVersion)
        .where(and(isNotNull(needVersion.countedFromSeq), isNull(needVersion.countedToSeq)))
    ).toSorted((a, b) => (a.needId < b.needId ? -1 : 1)),
  );

/**
 * Recodes a need that counts, or lets it count no more, as rows with their change of the log;
 * returns the revision.
 */
export async function changeSome(actorId: string, by: Chance): Promise<number> {
  const some = await counting();
  const chosen = some[by.below(some.length)]!;
  const gone = by.below(4) === 0;
  const coding = codings[by.below(codings.length)]!;
  const provision = provisions[by.below(provisions.length)]!;
  return transaction(async (tx) => {
    const seq = await recordChange(tx, {
      actorId,
      verb: gone ? 'withdraw' : 'approve',
      entity: 'need',
      entityId: chosen.needId,
    });
    await tx.update(needVersion).set({ countedToSeq: seq }).where(eq(needVersion.id, chosen.id));
    if (!gone) {
      const { id: _id, ...content } = chosen;
      await tx.insert(needVersion).values({
        ...content,
        ...coding,
        types: [...coding.types],
        provision,
        general: provision === 'general',
        tags: by.below(2) === 0 ? ['training'] : [],
        id: randomUUID(),
        version: chosen.version + 1,
        fromSeq: seq,
        toSeq: null,
        countedFromSeq: seq,
        countedToSeq: null,
      });
    }
    return seq;
  });
}
