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
import type { Translate } from '#lib/text/i18n';

type ApiResult = Readonly<
  | { kind: 'closed' }
  | { kind: 'invalid'; faults: readonly Readonly<{ parameter: string; value: string }>[] }
  | { kind: 'same'; tag: string }
  | {
      kind: 'found';
      tag: string;
      body: string;
      before: string | undefined;
      after: string | undefined;
    }
>;

const pageSize = 100;
const parameterNames: readonly string[] = [...activityFilterNames, 'after', 'before'];

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
    .filter((name) => !parameterNames.includes(name))
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
  if (knownTags.includes(tag)) return { kind: 'same', tag };
  return { kind: 'found', tag, body, before, after };
}

/** Describes an invalid parameter, in the language of its reader. */
export const describeFault = (
  t: Translate,
  { parameter, value }: Readonly<{ parameter: string; value: string }>,
) => ({
  field: parameter,
  parameter,
  value,
  message: t(parameterNames.includes(parameter) ? 'api.faults.value' : 'api.faults.unknown'),
});
