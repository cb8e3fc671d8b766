import type { Reader, Writer } from '#db/client';
import type { Actor } from '#lib/base/actor';
import type { Faults } from '#lib/needs/imports/faults';
import type { Known } from '#lib/needs/imports/known';
import type { NeedRow } from '#lib/needs/imports/need-row';
import type { ImportedNeed } from '#lib/needs/imports/queries';
import type { StateRow } from '#lib/needs/imports/state-row';

/**
 * Where the rows of a file go once they are sound: nowhere at first, into the register the second
 * time.
 */
export type Sink = Readonly<{
  states: (rows: readonly StateRow[]) => Promise<void>;
  needs: (
    rows: readonly NeedRow[],
    known: ReadonlyMap<string, ImportedNeed>,
    columns: ReadonlyMap<string, number>,
  ) => Promise<void>;
}>;

/** One time through the files. */
export type Reading = Readonly<{
  actor: Actor;
  from: Reader | Writer;
  known: Known;
  /**
   * States and reviews that the states file names, also in rows with faults: their needs are not
   * complained of as well.
   */
  named: Set<string>;
  faults: Faults;
  sink?: Sink;
}>;
