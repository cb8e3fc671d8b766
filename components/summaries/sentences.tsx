import type { NameOf, Shown } from '#components/summaries/shown';
import { categoryName, type Category } from '#lib/convention/categories';
import { regionCodes, regionName, type Region } from '#lib/convention/regions';
import { formatList, formatNumber, formatPercent } from '#lib/text/format';
import { leading, leastSummaries, placeOf, type Numbered } from '#lib/counting/summaries/figures';
import type { Count } from '#lib/counting/summaries/numbers';

type Kind =
  | 'article'
  | 'category'
  | 'subcategory'
  | 'topic'
  | 'tag'
  | 'type'
  | 'region'
  | 'shareOfStates';
type Saying = Pick<Shown, 'locale' | 't'>;

/**
 * What a writer would say of a figure: what has most, all of them where they tie, and what follows.
 */
export function sentence(
  { locale, t }: Saying,
  kind: Kind,
  items: readonly Numbered[],
  nameOf: NameOf,
  say = (n: number) => formatNumber(locale, n),
): string {
  const { first, rest, many } = leading(items);
  if (first.length === 0) return t('seen.sentences.none');
  if (many) return t('seen.sentences.tied', { count: first.length, n: say(first[0]!.n) });
  const article = kind === 'article';
  const listed = (some: readonly Numbered[]) =>
    formatList(
      locale,
      some.map(({ key, n }) =>
        t(article ? 'seen.sentences.articleItem' : 'seen.sentences.item', {
          name: nameOf(key),
          n: say(n),
        }),
      ),
    );
  const named = (some: readonly Numbered[], which: 'articlesFirst' | 'articlesRest') =>
    article
      ? t(`seen.sentences.${which}`, { count: some.length, list: listed(some) })
      : listed(some);
  return t(`seen.sentences.${kind}`, {
    first: named(first, 'articlesFirst'),
    rest: rest.length > 0 ? named(rest, 'articlesRest') : '',
    more: rest.length > 0 ? 'yes' : 'no',
    count: first.length,
  });
}

export const Sentence = ({ children }: { children: string | null }) =>
  children ? <p className="sentence">{children}</p> : null;

const ofArticles = (items: readonly Readonly<{ article: string; needs: number }>[]): Numbered[] =>
  items.map(({ article, needs }) => ({ key: article, n: needs }));
const itself: NameOf = (code) => code;

export const ArticlesSentence = ({
  locale,
  t,
  articles,
}: Saying & { articles: readonly Readonly<{ article: string; needs: number }>[] }) => (
  <Sentence>{sentence({ locale, t }, 'article', ofArticles(articles), itself)}</Sentence>
);

export const CategoriesSentence = ({
  locale,
  t,
  categories,
}: Saying & { categories: readonly Readonly<{ category: Category; needs: number }>[] }) => (
  <Sentence>
    {sentence(
      { locale, t },
      'category',
      categories.map(({ category, needs }) => ({ key: category, n: needs })),
      (code) => categoryName(code as Category, locale),
    )}
  </Sentence>
);

export const NamedSentence = ({
  locale,
  t,
  kind,
  items,
  nameOf,
}: Saying & {
  kind: Exclude<Kind, 'article' | 'shareOfStates'>;
  items: readonly Numbered[];
  nameOf: NameOf;
}) => <Sentence>{sentence({ locale, t }, kind, items, nameOf)}</Sentence>;

/** Whether enough is known of a regional group to say more than its numbers. */
export const saysMore = ({ regions }: Count, region: Region): boolean =>
  regions.find((each) => each.region === region)!.statesWithNeeds >= leastSummaries;

/** A sentence about one regional group, or why there is none. */
export const RegionSentence = ({
  t,
  count,
  region,
  children,
}: Pick<Shown, 't' | 'count'> & { region: Region; children: React.ReactNode }) =>
  saysMore(count, region) ? (
    children
  ) : (
    <Sentence>{t('seen.sentences.few', { least: leastSummaries })}</Sentence>
  );

/** Which regional groups have most, of those of which enough is known. */
export function RegionsSentence({
  locale,
  t,
  count,
  regions,
}: Pick<Shown, 'locale' | 't' | 'count'> & {
  regions: readonly Readonly<{ region: Region; needs: number }>[];
}) {
  const known = regions
    .filter(({ region, needs }) => needs > 0 && saysMore(count, region))
    .map(({ region, needs }) => ({ key: region, n: needs }));
  return known.length > 1 ? (
    <Sentence>
      {sentence({ locale, t }, 'region', known, (code) => regionName(code as Region, locale))}
    </Sentence>
  ) : null;
}

/** Of the States reviewed, how many identified needs. */
export function StatesSentence({
  locale,
  t,
  count: {
    totals: {
      summaries,
      statesWithNeeds: states,
      shareOfStates: { percent },
    },
  },
}: Pick<Shown, 'locale' | 't' | 'count'>) {
  return (
    <Sentence>
      {summaries === 0
        ? null
        : t('seen.sentences.states', {
            summaries,
            states,
            percent: formatPercent(locale, percent),
          })}
    </Sentence>
  );
}

export function SharesSentence({ locale, t, count }: Pick<Shown, 'locale' | 't' | 'count'>) {
  const known = count.regions
    .filter(({ region }) => saysMore(count, region))
    .map(({ region, shareOfStates: { percent } }) => ({ key: region, n: percent ?? 0 }));
  return known.length > 1 ? (
    <Sentence>
      {sentence(
        { locale, t },
        'shareOfStates',
        known,
        (code) => regionName(code as Region, locale),
        (n) => formatPercent(locale, n),
      )}
    </Sentence>
  ) : null;
}

/**
 * Which regional groups have the most needs in the greatest number of categories. A tie within a
 * category leads nowhere.
 */
export function LeadsSentence({ locale, t, count }: Pick<Shown, 'locale' | 't' | 'count'>) {
  const met = count.categories.filter(({ needs }) => needs > 0);
  const leaders = met.flatMap(({ byRegion }) => {
    const { first } = leading(byRegion.map(({ region, needs }) => ({ key: region, n: needs })));
    return first.length === 1 ? [first[0]!.key] : [];
  });
  const { first, many } = leading(
    regionCodes.map((region) => ({
      key: region,
      n: leaders.filter((leader) => leader === region).length,
    })),
  );
  if (first.length === 0 || many || first.some(({ key }) => !saysMore(count, key as Region)))
    return null;
  return (
    <Sentence>
      {t('seen.sentences.leadsCategories', {
        first: formatList(
          locale,
          first.map(({ key }) => regionName(key as Region, locale)),
        ),
        n: first[0]!.n,
        count: met.length,
      })}
    </Sentence>
  );
}

/** Which place an article takes among those counted. */
export function PlaceSentence({
  t,
  count,
  article,
}: Pick<Shown, 't' | 'count'> & { article: string }) {
  const found = placeOf(ofArticles(count.articles), article);
  return (
    <Sentence>
      {found
        ? t('seen.sentences.articlePlace', {
            article,
            place: found.place,
            tied: found.tied ? 'yes' : 'no',
          })
        : null}
    </Sentence>
  );
}
