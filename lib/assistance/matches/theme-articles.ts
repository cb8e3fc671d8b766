import type { Theme } from '#lib/assistance/activities/vocabulary';

/**
 * The articles that each theme of part III of the note speaks of: those of its records, as far as
 * they can be inferred. The
 * note itself names none. Hubs and platforms are for every article.
 */
export const articlesOfTheme: Readonly<Record<Theme, readonly number[] | 'all'>> = {
  'hubs-and-platforms': 'all',
  'laws-policies-institutions': [5, 6, 7, 8],
  'public-procurement': [8, 9, 10],
  'private-sector': [12, 13],
  'international-investment': [12],
  'judicial-integrity': [11],
  'education-and-youth': [13],
  health: [5, 9],
  'whistle-blowers': [8],
  environment: [5, 14],
  sport: [12],
  'audit-institutions': [6, 9],
  'conflict-situations': [5, 6, 11],
};

/** Whether what has these themes covers an article; what has none is for all. */
export const coversArticle = (themes: readonly Theme[], article: string): boolean =>
  themes.length === 0 ||
  themes.some((theme) => {
    const own = articlesOfTheme[theme];
    return own === 'all' || own.includes(Number(article));
  });
