import type { Writer } from '#db/client';
import type { ChangeBatch } from '#db/change-batch';
import type { Known } from '#lib/needs/imports/known';
import type { Kind, Target } from '#lib/needs/imports/vocabulary';

/** What an import did to the reviews and needs that its files name. */
export type Counts = { added: number; changed: number; unchanged: number };
export type Tally = Record<Kind, Counts>;

export const noTally = (): Tally => ({
  states: { added: 0, changed: 0, unchanged: 0 },
  needs: { added: 0, changed: 0, unchanged: 0 },
});

/** What the writers of one import share. */
export type Writing = Readonly<{
  tx: Writer;
  actorId: string;
  target: Target;
  known: Known;
  log: ChangeBatch;
  tally: Tally;
}>;
