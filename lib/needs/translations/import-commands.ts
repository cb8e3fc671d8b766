import 'server-only';
import { eq } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { read, type Reader, type Writer } from '#db/client';
import { translationPreview } from '#db/schema/translations';
import type { Actor } from '#lib/base/actor';
import { done, forbidden, type Outcome } from '#lib/base/errors';
import { parseInWorker } from '#lib/files/tables/parse-in-worker';
import {
  ImportPipeline,
  type OutcomeCounts,
  type Preview,
  type UploadedFile,
} from '#lib/needs/imports/pipeline/preview-pipeline';
import { previewStore } from '#lib/needs/imports/pipeline/preview-store';
import { writeTranslation } from '#lib/needs/translations/write-translation';
import { planTranslations, type TranslationsPlan } from '#lib/needs/translations/plan';
import type { ParsedXliff } from '#lib/needs/translations/xliff';

export type TranslationsPreview = Preview<TranslationsPlan>;

const translatingRoles: readonly Actor['role'][] = [
  'focal-point',
  'contributor',
  'reviewer',
  'manager',
];

/** Whether there may be needs that the actor may translate. */
export const mayImportTranslations = (actor: Actor): Outcome<true> =>
  translatingRoles.includes(actor.role) ? done(true) : forbidden('role');

type NoTarget = Readonly<Record<string, never>>;
const translationsImport = new ImportPipeline<NoTarget, true, TranslationsPlan, undefined>({
  store: previewStore(translationPreview, {
    ownedBy: ({ accountId }) => eq(translationPreview.accountId, accountId),
    insert: (tx, row) => tx.insert(translationPreview).values(row),
  }),
  destination: async (actor) => mayImportTranslations(actor),
  parse: (actor, _destination, { content }) =>
    parseInWorker(actor, '#lib/needs/translations/xliff', content),
  compare: async (actor, _destination, rows, from) =>
    done(await planTranslations(actor, JSON.parse(rows) as ParsedXliff, from)),
  storedVersion: ({ need, last }) => [need?.id, need?.version, last],
  openLog: async () => undefined,
  write: async ({ tx, actor }, { id: file, name, to, plan, counts }) => {
    for (const { need, outcome, version, last, text, quote } of plan) {
      if (!need || outcome === 'same') continue;
      const { id } = need;
      await writeTranslation(tx, actor, { id, language: to, version, follows: last, text, quote });
    }
    if (counts.new + counts.changed > 0)
      await recordChange(tx, {
        actorId: actor.accountId!,
        verb: 'import',
        entity: 'import',
        entityId: file,
        data: { name, translations: to, ...counts },
      });
    return done(true);
  },
});

/** Reads a file of translations and keeps it for a day: one file for each person. */
export const previewTranslations = (
  actor: Actor,
  file: UploadedFile,
): Promise<Outcome<{ id: string }>> => translationsImport.upload(actor, {}, file);

/** Returns what the import of a waiting file would do. Another person's file is not found. */
export const translationsPreview = (
  actor: Actor,
  id: string,
  from: Reader | Writer = read(),
): Promise<Outcome<TranslationsPreview>> => translationsImport.preview(actor, {}, id, from);

/** Does all that the preview showed, or refuses where it would do anything else. */
export const confirmTranslations = (
  actor: Actor,
  confirmation: Readonly<{ id: string; fingerprint: string }>,
): Promise<Outcome<OutcomeCounts>> => translationsImport.confirm(actor, {}, confirmation);
