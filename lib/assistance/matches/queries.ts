import 'server-only';
import { and, asc, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, need, needVersion, organisation, review, state } from '#db/schema';
import { assistance, assistanceVersion } from '#db/schema/assistance';
import { match, matchStep } from '#db/schema/matches';
import type { Actor } from '#lib/base/actor';
import { visibleActivities } from '#lib/assistance/activities/scope';
import { articlesOfKey } from '#lib/convention/provision';
import { withoutCoding } from '#lib/needs/model/blind';
import { isCodedBlind } from '#lib/needs/model/blind-sql';
import { approvedNeeds } from '#lib/needs/model/scope';
import { needStatusSql } from '#lib/needs/fulfilment/need-status-sql';
import { verbsAllowedTo, toMatchRuleInput } from '#lib/assistance/matches/rules';
import { ownMatches, visibleMatches } from '#lib/assistance/matches/scope';
import { matchStatusAfter } from '#lib/needs/fulfilment/status';
import type { Confirmation, MatchState, NeedStatus } from '#lib/needs/fulfilment/vocabulary';

const columns = (actor: Actor) => ({
  id: match.id,
  degree: match.degree,
  state: match.state,
  confirmation: match.confirmation,
  version: match.version,
  proposedByKind: match.proposedByKind,
  proposedBy: match.proposedBy,
  grounds: match.grounds,
  createdAt: match.createdAt,
  updatedAt: match.updatedAt,
  own: sql<boolean | number>`(${ownMatches(actor)})`,
  opens: sql<boolean | number>`(${visibleActivities(actor)})`,
  assistanceId: assistance.id,
  activityReference: assistance.reference,
  title: assistance.title,
  titleLanguage: assistance.language,
  activity: assistance.status,
  from: assistance.fromOn,
  until: assistance.untilOn,
  organisationId: assistance.organisationId,
  organisation: organisation.name,
  content: assistanceVersion.content,
  needId: need.id,
  needReference: need.reference,
  stateId: review.stateId,
  stateCode: state.code,
  region: state.region,
  cycle: review.cycle,
  chapter: needVersion.chapter,
  provision: needVersion.provision,
  category: needVersion.category,
  blind: isCodedBlind(actor),
  text: needVersion.text,
  language: needVersion.language,
  priority: needVersion.priority,
});

