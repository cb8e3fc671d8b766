import { ActivityStatusTag } from '#components/assistance/activity-status';
import type { ActivityHistoryEntry } from '#lib/assistance/activities/queries';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; steps: readonly ActivityHistoryEntry[] }>;

const StepRow = ({
  locale,
  t,
  step: { verb, status, title, reason, by, at },
}: Pick<Props, 'locale' | 't'> & { step: ActivityHistoryEntry }) => (
  <tr>
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
);

/** Who did what to an activity, and its status and title after each step. */
export function ActivityHistory({ locale, t, steps }: Props) {
  const heads = [
    t('needs.action'),
    t('needs.by'),
    t('needs.at'),
    t('assistance.fields.status'),
    t('assistance.fields.title'),
  ];
  return (
    <div className="scroll">
      <table className="stacked">
        <caption className="away">{t('assistance.historyCaption')}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="words">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <StepRow key={step.version} locale={locale} t={t} step={step} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
