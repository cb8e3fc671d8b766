import 'server-only';
import { queryOf } from '#lib/http/query';
import { entityTagOf } from '#lib/http/entity-tag';
import type { Actor } from '#lib/base/actor';
import {
  activitiesAsked,
  activityFilters,
  type ActivitiesFault,
  type Query,
} from '#lib/assistance/activities/asked';
import {
  activitiesListed,
  listChoices,
  type ActivitySeen,
} from '#lib/assistance/activities/queries';
import { environment } from '#lib/base/env';
import { currentRevision } from '#lib/counting/summaries/load';

type Answered = Readonly<
  | { kind: 'closed' }
  | { kind: 'invalid'; faults: readonly Readonly<{ parameter: string; value: string }>[] }
  | { kind: 'same'; tag: string }
  | { kind: 'found'; tag: string; body: string }
>;

const pageSize = 100;
const names = [...activityFilters, 'after', 'before'] as const;

/** Who gets the same answer to the same question. */
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

const shown = ({
  id,
  reference,
  version,
  organisation,
  updatedAt,
  whole,
  content: { organisationId: _id, funding, ...content },
}: ActivitySeen) => ({
  id,
  reference,
  version,
  updatedAt,
  provider: organisation,
  ...content,
  ...(whole ? { funding } : {}),
});

/**
 * The answer of the API: a page of activities as the actor sees them, with a tag by revision,
 * question and scope.
 */
export async function assistanceDocument(
  actor: Actor,
  query: URLSearchParams,
  held: readonly string[],
): Promise<Answered> {
  if (actor.role === 'public' && !environment().open) return { kind: 'closed' };
  const sent: Query = queryOf(query);
  const unknown = Object.keys(sent)
    .filter((name) => !names.includes(name as (typeof names)[number]))
    .map((name) => ({ parameter: name.slice(0, 100), value: query.get(name)!.slice(0, 100) }));
  // The revision is read first: what comes in meanwhile makes the tag old, never the body.
  const revision = await currentRevision();
  const { asked, faults } = activitiesAsked(sent, (await listChoices(actor)).known);
  if (unknown.length > 0 || faults.length > 0)
    return {
      kind: 'invalid',
      faults: [
        ...unknown,
        ...faults.map(({ name, value }: ActivitiesFault) => ({
          parameter: name === 'place' ? 'after' : name,
          value,
        })),
      ],
    };
  const tag = entityTagOf(
    'assistance',
    revision,
    scopeOf(actor),
    Object.entries(sent).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  if (held.includes(tag)) return { kind: 'same', tag };
  const { activities, total, before, after } = await activitiesListed(actor, asked, pageSize);
  return {
    kind: 'found',
    tag,
    body: JSON.stringify({
      revision,
      total,
      before: before ?? null,
      after: after ?? null,
      activities: activities.map(shown),
    }),
  };
}

/** What is wrong with a question, in words. */
export const saidFault = ({
  parameter,
  value,
}: Readonly<{ parameter: string; value: string }>) => ({
  parameter,
  value,
  message: names.some((name) => name === parameter)
    ? `${parameter} has no such value`
    : `there is no such parameter; valid: ${names.join(', ')}`,
});
