import { regionCodes, regionShortName } from '#lib/convention/regions';
import type { FigureContext } from '#lib/counting/summary-figures/context';
import { regionHeading, textHeadings } from '#lib/counting/summary-figures/headings';
import { hasEnoughSummaries } from '#lib/counting/summary-figures/sentences';
import {
  bar,
  countCell,
  summaryFigure,
  totalCell,
  type SummaryFigure,
  type SummaryTable,
} from '#lib/counting/summary-figures/summary-figure';
import type { CellFilter } from '#lib/counting/filter/page-query';
import type { Period } from '#lib/counting/count/trends';
import { regionColour, type LineChart } from '#lib/documents/figures/figure';
import { formatNumber, formatRatio } from '#lib/text/format';

type Periods = readonly Period[];

/** `2021`, `first half of 2021`. */
export function periodName(
  { locale, t }: Pick<FigureContext, 'locale' | 't'>,
  period: string,
): string {
  const [year = '', half] = period.split('-', 2);
  if (half) return t('seen.trends.half', { half, year });
  return locale === 'zh' ? `${year}年` : year;
}

export const inPeriod = ({ since, until }: Period): CellFilter => ({ since, until });

function cumulative(numbers: readonly number[]): number[] {
  let sum = 0;
  return numbers.map((n) => (sum += n));
}

/** Summaries and needs of each period, and all until its end. */
export function periodsTable(
  context: FigureContext,
  periods: Periods,
  id: string,
  caption: string,
): SummaryTable {
  const { locale, t, opens } = context;
  const needsSoFar = cumulative(periods.map(({ needs }) => needs));
  const summariesSoFar = cumulative(periods.map(({ summaries }) => summaries));
  return {
    id,
    caption,
    columns: textHeadings(
      t('seen.trends.period'),
      t('summaries.summariesColumn'),
      t('summaries.needsColumn'),
      t('seen.trends.perSummary'),
      t('seen.trends.cumulativeSummaries'),
      t('seen.trends.cumulativeNeeds'),
    ),
    rows: periods.map((period, i) => ({
      header: { text: periodName(context, period.period) },
      cells: [
        countCell(period.summaries, opens?.('completed', inPeriod(period))),
        totalCell(period.needs, opens?.('needs', inPeriod(period))),
        formatRatio(locale, period.needs, period.summaries),
        countCell(summariesSoFar[i]!, opens?.('completed', { until: period.until })),
        countCell(needsSoFar[i]!, opens?.('needs', { until: period.until })),
      ],
    })),
  };
}

/** Needs and completed summaries of each year. */
export function needsByYear(context: FigureContext, periods: Periods): SummaryFigure {
  const { locale, t, opens } = context;
  const rows = periods.map((period) => ({
    label: periodName(context, period.period),
    bars: [
      bar('every', period.needs, formatNumber(locale, period.needs), {
        note: t('figures.needs', { count: period.needs }),
        href: opens?.('needs', inPeriod(period)),
      }),
      bar('plain', period.summaries, formatNumber(locale, period.summaries), {
        thin: true,
        note: t('figures.summaries', { count: period.summaries }),
        href: opens?.('completed', inPeriod(period)),
      }),
    ],
  }));
  const caption = t('seen.trends.byYear');
  return summaryFigure(context, {
    id: 'by-year',
    caption,
    rules: [t('seen.trends.rule')],
    rows,
    max: Math.max(0, ...periods.flatMap(({ needs, summaries }) => [needs, summaries])),
    table: periodsTable(context, periods, 'years', caption),
  });
}

/** A line for each regional group that has enough summaries, over half-years. */
function growthChart(context: FigureContext, halves: Periods, years: Periods): LineChart | null {
  const { locale, count } = context;
  const regions = regionCodes.filter((region) => hasEnoughSummaries(count, region));
  if (halves.length < 3 || regions.length === 0) return null;
  const lines = regions.map((region) => {
    const values = cumulative(halves.map(({ byRegion }) => byRegion[region]));
    const total = formatNumber(locale, values.at(-1) ?? 0);
    return {
      colour: regionColour(region),
      label: `${regionShortName(region, locale)} ${total}`,
      values,
    };
  });
  return {
    kind: 'lines',
    lines,
    first: periodName(context, years[0]!.period),
    last: periodName(context, years.at(-1)!.period),
  };
}

/** Needs until the end of each half-year as lines, and until the end of each year as a table. */
export function growthOfNeeds(
  context: FigureContext,
  halves: Periods,
  years: Periods,
): SummaryFigure {
  const { t, opens } = context;
  const rows = regionCodes.map((region) => {
    const sums = cumulative(years.map(({ byRegion }) => byRegion[region]));
    return {
      header: regionHeading(context, region),
      cells: years.map(({ until }, i) => countCell(sums[i]!, opens?.('needs', { region, until }))),
    };
  });
  return {
    id: 'growing',
    file: null,
    caption: t('seen.trends.lines'),
    rule: t('seen.trends.lineRule'),
    description: t('seen.trends.lineRule'),
    chart: growthChart(context, halves, years),
    table: {
      id: 'growing-table',
      caption: t('seen.trends.cumulative'),
      columns: textHeadings(
        t('summaries.region'),
        ...years.map(({ period }) => periodName(context, period)),
      ),
      rows,
    },
    sentence: null,
  };
}