const selectMatches = (actor: Actor, connection: Reader | Writer) =>
  connection
    .select(columns(actor))
    .from(match)
    .innerJoin(assistance, eq(assistance.id, match.assistanceId))
    .innerJoin(
      assistanceVersion,
      and(eq(assistanceVersion.assistanceId, assistance.id), isNull(assistanceVersion.toSeq)),
    )
    .leftJoin(organisation, eq(organisation.id, assistance.organisationId))
    .innerJoin(need, eq(need.id, match.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .innerJoin(
      needVersion,
      and(eq(needVersion.needId, need.id), eq(needVersion.version, need.countedVersion)),
    );

type MatchRow = Awaited<ReturnType<typeof selectMatches>>[number];
const toMatchView = ({ own, opens, provision, blind, content, ...row }: MatchRow) => ({
  ...withoutCoding({ ...row, articles: articlesOfKey(provision) }, Boolean(blind)),
  blind: Boolean(blind),
  own: Boolean(own),
  activityVisible: Boolean(opens),
  activityArticles: content.articles,
});
/**
 * A match as an actor sees it. `own`: it concerns them, so they may read its history. `activityVisible`: they
 * see the activity itself.
 */
export type MatchView = ReturnType<typeof toMatchView>;

export const allowedVerbs = (actor: Actor, view: MatchView) =>
  verbsAllowedTo(actor, toMatchRuleInput(view));

/** The match with this id; undefined if it does not exist or is out of the actor's scope. */
export async function matchById(
  actor: Actor,
  id: string,
  connection: Reader | Writer = read(),
): Promise<MatchView | undefined> {
  const [row] = await selectMatches(actor, connection).where(
    and(eq(match.id, id), visibleMatches(actor)),
  );
  return row && toMatchView(row);
}

export type MatchFilter = Readonly<{
  needId?: string;
  assistanceId?: string;
  states?: readonly MatchState[];
  own?: boolean;
}>;
const maxListed = 500;

/** The matches that the actor sees, most recently changed first. */
export async function listMatches(
  actor: Actor,
  { needId, assistanceId, states, own }: MatchFilter,
): Promise<MatchView[]> {
  const conditions: (SQL | undefined)[] = [
    needId ? eq(match.needId, needId) : undefined,
    assistanceId ? eq(match.assistanceId, assistanceId) : undefined,
    states ? inArray(match.state, [...states]) : undefined,
    own ? ownMatches(actor) : undefined,
  ];
  return (
    await selectMatches(actor, read())
      .where(and(visibleMatches(actor), ...conditions))
      .orderBy(desc(match.updatedAt), asc(match.id))
      .limit(maxListed)
  ).map(toMatchView);
}

/** Counts the actor's own matches in a state, by what the State concerned says about them. */
export async function countOwnMatches(
  actor: Actor,
  inState: MatchState,
  confirmation: Confirmation = 'none',
): Promise<number> {
  const [row] = await read()
    .select({ matches: sql`count(*)`.mapWith(Number) })
    .from(match)
    .innerJoin(assistance, eq(assistance.id, match.assistanceId))
    .innerJoin(need, eq(need.id, match.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .where(
      and(
        visibleMatches(actor),
        ownMatches(actor),
        eq(match.state, inState),
        eq(match.confirmation, confirmation),
      ),
    );
  return row?.matches ?? 0;
}

/** The history of a match, oldest first; empty for actors whom it does not concern. */
export async function matchHistory(actor: Actor, id: string) {
  const view = await matchById(actor, id);
  if (!view?.own) return [];
  return read()
    .select({
      number: matchStep.number,
      verb: matchStep.verb,
      degree: matchStep.degree,
      reason: matchStep.reason,
      at: matchStep.at,
      seq: matchStep.seq,
      by: account.name,
      role: account.role,
    })
    .from(matchStep)
    .innerJoin(account, eq(account.id, matchStep.actorId))
    .where(eq(matchStep.matchId, id))
    .orderBy(asc(matchStep.number));
}
export type MatchHistoryEntry = Awaited<ReturnType<typeof matchHistory>>[number];

/** The ids of those matches whose dispute was answered. */
export async function answeredDisputes(
  _actor: Actor,
  matches: readonly MatchView[],
): Promise<ReadonlySet<string>> {
  const disputed = matches
    .filter(({ confirmation }) => confirmation === 'disputed')
    .map(({ id }) => id);
  if (disputed.length === 0) return new Set();
  const steps = await read()
    .select({
      id: matchStep.matchId,
      number: matchStep.number,
      verb: matchStep.verb,
      degree: matchStep.degree,
      seq: matchStep.seq,
    })
    .from(matchStep)
    .where(inArray(matchStep.matchId, disputed));
  return new Set(
    [...Map.groupBy(steps, ({ id }) => id)].flatMap(([id, matchSteps]) =>
      matchStatusAfter(matchSteps)?.answered ? [id] : [],
    ),
  );
}

/** A need that can be matched: its approved version, if the actor sees it. */
export async function matchableNeed(
  actor: Actor,
  id: string,
  connection: Reader | Writer = read(),
) {
  const [row] = await connection
    .select({
      id: need.id,
      reference: need.reference,
      stateId: review.stateId,
      stateCode: state.code,
      region: state.region,
      chapter: needVersion.chapter,
      provision: needVersion.provision,
      category: needVersion.category,
      topics: needVersion.topics,
      text: needVersion.text,
      language: needVersion.language,
    })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .innerJoin(
      needVersion,
      and(eq(needVersion.needId, need.id), eq(needVersion.version, need.countedVersion)),
    )
    .where(and(eq(need.id, id), approvedNeeds(actor)));
  return row && { ...row, chapter: row.chapter!, articles: articlesOfKey(row.provision) };
}
export type MatchableNeed = NonNullable<Awaited<ReturnType<typeof matchableNeed>>>;

/** The id for a reference, if the actor sees the need or activity. */
export async function idByReference(
  actor: Actor,
  reference: string,
  of: 'need' | 'assistance',
  connection: Reader | Writer = read(),
): Promise<string | undefined> {
  const [row] =
    of === 'need'
      ? await connection
          .select({ id: need.id })
          .from(need)
          .innerJoin(review, eq(review.id, need.reviewId))
          .where(and(eq(need.reference, reference.trim().toUpperCase()), approvedNeeds(actor)))
      : await connection
          .select({ id: assistance.id })
          .from(assistance)
          .where(
            and(eq(assistance.reference, reference.trim().toUpperCase()), visibleActivities(actor)),
          );
  return row?.id;
}

/** The status of a need that counts and that the actor sees. */
export async function visibleNeedStatus(actor: Actor, id: string): Promise<NeedStatus | undefined> {
  const [row] = await read()
    .select({ status: needStatusSql })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(and(eq(need.id, id), approvedNeeds(actor)));
  return row?.status;
}
