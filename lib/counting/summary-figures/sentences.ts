import { categoryName, type Category } from '#lib/convention/categories';
import { regionCodes, regionName, type Region } from '#lib/convention/regions';
import type { FigureContext, NameOf } from '#lib/counting/summary-figures/context';
import {
  leadingItems,
  minimumSummaries,
  rankOfItem,
  type CountedItem,
} from '#lib/counting/figures/figures';
import type { Count } from '#lib/counting/count/count-types';
import { formatList, formatNumber, formatPercent } from '#lib/text/format';

type Kind =
  | 'article'
  | 'category'
  | 'subcategory'
  | 'topic'
  | 'tag'
  | 'type'
  | 'region'
  | 'shareOfStates';
type Language = Pick<FigureContext, 'locale' | 't'>;
type Counted = Pick<FigureContext, 'locale' | 't' | 'count'>;

/** Names what has the largest number, all of them where they tie, and what follows. */
export function sentence(
  { locale, t }: Language,
  kind: Kind,
  items: readonly CountedItem[],
  nameOf: NameOf,
  format = (n: number) => formatNumber(locale, n),
): string {
  const { first, rest, many } = leadingItems(items);
  if (first.length === 0) return t('seen.sentences.none');
  if (many) return t('seen.sentences.tied', { count: first.length, n: format(first[0]!.n) });
  const article = kind === 'article';
  const listed = (some: readonly CountedItem[]) =>
    formatList(
      locale,
      some.map(({ key, n }) =>
        t(article ? 'seen.sentences.articleItem' : 'seen.sentences.item', {
          name: nameOf(key),
          n: format(n),
        }),
      ),
    );
  const named = (some: readonly CountedItem[], message: 'articlesFirst' | 'articlesRest') =>
    article
      ? t(`seen.sentences.${message}`, { count: some.length, list: listed(some) })
      : listed(some);
  return t(`seen.sentences.${kind}`, {
    first: named(first, 'articlesFirst'),
    rest: rest.length > 0 ? named(rest, 'articlesRest') : '',
    more: rest.length > 0 ? 'yes' : 'no',
    count: first.length,
  });
}

type ArticleNeeds = Readonly<{ article: string; needs: number }>;
const numberedArticles = (items: readonly ArticleNeeds[]): CountedItem[] =>
  items.map(({ article, needs }) => ({ key: article, n: needs }));

export const articlesSentence = (language: Language, articles: readonly ArticleNeeds[]): string =>
  sentence(language, 'article', numberedArticles(articles), (article) => article);

export const categoriesSentence = (
  language: Language,
  categories: readonly Readonly<{ category: Category; needs: number }>[],
): string =>
  sentence(
    language,
    'category',
    categories.map(({ category, needs }) => ({ key: category, n: needs })),
    (code) => categoryName(code as Category, language.locale),
  );

/** Whether a regional group has enough summaries to say more than its numbers. */
export const hasEnoughSummaries = ({ regions }: Count, region: Region): boolean =>
  regions.find((each) => each.region === region)!.statesWithNeeds >= minimumSummaries;

/** A sentence about one regional group, or why there is none. */
export const regionSentence = ({ t, count }: Counted, region: Region, text: () => string): string =>
  hasEnoughSummaries(count, region) ? text() : t('seen.sentences.few', { least: minimumSummaries });

/** The regional groups with most needs, of those that have enough summaries. */
export function regionsSentence(
  context: Counted,
  regions: readonly Readonly<{ region: Region; needs: number }>[],
): string | null {
  const known = regions
    .filter(({ region, needs }) => needs > 0 && hasEnoughSummaries(context.count, region))
    .map(({ region, needs }) => ({ key: region, n: needs }));
  if (known.length < 2) return null;
  return sentence(context, 'region', known, (code) => regionName(code as Region, context.locale));
}

/** Of the States reviewed, how many identified needs. */
export function statesSentence({ locale, t, count }: Counted): string | null {
  const { summaries, statesWithNeeds: states, shareOfStates } = count.totals;
  if (summaries === 0) return null;
  const percent = formatPercent(locale, shareOfStates.percent);
  return t('seen.sentences.states', { summaries, states, percent });
}

/** The regional groups in which the largest shares of States have needs. */
export function sharesSentence(context: Counted): string | null {
  const { locale, count } = context;
  const known = count.regions
    .filter(({ region }) => hasEnoughSummaries(count, region))
    .map(({ region, shareOfStates: { percent } }) => ({ key: region, n: percent ?? 0 }));
  if (known.length < 2) return null;
  return sentence(
    context,
    'shareOfStates',
    known,
    (code) => regionName(code as Region, locale),
    (n) => formatPercent(locale, n),
  );
}

/**
 * The regional groups with the most needs in the greatest number of categories. A tie within a
 * category counts for none of them.
 */
export function leadsSentence({ locale, t, count }: Counted): string | null {
  const categories = count.categories.filter(({ needs }) => needs > 0);
  const leaders = categories.flatMap(({ byRegion }) => {
    const { first } = leadingItems(
      byRegion.map(({ region, needs }) => ({ key: region, n: needs })),
    );
    return first.length === 1 ? [first[0]!.key] : [];
  });
  const { first, many } = leadingItems(
    regionCodes.map((region) => ({
      key: region,
      n: leaders.filter((leader) => leader === region).length,
    })),
  );
  const unknown = first.some(({ key }) => !hasEnoughSummaries(count, key as Region));
  if (first.length === 0 || many || unknown) return null;
  const names = first.map(({ key }) => regionName(key as Region, locale));
  return t('seen.sentences.leadsCategories', {
    first: formatList(locale, names),
    n: first[0]!.n,
    count: categories.length,
  });
}

/** The rank of an article among those counted. */
export function placeSentence({ t, count }: Counted, article: string): string | null {
  const found = rankOfItem(numberedArticles(count.articles), article);
  if (!found) return null;
  const { place, tied } = found;
  return t('seen.sentences.articlePlace', { article, place, tied: tied ? 'yes' : 'no' });
}
