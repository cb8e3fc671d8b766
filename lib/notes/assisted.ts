/** What assistance there was under a theme, or in all: how many activities, for which States (their codes, each once), and the beneficiaries that were reported. */
export type Assisted = Readonly<{ activities: number; states: readonly string[]; beneficiaries: number }>;
