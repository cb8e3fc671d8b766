import type { Shown } from '#components/summaries/shown';
import { Swatch } from '#components/summaries/swatch';
import { articleTitle } from '#lib/convention/articles';
import { categoryShortName, type Category } from '#lib/convention/categories';
import { regionName, type Region } from '#lib/convention/regions';

type Linking = Pick<Shown, 'locale' | 'query' | 'without'>;

/** `5 · Preventive anti-corruption policies and practices`. */
export const articleText = (article: string, locale: Shown['locale']): string =>
  `${article} · ${articleTitle(Number(article), locale)}`;

export const RegionLink = ({ locale, query, without, region }: Linking & { region: Region }) => (
  <>
    <Swatch region={region} />
    <a href={`/${locale}/summaries/regions/${region}${without?.('region') ?? query}`}>
      {regionName(region, locale)}
    </a>
  </>
);

export const ArticleLink = ({ locale, query, without, article }: Linking & { article: string }) => (
  <a href={`/${locale}/summaries/articles/${article}${without?.('article') ?? query}`}>
    {articleText(article, locale)}
  </a>
);

export const CategoryLink = ({
  locale,
  query,
  without,
  category,
}: Linking & { category: Category }) => (
  <a href={`/${locale}/summaries/categories/${category}${without?.('category') ?? query}`}>
    {categoryShortName(category, locale)}
  </a>
);
