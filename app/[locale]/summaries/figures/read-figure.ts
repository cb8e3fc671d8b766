import { filterSentence } from '#components/summaries/filter-summary';
import type { Locale } from '#lib/convention/names';
import { figureNamed } from '#lib/counting/summary-figures/named';
import { trendsForPage } from '#lib/counting/summaries/page-queries';
import { namesOf, readSummary } from '../read-summary';

type Query = Record<string, string | string[] | undefined>;

/**
 * A figure by its name, counted with the parameters of its address. Null if there is no such figure
 * for this reader.
 */
export async function readFigure(locale: Locale, name: string, query: Query) {
  const named = figureNamed(name);
  if (!named) return null;
  const { region, chapter, build } = named;
  const reading = await readSummary(locale, Promise.resolve(query), { region, chapter });
  if (!reading) return null;
  const { actor, question, view, filterSummary } = reading;
  const figure = build(view, {
    names: await namesOf(actor, locale),
    years: () => trendsForPage(actor, question, 'year'),
  });
  if (!figure) return null;
  const filter = filterSummary(`/${locale}/summaries/figures/${name}`, region ? ['region'] : []);
  const source = [
    view.t('site.name'),
    filterSentence(filter),
    view.t('summaries.asOf', { revision: view.count.revision }),
  ].join(locale === 'zh' ? '。' : '. ');
  return { view, filter, figure, source };
}
