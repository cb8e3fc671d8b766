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
import { MatrixTable } from '#components/summaries/matrix-table';
import type { NameOf, Shown } from '#components/summaries/shown';
import { chapterOfArticle, type Chapter } from '#lib/convention/chapters';
import { isRegion, type Region } from '#lib/convention/regions';

type Names = Readonly<Record<'subcategory' | 'type' | 'tag', NameOf>>;
/**
 * How a figure is rendered from a count: the region or chapter that is counted, and the element, or
 * null where the count does not have what it shows.
 */
export type FigureSource = Readonly<{
  region?: Region;
  ofArticle?: Chapter;
  draw: (view: Shown, names: Names) => ReactElement | null;
}>;

const ofNote: Readonly<Record<string, FigureSource['draw']>> = {
  'figure-1': (view) => <SummariesByRegion {...view} />,
  'figure-2': (view) => <NeedsByArticle {...view} />,
  'figure-3': (view) => <NeedsByCategory {...view} />,
  'figure-4': (view) => <ShareOfStates {...view} />,
  'figure-7': (view) => <RegionsOfCategories {...view} />,
  'figure-10': (view) => <CategoryByArticle {...view} category="capacity-building" />,
  tags: (view, { tag }) => <Tags {...view} nameOf={tag} />,
};

const matrix =
  (region: Region | null): FigureSource['draw'] =>
  (view) => (
    <MatrixTable {...view} matrix={view.count.matrices.find((each) => each.region === region)!} />
  );

function ofRegion(kind: string, region: Region): FigureSource | undefined {
  switch (kind) {
    case 'articles':
      return { region, draw: (view) => <ArticlesOfRegion {...view} region={region} /> };
    case 'categories':
      return { region, draw: (view) => <CategoriesOfRegion {...view} region={region} /> };
    case 'types':
      return {
        draw: (view, { type }) => (
          <TypesOfRegion {...view} region={region} nameOf={type} withTable />
        ),
      };
    case 'matrix':
      return { region, draw: matrix(region) };
    default:
      return undefined;
  }
}

function ofArticle(article: string, by: string): FigureSource | undefined {
  const chapter = chapterOfArticle(Number(article));
  const Figure = by === 'regions' ? RegionsOfArticle : CategoriesOfArticle;
  return (
    chapter && {
      ofArticle: chapter,
      draw: (view) => {
        const counted = view.count.articles.find((each) => each.article === article);
        return counted ? <Figure {...view} counted={counted} /> : null;
      },
    }
  );
}

const ofCategory = (category: string, by: string): FigureSource => ({
  draw: (view, { subcategory }) => {
    const counted = view.count.categories.find((each) => each.category === category);
    if (!counted) return null;
    if (by === 'regions') return <RegionsOfCategory {...view} counted={counted} />;
    if (by === 'articles') return <CategoryByArticle {...view} category={counted.category} />;
    return <Subcategories {...view} counted={counted} nameOf={subcategory} />;
  },
});

/** Returns the figure with this name in its address; undefined where there is none. */
export function figureNamed(name: string): FigureSource | undefined {
  if (Object.hasOwn(ofNote, name)) return { draw: ofNote[name]! };
  if (name === 'matrix') return { draw: matrix(null) };
  const [, kind = '', code = ''] = /^(articles|categories|types|matrix)-([A-Z]+)$/.exec(name) ?? [];
  if (isRegion(code)) return ofRegion(kind, code);
  const [, article = '', byArticle = ''] =
    /^article-([1-9]\d?)-(categories|regions)$/.exec(name) ?? [];
  if (article) return ofArticle(article, byArticle);
  const [, category = '', byCategory = ''] =
    /^category-([a-z-]+)-(subcategories|regions|articles)$/.exec(name) ?? [];
  return category ? ofCategory(category, byCategory) : undefined;
}
