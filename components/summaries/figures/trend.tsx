import { bar } from '#components/summaries/figures/bars';
import { Figure } from '#components/summaries/figures/figure';
import type { Shown } from '#components/summaries/shown';
import { periodName } from '#components/summaries/trend-tables';
import { formatNumber } from '#lib/format';
import type { Trend } from '#lib/summaries/trends';

/** Needs of the summaries completed in each period, by regional group, and the summaries beside them. */
export function NeedsByPeriod({ trends, ...shown }: Shown & { trends: readonly Trend[] }) {
  const { locale, t } = shown;
  const rows = trends.map(({ period, within: { totals, regions } }) => ({
    key: `${period.year}-${period.half}`, label: periodName(t, period), bars: [
      { n: totals.needs, parts: regions.map(({ region, needs }) => ({ fill: region, n: needs })), value: formatNumber(locale, totals.needs), note: t('figures.needs', { count: totals.needs }) },
      bar('plain', totals.summaries, formatNumber(locale, totals.summaries), { thin: true, note: t('figures.summaries', { count: totals.summaries }) }),
    ],
  }));
  return <Figure {...shown} id="needs-by-period" caption={t('trends.figure')} rules={[t('trends.rule')]} rows={rows} most={Math.max(...trends.map(({ within: { totals } }) => Math.max(totals.needs, totals.summaries)))} divided />;
}
