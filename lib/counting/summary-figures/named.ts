import { chapterOfArticle, type Chapter } from '#lib/convention/chapters';
import { isRegion, type Region } from '#lib/convention/regions';
import { articlesOfRegion, needsByArticle } from '#lib/counting/summary-figures/by-article';
import {
  categoriesOfRegion,
  needsByCategory,
  regionsOfCategories,
} from '#lib/counting/summary-figures/by-category';
import { shareOfStates, summariesByRegion } from '#lib/counting/summary-figures/by-region';
import { needsByTag } from '#lib/counting/summary-figures/by-tag';
import { categoryByArticle } from '#lib/counting/summary-figures/category-by-article';
import type { FigureContext, NameOf } from '#lib/counting/summary-figures/context';
import { matrixFigure } from '#lib/counting/summary-figures/matrix';
import { categoriesOfArticle, regionsOfArticle } from '#lib/counting/summary-figures/of-article';
import { regionsOfCategory, subcategories } from '#lib/counting/summary-figures/of-category';
import type { SummaryFigure } from '#lib/counting/summary-figures/summary-figure';
import { needsByYear } from '#lib/counting/summary-figures/trends';
import { typesOfRegion } from '#lib/counting/summary-figures/types-of-region';
import type { Period } from '#lib/counting/count/trends';

/** What figures need beside the count: the names of terms, and the count of each year. */
type Sources = Readonly<{
  names: Readonly<Record<'subcategory' | 'type' | 'tag', NameOf>>;
  years: () => readonly Period[];
}>;
type Build = (context: FigureContext, sources: Sources) => SummaryFigure | null;

/**
 * How to build a figure from a count: the regional group or chapter that its count is limited to,
 * and the figure, or null where the count has no such thing.
 */
type NamedFigure = Readonly<{ region?: Region; chapter?: Chapter; build: Build }>;

const ofCount: Readonly<Record<string, Build>> = {
  'figure-1': summariesByRegion,
  'figure-2': needsByArticle,
  'figure-3': needsByCategory,
  'figure-4': shareOfStates,
  'figure-7': regionsOfCategories,
  'figure-10': (context) => categoryByArticle(context, 'capacity-building'),
  tags: (context, { names }) => needsByTag(context, names.tag),
  'by-year': (context, { years }) => needsByYear(context, years()),
};

const matrixOf =
  (region: Region | null): Build =>
  (context) =>
    matrixFigure(
      context,
      context.count.matrices.find((each) => each.region === region)!,
    );

function ofRegion(kind: string, region: Region): NamedFigure | undefined {
  switch (kind) {
    case 'articles':
      return { region, build: (context) => articlesOfRegion(context, region) };
    case 'categories':
      return { region, build: (context) => categoriesOfRegion(context, region) };
    case 'types':
      return { build: (context, { names }) => typesOfRegion(context, region, names.type) };
    case 'matrix':
      return { region, build: matrixOf(region) };
    default:
      return undefined;
  }
}

function ofArticle(article: string, by: string): NamedFigure | undefined {
  const chapter = chapterOfArticle(Number(article));
  if (!chapter) return undefined;
  const figure = by === 'regions' ? regionsOfArticle : categoriesOfArticle;
  const build: Build = (context) => {
    const counted = context.count.articles.find((each) => each.article === article);
    return counted ? figure(context, counted) : null;
  };
  return { chapter, build };
}

const ofCategory = (category: string, by: string): NamedFigure => ({
  build: (context, { names }) => {
    const counted = context.count.categories.find((each) => each.category === category);
    if (!counted) return null;
    if (by === 'regions') return regionsOfCategory(context, counted);
    if (by === 'articles') return categoryByArticle(context, counted.category);
    return subcategories(context, counted, names.subcategory);
  },
});

/** The figure of this name in an address; undefined where there is none. */
export function figureNamed(name: string): NamedFigure | undefined {
  if (Object.hasOwn(ofCount, name)) return { build: ofCount[name]! };
  if (name === 'matrix') return { build: matrixOf(null) };
  const [, kind = '', code = ''] = /^(articles|categories|types|matrix)-([A-Z]+)$/.exec(name) ?? [];
  if (isRegion(code)) return ofRegion(kind, code);
  const [, article = '', byArticle = ''] =
    /^article-([1-9]\d?)-(categories|regions)$/.exec(name) ?? [];
  if (article) return ofArticle(article, byArticle);
  const [, category = '', byCategory = ''] =
    /^category-([a-z-]+)-(subcategories|regions|articles)$/.exec(name) ?? [];
  return category ? ofCategory(category, byCategory) : undefined;
}
