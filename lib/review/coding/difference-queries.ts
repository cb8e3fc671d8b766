import 'server-only';
import { and, asc, eq, inArray, isNotNull, isNull, not, or, type SQL } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, need, needVersion, review, state } from '#db/schema';
import { codingSample, codingSettlement, sampledNeed, secondCoding } from '#db/schema/coding';
import type { Actor } from '#lib/base/actor';
import { differingVariables, type CodingVariable } from '#lib/review/coding/agreement';
import { finishedCoding, firstCoding } from '#lib/review/coding/codings';
import { involvementIn, type Involvement } from '#lib/review/coding/involvement';
import { checkCodingRule, type CodingRuleInput, type CodingStatus } from '#lib/review/coding/rules';
import type { Coding, SettlementOutcome } from '#lib/review/coding/vocabulary';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { today } from '#lib/text/dates';
import { isCodedBlind } from '#lib/needs/model/blind-sql';
import { approvedNeeds, workingNeeds } from '#lib/needs/model/scope';

/**
 * Which first codings the actor sees: of needs in their own work, and of approved needs that they
 * see and do not have to code themselves.
 */
const visibleFirstCodings = (actor: Actor): SQL =>
  or(
    workingNeeds(actor),
    and(eq(codingSample.drawnFrom, 'approved'), approvedNeeds(actor), not(isCodedBlind(actor))),
  )!;

const selectSampledNeeds = (actor: Actor, connection: Reader | Writer, condition: SQL) =>
  connection
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
    .where(and(condition, visibleFirstCodings(actor)))
    .orderBy(asc(codingSample.at), asc(sampledNeed.position), asc(sampledNeed.id))
    .limit(1000);

type SecondCodingView = Readonly<{
  place: number;
  coding: Coding;
  differs: readonly CodingVariable[];
}>;
type SettlementView = Readonly<{
  id: string;
  outcome: SettlementOutcome;
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
  seconds: readonly SecondCodingView[];
  settlement: SettlementView | null;
  ruleInput: CodingRuleInput;
}>;

async function settlementsOf(
  connection: Reader | Writer,
  ids: readonly string[],
): Promise<Map<string, SettlementView>> {
  const rows = await connection
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

function statusOf(seconds: readonly SecondCodingView[], settled: boolean): CodingStatus {
  if (settled) return 'settled';
  if (seconds.some(({ differs }) => differs.length > 0)) return 'differs';
  return seconds.length > 0 ? 'same' : 'open';
}

function ruleInputOf(
  seconds: readonly SecondCodingView[],
  settled: boolean,
  hands: Involvement,
  secondCoders: readonly (string | null)[],
): CodingRuleInput {
  return {
    status: statusOf(seconds, settled),
    coder: null,
    involved: [...hands.all],
    coders: [...hands.firstCoders, ...secondCoders.filter((person) => person !== null)],
  };
}

/**
 * The needs that the actor still has to code, in whichever sample: they must not see the first
 * codings.
 */
async function needsToCode(
  actor: Actor,
  connection: Reader | Writer,
): Promise<ReadonlySet<string>> {
  const rows = await connection
    .select({ needId: sampledNeed.needId })
    .from(secondCoding)
    .innerJoin(sampledNeed, eq(sampledNeed.id, secondCoding.sampledNeedId))
    .where(and(eq(secondCoding.accountId, actor.accountId ?? ''), isNull(secondCoding.codedAt)));
  return new Set(rows.map(({ needId }) => needId));
}

const isReached = (date: string | null, day: string): boolean => date !== null && date <= day;

type SampledRow = Awaited<ReturnType<typeof selectSampledNeeds>>[number];

function toDifference(
  {
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
  }: SampledRow,
  {
    secondRows,
    settlement,
    hands,
    day,
  }: Readonly<{
    secondRows: readonly (typeof secondCoding.$inferSelect)[];
    settlement: SettlementView | null;
    hands: Involvement;
    day: string;
  }>,
): Difference {
  const first = firstCoding({ provision, general, category, subcategory, tags });
  const seconds = secondRows.flatMap((secondRow): SecondCodingView[] => {
    const coding = finishedCoding(secondRow);
    return coding
      ? [{ place: secondRow.place, coding, differs: differingVariables(first, coding) }]
      : [];
  });
  return {
    ...row,
    text: text ?? '',
    chapter: chapter!,
    cycle: cycle as Cycle,
    first,
    seconds,
    settlement,
    published: isReached(completedOn, day) && isReached(publishedOn, day),
    ruleInput: ruleInputOf(
      seconds,
      settlement !== null,
      hands,
      secondRows.map(({ accountId }) => accountId),
    ),
  };
}

async function loadDifferences(
  actor: Actor,
  connection: Reader | Writer,
  condition: SQL,
): Promise<Difference[]> {
  const sampled = await selectSampledNeeds(actor, connection, condition);
  if (sampled.length === 0) return [];
  const stillToCode = await needsToCode(actor, connection);
  const rows = sampled.filter(({ needId }) => !stillToCode.has(needId));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const settled = await settlementsOf(connection, ids);
  const hands = await involvementIn(connection, [...new Set(rows.map(({ needId }) => needId))]);
  const codings = Map.groupBy(
    await connection
      .select()
      .from(secondCoding)
      .where(inArray(secondCoding.sampledNeedId, ids))
      .orderBy(asc(secondCoding.place)),
    ({ sampledNeedId }) => sampledNeedId,
  );
  const day = today();
  return rows.map((row) =>
    toDifference(row, {
      secondRows: codings.get(row.id) ?? [],
      settlement: settled.get(row.id) ?? null,
      hands: hands.get(row.needId)!,
      day,
    }),
  );
}

const mayReadDifferences = (actor: Actor) =>
  actor.role === 'manager' || actor.role === 'administrator' || actor.role === 'reviewer';

/**
 * Needs of a sample (or of all samples) with differing codings: those that the actor may settle,
 * and settled ones.
 */
export async function listDifferences(actor: Actor, sampleId?: string): Promise<Difference[]> {
  if (!mayReadDifferences(actor)) return [];
  const settled = read().select({ id: codingSettlement.sampledNeedId }).from(codingSettlement);
  const coded = read()
    .select({ id: secondCoding.sampledNeedId })
    .from(secondCoding)
    .where(isNotNull(secondCoding.codedAt));
  const differences = await loadDifferences(
    actor,
    read(),
    and(
      sampleId === undefined ? undefined : eq(sampledNeed.sampleId, sampleId),
      or(inArray(sampledNeed.id, settled), inArray(sampledNeed.id, coded)),
    )!,
  );
  return differences.filter(
    ({ ruleInput: standing }) =>
      standing.status === 'settled' ||
      (standing.status === 'differs' &&
        (actor.role !== 'reviewer' || checkCodingRule(actor, 'settle', standing) === 'allowed')),
  );
}

/** A sampled need with all its codings; undefined if the actor may not see the first one. */
export async function differenceById(
  actor: Actor,
  id: string,
  connection: Reader | Writer = read(),
): Promise<Difference | undefined> {
  return mayReadDifferences(actor)
    ? (await loadDifferences(actor, connection, eq(sampledNeed.id, id)))[0]
    : undefined;
}
