import 'server-only';
import { and, asc, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, state } from '#db/schema';
import {
  assistance,
  assistanceAbout,
  assistanceState,
  assistanceVersion,
} from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import {
  openStatus,
  openStatuses,
  type ActivityListParameters,
  type ActivityFilterOptions,
} from '#lib/assistance/activities/list-parameters';
import { listOrganisations, type OrganisationView } from '#lib/people/organisations/organisations';
import { visibleActivities, fullAccessActivities } from '#lib/assistance/activities/scope';
import {
  toActivityView,
  selectActivities,
  type ActivityView,
} from '#lib/assistance/activities/view';
import { likePattern } from '#lib/text/escape';
import type { SubjectKind, ActivityVerb } from '#lib/assistance/activities/vocabulary';
import type { ActivityStatus } from '#lib/needs/fulfilment/vocabulary';
import { conventionState } from '#lib/convention/states';
import { searchWords } from '#lib/text/folding';

export type { ActivityView } from '#lib/assistance/activities/view';

/** The activity with this id; undefined if it does not exist or is out of the actor's scope. */
export async function activityById(
  actor: Actor,
  id: string,
  connection: Reader | Writer = read(),
): Promise<ActivityView | undefined> {
  const [row] = await selectActivities(actor, connection).where(
    and(eq(assistance.id, id), visibleActivities(actor)),
  );
  return row && toActivityView(row);
}

const hasSubject = (kind: SubjectKind, code: string | undefined): SQL | undefined =>
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
}: ActivityListParameters): SQL | undefined {
  return and(
    theme ? eq(assistance.theme, theme) : undefined,
    kind ? eq(assistance.kind, kind) : undefined,
    status === openStatus ? inArray(assistance.status, [...openStatuses]) : undefined,
    status && status !== openStatus ? eq(assistance.status, status) : undefined,
    code
      ? sql`exists (select 1 from ${assistanceState} where ${assistanceState.assistanceId} = ${assistance.id} and ${assistanceState.stateCode} = ${code})`
      : undefined,
    hasSubject('region', region),
    hasSubject('article', article),
    hasSubject('category', category),
    provider ? eq(assistance.organisationId, provider) : undefined,
    ...(text
      ? searchWords(text).map(
          (word) => sql`${assistance.searchText} like ${likePattern(word)} escape '!'`,
        )
      : []),
  );
}

export type ActivitiesPage = Readonly<{
  activities: readonly ActivityView[];
  total: number;
  before?: string;
  after?: string;
}>;
const activitiesPerPage = 50;

/**
 * A page of activities by reference, with the references from which the neighbouring pages start.
 */
export async function activityPage(
  actor: Actor,
  parameters: ActivityListParameters = {},
  size = activitiesPerPage,
): Promise<ActivitiesPage> {
  const { at: position } = parameters;
  const matching = and(visibleActivities(actor), matchesParameters(parameters));
  const backwards = position?.toward === 'before';
  const beyondPosition =
    position &&
    (backwards
      ? sql`${assistance.reference} < ${position.reference}`
      : sql`${assistance.reference} > ${position.reference}`);
  const rows = await selectActivities(actor, read())
    .where(and(matching, beyondPosition))
    .orderBy(backwards ? desc(assistance.reference) : asc(assistance.reference), asc(assistance.id))
    .limit(size + 1);
  const hasMore = rows.length > size;
  // Going back past the first page shows the whole first page.
  if (backwards && !hasMore) return activityPage(actor, { ...parameters, at: undefined }, size);
  const activities = rows.slice(0, size).map(toActivityView);
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
export async function* activityBatches(
  actor: Actor,
  parameters: ActivityListParameters = {},
): AsyncGenerator<readonly ActivityView[]> {
  for (let position: ActivityListParameters['at']; ;) {
    const { activities, after } = await activityPage(actor, { ...parameters, at: position }, 200);
    if (activities.length > 0) yield activities;
    if (!after) return;
    position = { toward: 'after', reference: after };
  }
}

export type ActivityHistoryEntry = Readonly<{
  version: number;
  verb: ActivityVerb;
  status: ActivityStatus;
  title: string;
  reason: string | null;
  by: string;
  at: string;
}>;

/** The history of an activity, latest first; empty without full access. */
export async function activityHistory(actor: Actor, id: string): Promise<ActivityHistoryEntry[]> {
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
    .where(and(eq(assistance.id, id), fullAccessActivities(actor)))
    .orderBy(desc(assistanceVersion.version), asc(assistanceVersion.id));
  return rows.map(({ content, ...row }) => ({
    ...row,
    status: content.status,
    title: content.title,
  }));
}

export type ActivityListOptions = Readonly<{
  accepted: ActivityFilterOptions;
  states: readonly string[];
  providers: readonly OrganisationView[];
}>;

/** Options for narrowing the list: States that visible activities name, and their providers. */
export async function activityListOptions(actor: Actor): Promise<ActivityListOptions> {
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
  const providers = (await listOrganisations(actor)).filter(({ id }) =>
    givenBy.some((provider) => provider.id === id),
  );
  const stateRows = await read().select({ code: state.code }).from(state).orderBy(asc(state.code));
  return {
    accepted: {
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
): Promise<ActivityView[]> => {
  if (ids.length === 0) return [];
  const rows = await selectActivities(actor, connection)
    .where(and(inArray(assistance.id, [...ids]), visibleActivities(actor)))
    .orderBy(asc(assistance.reference), asc(assistance.id));
  return rows.map(toActivityView);
};

/**
 * Counts the activities that the actor works with: all of them, or those that are past their last
 * day and still called planned or under way. `day` is `YYYY-MM-DD`.
 */
export async function countWorkedActivities(
  actor: Actor,
  which: 'all' | Readonly<{ endedBefore: string }>,
): Promise<number> {
  const [row] = await read()
    .select({ activities: sql`count(*)`.mapWith(Number) })
    .from(assistance)
    .where(
      and(
        fullAccessActivities(actor),
        which === 'all'
          ? undefined
          : and(
              inArray(assistance.status, [...openStatuses]),
              lt(assistance.untilOn, which.endedBefore),
            ),
      ),
    );
  return row?.activities ?? 0;
}
