import 'server-only';
import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, state } from '#db/schema';
import {
  assistance,
  assistanceAbout,
  assistanceState,
  assistanceVersion,
} from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import type { ActivitiesAsked, KnownToList } from '#lib/assistance/activities/asked';
import { organisationsSeen, type OrganisationSeen } from '#lib/people/organisations/organisations';
import { visibleActivities, wholeActivities } from '#lib/assistance/activities/scope';
import { seen, seenRows, type ActivitySeen } from '#lib/assistance/activities/seen';
import { containing } from '#lib/text/escape';
import type { About, ActivityVerb } from '#lib/assistance/activities/vocabulary';
import type { ActivityStatus } from '#lib/needs/met/vocabulary';
import { conventionState } from '#lib/convention/states';
import { wordsOf } from '#lib/text/folding';

export type { ActivitySeen } from '#lib/assistance/activities/seen';

/**
 * The activity of this id as the actor may see it; undefined also where it is out of their scope.
 */
export async function activityById(
  actor: Actor,
  id: string,
  from: Reader | Writer = read(),
): Promise<ActivitySeen | undefined> {
  const [row] = await seenRows(actor, from).where(
    and(eq(assistance.id, id), visibleActivities(actor)),
  );
  return row && seen(row);
}

const about = (kind: About, code: string | undefined): SQL | undefined =>
  code === undefined
    ? undefined
    : sql`exists (select 1 from ${assistanceAbout} where ${assistanceAbout.assistanceId} = ${assistance.id} and ${assistanceAbout.about} = ${kind} and ${assistanceAbout.code} = ${code})`;

function narrowed({
  theme,
  kind,
  status,
  state: code,
  region,
  article,
  category,
  provider,
  text,
}: ActivitiesAsked): SQL | undefined {
  return and(
    theme ? eq(assistance.theme, theme) : undefined,
    kind ? eq(assistance.kind, kind) : undefined,
    status ? eq(assistance.status, status) : undefined,
    code
      ? sql`exists (select 1 from ${assistanceState} where ${assistanceState.assistanceId} = ${assistance.id} and ${assistanceState.stateCode} = ${code})`
      : undefined,
    about('region', region),
    about('article', article),
    about('category', category),
    provider ? eq(assistance.organisationId, provider) : undefined,
    ...(text
      ? wordsOf(text).map(
          (word) => sql`${assistance.searchText} like ${containing(word)} escape '!'`,
        )
      : []),
  );
}

export type ActivitiesPage = Readonly<{
  activities: readonly ActivitySeen[];
  total: number;
  before?: string;
  after?: string;
}>;
export const activitiesOnAPage = 50;

/** A page of activities by reference, and the places of its neighbours. */
export async function activitiesListed(
  actor: Actor,
  asked: ActivitiesAsked = {},
  size = activitiesOnAPage,
): Promise<ActivitiesPage> {
  const { at } = asked;
  const all = and(visibleActivities(actor), narrowed(asked));
  const back = at?.toward === 'before';
  const place =
    at &&
    (back
      ? sql`${assistance.reference} < ${at.reference}`
      : sql`${assistance.reference} > ${at.reference}`);
  const rows = await seenRows(actor, read())
    .where(and(all, place))
    .orderBy(back ? desc(assistance.reference) : asc(assistance.reference), asc(assistance.id))
    .limit(size + 1);
  const more = rows.length > size;
  // Going back past the first page shows the first page whole.
  if (back && !more) return activitiesListed(actor, { ...asked, at: undefined }, size);
  const activities = rows.slice(0, size).map(seen);
  if (back) activities.reverse();
  const [counted] = await read()
    .select({ total: sql`count(*)`.mapWith(Number) })
    .from(assistance)
    .where(all);
  return {
    activities,
    total: counted?.total ?? 0,
    before: at ? activities[0]?.reference : undefined,
    after: back || more ? activities.at(-1)?.reference : undefined,
  };
}

/** Goes through a whole list, some hundred activities at a time. */
export async function* everyActivity(
  actor: Actor,
  asked: ActivitiesAsked = {},
): AsyncGenerator<readonly ActivitySeen[]> {
  for (let at: ActivitiesAsked['at']; ;) {
    const { activities, after } = await activitiesListed(actor, { ...asked, at }, 200);
    if (activities.length > 0) yield activities;
    if (!after) return;
    at = { toward: 'after', reference: after };
  }
}

export type ActivityStep = Readonly<{
  version: number;
  verb: ActivityVerb;
  status: ActivityStatus;
  title: string;
  reason: string | null;
  by: string;
  at: string;
}>;

/** Who did what to an activity, the latest first; empty for those who see it from outside. */
export async function historyOfActivity(actor: Actor, id: string): Promise<ActivityStep[]> {
  const rows = await read()
    .select({
      version: assistanceVersion.version,
      verb: assistanceVersion.verb,
      content: assistanceVersion.content,
      reason: assistanceVersion.reason,
      by: account.name,
      at: assistanceVersion.at,
    })
    .from(assistanceVersion)
    .innerJoin(assistance, eq(assistance.id, assistanceVersion.assistanceId))
    .innerJoin(account, eq(account.id, assistanceVersion.actorId))
    .where(and(eq(assistance.id, id), wholeActivities(actor)))
    .orderBy(desc(assistanceVersion.version), asc(assistanceVersion.id));
  return rows.map(({ content, ...row }) => ({
    ...row,
    status: content.status,
    title: content.title,
  }));
}

/** What the list can be narrowed to: States that visible activities name, and providers of some. */
export async function listChoices(actor: Actor): Promise<{
  known: KnownToList;
  states: readonly string[];
  providers: readonly OrganisationSeen[];
}> {
  const visible = visibleActivities(actor);
  const named = await read()
    .selectDistinct({ code: assistanceState.stateCode })
    .from(assistanceState)
    .innerJoin(assistance, eq(assistance.id, assistanceState.assistanceId))
    .where(visible)
    .orderBy(asc(assistanceState.stateCode));
  const giving = await read()
    .selectDistinct({ id: assistance.organisationId })
    .from(assistance)
    .where(visible);
  const providers = (await organisationsSeen(actor)).filter(({ id }) =>
    giving.some((each) => each.id === id),
  );
  const codes = await read().select({ code: state.code }).from(state).orderBy(asc(state.code));
  return {
    known: {
      placeholders: codes.flatMap(({ code }) => (conventionState(code) ? [] : [code])),
      providers: providers.map(({ id }) => id),
    },
    states: named.map(({ code }) => code),
    providers,
  };
}

/** The activities of these ids that the actor sees. */
export const activitiesById = async (
  actor: Actor,
  ids: readonly string[],
  from: Reader | Writer = read(),
): Promise<ActivitySeen[]> =>
  ids.length === 0
    ? []
    : (
        await seenRows(actor, from)
          .where(and(inArray(assistance.id, [...ids]), visibleActivities(actor)))
          .orderBy(asc(assistance.reference), asc(assistance.id))
      ).map(seen);
