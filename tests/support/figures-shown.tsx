import type { ReactElement } from 'react';
import { ArticlesOfRegion, NeedsByArticle } from '#components/summaries/figures/by-article';
import {
  CategoriesOfRegion,
  NeedsByCategory,
  RegionsOfCategories,
} from '#components/summaries/figures/by-category';
import { ShareOfStates, SummariesByRegion } from '#components/summaries/figures/by-region';
import { CategoryByArticle } from '#components/summaries/figures/category-by-article';
import { CategoriesOfArticle, RegionsOfArticle } from '#components/summaries/figures/of-article';
import { RegionsOfCategory, Subcategories } from '#components/summaries/figures/of-category';
import { Tags } from '#components/summaries/figures/tags';
import { TypesOfRegion } from '#components/summaries/figures/types';
import type { Shown } from '#components/summaries/shown';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import type { Count } from '#lib/counting/summaries/numbers';
import { handMadeCount } from '#tests/support/hand-made-count';
import { barScale } from '../../app/[locale]/summaries/bar-scale';

export const shownIn = (locale: Locale, count: Count = handMadeCount): Shown => ({
  locale,
  t: translator(locale),
  count,
  chapter: 'II',
  query: '?chapter=II',
  scale: barScale,
});
export const nameOf = (code: string) => `name of ${code}`;

/** Every figure that the summary pages draw, those of the note by their numbers. */
export const figures = (shown: Shown): Readonly<Record<string, ReactElement>> => ({
  1: <SummariesByRegion {...shown} />,
  2: <NeedsByArticle {...shown} />,
  3: <NeedsByCategory {...shown} />,
  4: <ShareOfStates {...shown} />,
  5: <ArticlesOfRegion {...shown} region="AFR" />,
  6: <ArticlesOfRegion {...shown} region="APG" />,
  7: <RegionsOfCategories {...shown} />,
  8: <TypesOfRegion {...shown} region="AFR" nameOf={nameOf} withTable />,
  9: <TypesOfRegion {...shown} region="APG" nameOf={nameOf} withTable />,
  10: <CategoryByArticle {...shown} category="capacity-building" />,
  'articles of a third region': <ArticlesOfRegion {...shown} region="EEG" />,
  'types of a third region': <TypesOfRegion {...shown} region="WEOG" nameOf={nameOf} />,
  'categories of a region': <CategoriesOfRegion {...shown} region="AFR" />,
  tags: <Tags {...shown} nameOf={nameOf} />,
  'categories of an article': <CategoriesOfArticle {...shown} counted={shown.count.articles[0]!} />,
  'regions of an article': <RegionsOfArticle {...shown} counted={shown.count.articles[0]!} />,
  subcategories: <Subcategories {...shown} counted={shown.count.categories[0]!} nameOf={nameOf} />,
  'regions of a category': <RegionsOfCategory {...shown} counted={shown.count.categories[0]!} />,
});
