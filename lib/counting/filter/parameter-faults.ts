/** Why a parameter is invalid. Pages translate it (`seen.faults`), the API uses English. */
const messages = {
  noParameter: 'There is no such parameter.',
  repeated: 'The parameter is repeated. Several values are separated by commas.',
  tooLong: 'The value is too long.',
  missing: 'The parameter is missing.',
  unknown: 'The value is not known.',
  valueRepeated: 'A value is repeated.',
  chapterOfCycle: 'The chapter is not one of the review cycle.',
  articleOfChapter: 'The article is not one of the chapter.',
  subcategoryOfCategory: 'The subcategory is not one of the category.',
  regionOfPage: 'The page is about another region.',
  noDate: 'There is no such date in the Gregorian calendar.',
  futureDate: 'The date lies in the future.',
  noRevision: 'A revision is a whole number.',
  futureRevision: 'The register has not come to this revision yet.',
} as const;
export type FaultReason = keyof typeof messages;

/** A fault of one parameter, and the valid values. */
export type ParameterFault = Readonly<{
  parameter: string;
  value: string;
  why: FaultReason;
  valid: readonly string[];
}>;

/** A fault in the response of the API. */
export const describeFault = ({ parameter, value, why, valid }: ParameterFault) => ({
  parameter,
  value,
  message: messages[why],
  valid,
});
