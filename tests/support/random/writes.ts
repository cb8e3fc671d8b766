import { and, eq, inArray, isNull } from 'drizzle-orm';
import { recordChange, type Change } from '#db/change';
import { transaction, type Writer } from '#db/client';
import { need, needVersion, review, reviewVersion, state, tag } from '#db/schema';
import { regionCodes } from '#lib/convention/regions';
import { unrecorded } from '#tests/support/databases/unrecorded';

const contents = [
  {
    provision: '5',
    general: false,
    category: 'capacity-building',
    subcategory: 'cb-training',
    types: ['staff-training'],
    tags: ['training'],
    topics: [],
  },
  {
    provision: '5;6',
    general: false,
    category: 'policymaking',
    subcategory: 'pm-development',
    types: [],
    tags: ['good-practices', 'training'],
    topics: ['bribery'],
  },
  {
    provision: 'general',
    general: true,
    category: 'legislative-assistance',
    subcategory: 'la-drafting',
    types: [],
    tags: [],
    topics: ['statistics'],
  },
  {
    provision: '14',
    general: false,
    category: 'other',
    subcategory: null,
    types: [],
    tags: ['new-tag'],
    topics: [],
  },
] as const;
const days = [null, '2020-02-29', '2022-06-30', '2023-01-01'] as const;
const at = '2024-01-01T00:00:00.000Z';
const [reviewsInAll, needsInAll] = [20, 200];
type Next = (below: number) => number;

const contentOf = (next: Next) => {
  const { provision, types, tags, topics, ...found } = contents[next(contents.length)]!;
  return {
    provision,
    content: {
      ...found,
      chapter: 'II' as const,
      types: [...types],
      tags: [...tags],
      topics: [...topics],
      targetGroups: [],
    },
  };
};

/** Twenty States and their reviews, and two hundred needs none of which counts yet. */
export async function plainRegister(actorId: string) {
  const reviews = Array.from({ length: reviewsInAll }, (_, i) => ({
    id: `review-${i}`,
    stateId: `state-${i}`,
    region: regionCodes[i % 5]!,
  }));
  await unrecorded(async (tx) => {
    await tx
      .insert(state)
      .values(reviews.map(({ stateId, region }, i) => ({ id: stateId, code: `W-${i}`, region })));
    await tx.insert(review).values(
      reviews.map(({ id, stateId }) => ({
        id,
        stateId,
        cycle: 2,
        numbered: 0,
        version: 1,
        createdAt: at,
      })),
    );
    await tx.insert(reviewVersion).values(
      reviews.map(({ id, region }) => ({
        id: `${id}-1`,
        reviewId: id,
        version: 1,
        region,
        verb: 'create',
        actorId,
        at,
        fromSeq: 0,
      })),
    );
    const { content } = contentOf(() => 0);
    await tx.insert(need).values(
      Array.from({ length: needsInAll }, (_, i) => ({
        id: `need-${i}`,
        reviewId: `review-${i % reviewsInAll}`,
        status: 'approved' as const,
        version: 1,
        ...content,
        enteredBy: actorId,
        changedBy: actorId,
        createdAt: at,
        updatedAt: at,
      })),
    );
  });
}

/**
 * Writes that change what counts, as plain rows with their change of the log: needs approved,
 * recoded and withdrawn, reviews dated and regrouped, a tag in and out of force.
 */
export function randomWrites(actorId: string, next: Next) {
  const versions = new Map<string, number>();
  const nextVersion = (id: string, first: number) => {
    versions.set(id, (versions.get(id) ?? first) + 1);
    return versions.get(id)!;
  };
  const log = (tx: Writer, verb: string, entity: Change['entity'], entityId: string) =>
    recordChange(tx, { actorId, verb, entity, entityId });

  const uncount = async (tx: Writer, id: string, seq: number) => {
    await tx
      .update(needVersion)
      .set({ countedToSeq: seq, toSeq: seq })
      .where(and(eq(needVersion.needId, id), isNull(needVersion.countedToSeq)));
  };
  const withdraw = async (tx: Writer, id: string) =>
    uncount(tx, id, await log(tx, 'withdraw', 'need', id));
  const approve = async (tx: Writer, id: string) => {
    const seq = await log(tx, 'approve', 'need', id);
    await uncount(tx, id, seq);
    const version = nextVersion(id, 0);
    const { provision, content } = contentOf(next);
    await tx.insert(needVersion).values({
      id: `${id}-${version}`,
      needId: id,
      version,
      verb: 'approve',
      status: 'approved',
      ...content,
      provision,
      actorId,
      at,
      fromSeq: seq,
      countedFromSeq: seq,
    });
  };
  const redate = async (tx: Writer, id: string) => {
    const seq = await log(tx, 'set-completion', 'review', id);
    await tx
      .update(reviewVersion)
      .set({ toSeq: seq })
      .where(and(eq(reviewVersion.reviewId, id), isNull(reviewVersion.toSeq)));
    const version = nextVersion(id, 1);
    const completedOn = days[next(days.length)]!;
    await tx.insert(reviewVersion).values({
      id: `${id}-${version}`,
      reviewId: id,
      version,
      region: regionCodes[next(5)]!,
      completedOn,
      publishedOn: next(2) === 0 ? null : completedOn,
      verb: 'set-completion',
      actorId,
      at,
      fromSeq: seq,
    });
  };
  const regroup = async (tx: Writer) => {
    const seq = await log(tx, 'change', 'vocabulary', 'new-tag');
    const [inForce] = await tx
      .select({ id: tag.id })
      .from(tag)
      .where(and(inArray(tag.code, ['new-tag']), isNull(tag.toSeq)));
    if (inForce) await tx.update(tag).set({ toSeq: seq }).where(eq(tag.id, inForce.id));
    else
      await tx.insert(tag).values({
        id: `new-tag-${seq}`,
        code: 'new-tag',
        names: {} as never,
        position: next(10),
        fromSeq: seq,
      });
  };

  /** One transaction of one to three writes; one in ten is undone. Returns how many were stored. */
  return async (): Promise<number> => {
    const [writes, undone] = [1 + next(3), next(10) === 0];
    const done = new Error('undone');
    try {
      await transaction(async (tx) => {
        for (let n = 0; n < writes; n += 1) {
          const what = next(20);
          if (what === 0) await regroup(tx);
          else if (what < 4) await redate(tx, `review-${next(reviewsInAll)}`);
          else if (what < 8) await withdraw(tx, `need-${next(needsInAll)}`);
          else await approve(tx, `need-${next(needsInAll)}`);
        }
        if (undone) throw done;
      });
    } catch (error) {
      if (error !== done) throw error;
    }
    return undone ? 0 : writes;
  };
}
