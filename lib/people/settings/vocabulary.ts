/**
 * What an administrator may set, the values that each may have, and first the one that holds until
 * it is set.
 */
export const settings = {
  /** Whether an administrator may lift the rule of four eyes for one decision. */
  'four-eyes-lift': ['never', 'with-reason'],
  /**
   * Whether an expert may review a State of the regional group of the State that nominated them.
   */
  'own-region': ['allowed', 'refused'],
  /**
   * Of the needs of a review that were coded a second time, how many must be alike in category, or
   * have their differences settled, before it is closed.
   */
  'second-coding': ['80-percent', '70-percent', '90-percent', 'none'],
} as const;
export type SettingName = keyof typeof settings;
export const settingNames = Object.keys(settings) as SettingName[];
export type Settings = Readonly<{ [Name in SettingName]: (typeof settings)[Name][number] }>;
