import type { Row } from '#components/summaries/figures/bars';
import { Figure } from '#components/summaries/figures/figure';
import { articleText, ArticleLink } from '#components/summaries/links';
import { NumberCell } from '#components/summaries/numbers';
import { ArticlesSentence } from '#components/summaries/sentences';
import type { Shown } from '#components/summaries/shown';
import { regionHeads, Table } from '#components/summaries/table';
import { categoryName, type Category } from '#lib/convention/categories';
import { formatNumber } from '#lib/text/format';

/**
 * Figure 10, which the note has for capacity-building: the needs of a category by article and
 * regional group.
 */
export function CategoryByArticle({ category, ...shown }: Shown & { category: Category }) {
  const {
    locale,
    t,
    chapter,
    opens,
    count: { articles },
  } = shown;
  const found = articles.map(({ article, byCategory, cells }) => ({
    article,
    needs: byCategory[category] ?? 0,
    byRegion: cells.map((cell) => ({ region: cell.region, needs: cell.byCategory[category] ?? 0 })),
  }));
  const rows = found.map(({ article, needs, byRegion }): Row => ({
    key: article,
    label: articleText(article, locale),
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
      id="figure-10"
      file={category === 'capacity-building' ? undefined : `category-${category}-articles`}
      number={category === 'capacity-building' ? 10 : undefined}
      caption={t('figures.categoryByArticle', {
        category: categoryName(category, locale),
        chapter,
      })}
      rules={[t('figures.articlesRule'), t('figures.partsRule')]}
      rows={rows}
      most={Math.max(...found.map(({ needs }) => needs))}
      divided
    >
      <Table
        labelledBy="figure-10-caption"
        heads={[t('summaries.article'), ...regionHeads(locale), t('summaries.needsColumn')]}
        note={t('summaries.articlesNote')}
      >
        {found.map(({ article, needs, byRegion }) => (
          <tr key={article}>
            <th scope="row">
              <ArticleLink {...shown} article={article} />
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
      <ArticlesSentence {...shown} articles={found} />
    </Figure>
  );
}
