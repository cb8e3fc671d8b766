import type { Locale } from '#lib/convention/names';
import { formatInstant, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { PlanView } from '#lib/assistance/plans/queries';

type Plan = PlanView & Readonly<{ needs: number; states: number }>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  plans: readonly Plan[];
}>;

const PlanRow = ({ locale, t, plan }: Omit<Props, 'plans'> & { plan: Plan }) => (
  <tr>
    <th scope="row" className="excerpt">
      <a href={`/${locale}/assistance/plans/${plan.id}`}>
        <bdi>{plan.title}</bdi>
      </a>
    </th>
    <td data-label={t('plans.needs')}>{formatNumber(locale, plan.needs)}</td>
    <td data-label={t('plans.states')}>{formatNumber(locale, plan.states)}</td>
    <td className="words" data-label={t('plans.became')}>
      {plan.assistanceId ? (
        <a href={`/${locale}/assistance/${plan.assistanceId}`}>
          <bdi>{plan.activity}</bdi>
        </a>
      ) : (
        '–'
      )}
    </td>
    <td className="words" data-label={t('matches.by')}>
      <bdi>{plan.by}</bdi>
    </td>
    <td className="words when" data-label={t('matches.at')}>
      {formatInstant(locale, plan.createdAt)}
    </td>
  </tr>
);

/** The plans, each with its size and the activity that it has become. */
export const PlansTable = ({ locale, t, plans }: Props) => (
  <div className="scroll">
    <table className="stacked">
      <caption>{t('plans.caption')}</caption>
      <thead>
        <tr>
          <th scope="col" className="words">
            {t('plans.name')}
          </th>
          <th scope="col">{t('plans.needs')}</th>
          <th scope="col">{t('plans.states')}</th>
          <th scope="col" className="words">
            {t('plans.became')}
          </th>
          <th scope="col" className="words">
            {t('matches.by')}
          </th>
          <th scope="col" className="words">
            {t('matches.at')}
          </th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <PlanRow key={plan.id} locale={locale} t={t} plan={plan} />
        ))}
      </tbody>
    </table>
  </div>
);
