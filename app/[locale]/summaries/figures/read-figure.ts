import { allNamed, partsOf, textOf, type Part } from '#components/summaries/figures/read-figure';
import { filterSentence } from '#components/summaries/filter-summary';
import type { Locale } from '#lib/convention/names';
import { namesOf, readSummary } from '../read-summary';
import { figureNamed } from './figure-of';

type Query = Record<string, string | string[] | undefined>;

/**
 * Reads a figure by its name, with the filter of its address, and the elements that it consists of.
 * Returns null where there is no such figure for this reader.
 */
export async function readFigure(locale: Locale, name: string, query: Query) {
  const figure = figureNamed(name);
  const reading =
    figure &&
    (await readSummary(locale, Promise.resolve(query), {
      region: figure.region,
      chapter: figure.ofArticle,
    }));
  if (!figure || !reading) return null;
  const { view, filterSummary } = reading;
  const names = await namesOf(reading.actor, locale);
  const element = figure.draw(view, names);
  if (!element) return null;
  // Links do not work in a file, so its numbers have none.
  const parts: readonly Part[] = partsOf(figure.draw({ ...view, opens: undefined }, names));
  const [title] = [...allNamed(parts, 'title'), ...allNamed(parts, 'caption')];
  const summary = filterSummary(
    `/${locale}/summaries/figures/${name}`,
    figure.region ? ['region'] : [],
  );
  const source = [
    view.t('site.name'),
    filterSentence(summary),
    view.t('summaries.asOf', { revision: view.count.revision }),
  ].join(locale === 'zh' ? '。' : '. ');
  return { reading, summary, element, parts, caption: textOf(title?.parts ?? []), source };
}
