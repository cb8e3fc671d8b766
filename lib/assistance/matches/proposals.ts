import 'server-only';
import { and, asc, eq, inArray, isNull, ne, notInArray, sql, type SQL } from 'drizzle-orm';
import { read } from '#db/client';
import { need, needVersion, review, state } from '#db/schema';
import { assistance, assistanceVersion } from '#db/schema/assistance';
import { match } from '#db/schema/matches';
import type { Actor } from '#lib/base/actor';
import { activitiesById, type ActivitySeen } from '#lib/assistance/activities/queries';
import { visibleActivities, wholeActivities } from '#lib/assistance/activities/scope';
import type { Activity } from '#lib/assistance/activities/vocabulary';
import { gramsOf, likeness } from '#lib/review/likeness/grams';
import {
  likely,
  proposedFrom,
  type ActivityCompared,
  type NeedCompared,
} from '#lib/assistance/matches/likely';
import { needStatus } from '#lib/needs/met/need-status';
import type { NeedToAnswer } from '#lib/assistance/matches/queries';
import { openMatchStates, type Ground } from '#lib/needs/met/vocabulary';
import { articlesOfKey } from '#lib/convention/provision';
import { approvedNeeds } from '#lib/needs/model/scope';

const comparedActivity = ({
  articles,
  categories,
  topics,
  kind,
  language,
  states,
  regions,
}: Activity): ActivityCompared => ({
  articles,
  categories,
  topics,
  kind,
  language,
  states: states.flatMap(({ code, role }) => (role === 'recipient' ? [code] : [])),
  regions: states.some(({ role }) => role === 'recipient') ? [] : regions,
});
const comparedNeed = ({
  chapter,
  articles,
  category,
  topics,
  stateCode,
  region,
  language,
}: NeedToAnswer): NeedCompared => ({
  chapter,
  articles,
  category,
  topics,
  state: stateCode,
  region,
  language,
});
const textOf = ({ title, description }: Activity) => `${title} ${description ?? ''}`;

/** Why the register would propose this match; null where it would not. */
export function groundsOf(
  answered: NeedToAnswer,
  { content }: ActivitySeen,
): readonly Ground[] | null {
  const found = likely(
    comparedNeed(answered),
    comparedActivity(content),
    likeness(gramsOf(answered.text ?? ''), gramsOf(textOf(content))),
  );
  return found && found.score >= proposedFrom ? found.grounds : null;
}

const most = 20;
/**
 * So many are compared with one; of activities there are some hundreds, of needs the unmet ones of
 * the regions.
 */
const mostCompared = 5000;
const byScore = <T extends { score: number; id: string }>(found: readonly T[]): T[] =>
  found.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, most);

const alreadyOf = (
  column: typeof match.assistanceId | typeof match.needId,
  other: typeof match.assistanceId | typeof match.needId,
  id: string,
) =>
  read()
    .select({ id: column })
    .from(match)
    .where(and(eq(other, id), inArray(match.state, [...openMatchStates])));

/** A provider proposes for the own organisation's activities alone. */
const proposable = (actor: Actor) =>
  actor.role === 'provider' ? wholeActivities(actor) : visibleActivities(actor);

export type LikelyActivity = Readonly<{
  id: string;
  score: number;
  grounds: readonly Ground[];
  activity: ActivitySeen;
}>;

/**
 * The activities that likely answer a need and are not matched with it yet, the likeliest first.
 */
export async function likelyActivities(
  actor: Actor,
  answered: NeedToAnswer,
): Promise<LikelyActivity[]> {
  const rows = await read()
    .select({ id: assistance.id, content: assistanceVersion.content })
    .from(assistance)
    .innerJoin(
      assistanceVersion,
      and(eq(assistanceVersion.assistanceId, assistance.id), isNull(assistanceVersion.toSeq)),
    )
    .where(
      and(
        proposable(actor),
        ne(assistance.status, 'cancelled'),
        notInArray(assistance.id, alreadyOf(match.assistanceId, match.needId, answered.id)),
      ),
    )
    .orderBy(asc(assistance.id))
    .limit(mostCompared);
  const grams = gramsOf(answered.text ?? '');
  const scored = byScore(
    rows.flatMap(({ id, content }) => {
      const found = likely(
        comparedNeed(answered),
        comparedActivity(content),
        likeness(grams, gramsOf(textOf(content))),
      );
      return found && found.score >= proposedFrom ? [{ id, ...found }] : [];
    }),
  );
  const seen = new Map(
    (
      await activitiesById(
        actor,
        scored.map(({ id }) => id),
      )
    ).map((activity) => [activity.id, activity]),
  );
  return scored.flatMap((one) => {
    const activity = seen.get(one.id);
    return activity ? [{ ...one, activity }] : [];
  });
}

export type LikelyNeed = Readonly<{
  id: string;
  score: number;
  grounds: readonly Ground[];
  need: NeedToAnswer;
}>;

/** The needs of the States that an activity names, or else of its regions. */
function placesOf({ states, regions }: ReturnType<typeof comparedActivity>): SQL | undefined {
  if (states.length > 0) return inArray(state.code, [...states]);
  return regions.length > 0 ? inArray(state.region, [...regions]) : undefined;
}

/** An adviser is proposed needs of the own region, a focal point those of the own State. */
function ownNeeds({ role, region, stateId }: Actor): SQL | undefined {
  if (role === 'adviser') return eq(state.region, region!);
  return role === 'focal-point' ? eq(review.stateId, stateId!) : undefined;
}

/**
 * The unmet needs that an activity likely answers, as far as the actor sees them, the likeliest
 * first.
 */
export async function likelyNeeds(actor: Actor, activity: ActivitySeen): Promise<LikelyNeed[]> {
  const compared = comparedActivity(activity.content);
  const rows = await read()
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
        placesOf(compared),
        sql`${needStatus} = 'unmet'`,
        ownNeeds(actor),
        notInArray(need.id, alreadyOf(match.needId, match.assistanceId, activity.id)),
      ),
    )
    .orderBy(asc(need.id))
    .limit(mostCompared);
  const grams = gramsOf(textOf(activity.content));
  return byScore(
    rows.flatMap((row) => {
      const answered: NeedToAnswer = {
        ...row,
        chapter: row.chapter!,
        articles: articlesOfKey(row.provision),
      };
      const found = likely(
        comparedNeed(answered),
        compared,
        answered.language === compared.language ? likeness(gramsOf(row.text ?? ''), grams) : 0,
      );
      return found && found.score >= proposedFrom ? [{ id: row.id, ...found, need: answered }] : [];
    }),
  );
}
