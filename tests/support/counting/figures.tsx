import type { ReactElement } from 'react';
import { Figure } from '#components/summaries/figures/figure';
import type { SummaryView } from '#components/summaries/summary-view';
import type { Locale } from '#lib/convention/names';
import { articlesOfRegion, needsByArticle } from '#lib/counting/summary-figures/by-article';
import {
  categoriesOfRegion,
  needsByCategory,
  regionsOfCategories,
} from '#lib/counting/summary-figures/by-category';
import { shareOfStates, summariesByRegion } from '#lib/counting/summary-figures/by-region';
import { needsByTag } from '#lib/counting/summary-figures/by-tag';
import { categoryByArticle } from '#lib/counting/summary-figures/category-by-article';
import { categoriesOfArticle, regionsOfArticle } from '#lib/counting/summary-figures/of-article';
import { regionsOfCategory, subcategories } from '#lib/counting/summary-figures/of-category';
import type { SummaryFigure } from '#lib/counting/summary-figures/summary-figure';
import { typesOfRegion } from '#lib/counting/summary-figures/types-of-region';
import { translator } from '#lib/text/i18n';
import type { Count } from '#lib/counting/count/count-types';
import { handMadeCount } from '#tests/support/factories/hand-made-count';

export const figureElement = (locale: Locale, count: Count = handMadeCount): SummaryView => ({
  locale,
  t: translator(locale),
  count,
  chapter: 'II',
  query: '?chapter=II',
});
export const nameOf = (code: string) => `name of ${code}`;

/** Every figure that the summary pages draw, those of the note by their numbers. */
export const figureData = (shown: SummaryView): Readonly<Record<string, SummaryFigure>> => ({
  1: summariesByRegion(shown),
  2: needsByArticle(shown),
  3: needsByCategory(shown),
  4: shareOfStates(shown),
  5: articlesOfRegion(shown, 'AFR'),
  6: articlesOfRegion(shown, 'APG'),
  7: regionsOfCategories(shown),
  8: typesOfRegion(shown, 'AFR', nameOf),
  9: typesOfRegion(shown, 'APG', nameOf),
  10: categoryByArticle(shown, 'capacity-building'),
  'articles of a third region': articlesOfRegion(shown, 'EEG'),
  'types of a third region': typesOfRegion(shown, 'WEOG', nameOf),
  'categories of a region': categoriesOfRegion(shown, 'AFR'),
  tags: needsByTag(shown, nameOf),
  'categories of an article': categoriesOfArticle(shown, shown.count.articles[0]!),
  'regions of an article': regionsOfArticle(shown, shown.count.articles[0]!),
  subcategories: subcategories(shown, shown.count.categories[0]!, nameOf),
  'regions of a category': regionsOfCategory(shown, shown.count.categories[0]!),
});

/** The same figures as elements of a page. */
export const figures = (shown: SummaryView): Readonly<Record<string, ReactElement>> =>
  Object.fromEntries(
    Object.entries(figureData(shown)).map(([name, figure]) => [
      name,
      <Figure
        key={name}
        {...shown}
        figure={figure}
        chartOnly={name === 'types of a third region'}
      />,
    ]),
  );
