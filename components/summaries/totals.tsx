import type { ReactNode } from 'react';
import type { Locale } from '#lib/convention/names';
import { formatNumber, formatPercent } from '#lib/text/format';
import { CountLink } from '#components/summaries/numbers';
import type { DrillDown } from '#lib/counting/summary-figures/context';
import type { Translate } from '#lib/text/i18n';
import type { Count } from '#lib/counting/count/count-types';

type Context = Readonly<{ locale: Locale; t: Translate }>;
type Total = Readonly<{ id: string; label: ReactNode; n: number; href?: string }>;

/** What a page is about in a few large numbers. */
export const LargeNumbers = ({ locale, t, totals }: Context & { totals: readonly Total[] }) => (
  <dl className="totals" aria-label={t('summaries.totals')}>
    {totals.map(({ id, label, n, href }) => (
      <div key={id}>
        <dt>{label}</dt>
        <dd id={id}>
          <CountLink n={n} href={href}>
            {formatNumber(locale, n)}
          </CountLink>
        </dd>
      </div>
    ))}
  </dl>
);

/** Completed summaries, States with needs, and needs. */
export function Totals({
  locale,
  t,
  opens,
  totals: {
    summaries,
    statesWithNeeds: states,
    needs,
    shareOfStates: { percent },
  },
}: Context & { totals: Count['totals']; opens?: DrillDown }) {
  const ofReviewed =
    percent === null ? null : (
      <>
        <br />
        {t('summaries.ofReviewed', { percent: formatPercent(locale, percent) })}
      </>
    );
  return (
    <LargeNumbers
      locale={locale}
      t={t}
      totals={[
        {
          id: 'total-summaries',
          label: t('summaries.completedSummaries', { count: summaries }),
          n: summaries,
          href: opens?.('completed'),
        },
        {
          id: 'total-states',
          label: (
            <>
              {t('summaries.statesWithNeeds', { count: states })}
              {ofReviewed}
            </>
          ),
          n: states,
          href: opens?.('states'),
        },
        {
          id: 'total-needs',
          label: t('summaries.needs', { count: needs }),
          n: needs,
          href: opens?.('needs'),
        },
      ]}
    />
  );
}
