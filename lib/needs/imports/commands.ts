import 'server-only';
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { recordChange } from '#db/change';
import { ChangeBatch } from '#db/change-batch';
import { read, type Writer } from '#db/client';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { done, failed, forbidden, type Outcome } from '#lib/base/errors';
import {
  CsvFile,
  type ImportFile,
  type NoteHidden,
  type Progress,
} from '#lib/needs/imports/pipeline/csv-file';
import { Faults } from '#lib/needs/imports/pipeline/faults';
import { lockImports } from '#lib/needs/imports/pipeline/lock';
import { columnNamed } from '#lib/needs/imports/needs/labels';
import { importNeeds } from '#lib/needs/imports/needs/file-import';
import { writeLastNumbers } from '#lib/needs/imports/needs/write';
import { loadRegisterLookup, publishedSummaries } from '#lib/needs/imports/pipeline/queries';
import {
  emptyReport,
  type ImportRun,
  type ImportReport,
  type WriteContext,
} from '#lib/needs/imports/pipeline/run';
import { importStates } from '#lib/needs/imports/states/file-import';
import {
  fileKinds,
  type PublicationChoice,
  type TargetStatus,
} from '#lib/needs/imports/pipeline/vocabulary';

/**
 * What to import, in which status to leave the needs, and which summaries a states file without a
 * column of publication publishes.
 */
export type ImportInput = Readonly<{
  files: readonly ImportFile[];
  target: TargetStatus;
  published?: PublicationChoice;
  checking?: Progress;
  writing?: Progress;
  noteHidden?: NoteHidden;
}>;
export type ImportResult = Readonly<{
  report: ImportReport;
  revision: number;
  /** How many summaries are published now, of the whole register. */
  publishedNow: number;
}>;
export type ImportOutcome = Outcome<ImportResult> | Readonly<{ ok: false; faults: Faults }>;
type FileHashes = ReadonlyMap<ImportFile, string>;

const importers = { states: importStates, needs: importNeeds } as const;

/** Passes through the files, the States first. Returns the SHA-256 of each. */
async function passThrough(
  { files }: ImportInput,
  run: ImportRun,
  progress: Progress = () => undefined,
  noteHidden?: NoteHidden,
): Promise<FileHashes> {
  const hashes = new Map<ImportFile, string>();
  for (const file of fileKinds.flatMap((kind) => files.filter((each) => each.kind === kind))) {
    const csv = new CsvFile(file, run.faults, progress, {
      noteHidden,
      columnNamed: file.kind === 'needs' ? columnNamed : undefined,
    });
    await importers[file.kind](csv, run);
    hashes.set(file, csv.sha256);
  }
  return hashes;
}

/** Checks the files against the register, and writes nothing. */
async function checkFiles(actor: Actor, input: ImportInput, faults: Faults): Promise<FileHashes> {
  const from = read();
  const lookup = await loadRegisterLookup(actor, from);
  const { published, checking, noteHidden } = input;
  const run = { actor, from, lookup, named: new Set<string>(), published, faults };
  return passThrough(input, run, checking, noteHidden);
}

/**
 * Writes the files into the register, inside a transaction that the caller has begun and must undo
 * if there are faults. Checks every row (again), against the register as of this transaction.
 */
export async function writeFiles(
  actor: Actor,
  tx: Writer,
  input: ImportInput,
  faults: Faults,
): Promise<ImportResult & Readonly<{ hashes: FileHashes }>> {
  await lockImports(tx);
  const actorId = actor.accountId!;
  const log = await ChangeBatch.open(tx, actorId);
  const lookup = await loadRegisterLookup(actor, tx);
  const report = emptyReport();
  const write: WriteContext = { tx, actorId, target: input.target, lookup, log, report };
  const { published } = input;
  const run: ImportRun = { actor, from: tx, lookup, named: new Set(), published, faults, write };
  const hashes = await passThrough(input, run, input.writing);
  await writeLastNumbers(write);
  const publishedNow = await publishedSummaries(actor, tx);
  return { report, revision: log.revision, publishedNow, hashes };
}

async function recordImport(
  actor: Actor,
  tx: Writer,
  { files, target, published }: ImportInput,
  { report, publishedNow }: Omit<ImportResult, 'revision'>,
  hashes: FileHashes,
) {
  const data = {
    as: target,
    published,
    publishedNow,
    files: files.map((file) => ({
      kind: file.kind,
      name: basename(file.name),
      sha256: hashes.get(file),
      ...report[file.kind],
    })),
  };
  return recordChange(tx, {
    actorId: actor.accountId!,
    verb: 'import',
    entity: 'import',
    entityId: randomUUID(),
    data,
  });
}

/**
 * Imports the files: all rows or none. They are read twice, so that a file with faults never keeps
 * anybody else from writing.
 */
export async function importFiles(actor: Actor, input: ImportInput): Promise<ImportOutcome> {
  if (actor.role !== 'system' && actor.role !== 'administrator') return forbidden('role');
  const faults = new Faults();
  const checked = await checkFiles(actor, input, faults);
  if (faults.count > 0) return { ok: false, faults };
  const outcome = await runCommand<ImportResult>(async (tx) => {
    const { hashes, ...result } = await writeFiles(actor, tx, input, faults);
    for (const file of input.files) {
      if (hashes.get(file) !== checked.get(file))
        faults.add({ file: file.name, line: 1, key: 'changedMeanwhile' });
    }
    if (faults.count > 0) return failed({ kind: 'conflict', why: 'faults' });
    const counts = Object.values(result.report);
    const isWritten = counts.some(({ added, changed }) => added + changed > 0);
    if (!isWritten) return done(result);
    return done({ ...result, revision: await recordImport(actor, tx, input, result, hashes) });
  });
  return faults.count > 0 ? { ok: false, faults } : outcome;
}
