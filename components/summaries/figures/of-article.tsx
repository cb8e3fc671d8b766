import { bar, type Row } from '#components/summaries/figures/bars';
import { Figure } from '#components/summaries/figures/figure';
import { CategoryLink, RegionLink } from '#components/summaries/links';
import { NumberCell } from '#components/summaries/numbers';
import { CategoriesSentence, RegionsSentence } from '#components/summaries/sentences';
import type { Shown } from '#components/summaries/shown';
import { regionHeads, Table } from '#components/summaries/table';
import { categoryName, type Category } from '#lib/convention/categories';
import { regionName } from '#lib/convention/regions';
import { formatNumber } from '#lib/text/format';
import type { Count } from '#lib/counting/summaries/numbers';

type Props = Shown & Readonly<{ counted: Count['articles'][number] }>;

/** The needs of an article by category and regional group. */
export function CategoriesOfArticle({ counted: { article, byCategory, cells }, ...shown }: Props) {
  const { locale, t, opens } = shown;
  const found = Object.entries(byCategory).map(([category, needs]) => ({
    category: category as Category,
    needs,
    byRegion: cells.map((cell) => ({
      region: cell.region,
      needs: cell.byCategory[category as Category] ?? 0,
    })),
  }));
  const rows = found.map(({ category, needs, byRegion }): Row => ({
    key: category,
    label: categoryName(category, locale),
    bars: [
      {
        n: needs,
        value: formatNumber(locale, needs),
        parts: byRegion.map(({ region, needs: n }) => ({
          fill: region,
          n,
          label: formatNumber(locale, n),
          href: opens?.('needs', { article, category, region }),
        })),
      },
    ],
  }));
  return (
    <Figure
      {...shown}
      id="article-categories"
      file={`article-${article}-categories`}
      caption={t('figures.categoriesOfArticle', { article })}
      rules={[t('figures.oneCategoryRule'), t('figures.partsRule')]}
      rows={rows}
      most={Math.max(...found.map(({ needs }) => needs))}
      divided
    >
      <Table
        labelledBy="article-categories-caption"
        heads={[t('summaries.category'), ...regionHeads(locale), t('summaries.needsColumn')]}
      >
        {found.map(({ category, needs, byRegion }) => (
          <tr key={category}>
            <th scope="row">
              <CategoryLink {...shown} category={category} />
            </th>
            {byRegion.map(({ region, needs: n }) => (
              <NumberCell
                key={region}
                locale={locale}
                n={n}
                href={opens?.('needs', { article, category, region })}
              />
            ))}
            <NumberCell
              locale={locale}
              n={needs}
              href={opens?.('needs', { article, category })}
              sum
            />
          </tr>
        ))}
      </Table>
      <CategoriesSentence {...shown} categories={found} />
    </Figure>
  );
}

/** The needs of an article, and the States that have them, by regional group. */
export function RegionsOfArticle({ counted: { article, byRegion }, ...shown }: Props) {
  const { locale, t, opens } = shown;
  const rows = byRegion.map(({ region, needs, states }) => ({
    key: region,
    label: regionName(region, locale),
    bars: [
      bar(region, needs, formatNumber(locale, needs), {
        note: t('figures.needs', { count: needs }),
        href: opens?.('needs', { article, region }),
      }),
      bar('plain', states, formatNumber(locale, states), {
        thin: true,
        note: t('figures.states', { count: states }),
        href: opens?.('states', { article, region }),
      }),
    ],
  }));
  return (
    <Figure
      {...shown}
      id="article-regions"
      file={`article-${article}-regions`}
      caption={t('figures.regionsOfArticle', { article })}
      rules={[t('figures.statesRule')]}
      rows={rows}
      most={Math.max(...byRegion.map(({ needs }) => needs))}
    >
      <Table
        labelledBy="article-regions-caption"
        heads={[t('summaries.region'), t('summaries.needsColumn'), t('summaries.statesColumn')]}
      >
        {byRegion.map(({ region, needs, states }) => (
          <tr key={region}>
            <th scope="row">
              <RegionLink {...shown} region={region} />
            </th>
            <NumberCell
              locale={locale}
              n={needs}
              href={opens?.('needs', { article, region })}
              sum
            />
            <NumberCell locale={locale} n={states} href={opens?.('states', { article, region })} />
          </tr>
        ))}
      </Table>
      <RegionsSentence {...shown} regions={byRegion} />
    </Figure>
  );
}
