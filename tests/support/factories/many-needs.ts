import { randomUUID } from 'node:crypto';
import type { PgTable } from 'drizzle-orm/pg-core';
import {
  account,
  assignment,
  change,
  need,
  needArticle,
  needVersion,
  review,
  reviewVersion,
  session,
  state,
} from '#db/schema';
import { regionCodes } from '#lib/convention/regions';
import { insertRows } from '#db/bulk-rows';
import { rows } from '#tests/support/databases/sql';
import { dropGuards, unrecorded } from '#tests/support/databases/unrecorded';

type Rows<T extends PgTable> = T['$inferInsert'][];
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const at = (i: number) => new Date(Date.UTC(2024, 0, 1) + i * 60_000).toISOString();
const statuses = [
  'approved',
  'approved',
  'approved',
  'submitted',
  'draft',
  'returned',
  'recoded',
  'approved',
  'approved',
  'withdrawn',
] as const;

export type Filled = Readonly<{
  reviews: readonly string[];
  needs: readonly string[];
  lastSeq: number;
}>;

/**
 * Fills the register by plain rows: as many States as said, each with a review, a focal point and
 * its share of needs in three versions.
 */
export async function fillRegister({
  states,
  needs,
}: {
  states: number;
  needs: number;
}): Promise<Filled> {
  const stateIds = upTo(states).map(() => randomUUID());
  const reviewIds = upTo(states).map(() => randomUUID());
  const focal = upTo(states).map(() => randomUUID());
  const needIds = upTo(needs).map(() => randomUUID());
  const content = (i: number) => ({
    chapter: 'II' as const,
    general: false,
    category: 'capacity-building' as const,
    subcategory: 'cb-training',
    topics: [],
    types: [],
    tags: [],
    targetGroups: [],
    text: `Need ${i}.`,
    language: 'en' as const,
  });
  const versions = needIds.flatMap((id, i) => {
    const status = statuses[i % statuses.length]!;
    return upTo(3).map((v): Rows<typeof needVersion>[number] => {
      const seq = 2 + v * needs + i;
      const counted = status === 'approved' && v === 2;
      return {
        id: randomUUID(),
        needId: id,
        version: v + 1,
        verb: (['enter', 'submit', 'approve'] as const)[v]!,
        status: (['draft', 'submitted', status] as const)[v]!,
        ...content(i),
        provision: String(5 + (i % 9 || 1)),
        actorId: focal[i % states]!,
        at: at(seq),
        fromSeq: seq,
        toSeq: v === 2 ? null : seq + needs,
        countedFromSeq: counted ? seq : null,
        countedToSeq: null,
      };
    });
  });
  const lastSeq = 1 + 3 * needs;
  const tables: readonly [PgTable, readonly object[]][] = [
    [
      state,
      stateIds.map((id, i) => ({
        id,
        code: `F-${i}`,
        region: regionCodes[i % regionCodes.length]!,
      })),
    ],
    [
      account,
      focal.map((id, i) => ({
        id,
        email: `${id}@example.org`,
        name: `Focal point ${i}`,
        role: 'focal-point',
        stateId: stateIds[i]!,
        active: true,
        createdAt: at(0),
      })),
    ],
    [
      session,
      focal.map((accountId) => ({
        id: randomUUID(),
        accountId,
        createdAt: at(0),
        expiresAt: at(0),
      })),
    ],
    [
      review,
      reviewIds.map((id, i) => ({
        id,
        stateId: stateIds[i]!,
        cycle: 2,
        numbered: 0,
        completedOn: '2024-01-31',
        publishedOn: i % 3 === 0 ? '2024-02-29' : null,
        version: 1,
        createdAt: at(0),
      })),
    ],
    [
      reviewVersion,
      reviewIds.map((reviewId, i) => ({
        id: randomUUID(),
        reviewId,
        version: 1,
        region: regionCodes[i % regionCodes.length]!,
        completedOn: '2024-01-31',
        publishedOn: i % 3 === 0 ? '2024-02-29' : null,
        verb: 'create',
        actorId: focal[i]!,
        at: at(0),
        fromSeq: 1,
      })),
    ],
    [
      assignment,
      reviewIds.map((reviewId, i) => ({
        id: randomUUID(),
        reviewId,
        accountId: focal[i]!,
        createdAt: at(0),
        endedAt: at(0),
      })),
    ],
    [
      need,
      needIds.map((id, i) => {
        const status = statuses[i % statuses.length]!;
        return {
          id,
          reviewId: reviewIds[i % states]!,
          reference: `F-${i}`,
          sourceRef: `S-${i}`,
          status,
          version: 3,
          countedVersion: status === 'approved' ? 3 : null,
          ...content(i),
          enteredBy: focal[i % states]!,
          changedBy: focal[i % states]!,
          createdAt: at(0),
          updatedAt: at(i),
        };
      }),
    ],
    [needArticle, needIds.map((needId, i) => ({ needId, article: 5 + (i % 9 || 1) }))],
    [needVersion, versions],
    [
      change,
      versions.map(({ needId, fromSeq, verb, actorId, at: when }) => ({
        seq: fromSeq,
        at: when,
        actorId,
        verb,
        entity: 'need',
        entityId: needId,
        data: {},
        previousHash: '',
        hash: '',
      })),
    ],
  ];
  await unrecorded(async (tx) => {
    for (const [table, all] of tables)
      for (let i = 0; i < all.length; i += 1000)
        await insertRows(tx, table, all.slice(i, i + 1000) as Rows<typeof table>);
  });
  await dropGuards();
  await rows('update register set revision = ?', [lastSeq]);
  return { reviews: reviewIds, needs: needIds, lastSeq };
}
