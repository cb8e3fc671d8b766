/** A number as it was reported of an activity, by its unit: `more` if it is a lower bound. */
export type ReportedNumber = Readonly<{
  code: string;
  n: number;
  more?: true;
  /** The reference of the activity. */ activity: string;
}>;
/**
 * What assistance there was under a theme, or in all: how many activities and how many more are
 * planned, for which States (their codes,
 * each once), the beneficiaries that were reported, and the numbers that were reported of the
 * activities and of those planned.
 */
export type AssistanceCounts = Readonly<{
  activities: number;
  planned: number;
  states: readonly string[];
  beneficiaries: number;
  reported: readonly ReportedNumber[];
  plannedReported: readonly ReportedNumber[];
}>;
