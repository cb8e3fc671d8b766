import type { Translate } from '#lib/text/i18n';

/** Why a parameter is invalid; `seen.faults` says it in words. */
export type FaultReason =
  | 'noParameter'
  | 'repeated'
  | 'tooLong'
  | 'missing'
  | 'unknown'
  | 'valueRepeated'
  | 'chapterOfCycle'
  | 'articleOfChapter'
  | 'subcategoryOfCategory'
  | 'regionOfPage'
  | 'noDate'
  | 'futureDate'
  | 'noRevision'
  | 'futureRevision';

/** A fault of one parameter, and the valid values. */
export type ParameterFault = Readonly<{
  parameter: string;
  value: string;
  why: FaultReason;
  valid: readonly string[];
}>;

/** A fault in the answer of the API, in the language of its reader. */
export const describeFault = (t: Translate, { parameter, value, why, valid }: ParameterFault) => ({
  field: parameter,
  parameter,
  value,
  message: t(`seen.faults.${why}`, { name: parameter, value, valid: valid.join(', ') }),
  valid,
});
