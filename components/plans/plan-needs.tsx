import { NeedSummary } from '#components/matches/match-summary';
import { NeedStatusTag } from '#components/matches/need-status';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { PlannedNeed } from '#lib/assistance/plans/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  planId: string;
  needs: readonly PlannedNeed[];
  /** The account that may remove needs; null where nobody may. */
  by: string | null;
}>;
type RowProps = Omit<Props, 'needs'> & Readonly<{ need: PlannedNeed }>;

const RemoveForm = ({ locale, t, planId, by, need }: RowProps & { by: string }) => (
  <form method="post" action={`/${locale}/assistance/plans/${planId}/remove`}>
    <input type="hidden" name="by" value={by} />
    <input type="hidden" name="need" value={need.id} />
    <button
      className="as-link"
      aria-label={t('plans.removeOne', { reference: need.reference ?? '–' })}
    >
      {t('plans.remove')}
    </button>
  </form>
);

function NeedRow(props: RowProps) {
  const { locale, t, by, need } = props;
  return (
    <tr>
      <th scope="row" className="excerpt">
        <a href={`/${locale}/needs/${need.id}`}>
          <NeedSummary locale={locale} t={t} need={{ ...need, needReference: need.reference }} />
        </a>
      </th>
      <td data-label={t('seen.names.priority')}>
        {need.priority ? formatNumber(locale, need.priority) : '–'}
      </td>
      <td className="words" data-label={t('matches.whichStatus')}>
        <NeedStatusTag t={t} status={need.status} />
      </td>
      {by ? (
        <td className="words">
          <RemoveForm {...props} by={by} />
        </td>
      ) : null}
    </tr>
  );
}

/** The needs of a plan; while the plan is open each can be removed. */
export const PlanNeeds = ({ needs, ...props }: Props) => {
  const { t, by } = props;
  return (
    <div className="scroll">
      <table className="stacked">
        <caption>{t('plans.needsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              {t('matches.need')}
            </th>
            <th scope="col">{t('seen.names.priority')}</th>
            <th scope="col" className="words">
              {t('matches.whichStatus')}
            </th>
            {by ? (
              <th scope="col" className="words">
                {t('plans.remove')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {needs.map((need) => (
            <NeedRow key={need.id} {...props} need={need} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
