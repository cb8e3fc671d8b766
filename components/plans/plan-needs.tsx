import { NeedInWords } from '#components/matches/matches-table';
import { NeedStatusTag } from '#components/matches/need-status';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { PlannedNeed } from '#lib/assistance/plans/queries';

/** The needs of a plan, each with a way out of it while it is open. `by`: who may take them out. */
export const PlanNeeds = ({
  locale,
  t,
  planId,
  needs,
  by,
}: Readonly<{
  locale: Locale;
  t: Translate;
  planId: string;
  needs: readonly PlannedNeed[];
  by: string | null;
}>) => (
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
          <tr key={need.id}>
            <th scope="row" className="excerpt">
              <a href={`/${locale}/needs/${need.id}`}>
                <NeedInWords
                  locale={locale}
                  t={t}
                  need={{ ...need, needReference: need.reference }}
                />
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
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
