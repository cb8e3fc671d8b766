/** A number as reported of an activity; `code` is its unit, `more` marks a lower bound. */
export type ReportedNumber = Readonly<{
  code: string;
  n: number;
  more?: true;
  /** The reference of the activity. */
  activity: string;
}>;
/**
 * Counts of assistance, of a theme or in all: activities, planned activities, the codes of the States
 * assisted (each once), reported beneficiaries, and the numbers reported of activities and of
 * planned ones.
 */
export type AssistanceCounts = Readonly<{
  activities: number;
  planned: number;
  states: readonly string[];
  beneficiaries: number;
  reported: readonly ReportedNumber[];
  plannedReported: readonly ReportedNumber[];
}>;
