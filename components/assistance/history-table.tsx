import { ActivityStatusTag } from '#components/assistance/activity-status';
import type { ActivityStep } from '#lib/assistance/queries';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/format';
import type { Translate } from '#lib/i18n';

export function ActivityHistory({ locale, t, steps }: Readonly<{ locale: Locale; t: Translate; steps: readonly ActivityStep[] }>) {
  return (
    <div className="scroll">
      <table>
        <caption className="away">{t('assistance.historyCaption')}</caption>
        <thead><tr><th scope="col" className="words">{t('needs.action')}</th><th scope="col" className="words">{t('needs.by')}</th><th scope="col" className="words">{t('needs.at')}</th><th scope="col" className="words">{t('assistance.fields.status')}</th><th scope="col" className="words">{t('assistance.fields.title')}</th></tr></thead>
        <tbody>
          {steps.map(({ version, verb, status, title, reason, by, at }) => (
            <tr key={version}>
              <th scope="row">{t(`assistance.verbs.${verb}`)}{reason ? <span className="note" dir="auto"><br />{reason}</span> : null}</th>
              <td className="words">{by}</td><td className="words when">{formatInstant(locale, at)}</td><td className="words"><ActivityStatusTag t={t} status={status} /></td><td className="words" dir="auto">{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
