import { HeadingText } from '#components/summaries/heading-text';
import type { SummaryView } from '#components/summaries/summary-view';
import type { Category } from '#lib/convention/categories';
import type { Region } from '#lib/convention/regions';
import {
  articleHeading,
  categoryHeading,
  regionHeading,
} from '#lib/counting/summary-figures/headings';

type Linking = Pick<SummaryView, 'locale' | 'query' | 'without'>;

export const RegionLink = ({ region, ...shown }: Linking & { region: Region }) => (
  <HeadingText heading={regionHeading(shown, region)} />
);

export const ArticleLink = ({ article, ...shown }: Linking & { article: string }) => (
  <HeadingText heading={articleHeading(shown, article)} />
);

export const CategoryLink = ({ category, ...shown }: Linking & { category: Category }) => (
  <HeadingText heading={categoryHeading(shown, category)} />
);
