import { bar, type Bar, type Part } from '#components/summaries/figures/bars';
import { Figure } from '#components/summaries/figures/figure';
import { articleText, ArticleLink } from '#components/summaries/links';
import { NumberCell } from '#components/summaries/numbers';
import { ArticlesSentence, RegionSentence } from '#components/summaries/sentences';
import type { Shown } from '#components/summaries/shown';
import { Table } from '#components/summaries/table';
import { ArticlesTable } from '#components/summaries/tables';
import { regionName, type Region } from '#lib/convention/regions';
import { formatNumber } from '#lib/text/format';
import type { Count } from '#lib/counting/summaries/numbers';

type Article = Count['articles'][number];

function rowsOf(
  { locale, t, opens, count: { articles } }: Shown,
  region: Region | undefined,
  parts: (article: Article) => readonly Part[],
) {
  return articles.map((counted) => {
    const { article, needs, states } = counted;
    const bars: Bar[] = [
      {
        n: needs,
        parts: parts(counted),
        value: formatNumber(locale, needs),
        note: t('figures.needs', { count: needs }),
      },
      bar('plain', states, formatNumber(locale, states), {
        thin: true,
        note: t('figures.states', { count: states }),
        href: opens?.('states', { article, region }),
      }),
    ];
    return { key: article, label: articleText(article, locale), bars };
  });
}

const mostOf = ({ articles }: Count) => Math.max(...articles.map(({ needs }) => needs));

/** Figure 2: needs and States by article. */
export function NeedsByArticle(shown: Shown) {
  const { t, chapter, count, opens } = shown;
  const rows = rowsOf(shown, undefined, ({ article, byRegion }) =>
    byRegion.map(({ region, needs }) => ({
      fill: region,
      n: needs,
      href: opens?.('needs', { article, region }),
    })),
  );
  return (
    <Figure
      {...shown}
      id="figure-2"
      number={2}
      caption={t('figures.needsByArticle', { chapter })}
      rules={[t('figures.statesRule'), t('figures.articlesRule')]}
      rows={rows}
      most={mostOf(count)}
      divided
    >
      <ArticlesTable {...shown} />
      <ArticlesSentence {...shown} articles={count.articles} />
    </Figure>
  );
}

const numbers: Readonly<Partial<Record<Region, number>>> = { AFR: 5, APG: 6 };

/**
 * Figures 5 and 6, and their like for the other regional groups; the count holds this group alone.
 */
export function ArticlesOfRegion({ region, ...shown }: Shown & { region: Region }) {
  const { locale, t, chapter, count, opens } = shown;
  const rows = rowsOf(shown, region, ({ article, needs }) => [
    { fill: region, n: needs, href: opens?.('needs', { article, region }) },
  ]);
  const id = `articles-${region}`;
  return (
    <Figure
      {...shown}
      id={id}
      number={numbers[region]}
      caption={t('figures.articlesOfRegion', { region: regionName(region, locale), chapter })}
      rules={[t('figures.statesRule'), t('figures.articlesRule')]}
      rows={rows}
      most={mostOf(count)}
    >
      <Table
        labelledBy={`${id}-caption`}
        heads={[t('summaries.article'), t('summaries.needsColumn'), t('summaries.statesColumn')]}
        note={t('summaries.articlesNote')}
      >
        {count.articles.map(({ article, needs, states }) => (
          <tr key={article}>
            <th scope="row">
              <ArticleLink {...shown} article={article} />
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
      <RegionSentence {...shown} region={region}>
        <ArticlesSentence {...shown} articles={count.articles} />
      </RegionSentence>
    </Figure>
  );
}
