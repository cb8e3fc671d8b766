import { bar } from '#components/summaries/figures/bars';
import { Figure } from '#components/summaries/figures/figure';
import { LineChart } from '#components/summaries/figures/line-chart';
import { ArticleLink, CategoryLink, RegionLink } from '#components/summaries/links';
import { NumberCell } from '#components/summaries/numbers';
import { saysMore } from '#components/summaries/sentences';
import type { Shown } from '#components/summaries/shown';
import { Table } from '#components/summaries/table';
import { shownCategories } from '#components/summaries/tables';
import { regionCodes, regionShortName } from '#lib/convention/regions';
import { formatNumber, formatRatio } from '#lib/text/format';
import { directionOf } from '#lib/text/languages';
import type { Cell } from '#lib/counting/summaries/asked';
import type { Period } from '#lib/counting/summaries/trends';

type Props = Shown & Readonly<{ periods: readonly Period[] }>;

const named = ({ locale, t }: Shown, period: string) => {
  const [year = '', half] = period.split('-', 2);
  if (half) return t('seen.trends.half', { half, year });
  return locale === 'zh' ? `${year}年` : year;
};
const within = ({ since, until }: Period): Cell => ({ since, until });
const adding = (numbers: readonly number[]) => {
  let sum = 0;
  return numbers.map((n) => (sum += n));
};

/** Summaries and needs of each period, and all until its end. */
export function PeriodsTable({
  periods,
  id,
  caption,
  ...shown
}: Props & { id: string; caption: string }) {
  const { locale, t, opens } = shown;
  const needs = adding(periods.map((period) => period.needs));
  const summaries = adding(periods.map((period) => period.summaries));
  const until = ({ until: end }: Period): Cell => ({ until: end });
  return (
    <Table
      id={id}
      caption={caption}
      heads={[
        t('seen.trends.period'),
        t('summaries.summariesColumn'),
        t('summaries.needsColumn'),
        t('seen.trends.perSummary'),
        t('seen.trends.cumulativeSummaries'),
        t('seen.trends.cumulativeNeeds'),
      ]}
    >
      {periods.map((period, i) => (
        <tr key={period.period}>
          <th scope="row">{named(shown, period.period)}</th>
          <NumberCell
            locale={locale}
            n={period.summaries}
            href={opens?.('completed', within(period))}
          />
          <NumberCell
            locale={locale}
            n={period.needs}
            href={opens?.('needs', within(period))}
            sum
          />
          <td>{formatRatio(locale, period.needs, period.summaries)}</td>
          <NumberCell
            locale={locale}
            n={summaries[i]!}
            href={opens?.('completed', until(period))}
          />
          <NumberCell locale={locale} n={needs[i]!} href={opens?.('needs', until(period))} />
        </tr>
      ))}
    </Table>
  );
}

/** Needs and completed summaries of each year. */
export function NeedsByYear({ periods, ...shown }: Props) {
  const { locale, t, opens } = shown;
  const rows = periods.map((period) => ({
    key: period.period,
    label: named(shown, period.period),
    bars: [
      bar('every', period.needs, formatNumber(locale, period.needs), {
        note: t('figures.needs', { count: period.needs }),
        href: opens?.('needs', within(period)),
      }),
      bar('plain', period.summaries, formatNumber(locale, period.summaries), {
        thin: true,
        note: t('figures.summaries', { count: period.summaries }),
        href: opens?.('completed', within(period)),
      }),
    ],
  }));
  return (
    <Figure
      {...shown}
      id="by-year"
      caption={t('seen.trends.byYear')}
      rules={[t('seen.trends.rule')]}
      rows={rows}
      most={Math.max(0, ...periods.flatMap(({ needs, summaries }) => [needs, summaries]))}
    >
      <PeriodsTable {...shown} periods={periods} id="years" caption={t('seen.trends.byYear')} />
    </Figure>
  );
}

type Row = Readonly<{
  key: string;
  head: React.ReactNode;
  of: (period: Period) => number;
  cell: Cell;
}>;

