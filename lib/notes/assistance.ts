import 'server-only';
import type { Actor } from '#lib/actor';
import { assistanceCounts } from '#lib/assistance/counts';
import { isTheme, themes, themeName as nameOfTheme } from '#lib/assistance/vocabulary';
import type { Locale } from '#lib/convention/names';
import type { Assisted } from '#lib/notes/assisted';
import type { Edition } from '#lib/notes/edition';

const none: Assisted = { activities: 0, states: [], beneficiaries: 0 };

/** The assistance that an edition tells of: all that was recorded at the revision and had begun by the date of the document; `since`: that went on after the previous note's cut-off. */
export async function assistedAt(actor: Actor, revision: number, { cutoff, documentDate, previousCutoff }: Pick<Edition, 'cutoff' | 'documentDate' | 'previousCutoff'>): Promise<(theme: string | null, since: boolean) => Assisted> {
  const count = await assistanceCounts({ ...actor, role: 'system' }, revision);
  return (theme, since) => (theme !== null && !isTheme(theme) ? none : count(theme, { cutoff: documentDate > cutoff ? documentDate : cutoff, ...(since && previousCutoff ? { since: previousCutoff } : {}) }));
}

export const themeCodes: readonly string[] = themes;
export const themeName = (code: string, locale: Locale): string => (isTheme(code) ? nameOfTheme(code, locale) : code);
