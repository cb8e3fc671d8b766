import { allNamed, partsOf, textOf, type Part } from '#components/summaries/figures/read-figure';
import { saidOf } from '#components/summaries/said';
import type { Locale } from '#lib/convention/names';
import { namesOf, readSummary } from '../reading';
import { figureNamed } from './figure-of';

type Query = Record<string, string | string[] | undefined>;

/**
 * A figure by its name, counted as its address asks, with what it consists of. Null: there is no
 * such figure for this reader.
 */
export async function readFigure(locale: Locale, name: string, query: Query) {
  const made = figureNamed(name);
  const reading =
    made &&
    (await readSummary(locale, Promise.resolve(query), {
      region: made.region,
      chapter: made.ofArticle,
    }));
  if (!made || !reading) return null;
  const { shown, said, words } = reading;
  const names = await namesOf(reading.actor, locale);
  const element = made.draw(shown, names);
  if (!element) return null;
  // A file is read where no link leads: its numbers stand by themselves.
  const parts: readonly Part[] = partsOf(made.draw({ ...shown, opens: undefined }, names));
  const [title] = [...allNamed(parts, 'title'), ...allNamed(parts, 'caption')];
  const saying = said(`/${locale}/summaries/figures/${name}`, made.region ? ['region'] : [], words);
  const source = [
    shown.t('site.name'),
    saidOf(saying),
    shown.t('summaries.asOf', { revision: shown.count.revision }),
  ].join(locale === 'zh' ? '。' : '. ');
  return { reading, saying, element, parts, caption: textOf(title?.parts ?? []), source };
}
