import { ArticleLink, RegionLink } from '#components/summaries/links';
import { CountLink, NumberCell, ShareCell } from '#components/summaries/numbers';
import type { SummaryView } from '#components/summaries/summary-view';
import { regionColumnHeads, Table } from '#components/summaries/table';
import { formatNumber } from '#lib/text/format';
import type { Completeness } from '#lib/counting/count/completeness';
import { share } from '#lib/counting/figures/figures';

type Props = SummaryView & Readonly<{ complete: Completeness }>;

/** The numbers of a regional group with their lists. How many answers there could be has none. */
function numbersOf(
  { region, reviews, completed, answered, of }: NonNullable<Completeness[number]['shown']>,
  opens: Props['opens'],
) {
  const summaries = opens?.('completed', { region });
  return [
    // Only where all reviews are completed is there a list of them.
    { n: reviews, href: reviews === completed ? summaries : undefined },
    { n: completed, href: summaries },
    { n: answered, href: opens?.('answered', { region }) },
    { n: of },
  ];
}

/** Reviews and answered articles by regional group, never by State. */
export function AnsweredRegions({ complete, ...view }: Props) {
  const { locale, t, opens } = view;
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
            ? numbersOf(numbers, opens).map(({ n, href }, i) => (
                <NumberCell key={heads[i + 1]} locale={locale} n={n} href={href} />
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
    opens,
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
              {numbers ? (
                <CountLink
                  n={numbers.byArticle[article] ?? 0}
                  href={opens?.('answered', { region, article })}
                >
                  {t('seen.completeness.cell', {
                    n: formatNumber(locale, numbers.byArticle[article] ?? 0),
                    of: formatNumber(locale, numbers.reviews),
                  })}
                </CountLink>
              ) : (
                '–'
              )}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
