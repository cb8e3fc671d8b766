import type { Locale } from '#lib/convention/names';
import { formatInstant, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { PlanSeen } from '#lib/assistance/plans/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  plans: readonly (PlanSeen & Readonly<{ needs: number; states: number }>)[];
}>;

export const PlansTable = ({ locale, t, plans }: Props) => (
  <div className="scroll">
    <table className="stacked">
      <caption>{t('plans.caption')}</caption>
      <thead>
        <tr>
          {[
            t('plans.name'),
            t('plans.needs'),
            t('plans.states'),
            t('plans.became'),
            t('matches.by'),
            t('matches.at'),
          ].map((head, at) => (
            <th key={head} scope="col" className={at === 1 || at === 2 ? undefined : 'words'}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plans.map(({ id, title, needs, states, assistanceId, activity, by, createdAt }) => (
          <tr key={id}>
            <th scope="row" className="excerpt">
              <a href={`/${locale}/assistance/plans/${id}`}>
                <bdi>{title}</bdi>
              </a>
            </th>
            <td data-label={t('plans.needs')}>{formatNumber(locale, needs)}</td>
            <td data-label={t('plans.states')}>{formatNumber(locale, states)}</td>
            <td className="words" data-label={t('plans.became')}>
              {assistanceId ? (
                <a href={`/${locale}/assistance/${assistanceId}`}>
                  <bdi>{activity}</bdi>
                </a>
              ) : (
                '–'
              )}
            </td>
            <td className="words" data-label={t('matches.by')}>
              <bdi>{by}</bdi>
            </td>
            <td className="words when" data-label={t('matches.at')}>
              {formatInstant(locale, createdAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
