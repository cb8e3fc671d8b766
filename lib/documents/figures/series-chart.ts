import type { Locale } from '#lib/convention/names';
import type { Bar, BarChart, Part, Series } from '#lib/documents/figures/figure';
import { formatNumber, formatPercent } from '#lib/text/format';

export type ValuedSeries = Series & Readonly<{ values: readonly number[] }>;
type Input = Readonly<{
  kind: BarChart['kind'];
  /** Each series has a value for each label. */
  labels: readonly string[];
  series: readonly ValuedSeries[];
  percent: boolean;
  axis: string;
}>;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * The series of a row in one bar. Their numbers stand beneath it unless there is only one. Shares
 * are rounded each by itself, so that no sum of them is written at the end of the bar.
 */
function stackedBar(
  parts: readonly Part[],
  format: (value: number) => string,
  percent: boolean,
): Bar {
  const value = sum(parts.map((part) => part.value));
  const several = parts.filter((part) => part.value > 0).length > 1;
  return {
    value,
    text: percent && several ? '' : format(value),
    parts: several ? parts.map((part) => ({ ...part, text: format(part.value) })) : parts,
  };
}

const singleBar = (part: Part, format: (value: number) => string): Bar => ({
  value: part.value,
  text: format(part.value),
  parts: [part],
});

/** A bar chart from labels and series, as in the charts of office programs. */
export function seriesChart(
  locale: Locale,
  { kind, labels, series, percent, axis }: Input,
): BarChart {
  const format = (value: number) =>
    percent ? formatPercent(locale, value) : formatNumber(locale, value);
  const rows = labels.map((label, i) => {
    const parts = series.map(({ colour, values }) => ({ fill: colour, value: values[i] ?? 0 }));
    const bars =
      kind === 'stacked'
        ? [stackedBar(parts, format, percent)]
        : parts.map((part) => singleBar(part, format));
    return { label, bars };
  });
  return {
    kind,
    percent,
    axis,
    series: series.map(({ name, colour }) => ({ name, colour })),
    rows,
    max: Math.max(0, ...rows.flatMap(({ bars }) => bars.map(({ value }) => value))),
  };
}

/** The series of a chart with their values, one for each row. */
export const seriesValues = ({ series, rows }: BarChart): readonly ValuedSeries[] =>
  series.map(({ name, colour }) => ({
    name,
    colour,
    values: rows.map(({ bars }) => {
      const parts = bars.flatMap((bar) => bar.parts);
      return sum(parts.filter(({ fill }) => fill === colour).map(({ value }) => value));
    }),
  }));
