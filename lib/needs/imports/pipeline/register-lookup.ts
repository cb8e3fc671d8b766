import type { Region } from '#lib/convention/regions';
import type { Codes } from '#lib/needs/model/schema';

/** Dates of a review, null while it is not completed or not published. */
export type Dates = Readonly<{ completedOn: string | null; publishedOn: string | null }>;

/** A review of the register, or one that the states file will create: its id is null until then. */
export type ReviewEntry = Dates &
  Readonly<{
    id: string | null;
    version: number;
    symbol: string | null;
    /** Whether it is closed for counting. */
    closed: boolean;
  }> & {
    /** The last number given to a need, and whether this import gave it. */
    lastNumber: number;
    isNumberChanged: boolean;
  };

/** What the rows of an import refer to; the rows of the states file are added to it. */
export type RegisterLookup = Readonly<{
  codes: Codes;
  states: Map<string, Readonly<{ id: string | null; region: Region }>>;
  reviews: Map<string, ReviewEntry>;
  /** Whether the register has imported needs at all; if not, none has to be looked up. */
  hasImportedNeeds: boolean;
}>;

export const reviewKey = (stateCode: string, cycle: number | string): string =>
  `${stateCode} in cycle ${cycle}`;
