import type { ReactNode } from 'react';
import { ChangesTable, SharesTable, type Comparing } from '#components/comparisons/changes-table';
import { ArticleLink, CategoryLink, RegionLink } from '#components/summaries/links';
import { linksOf, type SideLists } from './side-lists';
import type { ComparisonResult } from '#lib/counting/comparisons/queries';

type Props = Comparing &
  Readonly<{
    compared: ComparisonResult;
    /** The second side as part of an address. */
    query: string;
    /** The lists behind the numbers of each side. */
    opens: SideLists;
    byRegion: boolean;
    names: Readonly<Record<'type' | 'tag', (code: string) => string>>;
  }>;

/** What a table of changes needs to present numbers and to link to summaries. */
function tools({ compared: { changes }, query, ...comparing }: Props) {
  const { locale, t, heads, overTime, opens } = comparing;
  return {
    comparing: { locale, t, heads, overTime },
    linking: { locale, query },
    row: (key: string, label: ReactNode) => ({
      key,
      label,
      change: changes.get(key)!,
      opens: linksOf(opens, key),
    }),
    linkTo: (page: string, label: string) => (
      <a href={`/${locale}/summaries${page}${query}`}>{label}</a>
    ),
  };
}

/** The categories that occur on either side. */
const comparedCategories = ({ compared: { before, after } }: Props) =>
  after.categories.filter(
    ({ category, needs }, i) => category !== 'other' || needs + before.categories[i]!.needs > 0,
  );

function TotalsTable(props: Props) {
  const { t } = props;
  const { comparing, row, linkTo } = tools(props);
  return (
    <ChangesTable
      {...comparing}
      id="totals"
      caption={t('compared.totals')}
      rows={[
        row('summaries', linkTo('', t('summaries.summariesColumn'))),
        row('states', linkTo('', t('summaries.statesColumn'))),
        row('needs', linkTo('', t('summaries.needsColumn'))),
      ]}
    />
  );
}

/** Needs and States by regional group. */
function RegionChanges(props: Props) {
  const { t, compared } = props;
  const { comparing, linking, row } = tools(props);
  const by = t('summaries.region');
  const rows = (unit: 'needs' | 'states') =>
    compared.after.regions.map(({ region }) =>
      row(`region ${region} ${unit}`, <RegionLink {...linking} region={region} />),
    );
  return (
    <>
      <ChangesTable
        {...comparing}
        id="regions"
        caption={t('compared.needsBy', { by })}
        rows={rows('needs')}
      />
      <ChangesTable
        {...comparing}
        id="region-states"
        caption={t('compared.statesBy', { by })}
        rows={rows('states')}
      />
    </>
  );
}

function RegionShares(props: Props) {
  const { t, compared } = props;
  const { comparing, linking } = tools(props);
  return (
    <SharesTable
      {...comparing}
      id="region-shares"
      caption={t('compared.sharesBy', { by: t('summaries.region') })}
      rows={compared.after.regions.map(({ region, shareOfNeeds }, i) => ({
        key: region,
        opens: linksOf(props.opens, `region ${region} needs`),
        label: <RegionLink {...linking} region={region} />,
        before: compared.before.regions[i]!.shareOfNeeds,
        after: shareOfNeeds,
      }))}
    />
  );
}

function CategoryChanges({ unit, ...props }: Props & Readonly<{ unit: 'needs' | 'states' }>) {
  const { t } = props;
  const { comparing, linking, row } = tools(props);
  const by = t('summaries.category');
  return (
    <ChangesTable
      {...comparing}
      id={unit === 'needs' ? 'categories' : 'category-states'}
      caption={unit === 'needs' ? t('compared.needsBy', { by }) : t('compared.statesBy', { by })}
      rows={comparedCategories(props).map(({ category }) =>
        row(`category ${category} ${unit}`, <CategoryLink {...linking} category={category} />),
      )}
    />
  );
}

function CategoryShares(props: Props) {
  const { t, compared } = props;
  const { comparing, linking } = tools(props);
  const shareBefore = (code: string) =>
    compared.before.categories.find(({ category }) => category === code)!.share;
  return (
    <SharesTable
      {...comparing}
      id="category-shares"
      caption={t('compared.sharesBy', { by: t('summaries.category') })}
      rows={comparedCategories(props).map(({ category, share }) => ({
        key: category,
        opens: linksOf(props.opens, `category ${category} needs`),
        label: <CategoryLink {...linking} category={category} />,
        before: shareBefore(category),
        after: share,
      }))}
    />
  );
}

/** Needs and States by article. */
function ArticleChanges(props: Props) {
  const { t, compared } = props;
  const { comparing, linking, row } = tools(props);
  const by = t('summaries.article');
  const rows = (unit: 'needs' | 'states') =>
    compared.after.articles.map(({ article }) =>
      row(`article ${article} ${unit}`, <ArticleLink {...linking} article={article} />),
    );
  return (
    <>
      <ChangesTable
        {...comparing}
        id="articles"
        caption={t('compared.needsBy', { by })}
        note={t('summaries.articlesNote')}
        rows={rows('needs')}
      />
      <ChangesTable
        {...comparing}
        id="article-states"
        caption={t('compared.statesBy', { by })}
        rows={rows('states')}
      />
    </>
  );
}

/** Mentions of types, and needs with tags: both are terms of the vocabulary. */
function TermChanges(props: Props) {
  const { t, names, compared } = props;
  const { comparing, row, linkTo } = tools(props);
  const codes = (prefix: string, suffix: string) =>
    [...compared.changes.keys()]
      .filter((key) => key.startsWith(`${prefix} `) && key.endsWith(` ${suffix}`))
      .map((key) => ({ key, code: key.slice(prefix.length + 1, -suffix.length - 1) }));
  return (
    <>
      <ChangesTable
        {...comparing}
        id="types"
        caption={t('summaries.types')}
        rows={codes('type', 'mentions').map(({ key, code }) =>
          row(key, linkTo('/types', names.type(code))),
        )}
      />
      <ChangesTable
        {...comparing}
        id="tags"
        caption={t('summaries.crossCutting')}
        rows={codes('tag', 'needs').map(({ key, code }) =>
          row(key, linkTo('/cross-cutting', names.tag(code))),
        )}
      />
    </>
  );
}

/**
 * All numbers that are compared: totals, regional groups, categories, articles, types and issues.
 */
export const ComparedTables = (props: Props) => (
  <>
    <TotalsTable {...props} />
    {props.byRegion ? <RegionChanges {...props} /> : null}
    <CategoryChanges {...props} unit="needs" />
    <CategoryShares {...props} />
    {props.byRegion ? <RegionShares {...props} /> : null}
    <CategoryChanges {...props} unit="states" />
    <ArticleChanges {...props} />
    <TermChanges {...props} />
  </>
);
