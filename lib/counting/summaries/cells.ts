import { articlesOfChapter } from '#lib/convention/articles';
import type { Chapter } from '#lib/convention/chapters';
import { articlesOfKey, compareProvisions } from '#lib/convention/provision';
import type { Besides } from '#lib/counting/summaries/filter';
import { manyOfANeed, type ManyOfANeed } from '#lib/counting/summaries/vocabulary';

/**
 * Whether this is a possible matrix row of the chapters: `5`, `5;6`, `general`, or, for several
 * chapters, `general-II`.
 */
export function isRow(row: string, chapters: readonly Chapter[]): boolean {
  if (row.startsWith('general'))
    return chapters.length > 1
      ? chapters.some((chapter) => row === `general-${chapter}`)
      : row === 'general';
  const articles = articlesOfKey(row);
  const known = chapters.flatMap((chapter) => articlesOfChapter(chapter));
  return (
    articles.length > 0 &&
    articles.join(';') === row &&
    articles.every(
      (article, i) =>
        known.includes(article) &&
        (i === 0 || compareProvisions(String(articles[i - 1]), String(article)) < 0),
    )
  );
}

/** Parses `article:5,topic:bribery`. Where the codes of a name are undefined, any code is valid. */
export function besidesOf(
  sent: string | undefined,
  codes: Readonly<Record<ManyOfANeed, readonly string[] | undefined>>,
): { known: Besides[]; unknown: string[] } {
  const known: Besides[] = [];
  const unknown: string[] = [];
  for (const part of new Set(sent?.split(',') ?? [])) {
    const [name, code = ''] = part.split(':', 2);
    const parameter = manyOfANeed.find((each) => each === name);
    if (parameter && code !== '' && (codes[parameter]?.includes(code) ?? true))
      known.push({ of: parameter, code });
    else unknown.push(part);
  }
  return { known, unknown };
}
