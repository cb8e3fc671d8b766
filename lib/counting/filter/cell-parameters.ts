import { articlesOfChapter } from '#lib/convention/articles';
import type { Chapter } from '#lib/convention/chapters';
import { articlesOfKey, compareProvisions } from '#lib/convention/provision';
import type { RequiredCode } from '#lib/counting/filter/filter';
import { multiValuedParameters, type MultiValuedParameter } from '#lib/counting/filter/vocabulary';

/**
 * Whether this is a possible matrix row of the chapters: `5`, `5;6`, `general`, or, for several
 * chapters, `general-II`.
 */
export function isMatrixRow(row: string, chapters: readonly Chapter[]): boolean {
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
export function parseRequiredCodes(
  sent: string | undefined,
  codes: Readonly<Record<MultiValuedParameter, readonly string[] | undefined>>,
): { known: RequiredCode[]; unknown: string[] } {
  const known: RequiredCode[] = [];
  const unknown: string[] = [];
  for (const part of new Set(sent?.split(',') ?? [])) {
    const [name, code = ''] = part.split(':', 2);
    const parameter = multiValuedParameters.find((each) => each === name);
    if (parameter && code !== '' && (codes[parameter]?.includes(code) ?? true))
      known.push({ of: parameter, code });
    else unknown.push(part);
  }
  return { known, unknown };
}
