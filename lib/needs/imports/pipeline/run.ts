import type { ChangeBatch } from '#db/change-batch';
import type { Reader, Writer } from '#db/client';
import type { Actor } from '#lib/base/actor';
import type { Faults } from '#lib/needs/imports/pipeline/faults';
import type { RegisterLookup } from '#lib/needs/imports/pipeline/register-lookup';
import type {
  FileKind,
  PublicationChoice,
  TargetStatus,
} from '#lib/needs/imports/pipeline/vocabulary';

/** How many reviews or needs an import wrote. */
export type WriteCounts = { added: number; changed: number; unchanged: number };
export type ImportReport = Record<FileKind, WriteCounts>;

export const emptyReport = (): ImportReport => ({
  states: { added: 0, changed: 0, unchanged: 0 },
  needs: { added: 0, changed: 0, unchanged: 0 },
});

/** What the writers of one import share. */
export type WriteContext = Readonly<{
  tx: Writer;
  actorId: string;
  target: TargetStatus;
  lookup: RegisterLookup;
  log: ChangeBatch;
  report: ImportReport;
}>;

/** One pass through the files: first to check them, then, with `write`, to write their rows. */
export type ImportRun = Readonly<{
  actor: Actor;
  from: Reader | Writer;
  lookup: RegisterLookup;
  /**
   * States and reviews that the states file names, also in rows with faults, so that their needs
   * are not reported as well.
   */
  named: Set<string>;
  /** What a states file without a column of publication publishes; undefined: nobody said. */
  published?: PublicationChoice;
  faults: Faults;
  write?: WriteContext;
}>;
