import { secondFactorSetting } from '#lib/base/roles';

/** The settings of an administrator with their possible values; the first one is the default. */
export const settingOptions = {
  /** Whether an administrator may lift the four-eyes rule for one decision. */
  'four-eyes-lift': ['never', 'with-reason'],
  /**
   * Whether an expert may review a State in the same regional group as the State that nominated
   * them.
   */
  'own-region': ['allowed', 'refused'],
  /**
   * How many of the second-coded needs of a review must agree in category, or have their
   * differences settled, before the review can be closed.
   */
  'second-coding': ['80-percent', '70-percent', '90-percent', 'none'],
  /** Whether somebody who has not written in a note must approve it before it is published. */
  'note-approval': ['required', 'not-required'],
  /**
   * Whether reviewers, managers and administrators must have a second factor. Those of a
   * demonstration need none.
   */
  [secondFactorSetting]: ['staff', 'voluntary'],
} as const;
export type SettingName = keyof typeof settingOptions;
export const settingNames = Object.keys(settingOptions) as SettingName[];
export type Settings = Readonly<{ [Name in SettingName]: (typeof settingOptions)[Name][number] }>;
