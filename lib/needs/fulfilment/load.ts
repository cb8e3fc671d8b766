import 'server-only';
import { and, eq, inArray, lte } from 'drizzle-orm';
import { read } from '#db/client';
import { assistanceVersion } from '#db/schema/assistance';
import { match, matchStep } from '#db/schema/matches';
import { batches } from '#lib/base/batches';
import {
  assistanceChanges,
  needAssistanceAt,
  type MatchHistory,
  type NeedAssistance,
} from '#lib/needs/fulfilment/status';

/** Returns the status history of activities up to a revision. */
async function loadActivities(
  revision: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MatchHistory['activity']>> {
  const rows = (
    await Promise.all(
      batches(ids).map((ids) =>
        read()
          .select({
            id: assistanceVersion.assistanceId,
            content: assistanceVersion.content,
            seq: assistanceVersion.fromSeq,
            at: assistanceVersion.at,
          })
          .from(assistanceVersion)
          .where(
            and(
              lte(assistanceVersion.fromSeq, revision),
              inArray(assistanceVersion.assistanceId, [...ids]),
            ),
          ),
      ),
    )
  ).flat();
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, versions]) => [
      id,
      versions.map(({ content: { status }, seq, at }) => ({ status, seq, at })),
    ]),
  );
}

const loadSteps = (revision: number, needs?: readonly string[]) =>
  read()
    .select({
      matchId: match.id,
      needId: match.needId,
      assistanceId: match.assistanceId,
      number: matchStep.number,
      verb: matchStep.verb,
      degree: matchStep.degree,
      seq: matchStep.seq,
      at: matchStep.at,
    })
    .from(matchStep)
    .innerJoin(match, eq(match.id, matchStep.matchId))
    .where(
      and(lte(matchStep.seq, revision), needs ? inArray(match.needId, [...needs]) : undefined),
    );

/** The assistance status of a need, and the revisions at which it changed. */
export type AssistanceSoFar = NeedAssistance & Readonly<{ changedAt: readonly number[] }>;

/**
 * Returns the assistance status of needs at a revision: of the named needs, or of all. Needs that
 * no match was ever proposed for are left out.
 */
export async function assistanceByNeed(
  revision: number,
  needs?: readonly string[],
): Promise<ReadonlyMap<string, AssistanceSoFar>> {
  const steps = needs
    ? (await Promise.all(batches(needs).map((ids) => loadSteps(revision, ids)))).flat()
    : await loadSteps(revision);
  const activities = await loadActivities(revision, [
    ...new Set(steps.map(({ assistanceId }) => assistanceId)),
  ]);
  const matches = [...Map.groupBy(steps, ({ matchId }) => matchId).values()].map((matchSteps) => ({
    needId: matchSteps[0]!.needId,
    steps: matchSteps,
    activity: activities.get(matchSteps[0]!.assistanceId) ?? [],
  }));
  return new Map(
    [...Map.groupBy(matches, ({ needId }) => needId)].map(([id, histories]) => [
      id,
      {
        ...needAssistanceAt(histories, revision),
        changedAt: assistanceChanges(histories, revision),
      },
    ]),
  );
}

/** Returns the needs to which these matches and activities belong, whatever their state. */
export async function needsAffected({
  matches,
  activities,
}: Readonly<{ matches: readonly string[]; activities: readonly string[] }>): Promise<string[]> {
  const by = (column: typeof match.id | typeof match.assistanceId, ids: readonly string[]) =>
    Promise.all(
      batches(ids).map((ids) =>
        read()
          .selectDistinct({ id: match.needId })
          .from(match)
          .where(inArray(column, [...ids])),
      ),
    );
  const rows = await Promise.all([by(match.id, matches), by(match.assistanceId, activities)]);
  return [...new Set(rows.flat(2).map(({ id }) => id))];
}
