import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import { need } from '#db/schema';
import { assistance } from '#db/schema/assistance';
import { match } from '#db/schema/matches';
import type { NeedStatus } from '#lib/needs/fulfilment/vocabulary';

const hasAcceptedMatch = (
  condition: SQL,
): SQL => sql`exists (select 1 from ${match} join ${assistance} on ${assistance.id} = ${match.assistanceId}
  where ${match.needId} = ${need.id} and ${match.state} = 'accepted' and ${condition})`;

/**
 * The present status of a need in SQL, for lists. `statusOfNeed` is the same rule; a test holds the
 * two equal. Expects `need` in the query.
 */
export const needStatusSql: SQL<NeedStatus> = sql<NeedStatus>`case
  when ${hasAcceptedMatch(sql`${assistance.status} = 'completed' and ${match.confirmation} = 'confirmed' and ${match.degree} = 'fully'`)} then 'met'
  when ${hasAcceptedMatch(sql`${assistance.status} in ('under-way', 'completed')`)} then 'current'
  when ${hasAcceptedMatch(sql`${assistance.status} = 'planned'`)} then 'planned'
  else 'unmet' end`;
