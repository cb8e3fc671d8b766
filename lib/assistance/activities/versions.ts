import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Writer } from '#db/client';
import {
  assistanceAbout,
  assistanceState,
  assistanceVersion,
  counter,
} from '#db/schema/assistance';
import { activitySearchText } from '#lib/assistance/activities/search-text';
import { regionsOfStates } from '#lib/assistance/activities/references';
import type { Activity, ActivityVerb } from '#lib/assistance/activities/vocabulary';

/** The next reference: `TA-0001`. */
export async function nextReference(tx: Writer): Promise<string> {
  const [next] = await tx
    .insert(counter)
    .values({ name: 'assistance', numbered: 1 })
    .onConflictDoUpdate({ target: counter.name, set: { numbered: sql`${counter.numbered} + 1` } })
    .returning({ number: counter.numbered });
  return `TA-${String(next!.number).padStart(4, '0')}`;
}

/** The columns of an activity that lists and search read. */
export const activityListColumns = (
  activity: Activity,
  organisation: string | null,
  reference: string,
) => ({
  organisationId: activity.organisationId,
  theme: activity.theme,
  kind: activity.kind,
  status: activity.status,
  title: activity.title,
  language: activity.language,
  fromOn: activity.from,
  untilOn: activity.until,
  searchText: activitySearchText(activity, organisation, reference),
});

/**
 * Replaces the States and subjects of the current version. Regions are those named and those of its
 * States.
 */
export async function replaceStatesAndSubjects(
  tx: Writer,
  assistanceId: string,
  { states, regions, articles, categories, topics }: Activity,
) {
  await tx.delete(assistanceState).where(eq(assistanceState.assistanceId, assistanceId));
  await tx.delete(assistanceAbout).where(eq(assistanceAbout.assistanceId, assistanceId));
  if (states.length > 0)
    await tx
      .insert(assistanceState)
      .values(states.map(({ code, role }) => ({ assistanceId, stateCode: code, role })));
  const allRegions = new Set([
    ...regions,
    ...(await regionsOfStates(
      tx,
      states.map(({ code }) => code),
    )),
  ]);
  const subjects = [
    ...[...allRegions].map((code) => ({ about: 'region' as const, code })),
    ...articles.map((article) => ({ about: 'article' as const, code: String(article) })),
    ...categories.map((code) => ({ about: 'category' as const, code })),
    ...topics.map((code) => ({ about: 'topic' as const, code })),
  ];
  if (subjects.length > 0)
    await tx
      .insert(assistanceAbout)
      .values(subjects.map((subject) => ({ assistanceId, ...subject })));
}

type Version = Readonly<{
  assistanceId: string;
  version: number;
  verb: ActivityVerb;
  content: Activity;
  reason?: string | null;
  actorId: string;
  seq: number;
}>;

/** Ends the current version and writes the next one, with its whole content. */
export async function writeActivityVersion(tx: Writer, { seq, ...version }: Version) {
  await tx
    .update(assistanceVersion)
    .set({ toSeq: seq })
    .where(
      and(
        eq(assistanceVersion.assistanceId, version.assistanceId),
        isNull(assistanceVersion.toSeq),
      ),
    );
  await tx.insert(assistanceVersion).values({
    id: randomUUID(),
    ...version,
    reason: version.reason ?? null,
    at: new Date().toISOString(),
    fromSeq: seq,
  });
}
