import 'server-only';
import type { Locale } from '#lib/convention/names';
import type { Assisted } from '#lib/notes/assisted';
import type { Edition } from '#lib/notes/edition';

const none: Assisted = { activities: 0, states: [], beneficiaries: 0 };

/** The assistance that was recorded at a revision, theme by theme. */
export async function assistedAt(_revision: number, _edition: Pick<Edition, 'cutoff' | 'previousCutoff'>): Promise<(theme: string | null, since: boolean) => Assisted> {
  return () => none;
}

export const themeCodes: readonly string[] = [];
export const themeName = (code: string, _locale: Locale): string => code;
