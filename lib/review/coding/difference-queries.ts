import 'server-only';
import { and, asc, eq, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, need, needVersion, review, state } from '#db/schema';
import { codingSample, codingSettlement, sampledNeed, secondCoding } from '#db/schema/coding';
import type { Actor } from '#lib/base/actor';
import { differencesOf, type Variable } from '#lib/review/coding/agreement';
import { codedIn, firstCoding } from '#lib/review/coding/codings';
import { handsOn, type Hands } from '#lib/review/coding/hands';
import { codingRuling, type CodingStanding, type CodingStatus } from '#lib/review/coding/rules';
import type { Coding, Settled } from '#lib/review/coding/vocabulary';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { today } from '#lib/text/dates';
import { approvedNeeds, workingNeeds } from '#lib/needs/model/scope';

/**
 * Who sees the first coding of a sampled need: those whose own work the need is, and for what was
 * approved everybody who sees it so.
 */
const inSight = (actor: Actor): SQL =>
  or(workingNeeds(actor), and(eq(codingSample.drawnFrom, 'approved'), approvedNeeds(actor)))!;

const rowsOf = (actor: Actor, from: Reader | Writer, which: SQL) =>
  from
    .select({
      id: sampledNeed.id,
      sampleId: sampledNeed.sampleId,
      needId: sampledNeed.needId,
      position: sampledNeed.position,
      reference: need.reference,
      stateCode: state.code,
      cycle: review.cycle,
      completedOn: review.completedOn,
      publishedOn: review.publishedOn,
      text: needVersion.text,
      language: needVersion.language,
      quote: needVersion.quote,
      chapter: needVersion.chapter,
      provision: needVersion.provision,
      general: needVersion.general,
      category: needVersion.category,
      subcategory: needVersion.subcategory,
      tags: needVersion.tags,
    })
    .from(sampledNeed)
    .innerJoin(codingSample, eq(codingSample.id, sampledNeed.sampleId))
    .innerJoin(need, eq(need.id, sampledNeed.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .innerJoin(
      needVersion,
      and(eq(needVersion.needId, sampledNeed.needId), eq(needVersion.version, sampledNeed.version)),
    )
    .where(and(which, inSight(actor)))
    .orderBy(asc(codingSample.at), asc(sampledNeed.position), asc(sampledNeed.id))
    .limit(1000);

export type SecondSeen = Readonly<{ place: number; coding: Coding; differs: readonly Variable[] }>;
export type SettlementSeen = Readonly<{
  id: string;
  outcome: Settled;
  coding: Coding;
  reason: string;
  by: string;
  at: string;
}>;
export type Difference = Readonly<{
  id: string;
  sampleId: string;
  needId: string;
  position: number;
  reference: string | null;
  stateCode: string;
  cycle: Cycle;
  chapter: Chapter;
  text: string;
  language: Locale | null;
  quote: string | null;
  published: boolean;
  first: Coding;
  seconds: readonly SecondSeen[];
  settlement: SettlementSeen | null;
  standing: CodingStanding;
}>;

async function settlementsOf(
  from: Reader | Writer,
  ids: readonly string[],
): Promise<Map<string, SettlementSeen>> {
  const rows = await from
    .select({
      sampledNeedId: codingSettlement.sampledNeedId,
      id: codingSettlement.id,
      outcome: codingSettlement.outcome,
      articles: codingSettlement.articles,
      general: codingSettlement.general,
      category: codingSettlement.category,
      subcategory: codingSettlement.subcategory,
      tags: codingSettlement.tags,
      reason: codingSettlement.reason,
      by: account.name,
      at: codingSettlement.at,
    })
    .from(codingSettlement)
    .innerJoin(account, eq(account.id, codingSettlement.settledBy))
    .where(inArray(codingSettlement.sampledNeedId, [...ids]));
  return new Map(
    rows.map(({ sampledNeedId, id, outcome, reason, by, at, ...coding }) => [
      sampledNeedId,
      { id, outcome, reason, by, at, coding },
    ]),
  );
}

function statusOf(seconds: readonly SecondSeen[], settled: boolean): CodingStatus {
  if (settled) return 'settled';
  if (seconds.some(({ differs }) => differs.length > 0)) return 'differs';
  return seconds.length > 0 ? 'same' : 'open';
}

function standingOf(
  seconds: readonly SecondSeen[],
  settled: boolean,
  hands: Hands,
  people: readonly (string | null)[],
): CodingStanding {
  return {
    status: statusOf(seconds, settled),
    coder: null,
    hands: [...hands.all],
    coders: [...hands.firstCoders, ...people.filter((person) => person !== null)],
  };
}

async function differences(actor: Actor, from: Reader | Writer, which: SQL): Promise<Difference[]> {
  const found = await rowsOf(actor, from, which);
  if (found.length === 0) return [];
  // Whoever is still to code a need sees nothing of its first coding here, in whichever sample it
  // stands.
  const blind = new Set(
    (
      await from
        .select({ needId: sampledNeed.needId })
        .from(secondCoding)
        .innerJoin(sampledNeed, eq(sampledNeed.id, secondCoding.sampledNeedId))
        .where(and(eq(secondCoding.accountId, actor.accountId ?? ''), isNull(secondCoding.codedAt)))
    ).map(({ needId }) => needId),
  );
  const rows = found.filter(({ needId }) => !blind.has(needId));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const settled = await settlementsOf(from, ids);
  const hands = await handsOn(from, [...new Set(rows.map(({ needId }) => needId))]);
  const codings = Map.groupBy(
    await from
      .select()
      .from(secondCoding)
      .where(inArray(secondCoding.sampledNeedId, ids))
      .orderBy(asc(secondCoding.place)),
    ({ sampledNeedId }) => sampledNeedId,
  );
  const day = today();
  return rows.map(
    ({
      completedOn,
      publishedOn,
      provision,
      general,
      category,
      subcategory,
      tags,
      text,
      chapter,
      cycle,
      ...row
    }) => {
      const first = firstCoding({ provision, general, category, subcategory, tags });
      const own = codings.get(row.id) ?? [];
      const seconds = own.flatMap((each): SecondSeen[] => {
        const coding = codedIn(each);
        return coding ? [{ place: each.place, coding, differs: differencesOf(first, coding) }] : [];
      });
      const settlement = settled.get(row.id) ?? null;
      return {
        ...row,
        text: text ?? '',
        chapter: chapter!,
        cycle: cycle as Cycle,
        first,
        seconds,
        settlement,
        published:
          completedOn !== null && completedOn <= day && publishedOn !== null && publishedOn <= day,
        standing: standingOf(
          seconds,
          settlement !== null,
          hands.get(row.needId)!,
          own.map(({ accountId }) => accountId),
        ),
      };
    },
  );
}

const mayRead = (actor: Actor) =>
  actor.role === 'manager' || actor.role === 'administrator' || actor.role === 'reviewer';

/**
 * The needs of a sample (or of all) whose codings differ: those that the actor may settle, and
 * those that were settled.
 */
export async function differencesSeen(actor: Actor, sampleId?: string): Promise<Difference[]> {
  if (!mayRead(actor)) return [];
  const settled = read().select({ id: codingSettlement.sampledNeedId }).from(codingSettlement);
  const coded = read()
    .select({ id: secondCoding.sampledNeedId })
    .from(secondCoding)
    .where(isNotNull(secondCoding.codedAt));
  const found = await differences(
    actor,
    read(),
    and(
      sampleId === undefined ? undefined : eq(sampledNeed.sampleId, sampleId),
      or(inArray(sampledNeed.id, settled), inArray(sampledNeed.id, coded)),
    )!,
  );
  return found.filter(
    ({ standing }) =>
      standing.status === 'settled' ||
      (standing.status === 'differs' &&
        (actor.role !== 'reviewer' || codingRuling(actor, 'settle', standing) === 'allowed')),
  );
}

/** A sampled need with all its codings; undefined where the actor may not see the first one. */
export async function differenceById(
  actor: Actor,
  id: string,
  from: Reader | Writer = read(),
): Promise<Difference | undefined> {
  return mayRead(actor) ? (await differences(actor, from, eq(sampledNeed.id, id)))[0] : undefined;
}
