import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { assistancePreview } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import { done, forbidden, type Outcome } from '#lib/base/errors';
import type { Locale } from '#lib/convention/names';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import { updateActivity, insertActivity } from '#lib/assistance/activities/write-activity';
import type {
  ActivitiesFileOptions,
  ParsedActivitiesFile,
} from '#lib/assistance/imports/parse-file';
import {
  planActivities,
  type ActivitiesPlan,
  type PlannedActivity,
} from '#lib/assistance/imports/plan';
import { parseInWorker } from '#lib/files/tables/parse-in-worker';
import {
  ImportPipeline,
  type OutcomeCounts,
  type Preview,
  type UploadedFile,
} from '#lib/needs/imports/pipeline/preview-pipeline';
import { previewStore } from '#lib/needs/imports/pipeline/preview-store';

/** The language of the page, which a file has where it names none. */
type InLanguage = Readonly<{ locale: Locale }>;
type StoredFile = InLanguage & Readonly<{ sheet: ParsedActivitiesFile }>;
export type ActivitiesPreview = Preview<ActivitiesPlan>;

/** Enters or changes the activity of a row. */
async function writeActivity(
  tx: Writer,
  actor: Actor,
  { outcome, parsed: { ref, fields }, activity }: PlannedActivity,
  known: ActivitiesPlan['known'],
): Promise<Outcome<unknown>> {
  if (outcome === 'new')
    return insertActivity(
      tx,
      actor,
      'import',
      { id: randomUUID(), fields, sourceRef: ref || null },
      known,
    );
  if (outcome !== 'changed' || !activity) return done(true);
  const { id, version } = activity;
  return updateActivity(tx, actor, 'import', { id, version, fields }, known);
}

const activitiesImport = new ImportPipeline<Partial<InLanguage>, true, ActivitiesPlan, undefined>({
  store: previewStore(assistancePreview, {
    ownedBy: ({ accountId }) => eq(assistancePreview.accountId, accountId),
    insert: (tx, { locale: _locale, ...row }) => tx.insert(assistancePreview).values(row),
  }),
  destination: async (actor) => (mayEnterActivities(actor) ? done(true) : forbidden('role')),
  parse: async (actor, _destination, { content, sheet: name }, { locale = 'en' }) => {
    const options = { sheet: name } satisfies ActivitiesFileOptions;
    const parsed = await parseInWorker(
      actor,
      '#lib/assistance/imports/parse-file',
      content,
      options,
    );
    if (!parsed.ok) return parsed;
    const sheet = JSON.parse(parsed.rows) as ParsedActivitiesFile;
    return { ...parsed, rows: JSON.stringify({ locale, sheet } satisfies StoredFile) };
  },
  compare: async (actor, _destination, rows, from) => {
    const { locale, sheet } = JSON.parse(rows) as StoredFile;
    return done(await planActivities(actor, sheet, locale, from));
  },
  storedVersion: ({ activity }) => [activity?.id, activity?.version],
  openLog: async () => undefined,
  write: async ({ tx, actor }, { plan, known }) => {
    for (const row of plan) {
      const written = await writeActivity(tx, actor, row, known);
      if (!written.ok) return written;
    }
    return done(true);
  },
});

/** Parses a file and keeps it for a day: one file for each person. */
export const previewActivities = (
  actor: Actor,
  { locale, ...file }: UploadedFile & InLanguage,
): Promise<Outcome<{ id: string }>> => activitiesImport.upload(actor, { locale }, file);

/** Returns what the import of a waiting file would do. Another person's file is not found. */
export const activitiesPreview = (
  actor: Actor,
  id: string,
  from: Reader | Writer = read(),
): Promise<Outcome<ActivitiesPreview>> => activitiesImport.preview(actor, {}, id, from);

/** Does all that the preview showed, or refuses where it would do anything else. */
export const confirmActivities = (
  actor: Actor,
  confirmation: Readonly<{ id: string; fingerprint: string }>,
): Promise<Outcome<OutcomeCounts>> => activitiesImport.confirm(actor, {}, confirmation);
