import 'server-only';
import { not, sql, type SQL } from 'drizzle-orm';
import { need } from '#db/schema';
import { sampledNeed, secondCoding } from '#db/schema/coding';
import type { Actor } from '#lib/base/actor';
import { workingNeeds } from '#lib/needs/model/scope';

/**
 * Whether the actor still has to code this need for a second time: until then its coding is hidden
 * from them. Whoever works on the need knows its coding, and does not code it. Expects `need` joined
 * with `review`.
 */
export const isCodedBlind = (actor: Actor): SQL<boolean | number> =>
  actor.role === 'reviewer'
    ? sql`(${hasOpenCoding(actor)} and ${not(workingNeeds(actor))})`
    : sql`1 = 0`;

const hasOpenCoding = ({ accountId }: Actor): SQL =>
  sql`exists (select 1 from ${secondCoding} inner join ${sampledNeed} on ${sampledNeed.id} = ${secondCoding.sampledNeedId} where ${sampledNeed.needId} = ${need.id} and ${secondCoding.accountId} = ${accountId} and ${secondCoding.codedAt} is null)`;
