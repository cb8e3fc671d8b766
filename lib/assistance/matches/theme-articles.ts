import { articlesOfChapter } from '#lib/convention/articles';
import type { Chapter } from '#lib/convention/chapters';
import type { Theme } from '#lib/assistance/activities/vocabulary';

/**
 * The articles that each theme of part III of the note covers, inferred from its records: the note
 * itself names none. Hubs and platforms cover all articles.
 */
const articlesOfTheme: Readonly<Record<Theme, readonly number[] | 'all'>> = {
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

/** Whether a theme covers an article of one of these chapters. */
export const isThemeAbout = (theme: Theme, chapters: readonly Chapter[]): boolean =>
  chapters.some((chapter) =>
    articlesOfChapter(chapter).some((article) => coversArticle([theme], String(article))),
  );

/** Whether these themes cover an article; no themes cover all. */
export const coversArticle = (themes: readonly Theme[], article: string): boolean =>
  themes.length === 0 ||
  themes.some((theme) => {
    const articles = articlesOfTheme[theme];
    return articles === 'all' || articles.includes(Number(article));
  });
