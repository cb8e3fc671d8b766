import { NeedStatus } from '#components/needs/need-facts';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { NeedSeen } from '#lib/needs/store/queries';

/** The needs whose priority stays as it is, each with the reason. */
export function FixedRanks({
  locale,
  t,
  needs,
}: {
  locale: Locale;
  t: Translate;
  needs: readonly NeedSeen[];
}) {
  if (needs.length === 0) return null;
  const reason = ({ status }: NeedSeen) =>
    status === 'withdrawn' ? '' : t(`priorities.reasons.${status}`);
  return (
    <>
      <h2>{t('priorities.fixedTitle')}</h2>
      <div className="scroll">
        <table>
          <caption className="away">{t('priorities.fixedCaption')}</caption>
          <thead>
            <tr>
              {[
                t('needs.reference'),
                t('needs.priority'),
                t('needs.status'),
                t('priorities.why'),
              ].map((name) => (
                <th key={name} scope="col" className="words">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {needs.map((need) => (
              <tr key={need.id}>
                <th scope="row">
                  <a href={`/${locale}/needs/${need.id}`}>
                    <bdi>{need.reference ?? t('needs.noReference')}</bdi>
                  </a>
                </th>
                <td className="words">
                  {need.priority === null ? '–' : formatNumber(locale, need.priority)}
                </td>
                <td className="words">
                  <NeedStatus t={t} status={need.status} />
                </td>
                <td className="words">{reason(need)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
