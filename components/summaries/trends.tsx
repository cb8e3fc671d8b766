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

/** The name of a year or half-year. */
const periodName = ({ locale, t }: Shown, period: string) => {
  const [year = '', half] = period.split('-', 2);
  if (half) return t('seen.trends.half', { half, year });
  return locale === 'zh' ? `${year}年` : year;
};

const duringPeriod = ({ since, until }: Period): Cell => ({ since, until });

/** Returns the sum of the numbers up to each of them. */
const runningTotals = (numbers: readonly number[]) => {
  let sum = 0;
  return numbers.map((n) => (sum += n));
};

/** Summaries and needs of each period, and their totals until its end. */
export function PeriodsTable({
  periods,
  id,
  caption,
  ...view
}: Props & { id: string; caption: string }) {
  const { locale, t, opens } = view;
  const needs = runningTotals(periods.map((period) => period.needs));
  const summaries = runningTotals(periods.map((period) => period.summaries));
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
          <th scope="row">{periodName(view, period.period)}</th>
          <NumberCell
            locale={locale}
            n={period.summaries}
            href={opens?.('completed', duringPeriod(period))}
          />
          <NumberCell
            locale={locale}
            n={period.needs}
            href={opens?.('needs', duringPeriod(period))}
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
export function NeedsByYear({ periods, ...view }: Props) {
  const { locale, t, opens } = view;
  const rows = periods.map((period) => ({
    key: period.period,
    label: periodName(view, period.period),
    bars: [
      bar('every', period.needs, formatNumber(locale, period.needs), {
        note: t('figures.needs', { count: period.needs }),
        href: opens?.('needs', duringPeriod(period)),
      }),
      bar('plain', period.summaries, formatNumber(locale, period.summaries), {
        thin: true,
        note: t('figures.summaries', { count: period.summaries }),
        href: opens?.('completed', duringPeriod(period)),
      }),
    ],
  }));
  return (
    <Figure
      {...view}
      id="by-year"
      caption={t('seen.trends.byYear')}
      rules={[t('seen.trends.rule')]}
      rows={rows}
      most={Math.max(0, ...periods.flatMap(({ needs, summaries }) => [needs, summaries]))}
    >
      <PeriodsTable {...view} periods={periods} id="years" caption={t('seen.trends.byYear')} />
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
  ...view
}: Props & { id: string; caption: string; head: string; rows: readonly Row[]; note?: string }) {
  const { locale, t, opens } = view;
  return (
    <Table
      id={id}
      caption={caption}
      note={note}
      heads={[head, ...periods.map(({ period }) => periodName(view, period)), t('summaries.total')]}
    >
      {rows.map(({ key, head: name, of, cell }) => (
        <tr key={key}>
          <th scope="row">{name}</th>
          {periods.map((period) => (
            <NumberCell
              key={period.period}
              locale={locale}
              n={of(period)}
              href={opens?.('needs', { ...cell, ...duringPeriod(period) })}
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

export function TrendTables({ periods, ...view }: Props) {
  const { t, count } = view;
  return (
    <>
      <ByYear
        {...view}
        periods={periods}
        id="years-regions"
        caption={t('seen.trends.regions')}
        head={t('summaries.region')}
        rows={regionCodes.map((region) => ({
          key: region,
          head: <RegionLink {...view} region={region} />,
          of: ({ byRegion }) => byRegion[region],
          cell: { region },
        }))}
      />
      <ByYear
        {...view}
        periods={periods}
        id="years-categories"
        caption={t('seen.trends.categories')}
        head={t('summaries.category')}
        rows={shownCategories(count).map(({ category }) => ({
          key: category,
          head: <CategoryLink {...view} category={category} />,
          of: ({ byCategory }) => byCategory[category],
          cell: { category },
        }))}
      />
      <ByYear
        {...view}
        periods={periods}
        id="years-articles"
        caption={t('seen.trends.articles')}
        head={t('summaries.article')}
        note={t('summaries.articlesNote')}
        rows={count.articles.map(({ article }) => ({
          key: article,
          head: <ArticleLink {...view} article={article} />,
          of: ({ byArticle }) => byArticle[article] ?? 0,
          cell: { article },
        }))}
      />
    </>
  );
}

/** Lines for the regional groups that have enough States; empty for fewer than three periods. */
function regionLines({ locale, count }: Shown, periods: readonly Period[]) {
  if (periods.length <= 2) return [];
  return regionCodes
    .filter((region) => saysMore(count, region))
    .map((region) => {
      const values = runningTotals(periods.map(({ byRegion }) => byRegion[region]));
      const last = formatNumber(locale, values.at(-1) ?? 0);
      return { region, values, label: `${regionShortName(region, locale)} ${last}` };
    });
}

/** Needs until the end of each year, by regional group. */
function CumulativeTable({ years, ...view }: Shown & { years: readonly Period[] }) {
  const { locale, t, opens } = view;
  const totals = new Map(
    regionCodes.map((region) => [
      region,
      runningTotals(years.map(({ byRegion }) => byRegion[region])),
    ]),
  );
  return (
    <Table
      id="growing-table"
      caption={t('seen.trends.cumulative')}
      heads={[t('summaries.region'), ...years.map(({ period }) => periodName(view, period))]}
    >
      {regionCodes.map((region) => (
        <tr key={region}>
          <th scope="row">
            <RegionLink {...view} region={region} />
          </th>
          {years.map(({ period, until }, i) => (
            <NumberCell
              key={period}
              locale={locale}
              n={totals.get(region)![i]!}
              href={opens?.('needs', { region, until })}
            />
          ))}
        </tr>
      ))}
    </Table>
  );
}

/**
 * Needs until the end of each half-year: lines for the regional groups that have enough States, and
 * a table for all of them.
 */
export function GrowingNeeds({ periods, years, ...view }: Props & { years: readonly Period[] }) {
  const { locale, t, scale } = view;
  const lines = regionLines(view, periods);
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
          first={periodName(view, years[0]!.period)}
          last={periodName(view, years.at(-1)!.period)}
          rtl={directionOf(locale) === 'rtl'}
          scale={scale}
        />
      ) : null}
      <CumulativeTable {...view} years={years} />
    </figure>
  );
}
