import type { ReactNode } from 'react';
import { ChangesTable, SharesTable, type Comparing } from '#components/comparisons/changes-table';
import { ArticleLink, CategoryLink, RegionLink } from '#components/summaries/links';
import type { Compared } from '#lib/counting/comparisons/queries';

type Props = Comparing &
  Readonly<{
    compared: Compared;
    /** The second side as part of an address. */ query: string;
    byRegion: boolean;
    names: Readonly<Record<'type' | 'tag', (code: string) => string>>;
  }>;

/**
 * All numbers that are compared: totals, regional groups, categories, articles, types and issues.
 */
export function ComparedTables({
  compared: { before, after, changes },
  query,
  byRegion,
  names,
  ...comparing
}: Props) {
  const { locale, t } = comparing;
  const row = (key: string, label: ReactNode) => ({ key, label, change: changes.get(key)! });
  const to = (page: string, label: string) => (
    <a href={`/${locale}/summaries${page}${query}`}>{label}</a>
  );
  const linking = { locale, query };
  // A category that occurs on neither side is left out, as on all pages.
  const categories = after.categories.filter(
    ({ category, needs }, i) => category !== 'other' || needs + before.categories[i]!.needs > 0,
  );
  const categoryBefore = (category: string) =>
    before.categories.find((each) => each.category === category)!;
  const codes = (prefix: string, suffix: string) =>
    [...changes.keys()]
      .filter((key) => key.startsWith(`${prefix} `) && key.endsWith(` ${suffix}`))
      .map((key) => ({ key, code: key.slice(prefix.length + 1, -suffix.length - 1) }));
  return (
    <>
      <ChangesTable
        {...comparing}
        id="totals"
        caption={t('compared.totals')}
        rows={[
          row('summaries', to('', t('summaries.summariesColumn'))),
          row('states', to('', t('summaries.statesColumn'))),
          row('needs', to('', t('summaries.needsColumn'))),
        ]}
      />
      {byRegion ? (
        <ChangesTable
          {...comparing}
          id="regions"
          caption={t('compared.needsBy', { by: t('summaries.region') })}
          rows={after.regions.map(({ region }) =>
            row(`region ${region} needs`, <RegionLink {...linking} region={region} />),
          )}
        />
      ) : null}
      {byRegion ? (
        <ChangesTable
          {...comparing}
          id="region-states"
          caption={t('compared.statesBy', { by: t('summaries.region') })}
          rows={after.regions.map(({ region }) =>
            row(`region ${region} states`, <RegionLink {...linking} region={region} />),
          )}
        />
      ) : null}
      <ChangesTable
        {...comparing}
        id="categories"
        caption={t('compared.needsBy', { by: t('summaries.category') })}
        rows={categories.map(({ category }) =>
          row(`category ${category} needs`, <CategoryLink {...linking} category={category} />),
        )}
      />
      <SharesTable
        {...comparing}
        id="category-shares"
        caption={t('compared.sharesBy', { by: t('summaries.category') })}
        rows={categories.map(({ category, share }) => ({
          key: category,
          label: <CategoryLink {...linking} category={category} />,
          before: categoryBefore(category).share,
          after: share,
        }))}
      />
      {byRegion ? (
        <SharesTable
          {...comparing}
          id="region-shares"
          caption={t('compared.sharesBy', { by: t('summaries.region') })}
          rows={after.regions.map(({ region, shareOfNeeds }, i) => ({
            key: region,
            label: <RegionLink {...linking} region={region} />,
            before: before.regions[i]!.shareOfNeeds,
            after: shareOfNeeds,
          }))}
        />
      ) : null}
      <ChangesTable
        {...comparing}
        id="category-states"
        caption={t('compared.statesBy', { by: t('summaries.category') })}
        rows={categories.map(({ category }) =>
          row(`category ${category} states`, <CategoryLink {...linking} category={category} />),
        )}
      />
      <ChangesTable
        {...comparing}
        id="articles"
        caption={t('compared.needsBy', { by: t('summaries.article') })}
        note={t('summaries.articlesNote')}
        rows={after.articles.map(({ article }) =>
          row(`article ${article} needs`, <ArticleLink {...linking} article={article} />),
        )}
      />
      <ChangesTable
        {...comparing}
        id="article-states"
        caption={t('compared.statesBy', { by: t('summaries.article') })}
        rows={after.articles.map(({ article }) =>
          row(`article ${article} states`, <ArticleLink {...linking} article={article} />),
        )}
      />
      <ChangesTable
        {...comparing}
        id="types"
        caption={t('summaries.types')}
        rows={codes('type', 'mentions').map(({ key, code }) =>
          row(key, to('/types', names.type(code))),
        )}
      />
      <ChangesTable
        {...comparing}
        id="tags"
        caption={t('summaries.crossCutting')}
        rows={codes('tag', 'needs').map(({ key, code }) =>
          row(key, to('/cross-cutting', names.tag(code))),
        )}
      />
    </>
  );
}
