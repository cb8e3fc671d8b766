import 'server-only';
import { queryParametersOf } from '#lib/http/query-parameters';
import { entityTagOf } from '#lib/http/entity-tag';
import type { Actor } from '#lib/base/actor';
import {
  parseActivityListParameters,
  activityFilterNames,
  type ActivityParameterFault,
  type QueryParameters,
} from '#lib/assistance/activities/list-parameters';
import {
  activityPage,
  activityListOptions,
  type ActivityView,
} from '#lib/assistance/activities/queries';
import { environment } from '#lib/base/env';
import { latestSeenRevision } from '#lib/counting/facts/revisions';

type ApiResult = Readonly<
  | { kind: 'closed' }
  | { kind: 'invalid'; faults: readonly Readonly<{ parameter: string; value: string }>[] }
  | { kind: 'same'; tag: string }
  | { kind: 'found'; tag: string; body: string }
>;

const pageSize = 100;
const parameterNames = [...activityFilterNames, 'after', 'before'] as const;

/** Actors with the same scope get the same response, so the entity tag contains it. */
const scopeOf = (actor: Actor): readonly unknown[] => {
  switch (actor.role) {
    case 'provider':
      return ['provider', actor.organisationId];
    case 'adviser':
      return ['adviser', actor.region];
    case 'focal-point':
    case 'contributor':
      return ['state', actor.stateCode];
    case 'manager':
    case 'administrator':
    case 'system':
      return ['all'];
    default:
      return ['open'];
  }
};

export const toApiActivity = ({
  id,
  reference,
  version,
  organisation,
  updatedAt,
  fullAccess: whole,
  content: { organisationId: _id, funding, ...content },
}: ActivityView) => ({
  id,
  reference,
  version,
  updatedAt,
  provider: organisation,
  ...content,
  ...(whole ? { funding } : {}),
});

/**
 * The API response: a page of activities that the actor sees, with an entity tag of its content
 * and scope.
 */
export async function activityListApiResult(
  actor: Actor,
  search: URLSearchParams,
  knownTags: readonly string[],
): Promise<ApiResult> {
  if (actor.role === 'public' && !environment().open) return { kind: 'closed' };
  const query: QueryParameters = queryParametersOf(search);
  const unknownParameters = Object.keys(query)
    .filter((name) => !parameterNames.includes(name as (typeof parameterNames)[number]))
    .map((name) => ({ parameter: name.slice(0, 100), value: search.get(name)!.slice(0, 100) }));
  const revision = await latestSeenRevision(actor);
  const parsed = parseActivityListParameters(query, (await activityListOptions(actor)).accepted);
  if (unknownParameters.length > 0 || parsed.faults.length > 0)
    return {
      kind: 'invalid',
      faults: [
        ...unknownParameters,
        ...parsed.faults.map(({ name, value }: ActivityParameterFault) => ({
          parameter: name === 'place' ? 'after' : name,
          value,
        })),
      ],
    };
  const { activities, total, before, after } = await activityPage(
    actor,
    parsed.parameters,
    pageSize,
  );
  const body = JSON.stringify({
    revision,
    total,
    before: before ?? null,
    after: after ?? null,
    activities: activities.map(toApiActivity),
  });
  // By its content: what an organisation or a State sees moves also without a public change.
  const tag = entityTagOf('assistance', body, scopeOf(actor));
  return knownTags.includes(tag) ? { kind: 'same', tag } : { kind: 'found', tag, body };
}

/** Describes an invalid parameter. */
export const describeFault = ({
  parameter,
  value,
}: Readonly<{ parameter: string; value: string }>) => ({
  parameter,
  value,
  message: parameterNames.some((name) => name === parameter)
    ? `${parameter} has no such value`
    : `there is no such parameter; valid: ${parameterNames.join(', ')}`,
});
