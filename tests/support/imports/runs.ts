import { transaction } from '#db/client';
import { systemAccount } from '#db/register';
import { systemActor, type Actor } from '#lib/base/actor';
import { importFiles, type ImportResult, type ImportOutcome } from '#lib/needs/imports/commands';
import type { ImportFile } from '#lib/needs/imports/pipeline/csv-file';
import type { PublicationChoice, TargetStatus } from '#lib/needs/imports/pipeline/vocabulary';
import { rows } from '#tests/support/databases/sql';

export const importer = async (): Promise<Actor> =>
  systemActor(await transaction((tx) => systemAccount(tx, 'Import')), 'Import');

/** Imports as the command line does, in this process. Publishes what is completed unless told. */
const importing = async (
  files: readonly ImportFile[],
  target: TargetStatus = 'approved',
): Promise<ImportOutcome> =>
  importFiles(await importer(), { files, target, published: 'completed' });

/** Imports with this choice of what is published; undefined: nobody chose. */
export const importedWithChoice = async (
  published: PublicationChoice | undefined,
  ...files: readonly ImportFile[]
): Promise<ImportOutcome> =>
  importFiles(await importer(), { files, target: 'approved', published });

/** What an import did that must have been done. */
export async function imported(
  files: readonly ImportFile[],
  target: TargetStatus = 'approved',
): Promise<ImportResult> {
  const outcome = await importing(files, target);
  if (outcome.ok) return outcome.value;
  throw new Error(
    'faults' in outcome ? outcome.faults.lines().join('\n') : JSON.stringify(outcome.failure),
  );
}

/** The faults for which an import must have been refused. */
export async function refused(
  files: readonly ImportFile[],
  target: TargetStatus = 'approved',
): Promise<string[]> {
  const outcome = await importing(files, target);
  if (!outcome.ok && 'faults' in outcome) return outcome.faults.lines();
  throw new Error(`not refused for faults: ${JSON.stringify(outcome)}`);
}

/** Everything that an import may write, so that two looks at it can be compared. */
export const everything = async () =>
  Object.fromEntries(
    await Promise.all(
      [
        'select * from register',
        'select * from change order by seq',
        'select * from state order by id',
        'select * from review order by id',
        'select * from review_version order by id',
        'select * from need order by id',
        'select * from need_article order by need_id, article',
        'select * from need_version order by id',
      ].map(async (query) => [query, await rows(query)] as const),
    ),
  );

/** The versions of an imported need, the first one first. */
export const versionsOf = (ref: string) =>
  rows(
    `select v.version, v.verb, v.status, v.counted_from_seq is not null as counted, v.counted_to_seq is null as open
  from need_version v join need n on n.id = v.need_id where n.source_ref = ? order by v.version`,
    [ref],
  );
