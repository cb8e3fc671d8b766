import 'server-only';
import type { Actor } from '#lib/actor';
import { assistanceCounts } from '#lib/assistance/counts';
import { isTheme, themes, themeName as nameOfTheme } from '#lib/assistance/vocabulary';
import type { Locale } from '#lib/convention/names';
import type { Assisted } from '#lib/notes/assisted';
import type { Edition } from '#lib/notes/edition';

const none: Assisted = { activities: 0, states: [], beneficiaries: 0 };

/** The assistance that an edition tells of: all that was recorded at the revision and had begun by the cut-off; `since`: that went on after the previous note's. */
export async function assistedAt(actor: Actor, revision: number, { cutoff, previousCutoff }: Pick<Edition, 'cutoff' | 'previousCutoff'>): Promise<(theme: string | null, since: boolean) => Assisted> {
  const count = await assistanceCounts({ ...actor, role: 'system' }, revision);
  return (theme, since) => (theme !== null && !isTheme(theme) ? none : count(theme, { cutoff, ...(since && previousCutoff ? { since: previousCutoff } : {}) }));
}

export const themeCodes: readonly string[] = themes;
export const themeName = (code: string, locale: Locale): string => (isTheme(code) ? nameOfTheme(code, locale) : code);
