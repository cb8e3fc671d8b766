import type { Region } from '#lib/convention/regions';
import type { Codes } from '#lib/needs/model/schema';

/** Dates of a review, null while it is not completed or not published. */
export type Dates = Readonly<{ completedOn: string | null; publishedOn: string | null }>;

/** A review of the register, or one that the states file will make: its id is null until then. */
export type KnownReview = Dates &
  Readonly<{
    id: string | null;
    version: number;
    symbol: string | null;
    /** Whether it is closed for counting. */ closed: boolean;
  }> & {
    /** The last number given to a need, and whether this import gave it. */
    numbered: number;
    moved: boolean;
  };

/** What the rows of an import are held against; the rows of the states file join it. */
export type Known = Readonly<{
  codes: Codes;
  states: Map<string, Readonly<{ id: string | null; region: Region }>>;
  reviews: Map<string, KnownReview>;
  /** Whether any need of the register has been imported; if not, none has to be looked for. */
  imported: boolean;
}>;

export const reviewKey = (stateCode: string, cycle: number | string): string =>
  `${stateCode} in cycle ${cycle}`;
