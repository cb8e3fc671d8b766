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

/** The activity with this id; undefined if it does not exist or is out of the actor's scope. */
export async function activityById(
  actor: Actor,
  id: string,
  connection: Reader | Writer = read(),
): Promise<ActivitySeen | undefined> {
  const [row] = await seenRows(actor, connection).where(
    and(eq(assistance.id, id), visibleActivities(actor)),
  );
  return row && seen(row);
}

const hasSubject = (kind: About, code: string | undefined): SQL | undefined =>
  code === undefined
    ? undefined
    : sql`exists (select 1 from ${assistanceAbout} where ${assistanceAbout.assistanceId} = ${assistance.id} and ${assistanceAbout.about} = ${kind} and ${assistanceAbout.code} = ${code})`;

function matchesParameters({
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
    hasSubject('region', region),
    hasSubject('article', article),
    hasSubject('category', category),
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

/**
 * A page of activities by reference, with the references from which the neighbouring pages start.
 */
export async function activitiesListed(
  actor: Actor,
  parameters: ActivitiesAsked = {},
  size = activitiesOnAPage,
): Promise<ActivitiesPage> {
  const { at: position } = parameters;
  const matching = and(visibleActivities(actor), matchesParameters(parameters));
  const backwards = position?.toward === 'before';
  const beyondPosition =
    position &&
    (backwards
      ? sql`${assistance.reference} < ${position.reference}`
      : sql`${assistance.reference} > ${position.reference}`);
  const rows = await seenRows(actor, read())
    .where(and(matching, beyondPosition))
    .orderBy(backwards ? desc(assistance.reference) : asc(assistance.reference), asc(assistance.id))
    .limit(size + 1);
  const hasMore = rows.length > size;
  // Going back past the first page shows the whole first page.
  if (backwards && !hasMore) return activitiesListed(actor, { ...parameters, at: undefined }, size);
  const activities = rows.slice(0, size).map(seen);
  if (backwards) activities.reverse();
  const [counted] = await read()
    .select({ total: sql`count(*)`.mapWith(Number) })
    .from(assistance)
    .where(matching);
  return {
    activities,
    total: counted?.total ?? 0,
    before: position ? activities[0]?.reference : undefined,
    after: backwards || hasMore ? activities.at(-1)?.reference : undefined,
  };
}

/** Iterates over a whole list in batches of 200 activities. */
export async function* everyActivity(
  actor: Actor,
  parameters: ActivitiesAsked = {},
): AsyncGenerator<readonly ActivitySeen[]> {
  for (let position: ActivitiesAsked['at']; ;) {
    const { activities, after } = await activitiesListed(
      actor,
      { ...parameters, at: position },
      200,
    );
    if (activities.length > 0) yield activities;
    if (!after) return;
    position = { toward: 'after', reference: after };
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

/** The history of an activity, latest first; empty without full access. */
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

export type ActivityListOptions = Readonly<{
  known: KnownToList;
  states: readonly string[];
  providers: readonly OrganisationSeen[];
}>;

/** Options for narrowing the list: States that visible activities name, and their providers. */
export async function listChoices(actor: Actor): Promise<ActivityListOptions> {
  const inScope = visibleActivities(actor);
  const namedStates = await read()
    .selectDistinct({ code: assistanceState.stateCode })
    .from(assistanceState)
    .innerJoin(assistance, eq(assistance.id, assistanceState.assistanceId))
    .where(inScope)
    .orderBy(asc(assistanceState.stateCode));
  const givenBy = await read()
    .selectDistinct({ id: assistance.organisationId })
    .from(assistance)
    .where(inScope);
  const providers = (await organisationsSeen(actor)).filter(({ id }) =>
    givenBy.some((provider) => provider.id === id),
  );
  const stateRows = await read().select({ code: state.code }).from(state).orderBy(asc(state.code));
  return {
    known: {
      placeholders: stateRows.flatMap(({ code }) => (conventionState(code) ? [] : [code])),
      providers: providers.map(({ id }) => id),
    },
    states: namedStates.map(({ code }) => code),
    providers,
  };
}

/** The activities with these ids that the actor sees. */
export const activitiesById = async (
  actor: Actor,
  ids: readonly string[],
  connection: Reader | Writer = read(),
): Promise<ActivitySeen[]> => {
  if (ids.length === 0) return [];
  const rows = await seenRows(actor, connection)
    .where(and(inArray(assistance.id, [...ids]), visibleActivities(actor)))
    .orderBy(asc(assistance.reference), asc(assistance.id));
  return rows.map(seen);
};
