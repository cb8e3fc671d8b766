import type { Locale } from '#lib/convention/names';

/** A number as reported of an activity; `code` is its unit, `more` marks a lower bound. */
export type ReportedNumber = Readonly<{
  code: string;
  n: number;
  more?: true;
  /** The reference of the activity. */
  activity: string;
}>;
/** An activity whose description is printed: its text by language, and its paragraph under the theme. */
export type PrintedActivity = Readonly<{
  reference: string;
  part: number;
  textIn: (locale: Locale) => string;
  /** Whether its text in a language is missing, or a translation of an earlier one. */
  stateIn: (locale: Locale) => 'source' | 'current' | 'outdated' | 'missing';
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
  printed: readonly PrintedActivity[];
  /** The articles that the activities are about. */
  articles: readonly string[];
}>;
