import 'server-only';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { need } from '#db/schema';
import type { Actor } from '#lib/base/actor';

import { listNeeds, type NeedView } from '#lib/needs/store/queries';

/** More than any review has; one form can hold them. */
const maximumNeeds = 900;

/**
 * Returns the needs of a review that the actor works on, by priority, without the withdrawn ones.
 */
export const needsToRank = (actor: Actor, reviewId: string, from?: Writer): Promise<NeedView[]> =>
  listNeeds(
    actor,
    'own',
    {
      where: and(eq(need.reviewId, reviewId), ne(need.status, 'withdrawn')),
      limit: maximumNeeds,
      orderBy: [
        sql`${need.priority} asc nulls last`,
        sql`${need.reference} asc nulls last`,
        asc(need.createdAt),
        asc(need.id),
      ],
    },
    from,
  );
