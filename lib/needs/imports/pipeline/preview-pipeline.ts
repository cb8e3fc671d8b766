import 'server-only';
import { randomUUID } from 'node:crypto';
import { read, type Reader, type Writer } from '#db/client';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { done, failed, notFound, type Outcome } from '#lib/base/errors';
import type { ParsedFile } from '#lib/files/tables/parse-file';
import { fileFailure } from '#lib/needs/imports/pipeline/file-failure';
import { lockImports } from '#lib/needs/imports/pipeline/lock';
import type { PreviewStore } from '#lib/needs/imports/pipeline/preview-store';
import {
  countOutcomes,
  planFingerprint,
  type RowOutcome,
  type RowPlan,
} from '#lib/needs/imports/pipeline/row-plan';

/** A file that a person uploads. */
export type UploadedFile = Readonly<{
  name: string;
  content: Uint8Array;
  /** The name of the sheet, where a workbook has several. */
  sheet?: string;
}>;
export type OutcomeCounts = Record<RowOutcome, number>;

/** What the import of a waiting file would do to the register, row by row. */
export type Preview<Planned> = Planned &
  Readonly<{ id: string; name: string; fingerprint: string; counts: OutcomeCounts }>;

type ImportPlan = Readonly<{ plan: readonly RowPlan[] }>;

/**
 * What one kind of import states: who may import into what, how a file is parsed, how its rows are
 * compared with the register and how they are written. The pipeline does the rest.
 */
export type ImportKind<Target, Destination, Planned extends ImportPlan, Log> = Readonly<{
  store: PreviewStore<Target>;
  /** Returns what the actor may import into. */
  destination: (
    actor: Actor,
    target: Target,
    from: Reader | Writer,
  ) => Promise<Outcome<Destination>>;
  /** Parses a file in a worker. */
  parse: (
    actor: Actor,
    destination: Destination,
    file: UploadedFile,
    target: Target,
  ) => Promise<ParsedFile>;
  /** Compares the parsed rows with the register. */
  compare: (
    actor: Actor,
    destination: Destination,
    rows: string,
    from: Reader | Writer,
  ) => Promise<Outcome<Planned>>;
  /** What tells the version of the entry that a row was compared with. */
  storedVersion: (row: Planned['plan'][number]) => readonly unknown[];
  /** Opens the log of the import, before the register is read. */
  openLog: (tx: Writer, actor: Actor) => Promise<Log>;
  /** Writes the new and changed rows. */
  write: (
    context: Readonly<{ tx: Writer; actor: Actor; log: Log }>,
    preview: Preview<Planned>,
  ) => Promise<Outcome<unknown>>;
}>;

/** An import with a preview: upload a file, look at the preview, confirm it. */
export class ImportPipeline<Target, Destination, Planned extends ImportPlan, Log> {
  readonly #kind: ImportKind<Target, Destination, Planned, Log>;

  constructor(kind: ImportKind<Target, Destination, Planned, Log>) {
    this.#kind = kind;
  }

  /** Parses a file and stores the result until it is confirmed. */
  async upload(actor: Actor, target: Target, file: UploadedFile): Promise<Outcome<{ id: string }>> {
    const { destination, parse, store } = this.#kind;
    const found = await destination(actor, target, read());
    if (!found.ok) return found;
    const parsed = await parse(actor, found.value, file, target);
    if (!parsed.ok) return fileFailure(parsed.faults);
    const preview = { id: randomUUID(), name: file.name, sha256: parsed.sha256, rows: parsed.rows };
    return runCommand(async (tx) => {
      await store.replace(tx, { accountId: actor.accountId!, ...target }, preview);
      return done({ id: preview.id });
    });
  }

  /** Compares a waiting file of the actor with the register. */
  async preview(
    actor: Actor,
    target: Target,
    id: string,
    from: Reader | Writer = read(),
  ): Promise<Outcome<Preview<Planned>>> {
    const { destination, store, compare, storedVersion } = this.#kind;
    const found = await destination(actor, target, from);
    if (!found.ok) return found;
    const stored = await store.find(from, { accountId: actor.accountId!, ...target }, id);
    if (!stored) return notFound;
    const compared = await compare(actor, found.value, stored.rows, from);
    if (!compared.ok) return compared;
    const { plan } = compared.value;
    return done({
      ...compared.value,
      id,
      name: stored.name,
      fingerprint: planFingerprint(stored.sha256, plan, storedVersion),
      counts: countOutcomes(plan),
    });
  }

  /** Does all that the preview showed, or refuses where it would do anything else. */
  confirm(
    actor: Actor,
    target: Target,
    { id, fingerprint }: Readonly<{ id: string; fingerprint: string }>,
  ): Promise<Outcome<OutcomeCounts>> {
    const { openLog, write, store } = this.#kind;
    return runCommand(async (tx) => {
      await lockImports(tx);
      const log = await openLog(tx, actor);
      const preview = await this.preview(actor, target, id, tx);
      if (!preview.ok) return preview;
      const { counts } = preview.value;
      if (preview.value.fingerprint !== fingerprint)
        return failed({ kind: 'conflict', why: 'preview' });
      if (counts.wrong > 0) return failed({ kind: 'conflict', why: 'faults' });
      const written = await write({ tx, actor, log }, preview.value);
      if (!written.ok) return written;
      await store.remove(tx, id);
      return done(counts);
    });
  }
}
