import type { BarChart } from '#lib/documents/figures/figure';
import { seriesValues } from '#lib/documents/figures/series-chart';
import type { Block } from '#lib/documents/model/document';

/** A chart as checksums have it: its labels, and each series with its values. */
const canonicalChart = (chart: BarChart) => ({
  kind: chart.kind,
  percent: chart.percent,
  axis: chart.axis,
  labels: chart.rows.map(({ label }) => label),
  series: seriesValues(chart),
});

/**
 * A block as it enters the checksum of an edition. Its form, to the order of the names, is the one
 * that editions were frozen with: a checksum must come out the same after every upgrade.
 */
export const canonicalBlock = (block: Block): unknown =>
  block.kind === 'figure' ? { ...block, chart: canonicalChart(block.chart) } : block;
