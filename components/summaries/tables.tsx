import { ArticleLink, CategoryLink, RegionLink } from '#components/summaries/links';
import { NumberCell, ShareCell } from '#components/summaries/numbers';
import type { Shown } from '#components/summaries/shown';
import { regionHeads, Table } from '#components/summaries/table';
import type { Count } from '#lib/counting/summaries/numbers';

const regionsColumns = [
  'region',
  'summariesColumn',
  'statesColumn',
  'shareOfStates',
  'needsColumn',
  'shareOfNeeds',
] as const;

/** Summaries, States with needs, and needs, by regional group. */
export function RegionsTable(view: Shown) {
  const {
    locale,
    t,
    opens,
    count: { regions, totals },
  } = view;
  return (
    <Table
      id="regions"
      caption={t('summaries.regionsCaption')}
      heads={regionsColumns.map((column) => t(`summaries.${column}`))}
      foot={
        <tr>
          <th scope="row">{t('summaries.all')}</th>
          <NumberCell locale={locale} n={totals.summaries} href={opens?.('completed')} />
          <NumberCell locale={locale} n={totals.statesWithNeeds} href={opens?.('states')} />
          <ShareCell locale={locale} share={totals.shareOfStates} />
          <NumberCell locale={locale} n={totals.needs} href={opens?.('needs')} />
          <td />
        </tr>
      }
    >
      {regions.map(({ region, summaries, statesWithNeeds, needs, shareOfStates, shareOfNeeds }) => (
        <tr key={region} data-region={region}>
          <th scope="row">
            <RegionLink {...view} region={region} />
          </th>
          <NumberCell locale={locale} n={summaries} href={opens?.('completed', { region })} />
          <NumberCell locale={locale} n={statesWithNeeds} href={opens?.('states', { region })} />
          <ShareCell locale={locale} share={shareOfStates} />
          <NumberCell locale={locale} n={needs} href={opens?.('needs', { region })} />
          <ShareCell locale={locale} share={shareOfNeeds} />
        </tr>
      ))}
    </Table>
  );
}

/** The six categories of the note, and other assistance where it occurs. */
export const shownCategories = ({ categories }: Count) =>
  categories.filter(({ category, needs }) => category !== 'other' || needs > 0);

/** Each need has one category. */
export function CategoriesTable(view: Shown) {
  const { locale, t, opens, count } = view;
  const heads = [
    t('summaries.category'),
    ...regionHeads(locale),
    t('summaries.needsColumn'),
    t('summaries.share'),
    t('summaries.statesColumn'),
  ];
  return (
    <Table
      id="categories"
      caption={t('summaries.categoriesCaption')}
      heads={heads}
      note={t('summaries.sharesNote')}
    >
      {shownCategories(count).map(({ category, needs, states, share, byRegion }) => (
        <tr key={category} data-category={category}>
          <th scope="row">
            <CategoryLink {...view} category={category} />
          </th>
          {byRegion.map(({ region, needs: n }) => (
            <NumberCell
              key={region}
              locale={locale}
              n={n}
              href={opens?.('needs', { category, region })}
            />
          ))}
          <NumberCell locale={locale} n={needs} href={opens?.('needs', { category })} sum />
          <ShareCell locale={locale} share={share} />
          <NumberCell locale={locale} n={states} href={opens?.('states', { category })} />
        </tr>
      ))}
    </Table>
  );
}

/** A need counts under each of its articles. */
export function ArticlesTable(view: Shown) {
  const {
    locale,
    t,
    opens,
    count: { articles },
  } = view;
  return (
    <Table
      id="articles"
      caption={t('summaries.articlesCaption')}
      heads={[
        t('summaries.article'),
        ...regionHeads(locale),
        t('summaries.needsColumn'),
        t('summaries.statesColumn'),
      ]}
      note={t('summaries.articlesNote')}
    >
      {articles.map(({ article, needs, states, byRegion }) => (
        <tr key={article} data-article={article}>
          <th scope="row">
            <ArticleLink {...view} article={article} />
          </th>
          {byRegion.map(({ region, needs: n }) => (
            <NumberCell
              key={region}
              locale={locale}
              n={n}
              href={opens?.('needs', { article, region })}
            />
          ))}
          <NumberCell locale={locale} n={needs} href={opens?.('needs', { article })} sum />
          <NumberCell locale={locale} n={states} href={opens?.('states', { article })} />
        </tr>
      ))}
    </Table>
  );
}
