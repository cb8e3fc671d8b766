import 'server-only';
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { recordChange } from '#db/change';
import { read, type Reader, type Writer } from '#db/client';
import { engine } from '#db/engine';
import type { Actor } from '#lib/base/actor';
import { attempt } from '#lib/base/attempt';
import { done, failed, forbidden, type Outcome } from '#lib/base/errors';
import { ChangeBatch } from '#db/change-batch';
import { CsvFile, type FileNamed, type Progress } from '#lib/needs/imports/csv-file';
import { Faults } from '#lib/needs/imports/faults';
import { lockImports } from '#lib/needs/imports/lock';
import { knownTo } from '#lib/needs/imports/queries';
import { readNeeds } from '#lib/needs/imports/read-needs';
import { readStates } from '#lib/needs/imports/read-states';
import type { Reading } from '#lib/needs/imports/reading';
import { kinds, type Target } from '#lib/needs/imports/vocabulary';
import { writeNeeds, writeNumbers } from '#lib/needs/imports/write-needs';
import { writeStates } from '#lib/needs/imports/write-states';
import { noTally, type Tally, type Writing } from '#lib/needs/imports/writing';

/** What to import, and in which status to leave the needs. */
export type Import = Readonly<{
  files: readonly FileNamed[];
  target: Target;
  checking?: Progress;
  writing?: Progress;
}>;
export type Imported = Readonly<{ tally: Tally; revision: number }>;
export type ImportOutcome = Outcome<Imported> | Readonly<{ ok: false; faults: Faults }>;

const readers = { states: readStates, needs: readNeeds } as const;

/** Goes through the files, the States first. Returns the SHA-256 of each. */
async function readFiles(
  { files }: Import,
  reading: Reading,
  progress: Progress = () => undefined,
): Promise<Map<FileNamed, string>> {
  const hashes = new Map<FileNamed, string>();
  for (const file of kinds.flatMap((kind) => files.filter((each) => each.kind === kind))) {
    const csv = new CsvFile(file, reading.faults, progress);
    await readers[file.kind](csv, reading);
    hashes.set(file, csv.sha256);
  }
  return hashes;
}

const readingOf = async (
  actor: Actor,
  from: Reader | Writer,
  faults: Faults,
): Promise<Reading> => ({
  actor,
  from,
  faults,
  known: await knownTo(actor, from),
  named: new Set(),
});

/**
 * Writes the files into the register, inside a transaction that the caller has begun and must undo
 * if there are faults.
 * Every row is checked (again), against the register as it stands in this transaction.
 */
export async function writeFiles(
  actor: Actor,
  tx: Writer,
  input: Import,
  faults: Faults,
): Promise<Imported & Readonly<{ hashes: Map<FileNamed, string> }>> {
  if (engine === 'postgresql') await lockImports(tx);
  const actorId = actor.accountId!;
  const log = await ChangeBatch.open(tx, actorId);
  const reading = await readingOf(actor, tx, faults);
  const writing: Writing = {
    tx,
    actorId,
    target: input.target,
    known: reading.known,
    log,
    tally: noTally(),
  };
  const sink: Reading['sink'] = {
    states: (rows) => writeStates(writing, rows),
    needs: (rows, known, columns) => writeNeeds(writing, rows, known, columns),
  };
  const hashes = await readFiles(input, { ...reading, sink }, input.writing);
  await writeNumbers(writing);
  await log.close();
  return { tally: writing.tally, revision: log.revision, hashes };
}

async function recordImport(
  actor: Actor,
  tx: Writer,
  { files, target }: Import,
  tally: Tally,
  hashes: ReadonlyMap<FileNamed, string>,
) {
  const data = {
    as: target,
    files: files.map((file) => ({
      kind: file.kind,
      name: basename(file.name),
      sha256: hashes.get(file),
      ...tally[file.kind],
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
export async function importFiles(actor: Actor, input: Import): Promise<ImportOutcome> {
  if (actor.role !== 'system' && actor.role !== 'administrator') return forbidden('role');
  const faults = new Faults();
  const checked = await readFiles(input, await readingOf(actor, read(), faults), input.checking);
  if (faults.count > 0) return { ok: false, faults };
  const outcome = await attempt<Imported>(async (tx) => {
    const { tally, revision, hashes } = await writeFiles(actor, tx, input, faults);
    for (const file of input.files) {
      if (hashes.get(file) !== checked.get(file))
        faults.add({ file: file.name, line: 1, key: 'changedMeanwhile' });
    }
    if (faults.count > 0) return failed({ kind: 'conflict', why: 'faults' });
    const written = Object.values(tally).some(({ added, changed }) => added + changed > 0);
    return done({
      tally,
      revision: written ? await recordImport(actor, tx, input, tally, hashes) : revision,
    });
  });
  return faults.count > 0 ? { ok: false, faults } : outcome;
}
