import { ArticleLink, RegionLink } from '#components/summaries/links';
import { ShareCell } from '#components/summaries/numbers';
import type { SummaryView } from '#components/summaries/summary-view';
import { regionColumnHeads, Table } from '#components/summaries/table';
import { formatNumber } from '#lib/text/format';
import type { Completeness } from '#lib/counting/count/completeness';
import { share } from '#lib/counting/figures/figures';

type Props = SummaryView & Readonly<{ complete: Completeness }>;

/** Reviews and answered articles by regional group, never by State. */
export function AnsweredRegions({ complete, ...view }: Props) {
  const { locale, t } = view;
  const heads = [
    t('summaries.region'),
    t('seen.completeness.reviewsColumn'),
    t('seen.completeness.completedColumn'),
    t('seen.completeness.answeredColumn'),
    t('seen.completeness.ofColumn'),
    t('summaries.share'),
  ];
  return (
    <Table
      id="answered-regions"
      caption={t('seen.completeness.reviews')}
      heads={heads}
      note={t('seen.completeness.rule')}
    >
      {complete.map(({ region, shown: numbers }) => (
        <tr key={region}>
          <th scope="row">
            <RegionLink {...view} region={region} />
          </th>
          {numbers
            ? [numbers.reviews, numbers.completed, numbers.answered, numbers.of].map((n, i) => (
                <td key={heads[i + 1]}>{formatNumber(locale, n)}</td>
              ))
            : heads.slice(1, 5).map((head) => <td key={head}>–</td>)}
          {numbers ? (
            <ShareCell locale={locale} share={share(numbers.answered, numbers.of)} />
          ) : (
            <td>–</td>
          )}
        </tr>
      ))}
    </Table>
  );
}

/** In how many reviews of each regional group an article is answered. */
export function AnsweredArticles({ complete, ...view }: Props) {
  const {
    locale,
    t,
    count: { articles },
  } = view;
  return (
    <Table
      id="answered-articles"
      caption={t('seen.completeness.articles')}
      heads={[t('summaries.article'), ...regionColumnHeads(locale)]}
    >
      {articles.map(({ article }) => (
        <tr key={article}>
          <th scope="row">
            <ArticleLink {...view} article={article} />
          </th>
          {complete.map(({ region, shown: numbers }) => (
            <td key={region}>
              {numbers
                ? t('seen.completeness.cell', {
                    n: formatNumber(locale, numbers.byArticle[article] ?? 0),
                    of: formatNumber(locale, numbers.reviews),
                  })
                : '–'}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
