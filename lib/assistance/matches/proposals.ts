import 'server-only';
import { and, asc, eq, inArray, isNull, ne, notInArray, sql, type SQL } from 'drizzle-orm';
import { read } from '#db/client';
import { need, needVersion, review, state } from '#db/schema';
import { assistance, assistanceVersion } from '#db/schema/assistance';
import { match } from '#db/schema/matches';
import type { Actor } from '#lib/base/actor';
import { activitiesById, type ActivityView } from '#lib/assistance/activities/queries';
import { visibleActivities, fullAccessActivities } from '#lib/assistance/activities/scope';
import type { Activity } from '#lib/assistance/activities/vocabulary';
import { hashedNgrams, cosineSimilarity } from '#lib/review/similarity/ngrams';
import {
  scoreMatch,
  proposalThreshold,
  type MatchScore,
  type ActivityToCompare,
  type NeedToCompare,
} from '#lib/assistance/matches/match-score';
import { needStatusSql } from '#lib/needs/fulfilment/need-status-sql';
import type { MatchableNeed } from '#lib/assistance/matches/queries';
import { openMatchStates, type Ground } from '#lib/needs/fulfilment/vocabulary';
import { articlesOfKey } from '#lib/convention/provision';
import { approvedNeeds } from '#lib/needs/model/scope';

const activityToCompare = ({
  articles,
  categories,
  topics,
  kind,
  language,
  states,
  regions,
}: Activity): ActivityToCompare => ({
  articles,
  categories,
  topics,
  kind,
  language,
  states: states.flatMap(({ code, role }) => (role === 'recipient' ? [code] : [])),
  regions: states.some(({ role }) => role === 'recipient') ? [] : regions,
});
const needToCompare = ({
  chapter,
  articles,
  category,
  topics,
  stateCode,
  region,
  language,
}: MatchableNeed): NeedToCompare => ({
  chapter,
  articles,
  category,
  topics,
  state: stateCode,
  region,
  language,
});
const textOf = ({ title, description }: Activity) => `${title} ${description ?? ''}`;

const isProposed = (scored: MatchScore | null): scored is MatchScore =>
  scored !== null && scored.score >= proposalThreshold;

/** The grounds on which the register would propose this match; null if it would not. */
export function matchGrounds(
  target: MatchableNeed,
  { content }: ActivityView,
): readonly Ground[] | null {
  const scored = scoreMatch(
    needToCompare(target),
    activityToCompare(content),
    cosineSimilarity(hashedNgrams(target.text ?? ''), hashedNgrams(textOf(content))),
  );
  return isProposed(scored) ? scored.grounds : null;
}

const maxProposals = 20;
/** There are some hundred activities, and as needs the unmet ones of the regions. */
const maxCompared = 5000;
const topByScore = <T extends { score: number; id: string }>(scored: readonly T[]): T[] =>
  scored.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, maxProposals);

const alreadyMatched = (
  column: typeof match.assistanceId | typeof match.needId,
  otherColumn: typeof match.assistanceId | typeof match.needId,
  id: string,
) =>
  read()
    .select({ id: column })
    .from(match)
    .where(and(eq(otherColumn, id), inArray(match.state, [...openMatchStates])));

/** Providers propose only activities of their own organisation. */
const proposableActivities = (actor: Actor) =>
  actor.role === 'provider' ? fullAccessActivities(actor) : visibleActivities(actor);

export type ProposedActivity = Readonly<{
  id: string;
  score: number;
  grounds: readonly Ground[];
  activity: ActivityView;
}>;

/** The activities that likely answer a need and are not matched with it yet, best first. */
export async function proposedActivities(
  actor: Actor,
  target: MatchableNeed,
): Promise<ProposedActivity[]> {
  const rows = await read()
    .select({ id: assistance.id, content: assistanceVersion.content })
    .from(assistance)
    .innerJoin(
      assistanceVersion,
      and(eq(assistanceVersion.assistanceId, assistance.id), isNull(assistanceVersion.toSeq)),
    )
    .where(
      and(
        proposableActivities(actor),
        ne(assistance.status, 'cancelled'),
        notInArray(assistance.id, alreadyMatched(match.assistanceId, match.needId, target.id)),
      ),
    )
    .orderBy(asc(assistance.id))
    .limit(maxCompared);
  const compared = needToCompare(target);
  const grams = hashedNgrams(target.text ?? '');
  const best = topByScore(
    rows.flatMap(({ id, content }) => {
      const scored = scoreMatch(
        compared,
        activityToCompare(content),
        cosineSimilarity(grams, hashedNgrams(textOf(content))),
      );
      return isProposed(scored) ? [{ id, ...scored }] : [];
    }),
  );
  const activities = await activitiesById(
    actor,
    best.map(({ id }) => id),
  );
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  return best.flatMap((proposal) => {
    const activity = byId.get(proposal.id);
    return activity ? [{ ...proposal, activity }] : [];
  });
}

export type ProposedNeed = Readonly<{
  id: string;
  score: number;
  grounds: readonly Ground[];
  need: MatchableNeed;
}>;

/** Needs of the States that an activity names, or else of its regions. */
function inStatesOf({ states, regions }: ReturnType<typeof activityToCompare>): SQL | undefined {
  if (states.length > 0) return inArray(state.code, [...states]);
  return regions.length > 0 ? inArray(state.region, [...regions]) : undefined;
}

/** Advisers get proposals for needs of their region, focal points for those of their State. */
function inScopeOf({ role, region, stateId }: Actor): SQL | undefined {
  if (role === 'adviser') return eq(state.region, region!);
  return role === 'focal-point' ? eq(review.stateId, stateId!) : undefined;
}

/** Unmet needs that the actor may propose for an activity. */
const unmetNeeds = (actor: Actor, activityId: string, compared: ActivityToCompare) =>
  read()
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
    .where(
      and(
        approvedNeeds(actor),
        inStatesOf(compared),
        sql`${needStatusSql} = 'unmet'`,
        inScopeOf(actor),
        notInArray(need.id, alreadyMatched(match.needId, match.assistanceId, activityId)),
      ),
    )
    .orderBy(asc(need.id))
    .limit(maxCompared);

/** The unmet needs that an activity likely answers and the actor sees, best first. */
export async function proposedNeeds(actor: Actor, activity: ActivityView): Promise<ProposedNeed[]> {
  const compared = activityToCompare(activity.content);
  const rows = await unmetNeeds(actor, activity.id, compared);
  const grams = hashedNgrams(textOf(activity.content));
  return topByScore(
    rows.flatMap((row) => {
      const target: MatchableNeed = {
        ...row,
        chapter: row.chapter!,
        articles: articlesOfKey(row.provision),
      };
      const similarity =
        target.language === compared.language
          ? cosineSimilarity(hashedNgrams(row.text ?? ''), grams)
          : 0;
      const scored = scoreMatch(needToCompare(target), compared, similarity);
      return isProposed(scored) ? [{ id: row.id, ...scored, need: target }] : [];
    }),
  );
}