/** One row for each region, category or article, one column for each year. */
function ByYear({
  periods,
  id,
  caption,
  head,
  rows,
  note,
  ...shown
}: Props & { id: string; caption: string; head: string; rows: readonly Row[]; note?: string }) {
  const { locale, t, opens } = shown;
  return (
    <Table
      id={id}
      caption={caption}
      note={note}
      heads={[head, ...periods.map(({ period }) => named(shown, period)), t('summaries.total')]}
    >
      {rows.map(({ key, head: name, of, cell }) => (
        <tr key={key}>
          <th scope="row">{name}</th>
          {periods.map((period) => (
            <NumberCell
              key={period.period}
              locale={locale}
              n={of(period)}
              href={opens?.('needs', { ...cell, ...within(period) })}
            />
          ))}
          <NumberCell
            locale={locale}
            n={periods.reduce((sum, period) => sum + of(period), 0)}
            href={opens?.('needs', cell)}
            sum
          />
        </tr>
      ))}
    </Table>
  );
}

export function TrendTables({ periods, ...shown }: Props) {
  const { t, count } = shown;
  return (
    <>
      <ByYear
        {...shown}
        periods={periods}
        id="years-regions"
        caption={t('seen.trends.regions')}
        head={t('summaries.region')}
        rows={regionCodes.map((region) => ({
          key: region,
          head: <RegionLink {...shown} region={region} />,
          of: ({ byRegion }) => byRegion[region],
          cell: { region },
        }))}
      />
      <ByYear
        {...shown}
        periods={periods}
        id="years-categories"
        caption={t('seen.trends.categories')}
        head={t('summaries.category')}
        rows={shownCategories(count).map(({ category }) => ({
          key: category,
          head: <CategoryLink {...shown} category={category} />,
          of: ({ byCategory }) => byCategory[category],
          cell: { category },
        }))}
      />
      <ByYear
        {...shown}
        periods={periods}
        id="years-articles"
        caption={t('seen.trends.articles')}
        head={t('summaries.article')}
        note={t('summaries.articlesNote')}
        rows={count.articles.map(({ article }) => ({
          key: article,
          head: <ArticleLink {...shown} article={article} />,
          of: ({ byArticle }) => byArticle[article] ?? 0,
          cell: { article },
        }))}
      />
    </>
  );
}

/**
 * Needs until the end of each half-year: lines for the regional groups of which enough is known,
 * numbers for all.
 */
export function GrowingNeeds({ periods, years, ...shown }: Props & { years: readonly Period[] }) {
  const { locale, t, count, opens, scale } = shown;
  const known = periods.length > 2 ? regionCodes.filter((region) => saysMore(count, region)) : [];
  const lines = known.map((region) => {
    const values = adding(periods.map(({ byRegion }) => byRegion[region]));
    return {
      region,
      values,
      label: `${regionShortName(region, locale)} ${formatNumber(locale, values.at(-1) ?? 0)}`,
    };
  });
  const sums = new Map(
    regionCodes.map((region) => [region, adding(years.map(({ byRegion }) => byRegion[region]))]),
  );
  return (
    <figure className="figure" id="growing">
      <figcaption id="growing-caption">
        {t('seen.trends.lines')}
        <small>{t('seen.trends.lineRule')}</small>
      </figcaption>
      {lines.length > 0 ? (
        <LineChart
          id="growing"
          title={t('seen.trends.lines')}
          description={t('seen.trends.lineRule')}
          lines={lines}
          first={named(shown, years[0]!.period)}
          last={named(shown, years.at(-1)!.period)}
          rtl={directionOf(locale) === 'rtl'}
          scale={scale}
        />
      ) : null}
      <Table
        id="growing-table"
        caption={t('seen.trends.cumulative')}
        heads={[t('summaries.region'), ...years.map(({ period }) => named(shown, period))]}
      >
        {regionCodes.map((region) => (
          <tr key={region}>
            <th scope="row">
              <RegionLink {...shown} region={region} />
            </th>
            {years.map(({ period, until }, i) => (
              <NumberCell
                key={period}
                locale={locale}
                n={sums.get(region)![i]!}
                href={opens?.('needs', { region, until })}
              />
            ))}
          </tr>
        ))}
      </Table>
    </figure>
  );
}
