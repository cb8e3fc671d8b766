import { ActivityStatusTag } from '#components/assistance/activity-status';
import type { ActivityStep } from '#lib/assistance/activities/queries';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

export function ActivityHistory({
  locale,
  t,
  steps,
}: Readonly<{ locale: Locale; t: Translate; steps: readonly ActivityStep[] }>) {
  return (
    <div className="scroll">
      <table className="stacked">
        <caption className="away">{t('assistance.historyCaption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              {t('needs.action')}
            </th>
            <th scope="col" className="words">
              {t('needs.by')}
            </th>
            <th scope="col" className="words">
              {t('needs.at')}
            </th>
            <th scope="col" className="words">
              {t('assistance.fields.status')}
            </th>
            <th scope="col" className="words">
              {t('assistance.fields.title')}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ version, verb, status, title, reason, by, at }) => (
            <tr key={version}>
              <th scope="row">
                {t(`assistance.verbs.${verb}`)}
                {reason ? (
                  <>
                    <br />
                    <bdi className="note">{reason}</bdi>
                  </>
                ) : null}
              </th>
              <td className="words" data-label={t('needs.by')}>
                <bdi>{by}</bdi>
              </td>
              <td className="words when" data-label={t('needs.at')}>
                {formatInstant(locale, at)}
              </td>
              <td className="words" data-label={t('assistance.fields.status')}>
                <ActivityStatusTag t={t} status={status} />
              </td>
              <td className="words" data-label={t('assistance.fields.title')}>
                <bdi>{title}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
