import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import { need, needVersion } from '#db/schema';

/**
 * Whether this person recoded any version of the need. The working row remembers the last recoding
 * only.
 */
export const wasRecodedBy = (accountId: string | null): SQL =>
  sql`exists (select 1 from ${needVersion} as recoding where recoding.need_id = ${need.id} and recoding.verb = 'recode' and recoding.actor_id = ${accountId})`;
