import type { Locale } from '#lib/convention/names';
import { formatNumber, formatPercent } from '#lib/format';
import type { Translate } from '#lib/i18n';
import type { Count } from '#lib/summaries/numbers';

type Props = Readonly<{ locale: Locale; t: Translate; totals: Count['totals'] }>;

export function Totals({ locale, t, totals: { summaries, statesWithNeeds: states, needs, shareOfStates: { percent } } }: Props) {
  return (
    <dl className="totals" aria-label={t('summaries.totals')}>
      <div><dt>{t('summaries.completedSummaries', { count: summaries })}</dt><dd id="total-summaries">{formatNumber(locale, summaries)}</dd></div>
      <div>
        <dt>{t('summaries.statesWithNeeds', { count: states })}{percent === null ? null : <><br />{t('summaries.ofReviewed', { percent: formatPercent(locale, percent) })}</>}</dt>
        <dd id="total-states">{formatNumber(locale, states)}</dd>
      </div>
      <div><dt>{t('summaries.needs', { count: needs })}</dt><dd id="total-needs">{formatNumber(locale, needs)}</dd></div>
    </dl>
  );
}
