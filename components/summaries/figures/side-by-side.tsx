import { Multiples } from '#components/summaries/figures/multiples';
import { articleText, ArticleLink, CategoryLink } from '#components/summaries/links';
import { NumberCell } from '#components/summaries/numbers';
import type { Shown } from '#components/summaries/shown';
import { Table } from '#components/summaries/table';
import { ArticlesTable, CategoriesTable, shownCategories } from '#components/summaries/tables';
import { categoryName, categoryShortName } from '#lib/convention/categories';
import { regionCodes, regionName, type Region } from '#lib/convention/regions';

/** The articles of every regional group on one scale. */
export function ArticlesOfRegions(shown: Shown) {
  const {
    locale,
    t,
    opens,
    count: { articles },
  } = shown;
  const panels = regionCodes.map((region, r) => ({
    key: region,
    file: `articles-${region}`,
    caption: regionName(region, locale),
    fill: region,
    rows: articles.map(({ article, byRegion }) => ({
      key: article,
      label: articleText(article, locale),
      n: byRegion[r]!.needs,
      href: opens?.('needs', { article, region }),
    })),
  }));
  return (
    <Multiples
      {...shown}
      id="articles-of-regions"
      panels={panels}
      rules={[t('figures.articlesRule')]}
    >
      <ArticlesTable {...shown} />
    </Multiples>
  );
}

/** The categories of every regional group on one scale. */
export function CategoriesOfRegions(shown: Shown) {
  const { locale, t, opens, count } = shown;
  const panels = regionCodes.map((region, r) => ({
    key: region,
    file: `categories-${region}`,
    caption: regionName(region, locale),
    fill: region,
    rows: shownCategories(count).map(({ category, byRegion }) => ({
      key: category,
      label: categoryName(category, locale),
      n: byRegion[r]!.needs,
      href: opens?.('needs', { category, region }),
    })),
  }));
  return (
    <Multiples
      {...shown}
      id="categories-of-regions"
      panels={panels}
      rules={[t('figures.oneCategoryRule')]}
    >
      <CategoriesTable {...shown} />
    </Multiples>
  );
}

/** The regional groups of every category on one scale. */
export function RegionsSideBySide(shown: Shown) {
  const { locale, t, opens, count } = shown;
  const panels = shownCategories(count).map(({ category, byRegion }) => ({
    key: category,
    file: `category-${category}-regions`,
    caption: categoryName(category, locale),
    fill: (row: string) => row as Region,
    rows: byRegion.map(({ region, needs }) => ({
      key: region,
      label: regionName(region, locale),
      n: needs,
      href: opens?.('needs', { category, region }),
    })),
  }));
  return (
    <Multiples
      {...shown}
      id="regions-of-categories"
      panels={panels}
      rules={[t('figures.oneCategoryRule')]}
    >
      {null}
    </Multiples>
  );
}

/** Needs by article and category. By article: a need counts under each of its articles. */
function ArticleCategoryTable(shown: Shown) {
  const { locale, t, opens, count } = shown;
  const categories = shownCategories(count).map(({ category }) => category);
  return (
    <Table
      id="article-category"
      caption={t('seen.articleCategory')}
      heads={[
        t('summaries.article'),
        ...categories.map((category) => (
          <CategoryLink key={category} {...shown} category={category} />
        )),
        t('summaries.needsColumn'),
      ]}
      note={t('summaries.articlesNote')}
    >
      {count.articles.map(({ article, needs, byCategory }) => (
        <tr key={article}>
          <th scope="row">
            <ArticleLink {...shown} article={article} />
          </th>
          {categories.map((category) => (
            <NumberCell
              key={category}
              locale={locale}
              n={byCategory[category] ?? 0}
              href={opens?.('needs', { article, category })}
            />
          ))}
          <NumberCell locale={locale} n={needs} sum href={opens?.('needs', { article })} />
        </tr>
      ))}
    </Table>
  );
}

/** The articles of every category on one scale. */
export function ArticlesOfCategories(shown: Shown) {
  const { locale, t, opens, count } = shown;
  const panels = shownCategories(count).map(({ category }) => ({
    key: category,
    file: `category-${category}-articles`,
    caption: categoryShortName(category, locale),
    fill: 'every' as const,
    rows: count.articles.map(({ article, byCategory }) => ({
      key: article,
      label: articleText(article, locale),
      n: byCategory[category] ?? 0,
      href: opens?.('needs', { article, category }),
    })),
  }));
  return (
    <Multiples
      {...shown}
      id="articles-of-categories"
      panels={panels}
      rules={[t('figures.articlesRule')]}
    >
      <ArticleCategoryTable {...shown} />
    </Multiples>
  );
}
